"""Rows of a document's tables, cell by cell under their column headings."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from ledger.importers.passage import Role
from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))
_FIGURE = re.compile(_RULES["figure"])
Cells = tuple[tuple[str, str], ...]
Rows = tuple[tuple[str, ...], ...]


def body_rows(rows: Rows) -> tuple[str, tuple[tuple[int, Cells], ...]]:
    """The caption inside a table, and its rows below the headings with their number from 1.

    Args:
        rows: cells row by row, merged cells repeated.
    """
    caption, rest = _caption(rows)
    depth = _heading_rows(rest)
    width = max((len(row) for row in rest), default=0)
    names = [_column_heading(rest[:depth], column) for column in range(width)]
    found = []
    for number, row in enumerate(rest[depth:], start=1):
        cells = tuple((names[column], cell.strip()) for column, cell in enumerate(row))
        if any(cell for _, cell in cells):
            found.append((number, cells))
    return caption, tuple(found)


def _caption(rows: Rows) -> tuple[str, Rows]:
    """A first row that is one cell over all columns names the table."""
    if len(rows) > 1 and len(rows[0]) > 1 and len({cell.strip() for cell in rows[0] if cell.strip()}) == 1:
        return rows[0][0].strip(), rows[1:]
    return "", rows


def _heading_rows(rows: Rows) -> int:
    """How many rows are headings: a second one where cells of the first span columns or both rows."""
    if len(rows) < 2:
        return 0
    first, second = rows[0], rows[1]
    spans = any(a.strip() and a == b for a, b in pairwise(first))
    if spans and len(rows) > 2 and not any(_FIGURE.match(cell.strip()) for cell in second):
        return 2
    return 1


def _column_heading(rows: Rows, column: int) -> str:
    words = list(dict.fromkeys(row[column].strip() for row in rows if column < len(row)))
    return "".join(word for word in words if word)


def row_text(cells: Cells) -> str:
    """A row as one line that can be read."""
    parts, before = [], None
    for heading, cell in cells:
        if cell and (heading, cell) != before:
            parts.append(f"{heading}{_RULES['is']}{cell}" if heading else cell)
        before = (heading, cell)
    return str(_RULES["between"]).join(parts)


def role_of_row(cells: Cells) -> Role | None:
    """What a row tells by its column headings: what was done beats what was to be done; None if neither."""
    headings = " ".join(heading for heading, _ in cells)
    if re.search(_RULES["done_columns"], headings):
        return Role.SUMMARY
    return Role.PLAN if re.search(_RULES["plan_columns"], headings) else None
