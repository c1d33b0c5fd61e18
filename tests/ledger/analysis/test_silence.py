from datetime import date

from ledger.analysis.silence import awaited_measures, missing_measures
from ledger.model.measure import MeasureStatus
from tests.ledger.builders import commitment, indicator, ledger, measure

DUE = commitment(">= 62", local="c1", due="2023-12-31")
LATER = commitment(">= 70", local="c2", due="2025-12-31", indicator="management-rate")


def test_open_numeric_target_without_figure_is_missing_after_its_due_day():
    (found,) = missing_measures(ledger(DUE, LATER, as_of="2024-01-01"))
    assert (found.status, found.value, found.unit) == (MeasureStatus.NOT_REPORTED, None, DUE.target.unit)
    assert (found.commitment, found.name, found.id) == (DUE.id, DUE.text, f"{DUE.id}-figure")
    assert (found.origin.source, found.origin.at) == (DUE.origin.source, DUE.origin.at)


def test_before_and_on_its_due_day_it_is_awaited():
    book = ledger(DUE, LATER, indicators=[indicator()], as_of="2023-12-31")
    assert missing_measures(book) == []
    assert [item.commitment for item in awaited_measures(book)] == [DUE.id, LATER.id]


def test_absent_figure_has_the_indicator_and_the_year_of_the_due_day():
    book = ledger(LATER, indicators=[indicator()])
    (found,) = awaited_measures(book)
    assert (found.name, found.indicator) == ("管理率", "management-rate")
    assert (found.period.start, found.period.end) == (date(2025, 1, 1), date(2025, 12, 31))


def test_nothing_is_missing_where_no_open_number_was_promised():
    others = [
        commitment(local="c1"),
        commitment("yes", local="c2"),
        commitment(">= redacted", local="c3"),
        commitment(">= 62", local="c4", owner="国务院"),
    ]
    assert missing_measures(ledger(*others)) == awaited_measures(ledger(*others)) == []


def test_any_answering_figure_ends_the_silence():
    for value in ("55", "redacted", "not_reported"):
        assert missing_measures(ledger(DUE, measure(value, commitment=DUE.id))) == []
