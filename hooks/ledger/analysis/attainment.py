"""Holding a value against its target, in exact decimals, with what a qualifier leaves open."""

from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum

from ledger.model.indicator import Direction
from ledger.model.measure import Measure
from ledger.model.quantity import Bound, Qualifier
from ledger.model.target import Operator, Target

# Wide enough for fifteen digits on either side of the point, in 亿.
_WIDE = Context(prec=80)


class Attainment(Enum):
    """How a value stands to its target."""

    BETTER = "better"
    EQUAL = "equal"
    WORSE = "worse"
    UNDECIDED = "undecided"


def attainment_of(measure: Measure, target: Target, direction: Direction = Direction.NONE) -> Attainment:
    """Hold a measure against a target.

    Args:
        measure: the figure.
        target: what it should reach.
        direction: which way is better; needed for approximate targets only.

    Returns:
        UNDECIDED when either number is missing, the units differ, or the qualifier leaves it open.
    """
    if measure.base_value is None or target.value is None or target.unit is None:
        return Attainment.UNDECIDED
    if measure.unit.base != target.unit.base:
        return Attainment.UNDECIDED
    goal = target.unit.to_base(target.value)
    value, bound = measure.base_value, _bound(measure.qualifier)
    if target.operator is Operator.AT_LEAST:
        return _at_least(value, bound, goal)
    if target.operator is Operator.AT_MOST:
        return _at_least(-value, _mirrored(bound), -goal)
    if target.operator is Operator.EQUAL:
        return _exactly(value, bound, goal)
    # “左右” asks for no more precision than the target itself is written in.
    step = Decimal(1).scaleb(int(target.value.as_tuple().exponent))
    rounded = (value / target.unit.factor).quantize(step, ROUND_HALF_UP, _WIDE)
    return _approximately(rounded, bound, target.value, direction)


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


def targets_differ(earlier: Target, later: Target) -> bool:
    """Tell whether two targets surely ask for different things; a masked number may be any.

    Args:
        earlier: one target.
        later: the other.
    """
    if earlier.redacted or later.redacted:
        return False
    return _in_base(earlier) != _in_base(later)


def _in_base(target: Target) -> tuple[Operator, Decimal | None, str | None]:
    if target.value is None or target.unit is None:
        return target.operator, None, None
    return target.operator, target.unit.to_base(target.value), target.unit.base


def _bound(qualifier: Qualifier | None) -> Bound | None:
    return qualifier.bound if qualifier else None


def _mirrored(bound: Bound | None) -> Bound | None:
    if bound is Bound.LOWER:
        return Bound.UPPER
    return Bound.LOWER if bound is Bound.UPPER else bound


def _at_least(value: Decimal, bound: Bound | None, goal: Decimal) -> Attainment:
    if bound is Bound.ABOUT:
        return Attainment.UNDECIDED
    if value > goal and bound is not Bound.UPPER:
        return Attainment.BETTER
    if value == goal and bound is not Bound.UPPER:
        return Attainment.EQUAL
    if value < goal and bound is not Bound.LOWER:
        return Attainment.WORSE
    return Attainment.UNDECIDED


def _exactly(value: Decimal, bound: Bound | None, goal: Decimal) -> Attainment:
    if bound is None:
        return Attainment.EQUAL if value == goal else Attainment.WORSE
    is_past = (bound is Bound.LOWER and value > goal) or (bound is Bound.UPPER and value < goal)
    return Attainment.WORSE if is_past else Attainment.UNDECIDED


def _approximately(rounded: Decimal, bound: Bound | None, goal: Decimal, direction: Direction) -> Attainment:
    if rounded == goal and bound in {None, Bound.ABOUT}:
        return Attainment.EQUAL
    if direction is Direction.HIGHER:
        return _at_least(rounded, bound, goal)
    if direction is Direction.LOWER:
        return _at_least(-rounded, _mirrored(bound), -goal)
    return _exactly(rounded, bound, goal)
