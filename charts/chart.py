"""One chart: a complete specification and what its drawing must hold."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

# What a specification and its drawing agree on: layers whose name begins so hold the marks that stand for
# data, and one layer holds all words.
DATUM = "datum_"
WORDS = "words"


@dataclass(frozen=True)
class Chart:
    """A chart that is ready to be drawn, downloaded or made interactive.

    Args:
        form: the name of the chart form, such as `trend`.
        spec: the complete Vega-Lite specification; equal values give equal specifications.
        rows: number of marks that stand for data, all of which the drawing must hold.
        label: what the chart shows, for readers who cannot see it.
    """

    form: str
    spec: Mapping[str, object]
    rows: int
    label: str


def to_json(chart: Chart) -> str:
    """The specification as JSON: equal charts give equal text."""
    return as_json(chart.spec)


def as_json(value: object) -> str:
    """Any value as compact JSON with sorted keys; ValueError for numbers that JSON does not know."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
