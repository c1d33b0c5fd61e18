"""Published rates beside the rates that follow from their own parts.

A published number may have been rounded or cut off, and so may its parts: a number written with a last
digit of size u stands for anything from half a u below it to one u above it. A rate agrees with its parts
when some value allowed for the rate equals some value allowed by the parts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from enum import Enum

from ledger.model.ledger import Ledger
from ledger.model.measure import Measure
from ledger.model.quantity import Unit

# Wide enough for a huge number of 亿 over a tiny one.
_WIDE = Context(prec=80)
_FACTORS = {"%": Decimal(100), "‰": Decimal(1000), "/10万": Decimal(100000)}


class Agreement(Enum):
    """How a published rate stands to the recomputed one."""

    ROUNDED = "rounded"
    CUT_OFF = "cut_off"
    WITHIN_PARTS = "within_parts"
    DIFFERS = "differs"


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


def recompute_all(ledger: Ledger) -> dict[str, Recomputation]:
    """Work out every rate whose parts are disclosed.

    Args:
        ledger: the ledger.

    Returns:
        Recomputations by id of the rate.
    """
    found = (recompute(measure, ledger.measures) for measure in ledger.measures.values())
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
    if above is None or not below or any(item.qualifier for item in (measure, numerator, denominator)):
        return None
    exact = factor * above / below
    step = _step(measure.value)
    return Recomputation(
        measure,
        numerator,
        denominator,
        exact.quantize(step / 100, ROUND_HALF_UP, _WIDE),
        _agreement(measure, exact, step, numerator, denominator, factor),
    )


def _step(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _agreement(
    measure: Measure,
    exact: Decimal,
    step: Decimal,
    numerator: Measure,
    denominator: Measure,
    factor: Decimal,
) -> Agreement:
    if exact.quantize(step, ROUND_HALF_UP, _WIDE) == measure.value:
        return Agreement.ROUNDED
    if exact.quantize(step, ROUND_DOWN, _WIDE) == measure.value:
        return Agreement.CUT_OFF
    least, most = _range(measure)
    above, below = _range(numerator), _range(denominator)
    if below[0] <= 0:
        return Agreement.DIFFERS
    lowest, highest = factor * above[0] / below[1], factor * above[1] / below[0]
    reaches_up = highest > least or (highest == least and above[0] == above[1])
    return Agreement.WITHIN_PARTS if lowest < most and reaches_up else Agreement.DIFFERS


def _range(measure: Measure) -> tuple[Decimal, Decimal]:
    # The upper end itself is not reached: a number one last digit higher would be written one higher.
    value = measure.value or Decimal(0)
    if _is_exact(value, measure.unit):
        return value, value
    step = _step(value)
    return measure.unit.to_base(value - step / 2), measure.unit.to_base(value + step)


def _is_exact(value: Decimal, unit: Unit) -> bool:
    # A plain count of people or papers has nothing left to round.
    return unit.factor == 1 and unit.kind == "count" and value == value.to_integral_value()


def differing(recomputations: Iterable[Recomputation]) -> list[Recomputation]:
    """Keep those whose parts do not give the published rate.

    Args:
        recomputations: any recomputations.
    """
    return [item for item in recomputations if item.agreement is Agreement.DIFFERS]
