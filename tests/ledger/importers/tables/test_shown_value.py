from datetime import date, datetime, time
from decimal import Decimal

import pytest

from ledger.importers.tables.shown_value import show


@pytest.mark.parametrize(
    ("value", "pattern", "shown"),
    [
        (None, "General", ""),
        ("  63.9% ", "General", "63.9%"),
        (45777, "General", "45777"),
        (1234.0, "General", "1234"),
        (0.639, "0.0%", "63.9%"),
        (0.62, "0%", "62%"),
        (0.9390, "0.00%", "93.90%"),
        (12345.6, "#,##0.00", "12345.60"),
        (7, "0.00_ ", "7.00"),
        (5, '0"人"', "5人"),
        (3.5, '"约"0.0"万人"', "约3.5万人"),
        (1.5, "0.0##", "1.5"),
        (-3, "0;[Red]-0", "-3"),
        (-3, "0.0;(0.0)", "(3.0)"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "TRUE"),
        (datetime.fromisoformat("2024-12-31"), "yyyy-mm-dd", "2024-12-31"),
        (date(2024, 12, 31), 'yyyy"年"m"月"d"日"', "2024-12-31"),
        (datetime.fromisoformat("2024-12-01"), 'yyyy"年"m"月"', "2024-12"),
        (datetime.fromisoformat("2024-12-31T09:30"), "yyyy-mm-dd hh:mm", "2024-12-31 09:30"),
        (time(9, 30), "hh:mm", "09:30:00"),
    ],
)
def test_a_value_is_read_as_its_cell_shows_it(value, pattern, shown):
    assert show(value, pattern).text == shown


def test_digits_that_are_stored_but_not_shown_are_told():
    assert show(0.63912, "0.0%").text == "63.9%"
    assert show(0.63912, "0.0%").stored == "0.63912"
    assert show(0.639, "0.0%").stored == ""


def test_half_is_rounded_away_from_zero_as_spreadsheets_do():
    assert show(2.5, "0").text == "3"
    assert show(0.125, "0.00").text == "0.13"


@pytest.mark.parametrize("pattern", ["0!.0,", "# ?/?", "0.0,"])
def test_a_format_that_is_not_understood_gives_the_stored_number_and_says_so(pattern):
    found = show(12345, pattern)
    assert (found.text, found.is_understood) == ("12345", False)


def test_no_digit_is_lost_or_added():
    assert Decimal(show(99.73, "General").text) == Decimal("99.73")
    assert show(123456789012345, "0").text == "123456789012345"
