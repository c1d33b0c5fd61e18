"""One indicator in one region over time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.model.ledger import Ledger
from ledger.model.measure import Measure


@dataclass(frozen=True)
class Series:
    """The figures of an indicator in a region, oldest first.

    Args:
        indicator: indicator id.
        region: region id.
        measures: the figures, masked and missing ones too.
    """

    indicator: str
    region: str
    measures: tuple[Measure, ...]


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
        ordered = tuple(sorted(measures, key=_last_known_day))
        found.setdefault(indicator, []).append(Series(indicator, region, ordered))
    order = {region: place for place, region in enumerate(ledger.regions)}
    return {key: sorted(items, key=lambda item: order[item.region]) for key, items in found.items()}


def _last_known_day(measure: Measure) -> date:
    return measure.period.end or measure.period.start or date(measure.key.year, 12, 31)
