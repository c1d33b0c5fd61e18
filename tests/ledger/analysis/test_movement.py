"""Stated changes; every expected change is worked out by hand in a comment."""

from decimal import Decimal

import pytest

from ledger.analysis.agreement import Agreement, Obstacle
from ledger.analysis.movement import movements
from ledger.model.quantity import Change, Unit
from tests.ledger.builders import measure, qualifier, unit

POINTS = {"百分点": Unit("百分点", "百分点", "change"), "个千分点": Unit("个千分点", "个千分点", "change")}
TIMES = Unit("倍", "倍", "change")


def moved(before, after, unit_, change, change_unit, word=None, *, after_word=None):
    """A figure from one value to another with its stated change."""
    units = {**POINTS, "倍": TIMES}
    stated = Change(Decimal(change), units.get(change_unit) or unit(change_unit), None, qualifier(word))
    baseline = None if before is None else Decimal(before)
    figure = measure(after, unit_, after_word, baseline=baseline, change=stated)
    return movements([figure])[figure.id]


@pytest.mark.parametrize(
    ("before", "after", "unit_", "change", "change_unit", "exact", "agreement"),
    [
        # 82.5 − 80.1 = 2.4
        ("80.1", "82.5", "%", "2.4", "百分点", "2.400", "rounded"),
        ("80.1", "82.5", "%", "-2.4", "百分点", "2.400", "differs"),
        # 80.1 stands for 80.05 to 80.2, 82.5 for 82.45 to 82.6: between 2.25 and 2.55; 2.5 is 2.45 to 2.6.
        ("80.1", "82.5", "%", "2.5", "百分点", "2.400", "within_parts"),
        ("80.1", "82.5", "%", "2.6", "百分点", "2.400", "differs"),
        # (82.5 − 80.1) ÷ 80.1 = 2.996…%
        ("80.1", "82.5", "%", "3.0", "%", "2.996", "rounded"),
        # 5.43 − 5.91 = −0.48
        ("5.91", "5.43", "‰", "-0.48", "个千分点", "-0.4800", "rounded"),
        ("5.91", "5.43", "‰", "0.48", "个千分点", "-0.4800", "differs"),
        ("8", "12", "张", "4", "张", "4.00", "rounded"),
        ("8", "12", "张", "3", "张", "4.00", "differs"),
        # (12 − 8) ÷ 8 = 50%; (8 − 12) ÷ 12 = −33.33…%
        ("8", "12", "张", "50", "%", "50.00", "rounded"),
        ("12", "8", "张", "-33.3", "%", "-33.333", "rounded"),
        ("12", "8", "张", "-33.4", "%", "-33.333", "differs"),
        # (4 − 1) ÷ 1 = 3 times more, 4 times as many; both are written 倍.
        ("1", "4", "张", "3", "倍", "3.00", "rounded"),
        ("1", "4", "张", "4", "倍", "3.00", "within_parts"),
        ("1", "4", "张", "6", "倍", "3.00", "differs"),
        # 1.2 万 − 8,000 = 4,000; 1.2 万 stands for 11,500 to 13,000.
        ("0.8", "1.2", "万人", "4000", "人", "4000.00", "rounded"),
        ("0.8", "1.2", "万人", "4400", "人", "4000.00", "within_parts"),
        ("0.8", "1.2", "万人", "5600", "人", "4000.00", "differs"),
    ],
)
def test_changes_are_worked_out(before, after, unit_, change, change_unit, exact, agreement):
    found = moved(before, after, unit_, change, change_unit)
    assert (str(found.value), found.agreement) == (exact, Agreement(agreement))


def test_a_word_beside_the_change_widens_it():
    assert moved("8", "12", "张", "30", "%", "以上").agreement is Agreement.WITHIN_PARTS
    assert moved("8", "12", "张", "60", "%", "以上").agreement is Agreement.DIFFERS
    assert moved("8", "12", "张", "3", "张", after_word="以上").agreement is Agreement.DIFFERS
    assert moved("8", "12", "张", "9", "张", after_word="以上").agreement is Agreement.WITHIN_PARTS
    assert moved("8", "12", "张", "30", "%", "约").obstacle is Obstacle.QUALIFIED


def test_what_is_not_there_is_said():
    assert moved(None, "12", "张", "4", "张").obstacle is Obstacle.NOT_GIVEN
    assert moved("8", "not_reported", "张", "4", "张").obstacle is Obstacle.NOT_GIVEN
    assert moved("8", "redacted", "张", "4", "张").obstacle is Obstacle.REDACTED
    assert moved("0", "12", "张", "4", "%").obstacle is Obstacle.NOT_GIVEN
    assert moved("8", "12", "张", "4", "百分点").obstacle is Obstacle.UNITS


def test_a_figure_without_a_change_is_left_out():
    assert movements([measure("1")]) == {}
