"""A number as it stands in a sentence, before it is known what it counts."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Amount:
    """A number with its unit.

    Args:
        start: first character of the number or of the word that widens it, from 0.
        digits: first character of the number itself.
        end: the character after unit and widening words.
        value: the number with its digits as written; None where masked.
        unit: unit as content files write it, scale included.
        redacted: whether the number is masked.
        known: whether the dictionary has the unit.
        qualifier: qualifier id.
        upper: upper end of a range of which `value` is the lower.
    """

    start: int
    digits: int
    end: int
    value: Decimal | None
    unit: str
    redacted: bool = False
    known: bool = True
    qualifier: str | None = None
    upper: Decimal | None = None
