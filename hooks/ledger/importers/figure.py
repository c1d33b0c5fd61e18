"""Figures that were found in a document, before anyone has confirmed them."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Goal:
    """A target beside a figure, or the figure of a plan.

    Args:
        operator: `>=`, `<=`, `=` or `approx`, as content files write it.
        value: the number; None where the document masks it.
        unit: unit id as content files write it, scale included.
    """

    operator: str
    value: Decimal | None
    unit: str


@dataclass(frozen=True)
class Movement:
    """A stated change.

    Args:
        value: signed amount; a fall is negative.
        unit: 百分点, 个千分点, % or any unit.
        against: what it is compared with, in the document's words.
        qualifier: a word that widens it.
    """

    value: Decimal
    unit: str
    against: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True)
class Figure:
    """One figure; it mirrors a measure of a content file.

    Args:
        passage: index of its passage.
        start: first character of number and unit in the passage's text, from 0.
        end: the character after the last one.
        name: what is counted, in the document's words, not more.
        value: the number with its digits as written; None where masked or where only a change is stated.
        redacted: whether the document masks the number.
        unit: unit id as content files write it, scale included; as written where the dictionary lacks it.
        known_unit: whether the dictionary has the unit.
        qualifier: qualifier id.
        period: period as content files write it, where the text states one.
        indicator: dictionary id.
        goal: target stated beside it; in a plan the figure itself.
        is_goal: whether it stands in a plan, so that it is a target and no result.
        baseline: the earlier value in 由 A 上升到 B.
        movement: a stated change.
        numerator: index of the figure that is its numerator.
        denominator: index of the figure that is its denominator.
        part_of: index of the total it is a part of.
    """

    passage: int
    start: int
    end: int
    name: str
    value: Decimal | None
    unit: str
    redacted: bool = False
    known_unit: bool = True
    qualifier: str | None = None
    period: str | None = None
    indicator: str | None = None
    goal: Goal | None = None
    is_goal: bool = False
    baseline: Decimal | None = None
    movement: Movement | None = None
    numerator: int | None = None
    denominator: int | None = None
    part_of: int | None = None
