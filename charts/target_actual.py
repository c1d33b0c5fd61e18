"""Target versus actual: per indicator a bar up to the value, a sign for the verdict, a tick at the target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from charts.chart import Chart
from charts.layers import TICK, bars_layer, pixel_y, scaled_x, signs_layer, targets_layer
from charts.layout import Rule, Sheet, entry, head, joined, note, stacked, verdict_keys
from charts.rows import check
from charts.span import span_from_zero
from charts.template import Row, bind, make_template, sign_fields, tip_text
from charts.theme import TARGET, WIDTH, Sign, verdict_sign

# Half a sign must fit beyond both ends.
SCALE = {"low": 0, "high": 1, "left": 0, "right": WIDTH - 8}
INDENT = 8
BAR, GAP = 6, 16


@dataclass(frozen=True)
class TargetActualRow:
    """One indicator; rows may differ in unit, for each has a scale of its own that begins at 0.

    Args:
        name: the indicator.
        value: actual value.
        label: actual value as readers see it, with unit.
        target: target value, if there is one.
        target_label: target as readers see it, with direction and unit; stands below its tick.
        verdict: a key of `charts.theme.VERDICTS`, or empty where nothing is to be judged.
        full: what the scale must reach, such as 100 for percentages; otherwise value and target suffice.
        period: the time that the figure is of, as readers see it; only the interactive chart says it.
    """

    name: str
    value: float
    label: str
    target: float | None = None
    target_label: str = ""
    verdict: str = ""
    full: float | None = None
    period: str = ""


@dataclass(frozen=True)
class TargetActualLabels:
    """Words around the rows.

    Args:
        title: stands above the chart; may be empty.
        label: what the chart shows, for readers who cannot see it.
        target: legend of the target tick.
        verdicts: legend of the signs, by verdict key.
    """

    title: str
    label: str
    target: str
    verdicts: Mapping[str, str]


def build(rows: Sequence[TargetActualRow], labels: TargetActualLabels) -> Chart:
    """The chart; raises ValueError for rows that cannot be drawn."""
    check(rows, labels)
    # Only a sign at the left end needs room there.
    scale = {**SCALE, "left": INDENT if any(row.value <= 0 for row in rows) else 0}
    marks, sheet = stacked(head(labels.title, _keys(rows, labels)), rows, partial(_placed, scale), GAP)
    spec = bind(template(), labels.label, sheet, scale, rows=marks)
    targets = sum(row.target is not None for row in rows)
    return Chart("target_actual", spec, 2 * len(rows) + targets, labels.label)


@cache
def template() -> Mapping[str, Any]:
    """The specification of the form without data."""
    return make_template(
        "target_actual",
        bars_layer("bars", "rows", BAR, "start", "end"),
        targets_layer("goal"),
        signs_layer("signs", "rows", scaled_x("end"), pixel_y()),
        scale=tuple(SCALE),
    )


def _keys(rows: Sequence[TargetActualRow], labels: TargetActualLabels) -> list[tuple[str, Sign]]:
    keys = verdict_keys((row.verdict for row in rows), labels.verdicts)
    return [*keys, (labels.target, TARGET)] if any(row.target is not None for row in rows) else keys


def _placed(scale: Mapping[str, float], row: TargetActualRow, top: float) -> tuple[Row, Sheet]:
    """The marks of a row whose text begins at `top`, and the words and rules around them."""
    text = entry(row.name, row.label, top)
    y = text.bottom + TICK / 2
    span = span_from_zero(row.value, row.target, row.full)
    goal = None if row.target is None else round(span.share(row.target), 4)
    mark = {
        "name": row.name,
        "value": row.value,
        "target": row.target,
        "start": round(span.share(0), 4),
        "end": round(span.share(row.value), 4),
        "goal": goal,
        "y": y,
        "tip": tip_text(row.name, row.label, row.target_label, row.period),
        **sign_fields(verdict_sign(row.verdict)),
    }
    track = Sheet(rules=(Rule(scale["left"], y, scale["right"], y),), bottom=y + TICK / 2)
    if goal is None or not row.target_label:
        return mark, joined(text, track)
    x = scale["left"] + goal * (scale["right"] - scale["left"])
    return mark, joined(text, track, note(row.target_label, x, track.bottom + 1))
