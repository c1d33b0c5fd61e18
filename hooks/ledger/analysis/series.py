"""One indicator in one region over time, and where its figures cannot be compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise

from ledger.model.indicator import Version
from ledger.model.ledger import Ledger
from ledger.model.measure import Measure
from ledger.model.period import Period


class Reason(Enum):
    """Why two neighbouring figures must not be joined."""

    DEFINITION = "definition"
    PERIOD = "period"
    UNIT = "unit"


@dataclass(frozen=True)
class Break:
    """A place at which a series is not one.

    Args:
        before: the last open figure of the one part.
        after: the first open figure of the next.
        reasons: why.
        versions: the changes of definition between the two.
    """

    before: Measure
    after: Measure
    reasons: tuple[Reason, ...]
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True)
class Series:
    """The figures of an indicator in a region, oldest first.

    Args:
        indicator: indicator id.
        region: region id.
        measures: the figures, masked and missing ones too.
        breaks: where neighbouring open figures cannot be compared, oldest first.
    """

    indicator: str
    region: str
    measures: tuple[Measure, ...]
    breaks: tuple[Break, ...] = ()

    @property
    def segments(self) -> dict[str, int]:
        """The number of the comparable part that each figure belongs to, by its id; from 0."""
        starts = {item.after.id for item in self.breaks}
        found, number = {}, 0
        for measure in self.measures:
            number += measure.id in starts
            found[measure.id] = number
        return found


def series_of(ledger: Ledger, extra: Iterable[Measure] = ()) -> dict[str, list[Series]]:
    """Gather every indicator's figures by region.

    Args:
        ledger: the ledger.
        extra: further measures, such as missing ones.

    Returns:
        Series by indicator id; regions in reading order.
    """
    groups: dict[tuple[str, str], list[Measure]] = {}
    for measure in (*ledger.measures.values(), *extra):
        if measure.indicator:
            groups.setdefault((measure.indicator, measure.key.region), []).append(measure)
    found: dict[str, list[Series]] = {}
    for (indicator, region), measures in groups.items():
        ordered = tuple(sorted(measures, key=last_known_day))
        definition = ledger.dictionary.indicators.get(indicator)
        breaks = tuple(_breaks(ordered, definition.versions if definition else ()))
        found.setdefault(indicator, []).append(Series(indicator, region, ordered, breaks))
    order = {region: place for place, region in enumerate(ledger.regions)}
    return {key: sorted(items, key=lambda item: order[item.region]) for key, items in found.items()}


def last_known_day(measure: Measure) -> date:
    """The day by which a figure is placed in time; the end of its file's year where its period has no day.

    Args:
        measure: the figure.
    """
    return measure.period.end or measure.period.start or date(measure.key.year, 12, 31)


def _breaks(measures: Iterable[Measure], versions: tuple[Version, ...]) -> Iterator[Break]:
    given = [measure for measure in measures if measure.value is not None]
    for before, after in pairwise(given):
        years = last_known_day(before).year, last_known_day(after).year
        passed = tuple(item for item in versions if years[0] < item.start <= years[1])
        kinds = {
            Reason.DEFINITION: bool(passed),
            Reason.PERIOD: length_of(before.period) != length_of(after.period),
            Reason.UNIT: before.unit.base != after.unit.base,
        }
        if any(kinds.values()):
            yield Break(before, after, tuple(reason for reason, holds in kinds.items() if holds), passed)


def length_of(period: Period) -> tuple[str, int, int]:
    """Name the kind of a period: years, or the same months of two years, are of one kind, others are not.

    Args:
        period: the period.
    """
    start, end = period.start, period.end
    if start is None or end is None:
        return "unknown", 0, 0
    if period.is_day:
        return "day", 0, 0
    return "months", start.month, (end.year - start.year) * 12 + end.month
