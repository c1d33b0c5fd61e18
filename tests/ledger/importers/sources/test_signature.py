"""Who signed a document, and on which day."""

import pytest

from ledger.importers.block import Block
from ledger.importers.sources.signature import Signature, find_signature, is_signing


def signature(*lines):
    return find_signature([Block(text, number) for number, text in enumerate(lines, start=1)])


@pytest.mark.parametrize(
    ("day", "iso"),
    [
        ("2024年1月5日", "2024-01-05"),
        ("（2023年12月28日）", "2023-12-28"),
        ("二〇二四年一月五日", "2024-01-05"),
        ("二○二三年十二月二十八日", "2023-12-28"),
        ("二〇二三年十月三十日", "2023-10-30"),
        ("2024年2月30日", None),
    ],
)
def test_below_the_text(day, iso):
    assert signature("完成2项。", "某县卫生健康局", day) == Signature("某县卫生健康局", iso)


def test_below_the_notice_that_sends_it():
    lines = (
        "关于印发要点的通知",
        "各单位：",
        "某县卫生健康局",
        "2024年3月1日",
        "2024年要点",
        *["新建1所。"] * 20,
    )

    assert signature(*lines) == Signature("某县卫生健康局", "2024-03-01")


def test_a_day_without_a_body_signs_nothing():
    assert signature("完成2项。", "新建卫生院2所", "2024年1月5日") == Signature()


def test_lines_that_sign():
    assert [is_signing(line) for line in ("某县卫生健康局", "2024年1月5日", "新建卫生院2所。")] == [
        True,
        True,
        False,
    ]
