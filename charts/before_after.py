"""Before and after: per indicator a ring at the baseline and a sign at the later value, joined by a line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from charts.chart import Chart
from charts.layers import bars_layer, pixel_y, scaled_x, signs_layer
from charts.layout import Rule, Sheet, entry, head, joined, note, stacked
from charts.rows import check
from charts.span import span_from_zero
from charts.template import Row, bind, make_template, sign_fields, tip_text
from charts.theme import PLAIN, WIDTH, Sign

# Half a sign must fit beyond both ends.
SCALE = {"low": 0, "high": 1, "left": 8, "right": WIDTH - 8}
LINE, GAP = 4, 16
BEFORE = Sign("circle", "grey", hollow=True)
WORSE = Sign("triangle-down", "orange")
# The ring is the larger one, so that it is seen around the other where both values are equal.
BEFORE_AREA, AFTER_AREA = 290, 121


@dataclass(frozen=True)
class BeforeAfterRow:
    """One indicator; rows may differ in unit, for each has a scale of its own that begins at 0.

    Args:
        name: the indicator.
        before: baseline value.
        after: later value.
        label: both values as readers see them, with unit.
        note: the change in words, below the line; may be empty.
        worse: whether the change is one for the worse.
        full: what the scale must reach, such as 100 for percentages; otherwise the larger value.
        period: the time that the figure is of, as readers see it; only the interactive chart says it.
    """

    name: str
    before: float
    after: float
    label: str
    note: str = ""
    worse: bool = False
    full: float | None = None
    period: str = ""


@dataclass(frozen=True)
class BeforeAfterLabels:
    """Words around the rows.

    Args:
        title: stands above the chart; may be empty.
        label: what the chart shows, for readers who cannot see it.
        before: legend of the baseline.
        after: legend of the later value.
        worse: legend of a later value that is worse.
    """

    title: str
    label: str
    before: str
    after: str
    worse: str


def build(rows: Sequence[BeforeAfterRow], labels: BeforeAfterLabels) -> Chart:
    """The chart; raises ValueError for rows that cannot be drawn."""
    check(rows, labels)
    afters, sheet = stacked(head(labels.title, _keys(rows, labels)), rows, _placed, GAP)
    befores = [{**after, **sign_fields(BEFORE, BEFORE_AREA)} for after in afters]
    spec = bind(template(), labels.label, sheet, SCALE, befores=befores, afters=afters)
    return Chart("before_after", spec, 3 * len(rows), labels.label)


@cache
def template() -> Mapping[str, Any]:
    """The specification of the form without data."""
    return make_template(
        "before_after",
        bars_layer("changes", "afters", LINE, "start", "end"),
        signs_layer("befores", "befores", scaled_x("start"), pixel_y()),
        signs_layer("afters", "afters", scaled_x("end"), pixel_y()),
        scale=tuple(SCALE),
    )


def _keys(rows: Sequence[BeforeAfterRow], labels: BeforeAfterLabels) -> Iterator[tuple[str, Sign]]:
    yield labels.before, BEFORE
    if not all(row.worse for row in rows):
        yield labels.after, PLAIN
    if any(row.worse for row in rows):
        yield labels.worse, WORSE


def _placed(row: BeforeAfterRow, top: float) -> tuple[Row, Sheet]:
    """The marks of a row whose text begins at `top`, and the words and rules around them."""
    text = entry(row.name, row.label, top)
    y = text.bottom + 9
    span = span_from_zero(row.before, row.after, row.full)
    mark = {
        "name": row.name,
        "before": row.before,
        "after": row.after,
        "start": round(span.share(row.before), 4),
        "end": round(span.share(row.after), 4),
        "y": y,
        "tip": tip_text(row.name, row.label, row.note, row.period),
        **sign_fields(WORSE if row.worse else PLAIN, AFTER_AREA),
    }
    track = Sheet(rules=(Rule(0, y, WIDTH, y),), bottom=y + 9)
    return mark, joined(text, track, note(row.note, 0, track.bottom) if row.note else Sheet())
