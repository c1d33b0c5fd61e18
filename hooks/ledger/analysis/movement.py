"""Stated changes beside the changes that follow from 由 A 到 B."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from ledger.analysis.agreement import Agreement, Obstacle
from ledger.analysis.span import PRECISION, Span, last_digit, span_of, span_of_measure
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.quantity import Change

_WIDE = Context(prec=PRECISION)
_HUNDRED = Decimal(100)
_POINTS = {"百分点": "%", "个千分点": "‰"}
_RELATIVE = {"%": _HUNDRED, "倍": Decimal(1)}


@dataclass(frozen=True)
class Movement:
    """A stated change worked out again.

    Args:
        measure: the figure with its earlier value and its change.
        change: the stated change.
        value: the change that follows, in the unit of the stated one; None when none follows.
        agreement: how the two stand to each other; None when none follows.
        obstacle: why none follows.
    """

    measure: Measure
    change: Change
    value: Decimal | None = None
    agreement: Agreement | None = None
    obstacle: Obstacle | None = None


def movements(measures: Iterable[Measure]) -> dict[str, Movement]:
    """Work out every stated change.

    Args:
        measures: any figures.

    Returns:
        Movements by id of the figure.
    """
    found = (_movement(measure, measure.change) for measure in measures if measure.change)
    return {item.measure.id: item for item in found}


def _movement(measure: Measure, change: Change) -> Movement:
    obstacle = _obstacle(measure, change)
    if obstacle is not None:
        return Movement(measure, change, obstacle=obstacle)
    before, after = measure.baseline or Decimal(0), measure.value or Decimal(0)
    exact = _exact(before, after, measure, change)
    agreement = _agreement(measure, change)
    if exact is None or agreement is None:
        return Movement(measure, change, obstacle=Obstacle.QUALIFIED if exact is not None else Obstacle.UNITS)
    if exact.quantize(last_digit(change.value), ROUND_HALF_UP, _WIDE) == change.value:
        agreement = Agreement.ROUNDED
    places = max(last_digit(change.value) / 100, Decimal(1).scaleb(-6))
    return Movement(measure, change, exact.quantize(places, ROUND_HALF_UP, _WIDE), agreement)


def _obstacle(measure: Measure, change: Change) -> Obstacle | None:
    if measure.status is MeasureStatus.REDACTED:
        return Obstacle.REDACTED
    if measure.value is None or measure.baseline is None:
        return Obstacle.NOT_GIVEN
    if change.unit.base in _RELATIVE and measure.baseline <= 0:
        return Obstacle.NOT_GIVEN
    is_known = change.unit.base in _RELATIVE or _POINTS.get(change.unit.base, change.unit.base) == (
        measure.unit.base
    )
    return None if is_known else Obstacle.UNITS


def _exact(before: Decimal, after: Decimal, measure: Measure, change: Change) -> Decimal | None:
    factor = _RELATIVE.get(change.unit.base)
    if factor is None:
        moved = measure.unit.to_base(after) - measure.unit.to_base(before)
        return _WIDE.divide(moved, change.unit.factor)
    return _WIDE.divide(_WIDE.multiply(factor, after - before), before)


def _agreement(measure: Measure, change: Change) -> Agreement | None:
    """Hold all that the three numbers may stand for against each other; None beside 约 and its like."""
    stated = span_of(abs(change.value), change.unit, change.qualifier)
    before = span_of(measure.baseline or Decimal(0), measure.unit)
    after = span_of_measure(measure)
    if stated is None or before is None or after is None:
        return None
    stated = stated if change.value >= 0 else stated.mirrored()
    fits = any(stated.meets(span) for span in _allowed(before, after, change))
    return Agreement.WITHIN_PARTS if fits else Agreement.DIFFERS


def _allowed(before: Span, after: Span, change: Change) -> list[Span]:
    moved = after.minus(before)
    factor = _RELATIVE.get(change.unit.base)
    if factor is None:
        return [moved]
    share = moved.over(before)
    spans = [share.times(factor)] if share else []
    # 倍 is written both for the growth and for the whole: “增长 2 倍”, “是原来的 2 倍”.
    whole = after.over(before) if change.unit.base == "倍" else None
    return [*spans, whole] if whole else spans
