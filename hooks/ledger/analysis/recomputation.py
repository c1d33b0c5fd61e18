"""Published rates beside the rates that follow from their own parts.

A rate agrees with its parts when some value allowed for the rate equals some value allowed by the parts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

from ledger.analysis.agreement import Agreement, Obstacle, obstacle_of
from ledger.analysis.span import PRECISION, last_digit, span_of_measure
from ledger.model.measure import Measure, MeasureStatus

_WIDE = Context(prec=PRECISION)
_FACTORS = {"%": Decimal(100), "‰": Decimal(1000), "/10万": Decimal(100000)}


@dataclass(frozen=True)
class Recomputation:
    """One rate worked out again.

    Args:
        measure: the published rate.
        numerator: its numerator.
        denominator: its denominator.
        value: the recomputed rate, two decimals more than the published one.
        agreement: how the two stand to each other.
    """

    measure: Measure
    numerator: Measure
    denominator: Measure
    value: Decimal
    agreement: Agreement


def recompute_all(measures: Mapping[str, Measure]) -> dict[str, Recomputation]:
    """Work out every rate whose parts are disclosed.

    Args:
        measures: all measures by id.

    Returns:
        Recomputations by id of the rate.
    """
    found = (recompute(measure, measures) for measure in measures.values())
    return {item.measure.id: item for item in found if item is not None}


def recompute(measure: Measure, measures: Mapping[str, Measure]) -> Recomputation | None:
    """Work out one rate; None when it is no rate, or when it or a part is not open or not definite.

    Args:
        measure: the published rate.
        measures: all measures by id.
    """
    numerator = measures.get(measure.numerator or "")
    denominator = measures.get(measure.denominator or "")
    factor = _FACTORS.get(measure.unit.base)
    if numerator is None or denominator is None or factor is None or measure.value is None:
        return None
    above, below = numerator.base_value, denominator.base_value
    if above is None or not below or _are_qualified(measure, numerator, denominator):
        return None
    exact = _WIDE.divide(_WIDE.multiply(factor, above), below)
    return Recomputation(
        measure,
        numerator,
        denominator,
        exact.quantize(last_digit(measure.value) / 100, ROUND_HALF_UP, _WIDE),
        _agreement(measure, exact, numerator, denominator, factor),
    )


def _are_qualified(*measures: Measure) -> bool:
    return any(measure.qualifier for measure in measures)


def _agreement(
    measure: Measure, exact: Decimal, numerator: Measure, denominator: Measure, factor: Decimal
) -> Agreement:
    step = last_digit(measure.value or Decimal(0))
    if exact.quantize(step, ROUND_HALF_UP, _WIDE) == measure.value:
        return Agreement.ROUNDED
    if exact.quantize(step, ROUND_DOWN, _WIDE) == measure.value:
        return Agreement.CUT_OFF
    published, above, below = (span_of_measure(item) for item in (measure, numerator, denominator))
    allowed = above.over(below) if above and below else None
    is_within = published and allowed and published.meets(allowed.times(factor))
    return Agreement.WITHIN_PARTS if is_within else Agreement.DIFFERS


def unchecked_rates(measures: Mapping[str, Measure]) -> Counter[Obstacle]:
    """Count the published and masked rates that cannot be worked out again, by reason.

    Args:
        measures: all measures by id.
    """
    rates = [item for item in measures.values() if item.unit.base in _FACTORS]
    given = [item for item in rates if item.status is not MeasureStatus.NOT_REPORTED]
    return Counter(_obstacle(item, measures) for item in given if recompute(item, measures) is None)


def _obstacle(measure: Measure, measures: Mapping[str, Measure]) -> Obstacle:
    parts = [measures.get(measure.numerator or ""), measures.get(measure.denominator or "")]
    # A denominator of nought is as good as none.
    if parts[1] is not None and parts[1].value == 0:
        return Obstacle.NOT_GIVEN
    return obstacle_of([measure, *parts]) or Obstacle.QUALIFIED


def differing(recomputations: Iterable[Recomputation]) -> list[Recomputation]:
    """Keep those whose parts do not give the published rate.

    Args:
        recomputations: any recomputations.
    """
    return [item for item in recomputations if item.agreement is Agreement.DIFFERS]
