"""Units as written, and the exact arithmetic from a written number to its base unit."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Bound(Enum):
    """What a qualifier says of the number it stands beside."""

    LOWER = "lower"
    UPPER = "upper"
    ABOUT = "about"


@dataclass(frozen=True)
class Qualifier:
    """A word such as 约 or 以上 that widens a number, kept as data.

    Args:
        id: the word as the document writes it.
        bound: whether the number is a lower bound, an upper bound or approximate.
        place: where it is read: before the number, between number and unit, or after the unit.
    """

    id: str
    bound: Bound
    place: str


@dataclass(frozen=True)
class Unit:
    """A unit of measurement as the document writes it, such as 万人.

    Args:
        written: the unit as written, scale included.
        base: the unit without its scale.
        kind: rate, change, count, money, time, area, volume or rank.
        factor: how many base units one written unit holds.
    """

    written: str
    base: str
    kind: str
    factor: Decimal = Decimal(1)

    def to_base(self, value: Decimal) -> Decimal:
        """Convert a number of this unit to base units, exactly.

        Args:
            value: the number as written.
        """
        if self.factor == 1:
            return value
        scaled = value * self.factor
        return scaled.quantize(Decimal(1)) if scaled == scaled.to_integral_value() else scaled.normalize()


@dataclass(frozen=True)
class Change:
    """A stated change, signed: a fall is negative.

    Args:
        value: the amount of change in its own unit.
        unit: 百分点, 个千分点, %, 倍 or a counting unit.
        against: what it is compared with, in the document's words.
        qualifier: a word that widens the amount.
    """

    value: Decimal
    unit: Unit
    against: str | None = None
    qualifier: Qualifier | None = None
