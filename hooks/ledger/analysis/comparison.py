"""Holding a value against its target, in exact decimals, with what a qualifier leaves open."""

from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from ledger.model.indicator import Direction
from ledger.model.measure import Measure
from ledger.model.quantity import Bound, Qualifier
from ledger.model.target import Operator, Target


class Comparison(Enum):
    """How a value stands to its target."""

    BETTER = "better"
    EQUAL = "equal"
    WORSE = "worse"
    UNDECIDED = "undecided"


def compare(measure: Measure, target: Target, direction: Direction = Direction.NONE) -> Comparison:
    """Hold a measure against a target.

    Args:
        measure: the figure.
        target: what it should reach.
        direction: which way is better; needed for approximate targets only.

    Returns:
        UNDECIDED when either number is missing, the units differ, or the qualifier leaves it open.
    """
    if measure.base_value is None or target.value is None or target.unit is None:
        return Comparison.UNDECIDED
    if measure.unit.base != target.unit.base:
        return Comparison.UNDECIDED
    goal = target.unit.to_base(target.value)
    value, bound = measure.base_value, _bound(measure.qualifier)
    if target.operator is Operator.AT_LEAST:
        return _at_least(value, bound, goal)
    if target.operator is Operator.AT_MOST:
        return _at_least(-value, _mirrored(bound), -goal)
    if target.operator is Operator.EQUAL:
        return _exactly(value, bound, goal)
    return _approximately(measure, target, value, goal, direction)


def margin(measure: Measure, target: Target) -> Decimal | None:
    """Subtract the target from the value, in base units; None when they cannot be subtracted.

    Args:
        measure: the figure.
        target: what it should reach.
    """
    if measure.base_value is None or target.value is None or target.unit is None:
        return None
    if measure.unit.base != target.unit.base:
        return None
    return measure.base_value - target.unit.to_base(target.value)


def _bound(qualifier: Qualifier | None) -> Bound | None:
    return qualifier.bound if qualifier else None


def _mirrored(bound: Bound | None) -> Bound | None:
    return {Bound.LOWER: Bound.UPPER, Bound.UPPER: Bound.LOWER}.get(bound, bound) if bound else None


def _at_least(value: Decimal, bound: Bound | None, goal: Decimal) -> Comparison:
    if bound is Bound.ABOUT:
        return Comparison.UNDECIDED
    if value > goal and bound is not Bound.UPPER:
        return Comparison.BETTER
    if value == goal and bound is not Bound.UPPER:
        return Comparison.EQUAL
    if value < goal and bound is not Bound.LOWER:
        return Comparison.WORSE
    return Comparison.UNDECIDED


def _exactly(value: Decimal, bound: Bound | None, goal: Decimal) -> Comparison:
    if bound is not None:
        return Comparison.UNDECIDED
    return Comparison.EQUAL if value == goal else Comparison.WORSE


def _approximately(
    measure: Measure, target: Target, value: Decimal, goal: Decimal, direction: Direction
) -> Comparison:
    # “左右” asks for no more precision than the target itself is written in.
    if measure.value is not None and target.value is not None and measure.unit == target.unit:
        step = Decimal(1).scaleb(int(target.value.as_tuple().exponent))
        if measure.value.quantize(step, ROUND_HALF_UP) == target.value:
            return Comparison.EQUAL
    if value == goal:
        return Comparison.EQUAL
    if direction is Direction.HIGHER:
        return _at_least(value, _bound(measure.qualifier), goal)
    if direction is Direction.LOWER:
        return _at_least(-value, _mirrored(_bound(measure.qualifier)), -goal)
    return _exactly(value, _bound(measure.qualifier), goal)
