"""Validated Altair templates: a chart form makes one, then its charts differ only in the data bound to it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import altair as alt

from charts.chart import WORDS
from charts.layers import legend_layer, rules_layer, words_layer
from charts.layout import PlacedSign, Rule, Sheet, Word
from charts.theme import FONT_STACK, PALETTE, WIDTH, Sign, light

# With its edge of paper, of which half lies inside.
SIGN_AREA = 196
# An outline adds half its width on each side.
HOLLOW_SHARE = 0.76

Row = Mapping[str, object]


def make_template(form: str, *layers: alt.Chart, scale: Sequence[str]) -> Mapping[str, Any]:
    """A specification without data, checked against the Vega-Lite schema.

    Args:
        form: the name of the form.
        layers: its layers, from the lowest to the highest.
        scale: names of the numbers that `bind` gives to the scales.
    """
    chart = alt.layer(rules_layer(), *layers, legend_layer(), words_layer())
    # Without autosize nothing moves to make room for something else: the layout is all ours.
    chart = chart.properties(width=WIDTH, height=0, padding=0, autosize=alt.AutoSizeParams(type="none"))
    chart = chart.add_params(*(alt.param(name=name, value=0) for name in scale))
    # Vega would describe every mark in English.
    chart = chart.configure(aria=False, background="transparent", font=FONT_STACK).configure_view(stroke=None)
    # By these values the script that makes charts interactive finds colours, to take those of the page.
    usermeta = {"form": form, "palette": {name: colour.light for name, colour in PALETTE.items()}}
    return MappingProxyType({**chart.to_dict(), "usermeta": usermeta})


def bind(
    template: Mapping[str, Any], label: str, sheet: Sheet, scale: Mapping[str, float], **rows: Sequence[Row]
) -> dict[str, object]:
    """A complete specification.

    Args:
        template: what `make_template` made for the form.
        label: what the chart shows, for readers who cannot see it.
        sheet: words, signs and rules around the data; its bottom is the height of the chart.
        scale: the numbers for the scales, all those named to `make_template`.
        rows: the data sets, by the names that the layers use.
    """
    around = {
        WORDS: [_word_row(word) for word in sheet.words],
        "legend": [_sign_row(placed) for placed in sheet.signs],
        "rules": [_rule_row(rule) for rule in sheet.rules],
    }
    return {
        **template,
        "datasets": {**rows, **around},
        "description": label,
        "height": round(sheet.bottom, 2),
        "params": [{"name": name, "value": round(value, 6)} for name, value in scale.items()],
    }


def sign_fields(sign: Sign, area: float = SIGN_AREA) -> dict[str, object]:
    """The fields by which `charts.layers.signs_layer` draws a sign in a square of `area` square units."""
    own = light(sign.colour)
    if sign.hollow:
        outline = {"area": round(area * HOLLOW_SHARE, 2), "fill": light("paper"), "stroke": own}
        return {"shape": sign.shape, "colour": own, **outline}
    # An edge would eat shapes of thin strokes, which are paths of our own and stand alone.
    edge = "transparent" if sign.shape.startswith("M") else light("paper")
    return {"shape": sign.shape, "colour": own, "area": area, "fill": own, "stroke": edge}


def tip_text(*lines: str) -> str:
    """The words of a tooltip, without those lines that are empty."""
    return "\n".join(filter(None, lines))


def _sign_row(placed: PlacedSign) -> Row:
    return {"x": round(placed.x, 2), "y": round(placed.y, 2), **sign_fields(placed.sign)}


def _rule_row(rule: Rule) -> Row:
    return {"x": rule.x, "y": round(rule.y, 2), "x2": rule.x2, "y2": round(rule.y2, 2)}


def _word_row(word: Word) -> Row:
    """The word without what `charts.layers.words_layer` takes for granted."""
    row: dict[str, object] = {"text": word.text, "x": round(word.x, 2), "y": round(word.y, 2)}
    if word.align != "left":
        row["align"] = word.align
    if word.colour != "ink":
        row["colour"] = light(word.colour)
    if word.bold:
        row["weight"] = 600
    return row
