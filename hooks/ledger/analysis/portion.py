"""A rate told as so many out of a hundred people, so that it can be pictured."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from ledger.model.indicator import Indicator, Variation
from ledger.model.measure import Measure
from ledger.model.quantity import Bound, Qualifier

# The whole that each rate is counted out of, by its unit.
WHOLES = {"%": 100, "‰": 1000, "/10万": 100_000}
_BASES = tuple(10**power for power in range(2, 6))
_WIDE = Context(prec=80)


@dataclass(frozen=True)
class Portion:
    """So many out of so many.

    Args:
        base: out of how many.
        count: how many of them.
        is_rounded: whether the exact number is no whole one.
        qualifier: the word beside the published figure.
    """

    base: int
    count: int
    is_rounded: bool
    qualifier: Qualifier | None = None


def portion_of(measure: Measure, indicator: Indicator | None) -> Portion | None:
    """Tell a published rate as so many out of a hundred; None where that is not known to be true.

    Only for rates of which the dictionary says that the numerator is a part of the denominator. A figure with
    a name of its own may speak of fewer people than its indicator, so nothing is said of it.

    Args:
        measure: the figure.
        indicator: what it measures, where known.
    """
    value, whole = measure.base_value, WHOLES.get(measure.unit.base)
    if value is None or whole is None or indicator is None or indicator.share is None:
        return None
    is_standard = measure.name in {indicator.name, *indicator.synonyms}
    if not is_standard or indicator.factor != whole or Variation.DENOMINATOR in indicator.varies:
        return None
    return _portion(value, whole, measure.qualifier)


def _portion(value: Decimal, whole: int, qualifier: Qualifier | None) -> Portion | None:
    """Take the smallest base, from the rate's own on, that tells at least one and leaves one or none.

    A bound such as 以上 cannot be rounded: beside it the number must be whole.
    """
    is_bound = qualifier is not None and qualifier.bound is not Bound.ABOUT
    for base in (base for base in _BASES if base >= whole):
        exact = _WIDE.divide(_WIDE.multiply(value, Decimal(base)), Decimal(whole))
        is_told = exact >= 1 and (exact == base or exact <= base - 1)
        count = exact.to_integral_value(ROUND_HALF_UP)
        if is_told and (count == exact or not is_bound):
            return Portion(base, int(count), count != exact, qualifier)
    return None
