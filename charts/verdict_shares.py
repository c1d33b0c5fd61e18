"""Verdict shares: how many promises have which verdict, as bars behind a sign and a word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from charts.chart import Chart
from charts.layers import bars_layer, pixel_x, pixel_y, signs_layer
from charts.layout import Sheet, Word, column_width, head, joined, paragraph, stacked
from charts.rows import check
from charts.template import Row, bind, make_template, sign_fields, tip_text
from charts.theme import WIDTH, verdict_sign

SIGN_X, NAME_X = 7, 20
BAR, SPACE, PADDING = 14, 10, 5


@dataclass(frozen=True)
class VerdictSharesRow:
    """One verdict.

    Args:
        verdict: a key of `charts.theme.VERDICTS`.
        name: the verdict's word.
        count: how many have it; may be 0.
        label: the count as readers see it.
    """

    verdict: str
    name: str
    count: int
    label: str


@dataclass(frozen=True)
class VerdictSharesLabels:
    """Words around the rows.

    Args:
        title: stands above the chart; may be empty.
        label: what the chart shows, for readers who cannot see it.
    """

    title: str
    label: str


def build(rows: Sequence[VerdictSharesRow], labels: VerdictSharesLabels) -> Chart:
    """The chart; raises ValueError for rows that cannot be drawn."""
    check(rows, labels)
    names = column_width((row.name for row in rows), WIDTH * 0.45)
    counts = column_width((row.label for row in rows), WIDTH * 0.3)
    marks, sheet = stacked(head(labels.title, ()), rows, partial(_placed, names), 0)
    scale = {
        "low": 0,
        # A scale needs a length even if nothing has been counted.
        "high": max(1, *(row.count for row in rows)),
        "left": NAME_X + names + SPACE,
        "right": WIDTH - counts - SPACE,
    }
    spec = bind(template(), labels.label, sheet, scale, rows=marks)
    return Chart("verdict_shares", spec, 2 * len(rows), labels.label)


@cache
def template() -> Mapping[str, Any]:
    """The specification of the form without data."""
    return make_template(
        "verdict_shares",
        bars_layer("bars", "rows", BAR, "start", "count"),
        signs_layer("signs", "rows", pixel_x(), pixel_y()),
        scale=("low", "high", "left", "right"),
    )


def _placed(names: float, row: VerdictSharesRow, top: float) -> tuple[Row, Sheet]:
    """The marks of a row that begins at `top`, and its words; `names` is the width of their column."""
    text = paragraph(row.name, top + PADDING, names, x=NAME_X)
    y = (top + PADDING + text.bottom) / 2
    mark = {
        "name": row.name,
        "start": 0,
        "count": row.count,
        "x": SIGN_X,
        "y": y,
        "tip": tip_text(row.name, row.label),
        **sign_fields(verdict_sign(row.verdict)),
    }
    figure = Word(row.label, WIDTH, y + 5, "right", bold=True)
    return mark, joined(text, Sheet(words=(figure,), bottom=text.bottom + PADDING))
