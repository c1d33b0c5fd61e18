"""Dates that cannot be."""

from datetime import date

import pytest

from ledger.analysis.chronology import Clash, chronology, out_by
from tests.ledger.builders import SOURCE, commitment, measure, source


def clashes(measures=(), commitments=(), **document):
    found = chronology(measures, commitments, {SOURCE: source(**document)})
    return [(item.clash, item.record.id) for item in found.anachronisms]


def day(text):
    return date.fromisoformat(text)


def test_the_earliest_day_is_when_a_document_was_there():
    assert out_by(source()) is None
    assert out_by(source(reposted=day("2024-01-24"), written=day("2024-01-05"))) == day("2024-01-05")


@pytest.mark.parametrize(
    ("period", "published", "clashing"),
    [
        # A year's report may be written in its last month, not before.
        ("2023", "2023-12-01", False),
        ("2023", "2023-11-30", True),
        ("2023-H1", "2023-06-01", False),
        ("2023-H1", "2023-05-31", True),
        # A day is a day.
        ("2023-06-30", "2023-06-30", False),
        ("2023-06-30", "2023-06-29", True),
        ("2023-01/?", "2022-01-01", False),
    ],
)
def test_a_figure_is_not_told_before_its_time(period, published, clashing):
    figure = measure("1", period=period)
    found = clashes([figure], period="2023-01/?", published=day(published))
    assert found == ([(Clash.FIGURE_BEFORE_ITS_TIME, figure.id)] if clashing else [])


def test_a_report_is_not_there_before_its_year_is_over_but_a_plan_is():
    assert clashes(published=day("2023-03-01")) == [(Clash.REPORT_BEFORE_ITS_TIME, SOURCE)]
    assert clashes(published=day("2023-03-01"), kind="plan") == []


def test_a_figure_of_a_year_after_its_folder():
    ahead = measure("1", period="2032")
    assert clashes([ahead, measure("1", period="2021", local="m2")]) == [(Clash.YEAR_AHEAD, ahead.id)]


def test_nothing_is_due_before_it_is_promised():
    early = commitment(due="2022-12-31")
    assert clashes(commitments=[early, commitment(due="2023-01-01", local="c2")]) == [
        (Clash.DUE_BEFORE_PLAN, early.id)
    ]


def test_what_was_checked_and_what_could_not_be_is_counted():
    dated = chronology(
        [measure("1"), measure("1", period="?", local="b"), measure("not_reported", local="c")],
        [commitment()],
        {SOURCE: source(published=day("2024-01-05"))},
    )
    # One figure, one promise and one document; the figure without a period cannot be checked.
    assert (dated.checked, dated.unknown) == (3, 1)
    assert chronology([measure("1")], [], {SOURCE: source()}).unknown == 1
