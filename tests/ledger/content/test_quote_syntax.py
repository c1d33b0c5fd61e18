import pytest

from ledger.content.quote_syntax import find_closing_quote, is_field, refuse_sign, scan_plain
from ledger.content.scan import Scan, SyntaxFault


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ('"甲" 乙', (0, 3)),
        ("'甲''乙'", (0, 6)),
        (r'"甲\"乙"', (0, 6)),
        ('"甲\n乙" 丙', (1, 2)),
        ('"甲\n其中: 乙"', (1, 6)),
    ],
)
def test_the_end_of_a_quoted_text_is_found(text, end):
    assert find_closing_quote(Scan(text.split("\n"), "f"), 0, 0) == end


@pytest.mark.parametrize("text", ['"甲', '"甲\nat: "三"', r'"甲\"'])
def test_a_quoted_text_ends_before_the_next_field(text):
    scan = Scan(text.split("\n"), "f")
    with pytest.raises(SyntaxFault):
        find_closing_quote(scan, 0, 0)
    assert [(p.code, p.line, p.column) for p in scan.problems] == [("MZ048", 1, 1)]


def test_fields_are_known_by_their_names():
    assert is_field("  - at: 三")
    assert is_field("problems:")
    assert not is_field("其中: 三")
    assert not is_field("at:三")


@pytest.mark.parametrize(("value", "code"), [("*甲", "MZ006"), ("@甲", "MZ047"), ("- 甲", "MZ047")])
def test_signs_are_refused(value, code):
    scan = Scan([value], "f")
    with pytest.raises(SyntaxFault):
        refuse_sign(scan, 0, 0, value)
    assert [p.code for p in scan.problems] == [code]


def test_every_colon_of_a_text_is_mended_and_the_first_one_told():
    scan = Scan(["甲: 乙: 丙"], "f")
    scan_plain(scan, 0, 0, 7)
    assert [(p.code, p.column) for p in scan.problems] == [("MZ044", 2)]
    assert scan.mended() == "甲： 乙： 丙"
