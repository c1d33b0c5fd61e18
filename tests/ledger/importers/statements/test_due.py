import pytest

from ledger.importers.statements.due import due_of, last_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("年底前建成", "2024-12-31"),
        ("6月底前完成", "2024-06-30"),
        ("2月底前", "2024-02-29"),
        ("上半年完成", "2024-06-30"),
        ("下半年启动", "2024-12-31"),
        ("三季度投用", "2024-09-30"),
        ("第2季度", "2024-06-30"),
        ("2025年实现全覆盖", "2025-12-31"),
        ("2025年3月底前", "2025-03-31"),
        ("9月15日前报送", "2024-09-15"),
        ("2026-03-01前", "2026-03-01"),
        ("10月", "2024-10-31"),
        ("全年", "2024-12-31"),
        ("长期坚持", "ongoing"),
        ("持续开展控烟", "ongoing"),
        ("持续开展控烟，11月底前评估", "2024-11-30"),
        ("年内投用", "2024-12-31"),
        ("岁末前办结", "2024-12-31"),
        ("前三季度完成", "2024-09-30"),
        ("2025年底前建成", "2025-12-31"),
        ("于6月1日起施行", None),
        ("自2024年9月起实行", None),
        ("印发《2026年工作要点》", None),
        ("对医疗机构每季度督导", "ongoing"),
        ("开展控烟", None),
        ("", None),
    ],
)
def test_the_day_is_read_with_the_year_of_the_plan(words, day):
    assert due_of(words, 2024) == day


def test_a_day_that_no_calendar_has_is_left_out():
    assert due_of("2月30日前", 2024) is None


def test_the_last_day_of_a_year():
    assert last_day(2023) == "2023-12-31"
