"""What a written number may stand for: a span of exact values, since it may be rounded, cut off or qualified.

A number written with a last digit of size u stands for anything from half a u below it up to, not with, one u
above it: half a u for rounding, a whole u for cutting off.
"""

from dataclasses import dataclass
from decimal import Decimal, localcontext

from ledger.model.measure import Measure
from ledger.model.quantity import Bound, Qualifier, Unit

# Wide enough for a huge number of 亿 over a tiny one.
PRECISION = 80
_ENDLESS = Decimal("Infinity")


@dataclass(frozen=True)
class Span:
    """All values from one end to the other, in base units.

    Args:
        least: the lower end.
        most: the upper end.
        has_least: whether the lower end itself is possible.
        has_most: whether the upper end itself is possible.
    """

    least: Decimal
    most: Decimal
    has_least: bool = True
    has_most: bool = True

    def plus(self, other: "Span") -> "Span":
        """Add every value of one to every value of the other."""
        with localcontext(prec=PRECISION):
            return Span(
                self.least + other.least,
                self.most + other.most,
                self.has_least and other.has_least,
                self.has_most and other.has_most,
            )

    def minus(self, other: "Span") -> "Span":
        """Subtract every value of the other from every value of one."""
        return self.plus(other.mirrored())

    def mirrored(self) -> "Span":
        """The same with the sign turned."""
        return Span(-self.most, -self.least, self.has_most, self.has_least)

    def times(self, factor: Decimal) -> "Span":
        """Multiply by a number above nought."""
        with localcontext(prec=PRECISION):
            return Span(self.least * factor, self.most * factor, self.has_least, self.has_most)

    def over(self, other: "Span") -> "Span | None":
        """Divide by values that are all above nought; None when they are not."""
        if other.least <= 0:
            return None
        low, high = (other.most, other.has_most), (other.least, other.has_least)
        below = low if self.least >= 0 else high
        above = high if self.most >= 0 else low
        with localcontext(prec=PRECISION):
            return Span(
                self.least / below[0],
                self.most / above[0],
                self.has_least and below[1],
                self.has_most and above[1],
            )

    def meets(self, other: "Span") -> bool:
        """Tell whether some value is in both."""
        return not (self.is_below(other) or other.is_below(self))

    def is_below(self, other: "Span") -> bool:
        """Tell whether every value of one is smaller than every value of the other."""
        touching = self.has_most and other.has_least
        return self.most < other.least or (self.most == other.least and not touching)


def span_of(value: Decimal, unit: Unit, qualifier: Qualifier | None = None) -> Span | None:
    """Say what a written number may stand for; None beside 约 and its like, which set no bound.

    Args:
        value: the number as written.
        unit: its unit as written.
        qualifier: the word beside it.
    """
    base = unit.to_base(value)
    if qualifier is not None:
        if qualifier.bound is Bound.ABOUT:
            return None
        is_lower = qualifier.bound is Bound.LOWER
        return Span(base, _ENDLESS) if is_lower else Span(-_ENDLESS, base)
    if _is_exact(value, unit):
        return Span(base, base)
    step = last_digit(value)
    size = abs(value)
    span = Span(unit.to_base(size - step / 2), unit.to_base(size + step), has_most=False)
    return span if value >= 0 else span.mirrored()


def span_of_measure(measure: Measure) -> Span | None:
    """Say what a figure may stand for; None when it is not open or only approximate.

    Args:
        measure: the figure.
    """
    return None if measure.value is None else span_of(measure.value, measure.unit, measure.qualifier)


def last_digit(value: Decimal) -> Decimal:
    """The size of a number's last digit, such as 0.01 for 63.90.

    Args:
        value: the number as written.
    """
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _is_exact(value: Decimal, unit: Unit) -> bool:
    # A plain count of people or papers has nothing left to round.
    return unit.factor == 1 and unit.kind == "count" and value == value.to_integral_value()
