"""R1 and R2 of docs/methodology.md: a figure against its target, with what its qualifier leaves open."""

from decimal import Decimal

import pytest

from ledger.analysis.attainment import Attainment, attainment_of, margin, targets_differ
from ledger.model.indicator import Direction
from tests.ledger.builders import measure, target

BETTER, EQUAL, WORSE, UNDECIDED = (
    Attainment.BETTER,
    Attainment.EQUAL,
    Attainment.WORSE,
    Attainment.UNDECIDED,
)


@pytest.mark.parametrize(
    ("value", "goal", "expected"),
    [
        ("63.9", ">= 62", BETTER),
        ("62", ">= 62", EQUAL),
        ("62.00", ">= 62", EQUAL),
        ("61", ">= 62", WORSE),
        ("9.3", "<= 9.5", BETTER),
        ("9.50", "<= 9.5", EQUAL),
        ("9.6", "<= 9.5", WORSE),
        ("5", "= 5", EQUAL),
        ("6", "= 5", WORSE),
        ("4", "= 5", WORSE),
        ("0", "<= 0", EQUAL),
        ("1", "<= 0", WORSE),
        ("-1", "<= 0", BETTER),
        ("0", ">= 0", EQUAL),
        ("0", "= 0", EQUAL),
        # As binary fractions 0.1 + 0.2 is not 0.3, and 4.35 × 100 is not 435.
        ("0.3", "= 0.3", EQUAL),
        ("4.35", ">= 4.35", EQUAL),
    ],
)
def test_a_plain_number_is_better_equal_or_worse(value, goal, expected):
    assert expected is attainment_of(measure(value), target(goal))


@pytest.mark.parametrize(
    ("value", "word", "goal", "expected"),
    [
        # At least 85, 90 or 80.
        ("85", "以上", ">= 85", EQUAL),
        ("90", "以上", ">= 85", BETTER),
        ("80", "以上", ">= 85", UNDECIDED),
        ("86", "以上", "<= 85", WORSE),
        ("85", "以上", "<= 85", UNDECIDED),
        ("80", "以上", "<= 85", UNDECIDED),
        ("86", "以上", "= 85", WORSE),
        ("85", "以上", "= 85", UNDECIDED),
        ("80", "以上", "= 85", UNDECIDED),
        # At most 80, 85 or 90.
        ("80", "近", ">= 85", WORSE),
        ("85", "近", ">= 85", UNDECIDED),
        ("90", "近", ">= 85", UNDECIDED),
        ("80", "近", "<= 85", BETTER),
        ("85", "近", "<= 85", EQUAL),
        ("90", "近", "<= 85", UNDECIDED),
        ("80", "近", "= 85", WORSE),
        ("85", "近", "= 85", UNDECIDED),
        ("90", "近", "= 85", UNDECIDED),
        # About 86, however far from the target.
        ("86", "约", ">= 85", UNDECIDED),
        ("85", "约", ">= 85", UNDECIDED),
        ("20", "约", ">= 85", UNDECIDED),
        ("20", "约", "<= 85", UNDECIDED),
        ("85", "约", "= 85", UNDECIDED),
    ],
)
def test_a_bound_decides_only_where_every_number_it_allows_agrees(value, word, goal, expected):
    assert expected is attainment_of(measure(value, "%", word), target(goal))


@pytest.mark.parametrize(
    ("value", "goal", "direction", "expected"),
    [
        # 1.96 and 2.4 round to 2, 1.4 to 1, 2.6 and 2.5 to 3.
        ("1.96", "approx 2", "higher", EQUAL),
        ("2.4", "approx 2", "none", EQUAL),
        ("2.6", "approx 2", "higher", BETTER),
        ("2.5", "approx 2", "higher", BETTER),
        ("1.4", "approx 2", "higher", WORSE),
        ("2.6", "approx 2", "lower", WORSE),
        ("1.4", "approx 2", "lower", BETTER),
        ("2.6", "approx 2", "none", WORSE),
        ("1.4", "approx 2", "none", WORSE),
        # The target has one decimal: 2.04 rounds to 2.0, 2.05 to 2.1.
        ("2.04", "approx 2.0", "none", EQUAL),
        ("2.05", "approx 2.0", "none", WORSE),
        ("0.4", "approx 0", "none", EQUAL),
    ],
)
def test_an_approximate_target_asks_for_its_own_decimals_only(value, goal, direction, expected):
    assert expected is attainment_of(measure(value), target(goal), Direction(direction))


@pytest.mark.parametrize(
    ("value", "word", "direction", "expected"),
    [
        # About 60.4 rounds to the target; about 61 does not.
        ("60.4", "约", "none", EQUAL),
        ("61", "约", "higher", UNDECIDED),
        ("61", "约", "none", UNDECIDED),
        ("60", "以上", "higher", EQUAL),
        ("61", "以上", "higher", BETTER),
        ("59", "以上", "higher", UNDECIDED),
        ("60", "以上", "lower", UNDECIDED),
        ("61", "以上", "lower", WORSE),
        ("60", "以上", "none", UNDECIDED),
        ("61", "以上", "none", WORSE),
        ("59", "近", "higher", WORSE),
        ("60", "近", "higher", UNDECIDED),
        ("60", "近", "lower", EQUAL),
        ("59", "近", "lower", BETTER),
        ("59", "近", "none", WORSE),
    ],
)
def test_a_qualified_number_against_an_approximate_target(value, word, direction, expected):
    assert expected is attainment_of(measure(value, "%", word), target("approx 60"), Direction(direction))


@pytest.mark.parametrize(
    ("value", "unit", "goal", "goal_unit", "expected"),
    [
        # 1.17 万人 are 11,700 人.
        ("1.17", "万人", ">= 11700", "人", EQUAL),
        ("1.17", "万人", ">= 11701", "人", WORSE),
        ("11800", "人", ">= 1.17", "万人", BETTER),
        ("0.5", "亿元", "<= 5000", "万元", EQUAL),
        # 11,960 人 are 1.196 万人, which rounds to 1.2; 12,500 人 round to 1.3.
        ("11960", "人", "approx 1.2", "万人", EQUAL),
        ("12500", "人", "approx 1.2", "万人", WORSE),
        # Written in 人 the target is exact to one person.
        ("1.2", "万人", "approx 11960", "人", WORSE),
    ],
)
def test_scaled_units_are_compared_in_base_units(value, unit, goal, goal_unit, expected):
    assert expected is attainment_of(measure(value, unit), target(goal, goal_unit))


@pytest.mark.parametrize(
    ("figure", "goal"),
    [
        (measure("redacted"), target(">= 62")),
        (measure("not_reported"), target(">= 62")),
        (measure("63.9"), target(">= redacted")),
        (measure("100"), target("yes")),
        (measure("63", "人"), target(">= 62", "%")),
        (measure("63", "‰"), target(">= 62", "%")),
    ],
)
def test_nothing_is_decided_or_subtracted_without_two_open_numbers_of_one_unit(figure, goal):
    assert attainment_of(figure, goal) is UNDECIDED
    assert margin(figure, goal) is None


def test_fifteen_digits_and_fifteen_decimals_are_compared():
    figure = measure("999999999999999", "亿元")
    assert attainment_of(figure, target("approx 0.00000000000001", "亿元"), Direction.HIGHER) is BETTER


@pytest.mark.parametrize(
    ("figure", "goal", "expected"),
    [
        (measure("63.9"), target(">= 62"), "1.9"),
        (measure("9.3"), target("<= 9.5"), "-0.2"),
        (measure("1.17", "万人"), target(">= 11000", "人"), "700"),
        (measure("0"), target("<= 0"), "0"),
    ],
)
def test_margin_is_value_minus_target_in_base_units(figure, goal, expected):
    assert Decimal(expected) == margin(figure, goal)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (target(">= 50"), target(">= 45"), True),
        (target(">= 50"), target("= 50"), True),
        (target(">= 50"), target(">= 50", "‰"), True),
        (target(">= 50"), target("yes"), True),
        (target(">= 50"), target(">= 50.0"), False),
        (target(">= 1.2", "万人"), target(">= 12000", "人"), False),
        (target("yes"), target("yes"), False),
        # A masked number may be the same one.
        (target(">= redacted"), target(">= 50"), False),
        (target(">= 50"), target(">= redacted"), False),
    ],
)
def test_targets_differ_when_they_surely_ask_for_something_else(earlier, later, expected):
    assert expected is targets_differ(earlier, later)
