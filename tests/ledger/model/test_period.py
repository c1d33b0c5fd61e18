from datetime import date

import pytest

from ledger.model.period import Period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-H1", "2023-01-01", "2023-06-30"),
        ("2023-H2", "2023-07-01", "2023-12-31"),
        ("2023-Q1", "2023-01-01", "2023-03-31"),
        ("2023-Q2", "2023-04-01", "2023-06-30"),
        ("2023-Q4", "2023-10-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-04-03", "2023-04-03", "2023-04-03"),
        ("2023-01/2023-09", "2023-01-01", "2023-09-30"),
        ("2022-10-01/2023-09-30", "2022-10-01", "2023-09-30"),
        ("2022/2023-H1", "2022-01-01", "2023-06-30"),
        ("2023-01/?", "2023-01-01", None),
        ("?/2023-06-30", None, "2023-06-30"),
        ("?", None, None),
        ("?/?", None, None),
    ],
)
def test_every_form_has_its_first_and_last_day(text, start, end):
    expected = Period(start and date.fromisoformat(start), end and date.fromisoformat(end))
    assert expected == Period.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        *("23", "2023年", "２０２３", "2023-0５", "2023-", "2023-1", "2023-H1-01", "??", "2023/", "/2023"),
        *("0000", "2023-00", "2023-13", "2023-H3", "2023-Q0", "2023-Q5", "2023-02-29"),
        *("2023-09/2023-01", "2023/2022", "2023/2024/2025"),
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match=r"^"):
        Period.parse(text)


def test_a_day_is_told_from_a_longer_or_open_period():
    assert Period.parse("2023-04-03").is_day
    assert not Period.parse("2023-04").is_day
    assert not Period.parse("?").is_day


def test_whole_years_and_halves_are_recognised_however_written():
    assert Period.parse("2023-01-01/2023-12-31").is_whole_year
    assert Period.parse("2023-01/2023-06").is_first_half
    assert Period.parse("2023-Q3/2023-Q4").is_second_half
    for other in ("2023-H1", "2023/2024", "2023-01/?", "?/2023-12-31", "?"):
        assert not Period.parse(other).is_whole_year
    assert not Period.parse("2023").is_first_half
    assert not Period.parse("2023").is_second_half


@pytest.mark.parametrize(
    ("text", "reaches"),
    [("2023", True), ("2023-06-30", True), ("2023-06-29", False), ("2022", False), ("2023-01/?", False)],
)
def test_a_period_reaches_the_days_up_to_its_known_end(text, reaches):
    assert reaches is Period.parse(text).reaches(date(2023, 6, 30))
