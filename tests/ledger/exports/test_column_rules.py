"""What single cells say: base units, blanks, targets, dates."""

from datetime import date
from decimal import Decimal

import pytest

from ledger.exports.columns import COMMITMENTS, SOURCES
from ledger.exports.rows import SourceRow
from ledger.model.commitment import DueBasis
from ledger.model.measure import MeasureStatus
from ledger.model.period import Period
from ledger.model.quantity import Change
from ledger.model.target import Operator, Target
from tests.ledger.exports.reading import cells, figure
from tests.ledger.exports.records import (
    PEOPLE,
    PERCENT,
    TEN_THOUSAND_PEOPLE,
    TEN_THOUSAND_YUAN,
    assessment,
    commitment,
    measure,
    source,
)


def test_bare_figure_leaves_the_other_columns_blank():
    row = figure(measure("m1", "12"))

    assert row == {
        "id": "demo-2023-family-doctor-m1",
        "region": "demo",
        "year": "2023",
        "topic": "family-doctor",
        "name": "签约人数",
        "status": "disclosed",
        "value": "12",
        "unit": "人",
        "period_start": "2023-01-01",
        "period_end": "2023-12-31",
        "source": "demo-1",
        "at": "一、(一)",
        "repaired": "false",
        "value_written": "12",
        "unit_written": "人",
    }


@pytest.mark.parametrize(
    ("written", "unit", "value"),
    [
        ("1.8", TEN_THOUSAND_PEOPLE, "18000"),
        ("4120.38", TEN_THOUSAND_YUAN, "41203800"),
        ("0.70", TEN_THOUSAND_PEOPLE, "7000"),
        ("0.12345", TEN_THOUSAND_YUAN, "1234.5"),
        ("12", PEOPLE, "12"),
        ("63.0", PERCENT, "63.0"),
    ],
)
def test_values_are_plain_numbers_in_the_base_unit(written, unit, value):
    row = figure(measure("m1", written, unit))

    assert (row["value"], row["unit"]) == (value, unit.base)
    assert (row["value_written"], row["unit_written"]) == (written, unit.written)


def test_baseline_and_change_are_in_base_units_too():
    change = Change(Decimal("-0.2"), TEN_THOUSAND_PEOPLE)

    row = figure(measure("m1", "1.8", TEN_THOUSAND_PEOPLE, baseline=Decimal("2.0"), change=change))

    assert row["baseline_value"] == "20000"
    assert (row["change_value"], row["change_unit"]) == ("-2000", "人")


@pytest.mark.parametrize("status", [MeasureStatus.REDACTED, MeasureStatus.NOT_REPORTED])
def test_figure_without_a_number_keeps_its_unit_and_says_why(status):
    row = figure(measure("m1", None, TEN_THOUSAND_YUAN, status=status))

    assert (row["status"], row["unit"]) == (status.value, "元")
    assert "value" not in row
    assert "value_written" not in row


def test_masked_part_of_a_rate_is_blank_and_still_named():
    rate = measure("m1", "50", PERCENT, numerator="n", denominator="d")

    row = figure(rate, numerator=measure("n", None), denominator=measure("d", "0"))

    assert "numerator" not in row
    assert row["numerator_id"] == "n"
    assert row["denominator"] == "0"


@pytest.mark.parametrize("period", ["?", "2023-01/?", "?/2023-06-30"])
def test_unknown_end_of_a_period_is_blank(period):
    expected = Period.parse(period)

    row = figure(measure("m1", period=expected))

    assert row.get("period_start") == (expected.start and expected.start.isoformat())
    assert row.get("period_end") == (expected.end and expected.end.isoformat())


TARGETS = [
    (None, {}),
    (Target(Operator.YES), {}),
    (
        Target(Operator.AT_LEAST, Decimal("1.8"), TEN_THOUSAND_PEOPLE),
        {"target_op": ">=", "target_value": "18000", "target_unit": "人"},
    ),
    (
        Target(Operator.AT_MOST, Decimal("6.0"), PERCENT),
        {"target_op": "<=", "target_value": "6.0", "target_unit": "%"},
    ),
    (
        Target(Operator.EQUAL, Decimal(0), PEOPLE),
        {"target_op": "=", "target_value": "0", "target_unit": "人"},
    ),
    (
        Target(Operator.APPROXIMATE, Decimal(60), PERCENT),
        {"target_op": "approx", "target_value": "60", "target_unit": "%"},
    ),
    (
        Target(Operator.AT_LEAST, None, TEN_THOUSAND_PEOPLE, redacted=True),
        {"target_op": ">=", "target_unit": "人"},
    ),
]


@pytest.mark.parametrize(("target", "expected"), TARGETS)
def test_target_reads_the_same_beside_a_figure_and_in_its_commitment(target, expected):
    names = ("target_op", "target_value", "target_unit")
    beside = figure(measure("m1"), target)
    own = cells(COMMITMENTS, assessment(commitment("c1", target)))

    assert {name: beside[name] for name in names if name in beside} == expected
    assert {name: own[name] for name in names if name in own} == expected


@pytest.mark.parametrize(
    ("target", "kind", "redacted"),
    [
        (None, "measure", "false"),
        (Target(Operator.YES), "measure", "false"),
        (Target(Operator.AT_LEAST, Decimal(85), PERCENT), "numeric", "false"),
        (Target(Operator.AT_LEAST, None, PERCENT, redacted=True), "numeric", "true"),
    ],
)
def test_commitment_with_a_number_to_reach_is_numeric_even_when_masked(target, kind, redacted):
    row = cells(COMMITMENTS, assessment(commitment("c1", target)))

    assert (row["kind"], row["target_redacted"]) == (kind, redacted)


def test_due_day_is_blank_for_ongoing_work_only():
    ongoing = cells(COMMITMENTS, assessment(commitment(due_basis=DueBasis.ONGOING)))
    assumed = cells(COMMITMENTS, assessment(commitment(due_basis=DueBasis.PLAN_YEAR)))

    assert "due" not in ongoing
    assert ongoing["due_basis"] == "ongoing"
    assert (assumed["due"], assumed["due_basis"]) == ("2023-12-31", "plan_year")


def test_day_of_a_repost_never_stands_in_for_the_day_of_publication():
    row = cells(
        SOURCES, SourceRow(source(reposted=date(2024, 1, 24), written=date(2024, 1, 2)), 0, 0, 0, 0, 0)
    )

    assert "published" not in row
    assert row["period_start"] == "2023-01-01"
    assert "period_end" not in row
