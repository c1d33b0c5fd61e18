"""Figures of one indicator from several places or years: which may be compared, and why others may not."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ledger.analysis.retelling import matter_of
from ledger.analysis.series import Series, last_known_day, length_of
from ledger.model.indicator import Indicator, Variation
from ledger.model.ledger import Ledger
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.region import Region

# The only status under which a place is known to be another than all others.
_NAMED = "stated"
# Kinds of units whose numbers grow with the place.
_SIZES = {"count", "money", "area", "volume"}


class Hurdle(Enum):
    """What keeps two figures from being compared."""

    REDACTED = "redacted"
    NOT_REPORTED = "not_reported"
    PERIOD = "period"
    UNKNOWN_PERIOD = "unknown_period"
    UNIT = "unit"
    SCOPE = "scope"
    VERSION = "version"
    UNDEFINED = "undefined"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    DEFINITION = "definition"
    YEARS = "years"
    SIZE = "size"
    PLACE = "place"


@dataclass(frozen=True)
class Group:
    """Open figures that may be compared: of one place over the years, or of several places in one period.

    Args:
        measures: the figures; over years the oldest first, over places in reading order.
        over_years: whether they are of one place.
    """

    measures: tuple[Measure, ...]
    over_years: bool


@dataclass(frozen=True)
class Apart:
    """A figure that can be compared with no other.

    Args:
        measure: the figure.
        other: the figure of another place or year from which the least keeps it.
        hurdles: what keeps the two apart.
    """

    measure: Measure
    other: Measure
    hurdles: tuple[Hurdle, ...]


@dataclass(frozen=True)
class Comparison:
    """All figures of an indicator that stands in more than one place or year.

    Args:
        indicator: the indicator.
        measures: its figures, masked and missing ones too; regions in reading order, then by time.
        groups: those that may be compared.
        apart: those that may not, in the same order.
    """

    indicator: Indicator
    measures: tuple[Measure, ...]
    groups: tuple[Group, ...]
    apart: tuple[Apart, ...]

    @property
    def hurdles(self) -> tuple[Hurdle, ...]:
        """Everything that keeps figures apart, each once, in the order of `Hurdle`."""
        found = {hurdle for item in self.apart for hurdle in item.hurdles}
        return tuple(hurdle for hurdle in Hurdle if hurdle in found)


def compare(ledger: Ledger, series: Mapping[str, Sequence[Series]]) -> dict[str, Comparison]:
    """Put the figures of every indicator side by side that stands in more than one place or year.

    Args:
        ledger: the ledger.
        series: every indicator's figures by region.

    Returns:
        By indicator id, in the dictionary's order.
    """
    found = {}
    for id_, indicator in ledger.dictionary.indicators.items():
        measures = tuple(measure for item in series.get(id_, ()) for measure in item.measures)
        if len({_place(measure) for measure in measures}) > 1:
            found[id_] = _Pairing(indicator, ledger.regions).comparison(measures)
    return found


@dataclass(frozen=True)
class _Pairing:
    indicator: Indicator
    regions: Mapping[str, Region]

    def comparison(self, measures: tuple[Measure, ...]) -> Comparison:
        groups = (*self._over_places(measures), *self._over_years(measures))
        placed = {measure.id for group in groups for measure in group.measures}
        apart = tuple(self._apart(measures, placed))
        return Comparison(self.indicator, measures, groups, apart)

    def hurdles(self, one: Measure, other: Measure) -> tuple[Hurdle, ...]:
        """All that keeps two figures of different places or years from being compared."""
        same_place = one.key.region == other.key.region
        statuses = {one.status, other.status}
        kinds = {
            Hurdle.REDACTED: MeasureStatus.REDACTED in statuses,
            Hurdle.NOT_REPORTED: MeasureStatus.NOT_REPORTED in statuses,
            Hurdle.UNIT: one.unit.base != other.unit.base,
            Hurdle.SCOPE: matter_of(one, self.indicator) != matter_of(other, self.indicator),
            Hurdle.VERSION: self._version(one) != self._version(other),
            # Two places without a name may be one and the same.
            Hurdle.PLACE: not (same_place or self._is_named(one) or self._is_named(other)),
            **_times(one, other, same_place=same_place),
        }
        own = self._between_years() if same_place else self._between_places(one.unit.kind)
        return tuple(hurdle for hurdle in Hurdle if hurdle in own or kinds.get(hurdle))

    def _between_years(self) -> set[Hurdle]:
        return {Hurdle.YEARS} if Variation.YEARS in self.indicator.varies else set()

    def _between_places(self, kind: str) -> set[Hurdle]:
        indicator = self.indicator
        found = {Hurdle(item.value) for item in indicator.varies - {Variation.YEARS}}
        if indicator.unit.kind == "rate" and not (indicator.numerator and indicator.denominator):
            found.add(Hurdle.UNDEFINED)
        return found | ({Hurdle.SIZE} if kind in _SIZES else set())

    def _version(self, measure: Measure) -> int:
        return sum(version.start <= _year(measure) for version in self.indicator.versions)

    def _is_named(self, measure: Measure) -> bool:
        return self.regions[measure.key.region].name_status == _NAMED

    def _over_places(self, measures: Sequence[Measure]) -> Iterator[Group]:
        for same in _alike(measures, lambda item: (*self._matter(item), item.period)):
            nameless = [measure.key.region for measure in same if not self._is_named(measure)]
            kept = [m for m in same if self._is_named(m) or m.key.region == nameless[0]]
            several = len({measure.key.region for measure in kept}) > 1
            if several and not self._between_places(kept[0].unit.kind):
                yield Group(tuple(kept), over_years=False)

    def _over_years(self, measures: Sequence[Measure]) -> Iterator[Group]:
        for same in _alike(
            measures,
            lambda item: (
                *self._matter(item),
                item.key.region,
                length_of(item.period),
                self._version(item),
            ),
        ):
            if len({_year(measure) for measure in same}) > 1 and not self._between_years():
                yield Group(tuple(same), over_years=True)

    def _matter(self, measure: Measure) -> tuple[str, str]:
        return measure.unit.base, matter_of(measure, self.indicator)

    def _apart(self, measures: Sequence[Measure], placed: set[str]) -> Iterator[Apart]:
        samples = list(self._samples(measures))
        for measure in measures:
            if measure.id not in placed:
                place = _place(measure)
                others = (other for other in samples if _place(other) != place)
                found = [Apart(measure, other, self.hurdles(measure, other)) for other in others]
                # Beside a place without a name that took part, another one meets no hurdle but that place.
                yield min((item for item in found if item.hurdles), key=lambda item: len(item.hurdles))

    def _samples(self, measures: Iterable[Measure]) -> Iterator[Measure]:
        """Choose two figures of each kind from different places: all others of it meet the same hurdles."""
        chosen: dict[object, set[str]] = {}
        for measure in measures:
            kind = (*self._matter(measure), measure.period, measure.status, self._is_named(measure))
            places = chosen.setdefault(kind, set())
            if len(places) < 2 and measure.key.region not in places:
                places.add(measure.key.region)
                yield measure


def _place(measure: Measure) -> tuple[str, int]:
    return measure.key.region, _year(measure)


def _year(measure: Measure) -> int:
    return last_known_day(measure).year


def _is_dated(measure: Measure) -> bool:
    return measure.period.start is not None and measure.period.end is not None


def _times(one: Measure, other: Measure, *, same_place: bool) -> dict[Hurdle, bool]:
    is_known = _is_dated(one) and _is_dated(other)
    differ = length_of(one.period) != length_of(other.period) if same_place else one.period != other.period
    return {Hurdle.UNKNOWN_PERIOD: not is_known, Hurdle.PERIOD: is_known and differ}


def _alike(measures: Iterable[Measure], kind: Callable[[Measure], object]) -> Iterable[list[Measure]]:
    """Sort open figures whose period is known by what they are."""
    groups: dict[object, list[Measure]] = {}
    for measure in measures:
        if measure.value is not None and _is_dated(measure):
            groups.setdefault(kind(measure), []).append(measure)
    return groups.values()
