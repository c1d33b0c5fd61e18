"""Disclosure: per topic or document how many figures are given, masked, or missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate
from typing import Any

from charts.chart import Chart
from charts.layers import bars_layer, cells_layer
from charts.layout import Sheet, entry, head, joined, stacked
from charts.rows import check
from charts.template import Row, bind, make_template, tip_text
from charts.theme import DISCLOSURES, WIDTH, light

BAR, BLOCK, GAP = 8, 16, 12
# A dashed edge lies inside the place of its cell.
INSET = 0.75


@dataclass(frozen=True)
class DisclosureRow:
    """One topic or document.

    Args:
        name: the topic or document.
        disclosed: figures that are given.
        redacted: figures that are masked in the document.
        not_reported: figures that one must expect and that are nowhere.
        label: the three counts as readers see them.
    """

    name: str
    disclosed: int
    redacted: int
    not_reported: int
    label: str


@dataclass(frozen=True)
class DisclosureLabels:
    """Words around the rows.

    Args:
        title: stands above the chart; may be empty.
        label: what the chart shows, for readers who cannot see it.
        disclosed: legend of the figures given.
        redacted: legend of the masked figures.
        not_reported: legend of the missing figures.
    """

    title: str
    label: str
    disclosed: str
    redacted: str
    not_reported: str


def build(rows: Sequence[DisclosureRow], labels: DisclosureLabels) -> Chart:
    """The chart; raises ValueError for rows that cannot be drawn, such as those with nothing to count."""
    check(rows, labels)
    largest = max(row.disclosed + row.redacted + row.not_reported for row in rows)
    if not largest:
        raise ValueError("no row has anything to count")
    keys = [(getattr(labels, state), sign) for state, sign in DISCLOSURES.items()]
    parts, sheet = stacked(head(labels.title, keys), rows, partial(_placed, WIDTH / largest), GAP)
    marks = [part for row in parts for part in row]
    given, masked, missing = ([mark for mark in marks if mark["state"] == state] for state in DISCLOSURES)
    scale = {"low": 0, "high": largest, "left": 0, "right": WIDTH}
    spec = bind(template(), labels.label, sheet, scale, given=given, masked=masked, missing=missing)
    return Chart("disclosure", spec, len(marks), labels.label)


@cache
def template() -> Mapping[str, Any]:
    """The specification of the form without data."""
    return make_template(
        "disclosure",
        bars_layer("given", "given", BAR, "start", "end", parted=True),
        bars_layer("masked", "masked", BLOCK, "start", "end", parted=True),
        cells_layer("missing", "missing"),
        scale=("low", "high", "left", "right"),
    )


def _placed(unit: float, row: DisclosureRow, top: float) -> tuple[list[Row], Sheet]:
    """The marks of a row, one for each count but 0, and the words around them.

    Args:
        unit: width of one figure in viewport units.
        row: the counts.
        top: where the text begins.
    """
    text = entry(row.name, row.label, top)
    y = text.bottom + BLOCK / 2 + 1
    counts = {state: getattr(row, state) for state in DISCLOSURES}
    ends = accumulate(counts.values())
    marks = [
        _mark(row, state, end, unit, y) for state, end in zip(counts, ends, strict=True) if counts[state]
    ]
    return marks, joined(text, Sheet(bottom=y + BLOCK / 2))


def _mark(row: DisclosureRow, state: str, end: int, unit: float, y: float) -> Row:
    colour = light(DISCLOSURES[state].colour)
    start = end - getattr(row, state)
    mark = {
        "name": row.name,
        "state": state,
        "start": start,
        "end": end,
        "tip": tip_text(row.name, row.label),
    }
    if state != "not_reported":
        return {**mark, "y": y, "colour": colour}
    sides = {"x": round(start * unit + INSET, 2), "x2": round(end * unit - INSET, 2)}
    return {
        **mark,
        **sides,
        "y": y - BLOCK / 2 + INSET,
        "y2": y + BLOCK / 2 - INSET,
        "fill": light("paper"),
        "stroke": colour,
    }
