"""Composition: one bar cut into parts, and below it each part again, named and counted, in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from charts.chart import Chart
from charts.layers import bars_layer
from charts.layout import Rule, Sheet, entry, head, joined, stacked
from charts.rows import check
from charts.template import Row, bind, make_template, tip_text
from charts.theme import PLAIN, WIDTH, light

# Parts are told apart by their place, not by shades, of which a phone in the sun shows three at most.
WHOLE, PART = 18, 6
GAP = 12
SCALE = {"low": 0, "high": 1, "left": 0, "right": WIDTH}


@dataclass(frozen=True)
class CompositionRow:
    """One part of the whole.

    Args:
        name: the part.
        value: how much it is; not negative.
        label: the value as readers see it, with unit.
        period: the time that the figure is of, as readers see it; only the interactive chart says it.
    """

    name: str
    value: float
    label: str
    period: str = ""


@dataclass(frozen=True)
class CompositionLabels:
    """Words around the rows.

    Args:
        title: stands above the chart; may be empty.
        label: what the chart shows, for readers who cannot see it.
    """

    title: str
    label: str


def build(rows: Sequence[CompositionRow], labels: CompositionLabels) -> Chart:
    """The chart; raises ValueError for rows that cannot be drawn, such as those that add up to nothing."""
    check(rows, labels)
    ends = list(accumulate((row.value for row in rows), initial=0.0))
    if min(row.value for row in rows) < 0 or ends[-1] <= 0:
        raise ValueError("parts must not be negative, and not all of them zero")
    shares = [round(end / ends[-1], 6) for end in ends]
    title = head(labels.title, ())
    middle = title.bottom + WHOLE / 2 + (6 if labels.title else 0)
    above = joined(title, Sheet(bottom=middle + WHOLE / 2))
    parts, sheet = stacked(above, zip(rows, shares, shares[1:], strict=False), _placed, GAP)
    spec = bind(
        template(), labels.label, sheet, SCALE, parts=parts, whole=[{**p, "y": middle} for p in parts]
    )
    return Chart("composition", spec, 2 * len(rows), labels.label)


@cache
def template() -> Mapping[str, Any]:
    """The specification of the form without data."""
    return make_template(
        "composition",
        bars_layer("whole", "whole", WHOLE, "start", "end", parted=True),
        bars_layer("parts", "parts", PART, "start", "end"),
        scale=tuple(SCALE),
    )


def _placed(part: tuple[CompositionRow, float, float], top: float) -> tuple[Row, Sheet]:
    """The mark of a part, which comes with its start and end, and the words and rules around it."""
    row, start, end = part
    text = entry(row.name, row.label, top)
    y = text.bottom + PART
    mark = {
        "name": row.name,
        "value": row.value,
        "start": start,
        "end": end,
        "y": y,
        "colour": light(PLAIN.colour),
        "tip": tip_text(row.name, row.label, row.period),
    }
    return mark, joined(text, Sheet(rules=(Rule(0, y, WIDTH, y),), bottom=y + PART / 2))
