"""Layers and channels that several chart forms share."""

from typing import Literal

import altair as alt

from charts.chart import DATUM, WORDS
from charts.theme import TEXT_SIZE, light

TICK = 20
# Marks that may touch others are edged with paper on both sides, so that no two colours meet.
EDGE = 1.0
_TICK_WIDTH = 2.5


def data(name: str) -> alt.Chart:
    """The beginning of a layer over the rows bound under this name."""
    return alt.Chart(alt.NamedData(name))


def pixel_x(field: str = "x") -> alt.X:
    """Horizontal position that the field gives in viewport units."""
    return alt.X(field, type="quantitative", scale=None, axis=None)


def pixel_y(field: str = "y") -> alt.Y:
    """Vertical position that the field gives in viewport units."""
    return alt.Y(field, type="quantitative", scale=None, axis=None)


def scaled_x(field: str) -> alt.X:
    """Horizontal position of a value, from `left` to `right` for values from `low` to `high`."""
    return alt.X(field, type="quantitative", scale=_scale("low", "high", "left", "right"), axis=None)


def scaled_y(field: str) -> alt.Y:
    """Vertical position of a value, from `bottom` to `top` for values from `least` to `most`."""
    return alt.Y(field, type="quantitative", scale=_scale("least", "most", "bottom", "top"), axis=None)


# The numbers are parameters of the specification, so that binding data leaves the checked layers as they are.
def _scale(low: str, high: str, start: str, end: str) -> alt.Scale:
    return alt.Scale(
        domainMin=alt.ExprRef(low),
        domainMax=alt.ExprRef(high),
        range=[alt.ExprRef(start), alt.ExprRef(end)],
        zero=False,
        nice=False,
    )


def colour() -> alt.Color:
    """The colour that the row gives as a value, not as a category."""
    return alt.Color("colour", type="nominal", scale=None, legend=None)


def _fill() -> alt.Fill:
    return alt.Fill("fill", type="nominal", scale=None, legend=None)


def _stroke() -> alt.Stroke:
    return alt.Stroke("stroke", type="nominal", scale=None, legend=None)


def tip() -> alt.Tooltip:
    """The row's own words, shown when the reader points at its mark in the interactive chart."""
    return alt.Tooltip("tip", type="nominal")


def bars_layer(
    name: str, rows: str, height: float, start: str, end: str, *, parted: bool = False
) -> alt.Chart:
    """Horizontal bars between the values of two fields, in the colour of the row.

    Args:
        name: of the layer.
        rows: the data set.
        height: of the bars, in viewport units.
        start: field of the value where a bar begins.
        end: field of the value where it ends.
        parted: whether a thin gap parts each bar from its neighbour.
    """
    # The gap is an edge in the colour of the paper.
    edge = light("paper") if parted else alt.Undefined
    layer = data(rows).mark_bar(height=height, stroke=edge, strokeWidth=1.5 if parted else alt.Undefined)
    layer = layer.encode(x=scaled_x(start), x2=end, y=pixel_y(), color=colour(), tooltip=tip())
    return _named(layer, DATUM + name)


def signs_layer(name: str, rows: str, x: alt.X, y: alt.Y) -> alt.Chart:
    """Signs, for rows with the fields that `charts.template.sign_fields` gives."""
    return _named(_signs(rows, x, y).encode(tooltip=tip()), DATUM + name)


def ticks(layer: alt.Chart, orient: Literal["horizontal", "vertical"], size: float) -> alt.Chart:
    """Ticks of a layer, edged with paper.

    Args:
        layer: the layer without its marks.
        orient: vertical or horizontal.
        size: their length in viewport units.
    """
    # Half of an edge lies inside the mark.
    edged = alt.TickConfig(color=light("ink"), stroke=light("paper"), strokeWidth=2 * EDGE, opacity=1)
    width = _TICK_WIDTH + 2 * EDGE
    marked: alt.Chart = layer.mark_tick(orient=orient, size=size, thickness=width, **edged.to_dict())
    return marked


def targets_layer(field: str) -> alt.Chart:
    """An upright tick for each row that has a target, at the value of the field."""
    layer = data("rows").transform_filter(f"datum.{field} != null")
    layer = ticks(layer, "vertical", TICK)
    return _named(layer.encode(x=scaled_x(field), y=pixel_y(), tooltip=tip()), f"{DATUM}targets")


def cells_layer(name: str, rows: str) -> alt.Chart:
    """Rectangles with a dashed edge, for rows with corners and the colours `fill` and `stroke`."""
    layer = data(rows).mark_rect(strokeWidth=1.2, strokeDash=[3, 2])
    layer = layer.encode(x=pixel_x(), x2="x2", y=pixel_y(), y2="y2", fill=_fill(), stroke=_stroke())
    return _named(layer.encode(tooltip=tip()), DATUM + name)


def rules_layer() -> alt.Chart:
    """The thin rules of the sheet."""
    layer = data("rules").mark_rule(color=light("rule"), strokeWidth=1)
    return _named(layer.encode(x=pixel_x(), x2="x2", y=pixel_y(), y2="y2"), "rules")


def legend_layer() -> alt.Chart:
    """The signs of the legend."""
    return _named(_signs("legend", pixel_x(), pixel_y()), "legend")


def words_layer() -> alt.Chart:
    """All words of the chart; what a row leaves out is as in most text."""
    layer = data(WORDS).mark_text(
        align=alt.ExprRef("datum.align||'left'"),
        # Other baselines are guessed by Vega from the size, and differ from font to font.
        baseline="alphabetic",
        color=alt.ExprRef(f"datum.colour||'{light('ink')}'"),
        fontSize=TEXT_SIZE,
        fontWeight=alt.ExprRef("datum.weight||400"),
    )
    return _named(layer.encode(x=pixel_x(), y=pixel_y(), text=alt.Text("text", type="nominal")), WORDS)


def _signs(rows: str, x: alt.X, y: alt.Y) -> alt.Chart:
    layer = data(rows).mark_point(opacity=1, strokeWidth=2 * EDGE)
    shape = alt.Shape("shape", type="nominal", scale=None, legend=None)
    size = alt.Size("area", type="quantitative", scale=None, legend=None)
    signs: alt.Chart = layer.encode(x=x, y=y, shape=shape, size=size, fill=_fill(), stroke=_stroke())
    return signs


def _named(layer: alt.Chart, name: str) -> alt.Chart:
    named: alt.Chart = layer.properties(name=name)
    return named
