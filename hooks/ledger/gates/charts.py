"""Every chart shows what stands in its table and in its downloads: not a mark more or less."""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from selectolax.lexbor import LexborNode

from ledger.gates.folder import Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import Page, text_of
from ledger.problems import Problem

Rows = list[list[str]]

_DATUM = "datum_"
_WORDS = "words"
_CONDITION = re.compile(r"datum\.(\w+) (!= null|> 0)")
_DRAWN = "path, line, rect"
# A spreadsheet would run what begins so; the download puts an apostrophe before it.
_GUARD = "'"


def check(page: Page, folder: Folder) -> Checked:
    """Check the charts of a page.

    Args:
        page: the page.
        folder: the built site.
    """
    figures, bars = page.tree.css("figure.chart"), page.tree.css(".verdict-bar")
    found = [problem for figure in figures for problem in _figure(page, folder, figure)]
    wrong = [bar for bar in bars if len(bar.css("rect")) != len(bar.css("li"))]
    found += [page.problem("MZ114", "verdict-bar", **_numbers(bar)) for bar in wrong]
    return checked(len(figures) + len(bars), found)


def _numbers(bar: LexborNode) -> dict[str, str]:
    return {"drawn": str(len(bar.css("rect"))), "expected": str(len(bar.css("li")))}


def _figure(page: Page, folder: Folder, figure: LexborNode) -> Iterator[Problem]:
    name = figure.attributes.get("data-spec") or ""
    address = folder.target(page.address, name) if name else None
    drawing, table = figure.css_first(".chart-drawing svg"), figure.css_first("table")
    files = {ending: _file(folder, address, ending) for ending in (".json", ".csv", ".svg")}
    if not (drawing and table and address and all(files.values())):
        yield page.problem("MZ115", name)
        return
    rows, spec = _rows(table), json.loads(files[".json"])
    if rows != _csv_rows(files[".csv"]) or files[".svg"] not in page.html or not _same_names(rows, spec):
        yield page.problem("MZ115", name)
    drawn, expected = _drawn(drawing), _expected(spec)
    if drawn != expected:
        yield page.problem("MZ114", name, drawn=str(sum(drawn)), expected=str(sum(expected)))


def _file(folder: Folder, address: str | None, ending: str) -> str:
    beside = (address or "").removesuffix(".json") + ending
    return folder.read(beside) if beside in folder.files else ""


def _rows(table: LexborNode) -> Rows:
    return [[text_of(cell) for cell in row.css("th, td")] for row in table.css("tr")]


def _csv_rows(text: str) -> Rows:
    rows = csv.reader(StringIO(text.removeprefix("\ufeff")))
    return [[" ".join(cell.removeprefix(_GUARD).split()) for cell in row] for row in rows]


def _same_names(rows: Rows, spec: Mapping[str, Any]) -> bool:
    """Whether the marks belong to the rows of the table, and every row has a mark."""
    layers = [layer for layer in spec["layer"] if layer["name"].startswith(_DATUM)]
    tips = [row["tip"] for layer in layers for row in _bound(layer, spec) if "tip" in row]
    named = {" ".join(tip.partition("\n")[0].split()) for tip in tips}
    return len(rows) > 1 and named == {row[0] for row in rows[1:]}


def _drawn(drawing: LexborNode) -> tuple[int, int]:
    """Shapes and words of the drawing that have a place."""
    shapes = [shape for shape in drawing.css(_DRAWN) if "NaN" not in (shape.html or "")]
    return len(shapes), len(drawing.css("text"))


def _expected(spec: Mapping[str, Any]) -> tuple[int, int]:
    shapes = (_number(layer, spec) for layer in spec["layer"] if layer["name"] != _WORDS)
    return sum(shapes), len(spec["datasets"][_WORDS])


def _number(layer: Mapping[str, Any], spec: Mapping[str, Any]) -> int:
    rows = _bound(layer, spec)
    kind = layer["mark"]["type"] if isinstance(layer["mark"], dict) else layer["mark"]
    # One line joins all years of a run.
    return len({row["run"] for row in rows}) if kind == "line" else len(rows)


def _bound(layer: Mapping[str, Any], spec: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The rows that a layer draws."""
    conditions = [_CONDITION.fullmatch(step["filter"]) for step in layer.get("transform", ())]
    rows = spec["datasets"][layer["data"]["name"]]
    return [row for row in rows if all(_holds(condition, row) for condition in conditions)]


def _holds(condition: re.Match[str] | None, row: Mapping[str, Any]) -> bool:
    # A condition that is not known draws nothing here, so that the count cannot agree by chance.
    value = row.get(condition[1]) if condition else None
    return value is not None and (condition is None or condition[2] == "!= null" or value > 0)
