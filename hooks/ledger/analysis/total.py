"""Totals beside the sums of their parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import reduce

from ledger.analysis.agreement import Obstacle, obstacle_of
from ledger.analysis.span import Span, span_of_measure
from ledger.model.measure import Measure


class Adding(Enum):
    """How the parts of a total stand to it."""

    EQUAL = "equal"
    LESS = "less"
    SHORT = "short"
    EXCEEDS = "exceeds"

    @property
    def is_conflict(self) -> bool:
        """Whether total and parts cannot all be right: more than the total, or less where all are listed."""
        return self in {Adding.EXCEEDS, Adding.SHORT}


@dataclass(frozen=True)
class Total:
    """A total with its parts.

    Args:
        measure: the total.
        parts: its parts, in the files' order.
        sum: the open parts of its unit added up in base units; None when there are none.
        adding: how the open parts stand to the total; None when that cannot be told.
        obstacle: what keeps some part or the total from being added up, if anything.
    """

    measure: Measure
    parts: tuple[Measure, ...]
    sum: Decimal | None
    adding: Adding | None
    obstacle: Obstacle | None = None


def totals(measures: Mapping[str, Measure]) -> dict[str, Total]:
    """Add up the parts of every total.

    Args:
        measures: all measures by id.

    Returns:
        Totals by id.
    """
    groups: dict[str, list[Measure]] = {}
    for measure in measures.values():
        if measure.part_of in measures:
            groups.setdefault(measure.part_of or "", []).append(measure)
    return {id_: _total(measures[id_], tuple(parts)) for id_, parts in groups.items()}


def _total(measure: Measure, parts: tuple[Measure, ...]) -> Total:
    same = [part for part in parts if part.unit.base == measure.unit.base]
    values = [part.base_value for part in same if part.base_value is not None]
    obstacle = obstacle_of([measure, *parts]) or (Obstacle.UNITS if len(same) < len(parts) else None)
    spans = [span for part in same if (span := span_of_measure(part))]
    whole = span_of_measure(measure)
    if obstacle is None and (whole is None or len(spans) < len(parts)):
        obstacle = Obstacle.QUALIFIED
    adding = _adding(measure, spans, whole, obstacle) if whole and spans else None
    return Total(measure, parts, sum(values, Decimal(0)) if values else None, adding, obstacle)


def _adding(measure: Measure, spans: list[Span], whole: Span, obstacle: Obstacle | None) -> Adding | None:
    # A masked or missing part can only add to the open ones, so that too much is too much all the same.
    added = reduce(Span.plus, spans)
    if whole.is_below(added):
        return Adding.EXCEEDS
    if obstacle is not None:
        return None
    if whole.meets(added):
        return Adding.EQUAL
    return Adding.SHORT if measure.parts else Adding.LESS
