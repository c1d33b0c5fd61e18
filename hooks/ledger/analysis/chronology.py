"""Dates that cannot be: what is told before it is over, and what is due before it is promised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.model.commitment import Commitment
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.period import Period
from ledger.model.source import Source


class Clash(Enum):
    """Which two dates cannot both be right."""

    FIGURE_BEFORE_ITS_TIME = "figure_before_its_time"
    REPORT_BEFORE_ITS_TIME = "report_before_its_time"
    YEAR_AHEAD = "year_ahead"
    DUE_BEFORE_PLAN = "due_before_plan"


@dataclass(frozen=True)
class Anachronism:
    """A record whose dates contradict each other.

    Args:
        clash: which dates.
        record: the figure, the promise, or the document.
        source: the document.
        known: the day by which the document was out, where that is one of the dates.
    """

    clash: Clash
    record: Measure | Commitment | Source
    source: Source
    known: date | None = None


@dataclass(frozen=True)
class Chronology:
    """All dates held against each other.

    Args:
        anachronisms: records whose dates contradict each other.
        checked: records that have dates to compare.
        unknown: figures whose period's end, or the day of whose document, is not known.
    """

    anachronisms: tuple[Anachronism, ...]
    checked: int
    unknown: int


def out_by(source: Source) -> date | None:
    """Find the day by which a document surely was there; None when it states none.

    Args:
        source: the document.
    """
    days = (source.written, source.published, source.reposted)
    return min((day for day in days if day), default=None)


def chronology(
    measures: Iterable[Measure], commitments: Iterable[Commitment], sources: Mapping[str, Source]
) -> Chronology:
    """Hold periods, due dates and dates of publication against each other.

    Args:
        measures: any figures.
        commitments: any promises.
        sources: documents by id.
    """
    given = [item for item in measures if item.status is not MeasureStatus.NOT_REPORTED]
    promised = list(commitments)
    reports = [source for source in sources.values() if source.kind != "plan"]
    found = [_figure(item, sources[item.origin.source]) for item in given]
    found += [_promise(item, sources[item.origin.source]) for item in promised]
    found += [_report(source) for source in reports]
    unknown = sum(not _is_dated(item.period, sources[item.origin.source]) for item in given)
    checked = len(given) - unknown + len(promised) + sum(_is_dated(item.period, item) for item in reports)
    return Chronology(tuple(item for item in found if item), checked, unknown)


def _is_dated(period: Period, source: Source) -> bool:
    return period.end is not None and out_by(source) is not None


def _is_early(period: Period, day: date | None) -> bool:
    """Tell whether something was told before the last month of its period began, or before its day."""
    if day is None or period.end is None:
        return False
    # A year's report is often written in its last weeks.
    return day < (period.end if period.is_day else period.end.replace(day=1))


def _figure(measure: Measure, source: Source) -> Anachronism | None:
    known = out_by(source)
    if _is_early(measure.period, known):
        return Anachronism(Clash.FIGURE_BEFORE_ITS_TIME, measure, source, known)
    start = measure.period.start
    if start is not None and start.year > measure.key.year:
        return Anachronism(Clash.YEAR_AHEAD, measure, source)
    return None


def _promise(commitment: Commitment, source: Source) -> Anachronism | None:
    if commitment.due >= date(commitment.key.year, 1, 1):
        return None
    return Anachronism(Clash.DUE_BEFORE_PLAN, commitment, source)


def _report(source: Source) -> Anachronism | None:
    known = out_by(source)
    if _is_early(source.period, known):
        return Anachronism(Clash.REPORT_BEFORE_ITS_TIME, source, source, known)
    return None
