"""Trend: one indicator through the years, with targets, gaps that stay gaps, and incomplete years."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from charts import gap
from charts.chart import DATUM, Chart
from charts.gap import Gap
from charts.layers import cells_layer, data, scaled_x, scaled_y, signs_layer, ticks, tip
from charts.layout import Sheet, Word, head, joined
from charts.rows import check
from charts.span import span_from_zero
from charts.template import Row, bind, make_template, sign_fields, tip_text
from charts.theme import PLAIN, TARGET_LEVEL, Sign, light
from charts.timeline import Timeline, foot, thinned, touch, year_step

PART_YEAR = Sign(PLAIN.shape, PLAIN.colour, hollow=True)
POINT_AREA = 110
# Room for a label above the highest point.
ROOM = 30
# Where years are closer than this, labels between the important ones would run into the line.
CROWDED = 36


@dataclass(frozen=True)
class TrendRow:
    """One year; a year without a row is a gap about which nothing is said.

    Args:
        year: the calendar year, which places the row.
        name: the year, or the part of it, as readers see it.
        value: the figure; None where `gap` says why there is none.
        label: the figure as readers see it, with unit; or the words for the gap.
        part_year: whether the figure covers only a part of the year; it is not joined to its neighbours.
        segment: the part of the series that can be compared; no line joins figures of different ones.
        gap: `redacted` or `not_reported` where there is no figure, otherwise empty.
        target: target for the year, if there is one.
        target_label: the target as readers see it.
        period: the time that the figure is of, as readers see it; only the interactive chart says it.
    """

    year: int
    name: str
    value: float | None
    label: str
    part_year: bool = False
    gap: str = ""
    target: float | None = None
    target_label: str = ""
    segment: int = 0
    period: str = ""


@dataclass(frozen=True)
class TrendLabels:
    """Words around the rows.

    Args:
        title: stands above the chart; may be empty.
        label: what the chart shows, for readers who cannot see it.
        value: legend of the figures.
        part_year: legend of the figures of incomplete years.
        target: legend of the targets.
    """

    title: str
    label: str
    value: str
    part_year: str
    target: str


def build(rows: Sequence[TrendRow], labels: TrendLabels) -> Chart:
    """The chart; raises ValueError for rows that cannot be drawn, such as two of the same year."""
    check(rows, labels)
    rows = sorted(rows, key=lambda row: row.year)
    _check_years(rows)
    gaps = [Gap(row.year, row.gap, row.name, row.label) for row in rows if row.gap]
    first, last = rows[0].year, rows[-1].year
    above = head(labels.title, [*_keys(rows, labels), *gap.legend(gaps, year_step(first, last))])
    # The chart has no axis to read values from, so that heights must be comparable with each other.
    span = span_from_zero(*(value for row in rows for value in (row.value, row.target)))
    timeline = Timeline(first, last, span, above.bottom + ROOM)
    cells, reasons = gap.cells(gaps, timeline)
    figures = _figures(rows, timeline)
    # Where there is no room for both, the figure is more than its target.
    goals = [word for word in _targets(rows, timeline) if not any(touch(word, figure) for figure in figures)]
    words = Sheet(words=(*figures, *goals))
    sheet = joined(above, reasons, words, foot(timeline, [(row.year, row.name) for row in rows]))
    points, targets = _points(rows), _levels(rows)
    spec = bind(template(), labels.label, sheet, timeline.scale(), points=points, targets=targets, gaps=cells)
    lines = len({point["run"] for point in points} - {0})
    return Chart("trend", spec, lines + len(points) + len(targets) + len(cells), labels.label)


@cache
def template() -> Mapping[str, Any]:
    """The specification of the form without data."""
    x, y = scaled_x("year"), scaled_y("value")
    lines = data("points").transform_filter("datum.run > 0")
    lines = lines.mark_line(color=light(PLAIN.colour), strokeWidth=2).encode(x=x, y=y, detail="run:N")
    targets = ticks(data("targets"), "horizontal", 26)
    targets = targets.encode(x=x, y=scaled_y("target"), tooltip=tip())
    return make_template(
        "trend",
        cells_layer("gaps", "gaps"),
        lines.properties(name=f"{DATUM}lines"),
        targets.properties(name=f"{DATUM}targets"),
        signs_layer("points", "points", x, y),
        scale=("low", "high", "left", "right", "least", "most", "bottom", "top"),
    )


def _check_years(rows: Sequence[TrendRow]) -> None:
    if len({row.year for row in rows}) < len(rows):
        raise ValueError("two rows have the same year")
    if any((row.value is None) != (row.gap in gap.KINDS) for row in rows):
        raise ValueError("a row needs either a value or the kind of gap")
    if all(row.value is None for row in rows):
        raise ValueError("no row has a value")


def _keys(rows: Sequence[TrendRow], labels: TrendLabels) -> Iterator[tuple[str, Sign]]:
    """The legend: only what the chart really shows."""
    if any(row.value is not None and not row.part_year for row in rows):
        yield labels.value, PLAIN
    if any(row.value is not None and row.part_year for row in rows):
        yield labels.part_year, PART_YEAR
    if any(row.target is not None for row in rows):
        yield labels.target, TARGET_LEVEL


def _points(rows: Sequence[TrendRow]) -> list[Row]:
    """The years with figures; those that a line joins have the same `run`, others have run 0."""
    runs = _runs((row.year, row.segment) for row in rows if row.value is not None and not row.part_year)
    return [
        {
            "year": row.year,
            "value": row.value,
            "run": runs.get(row.year, 0),
            "tip": tip_text(row.name, row.label, row.target_label, row.period),
            **sign_fields(PART_YEAR if row.part_year else PLAIN, POINT_AREA),
        }
        for row in rows
        if row.value is not None
    ]


def _runs(years: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Each year that follows or precedes another of its segment, with the first year of its run."""
    starts: dict[tuple[int, int], int] = {}
    for year, segment in years:
        starts[year, segment] = starts.get((year - 1, segment), year)
    return {
        year: start
        for (year, segment), start in starts.items()
        if year > start or (year + 1, segment) in starts
    }


def _levels(rows: Sequence[TrendRow]) -> list[Row]:
    return [
        {"year": row.year, "target": row.target, "tip": tip_text(row.name, row.target_label)}
        for row in rows
        if row.target is not None
    ]


def _figures(rows: Sequence[TrendRow], timeline: Timeline) -> tuple[Word, ...]:
    """Labels of figures as far as they have room; the last, the extremes and the first before others."""
    known = [row for row in rows if row.value is not None]
    by_value = sorted(known, key=_value)
    others = reversed(known) if timeline.step > CROWDED else ()
    order = dict.fromkeys([known[-1], by_value[-1], by_value[0], known[0], *others])
    under = {row for n, row in enumerate(known) if _is_under(row, known[max(0, n - 1) : n + 2])}
    return thinned(timeline.beside(row.year, _value(row), row.label, under=row in under) for row in order)


def _targets(rows: Sequence[TrendRow], timeline: Timeline) -> tuple[Word, ...]:
    """Labels of targets on the other side of the figure, as far as they have room; the last before others."""
    known = [(row, row.target) for row in reversed(rows) if row.target is not None]
    return thinned(
        timeline.beside(row.year, target, row.target_label, under=_value(row) > target, colour="muted")
        for row, target in known
    )


def _is_under(row: TrendRow, neighbours: Sequence[TrendRow]) -> bool:
    """Whether the label stands better under the figure: away from the target, or else from the line."""
    if row.target is not None:
        return _value(row) <= row.target
    return _value(row) < sum(map(_value, neighbours)) / len(neighbours)


def _value(row: TrendRow) -> float:
    return row.value or 0
