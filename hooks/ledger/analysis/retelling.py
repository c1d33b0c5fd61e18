"""The same fact told in more than one place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from ledger.analysis.agreement import Obstacle, obstacle_of
from ledger.analysis.span import span_of_measure
from ledger.model.indicator import Indicator
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.period import Period


class Likeness(Enum):
    """How several tellings of one fact stand to each other."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    DIFFERS = "differs"


@dataclass(frozen=True)
class Retelling:
    """One fact told more than once.

    Args:
        measures: the tellings, in the files' order.
        likeness: how the open ones stand to each other; None when fewer than two are open.
        obstacle: what some telling lacks, if anything.
    """

    measures: tuple[Measure, ...]
    likeness: Likeness | None
    obstacle: Obstacle | None


def retellings(measures: Iterable[Measure], indicators: Mapping[str, Indicator]) -> list[Retelling]:
    """Gather the facts that more than one record tells: one region, one matter, one unit, one known period.

    Args:
        measures: any figures.
        indicators: definitions by id; a record with a name of its own speaks of a part of its indicator.
    """
    groups: dict[tuple[str, str, str, Period], list[Measure]] = {}
    for measure in measures:
        is_dated = measure.period.start is not None and measure.period.end is not None
        if is_dated and measure.status is not MeasureStatus.NOT_REPORTED:
            key = (
                measure.key.region,
                matter_of(measure, indicators.get(measure.indicator or "")),
                measure.unit.base,
                measure.period,
            )
            groups.setdefault(key, []).append(measure)
    return [_retelling(tuple(told)) for told in groups.values() if len(told) > 1]


def matter_of(measure: Measure, indicator: Indicator | None) -> str:
    """Name what a figure measures: its indicator, or a part of it where the figure has a name of its own.

    Args:
        measure: the figure.
        indicator: its indicator, where known.
    """
    is_standard = indicator is not None and measure.name in {indicator.name, *indicator.synonyms}
    return indicator.id if indicator and is_standard else f"{measure.name} {measure.indicator or ''}"


def _retelling(measures: tuple[Measure, ...]) -> Retelling:
    given = [measure for measure in measures if measure.value is not None]
    return Retelling(measures, _likeness(given) if len(given) > 1 else None, obstacle_of(measures))


def _likeness(given: list[Measure]) -> Likeness:
    if len({(measure.base_value, measure.qualifier) for measure in given}) == 1:
        return Likeness.EQUAL
    spans = [span for measure in given if (span := span_of_measure(measure))]
    if not spans:
        return Likeness.COMPATIBLE
    # Some two of many spans lie apart only if the one that ends first and the one that begins last do.
    first = min(spans, key=lambda span: (span.most, span.has_most))
    last = max(spans, key=lambda span: (span.least, not span.has_least))
    return Likeness.DIFFERS if first.is_below(last) else Likeness.COMPATIBLE
