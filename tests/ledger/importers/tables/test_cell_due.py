import pytest

from ledger.importers.tables.cell_due import read_due
from ledger.importers.tables.cell_values import Doubt


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2025-12-31", "2025-12-31"),
        ("2025/6/3", "2025-06-03"),
        ("2025.6.3", "2025-06-03"),
        ("2025年12月31日前", "2025-12-31"),
        ("6月20日前完成", "2024-06-20"),
        ("2025年12月底前", "2025-12-31"),
        ("2025年2月", "2025-02-28"),
        ("2024年2月底", "2024-02-29"),
        ("2025-09", "2025-09-30"),
        ("9月底前", "2024-09-30"),
        ("年底前", "2024-12-31"),
        ("2025年底", "2025-12-31"),
        ("2025年", "2025-12-31"),
        ("全年", "2024-12-31"),
        ("上半年", "2024-06-30"),
        ("2025年下半年", "2025-12-31"),
        ("一季度", "2024-03-31"),
        ("第3季度末", "2024-09-30"),
        ("长期推进", "ongoing"),
        ("长期", "ongoing"),
        ("持续推进", "ongoing"),
        ("", None),
        ("—", None),
    ],
)
def test_a_due_date_is_read(text, due):
    assert read_due(text, 2024) == (due, ())


def test_a_number_that_is_a_day_of_the_spreadsheet_is_read_and_told():
    # Day 45657 after 30 December 1899.
    assert read_due("45657", 2024) == ("2024-12-31", (Doubt.SERIAL_DAY,))


@pytest.mark.parametrize("text", ["尽快", "2025-13-01", "2025年2月30日", "13月底", "第5季度", "视情况"])
def test_what_is_no_day_is_told(text):
    assert read_due(text, 2024) == (None, (Doubt.UNREAD_DUE,))
