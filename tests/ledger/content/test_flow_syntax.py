from contextlib import suppress

import pytest

from ledger.content.flow_syntax import scan_flow
from ledger.content.scan import Scan, SyntaxFault


def scan(text):
    found = Scan(text.split("\n"), "f")
    with suppress(SyntaxFault):
        scan_flow(found, 0, 0)
    return [(p.code, p.line, p.column) for p in found.problems]


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        "[m1, m2]",
        '{op: ">=", value: -5, unit: "%"}',
        "[甲、乙, 丙；丁]",
        "{id: p1, text: 加强领导，落实责任, at: 三}",
        "[\n  甲,\n  # 注\n  乙\n]",
        "{id: p1,\n text: 甲}",
        "{a: [b, {c: d}]}",
        '["甲, 乙", "丙: 丁"]',
        "{url: https://example.org/a}",
        "[" * 20 + "]" * 20,
    ],
)
def test_good_brackets_are_let_through(text):
    assert scan(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[m1，m2]", ("MZ041", 1, 4)),
        ("[m1、m2]", ("MZ041", 1, 4)),
        ('["甲"，"乙"]', ("MZ041", 1, 5)),
        ("{id: a，text: 甲}", ("MZ041", 1, 7)),
        ("{id：a}", ("MZ041", 1, 4)),
        ("{id:a}", ("MZ043", 1, 4)),
        ("{id:\u3000a}", ("MZ039", 1, 5)),
        ("{id: a,\ttext: 甲}", ("MZ040", 1, 8)),
        ("{text: 甲 #乙}", ("MZ046", 1, 10)),
        ("{text: 甲: 乙}", ("MZ044", 1, 9)),
        ("{text: 甲[乙]}", ("MZ047", 1, 9)),
        ("[甲] 乙", ("MZ047", 1, 1)),
        ('{text: "甲"乙}', ("MZ048", 1, 10)),
        ("[甲, {a: 乙]", ("MZ048", 1, 5)),
        ("[甲\nat: 三", ("MZ048", 1, 1)),
        ("{id: a\nat: 三", ("MZ048", 1, 1)),
        ("[" * 21, ("MZ036", 1, 21)),
    ],
)
def test_wrong_brackets_are_told_where_they_are_wrong(text, place):
    assert scan(text) == [place]
