"""Regions compared: one indicator, per region a sign at its value and a tick at the region's own target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from charts.chart import Chart
from charts.layers import TICK, pixel_y, scaled_x, signs_layer, targets_layer
from charts.layout import Rule, Sheet, entry, head, joined, stacked, verdict_keys
from charts.rows import check
from charts.span import span_from_zero
from charts.template import Row, bind, make_template, sign_fields, tip_text
from charts.theme import TARGET, WIDTH, Sign, verdict_sign

# Half a sign must fit beyond both ends.
PLACE = {"left": 7, "right": WIDTH - 7}
GAP = 10


@dataclass(frozen=True)
class RegionsComparedRow:
    """One region.

    Args:
        name: the region.
        value: the indicator's value there.
        label: the value as readers see it, with unit.
        target: the region's own target, if it has one.
        target_label: the target as readers see it.
        verdict: a key of `charts.theme.VERDICTS`, or empty where nothing is to be judged.
        emphasised: whether this is the region that the page is about.
        period: the time that the figure is of, as readers see it; only the interactive chart says it.
    """

    name: str
    value: float
    label: str
    target: float | None = None
    target_label: str = ""
    verdict: str = ""
    emphasised: bool = False
    period: str = ""


@dataclass(frozen=True)
class RegionsComparedLabels:
    """Words around the rows.

    Args:
        title: stands above the chart; may be empty.
        label: what the chart shows, for readers who cannot see it.
        target: legend of the target ticks.
        verdicts: legend of the signs, by verdict key.
        full: what the scale must reach, such as 100 for percentages; otherwise the largest number.
    """

    title: str
    label: str
    target: str
    verdicts: Mapping[str, str]
    full: float | None = None


def build(rows: Sequence[RegionsComparedRow], labels: RegionsComparedLabels) -> Chart:
    """The chart; raises ValueError for rows that cannot be drawn."""
    check(rows, labels)
    marks, sheet = stacked(head(labels.title, _keys(rows, labels)), rows, _placed, GAP)
    targets = [row.target for row in rows if row.target is not None]
    span = span_from_zero(*(row.value for row in rows), *targets, labels.full)
    spec = bind(template(), labels.label, sheet, {"low": span.low, "high": span.high, **PLACE}, rows=marks)
    return Chart("regions_compared", spec, len(rows) + len(targets), labels.label)


@cache
def template() -> Mapping[str, Any]:
    """The specification of the form without data."""
    return make_template(
        "regions_compared",
        targets_layer("target"),
        signs_layer("signs", "rows", scaled_x("value"), pixel_y()),
        scale=("low", "high", *PLACE),
    )


def _keys(rows: Sequence[RegionsComparedRow], labels: RegionsComparedLabels) -> list[tuple[str, Sign]]:
    keys = verdict_keys((row.verdict for row in rows), labels.verdicts)
    return [*keys, (labels.target, TARGET)] if any(row.target is not None for row in rows) else keys


def _placed(row: RegionsComparedRow, top: float) -> tuple[Row, Sheet]:
    """The marks of a row whose text begins at `top`, and the words and rule around them."""
    text = entry(row.name, row.label, top, bold=row.emphasised)
    y = text.bottom + TICK / 2
    mark = {
        "name": row.name,
        "value": row.value,
        "target": row.target,
        "y": y,
        "tip": tip_text(row.name, row.label, row.target_label, row.period),
        **sign_fields(verdict_sign(row.verdict)),
    }
    return mark, joined(text, Sheet(rules=(Rule(0, y, WIDTH, y),), bottom=y + TICK / 2))
