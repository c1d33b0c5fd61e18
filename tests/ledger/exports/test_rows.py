from dataclasses import replace
from decimal import Decimal

from ledger.exports.rows import measure_rows, source_rows
from ledger.model.measure import MeasureStatus
from ledger.model.record import Origin
from ledger.model.target import Operator, Target
from tests.ledger.exports.records import PERCENT, file, findings, ledger, measure, sample, source


def test_missing_figures_follow_the_figures_of_their_own_file():
    book = sample()

    ids = [row.measure.id for row in measure_rows(book.ledger, book.findings)]

    assert ids == [
        "demo-2023-family-doctor-m1",
        "demo-2023-family-doctor-m2",
        "demo-2023-family-doctor-m3",
        "demo-2023-family-doctor-c2-figure",
        "demo-2023-immunization-m1",
    ]


def test_missing_figures_of_one_file_keep_their_order():
    absent = [measure(local, None, status=MeasureStatus.NOT_REPORTED) for local in ("c9-figure", "c1-figure")]

    rows = measure_rows(ledger(file()), findings(missing=absent))

    assert [row.measure.key.local for row in rows] == ["c9-figure", "c1-figure"]


def test_figure_is_joined_with_its_target_and_its_parts():
    book = sample()

    signed, rate, *_ = measure_rows(book.ledger, book.findings)

    assert rate.target == Target(Operator.AT_LEAST, Decimal(85), PERCENT)
    assert rate.numerator == signed.measure
    assert rate.denominator is None
    assert signed.target is None


def test_documents_count_what_was_taken_from_them():
    counted, empty = source_rows(replace(sample().ledger, sources={"demo-1": source(), "b": source(id="b")}))

    assert (counted.disclosed, counted.redacted) == (3, 1)
    assert (counted.commitments, counted.outcomes, counted.stated_problems) == (2, 1, 1)
    assert (empty.disclosed, empty.redacted) == (0, 0)
    assert (empty.commitments, empty.outcomes, empty.stated_problems) == (0, 0, 0)


def test_figures_count_for_the_document_they_stand_in_and_missing_ones_for_none():
    figures = [
        measure("m1", None),
        measure("m2", "3", origin=Origin("other", "二")),
        measure("m3", None, status=MeasureStatus.NOT_REPORTED),
    ]

    rows = source_rows(ledger(file(measures=figures), sources=[source(), source(id="other")]))

    assert [(row.disclosed, row.redacted) for row in rows] == [(0, 1), (1, 0)]


def test_figures_that_are_not_due_yet_follow_too():
    awaited = [measure("c2-figure", None, status=MeasureStatus.NOT_REPORTED)]

    rows = measure_rows(ledger(file()), findings(awaited=awaited))

    assert [row.measure.key.local for row in rows] == ["c2-figure"]
