"""One cell of open data, written for CSV and for JSON."""

import json
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias
from unicodedata import normalize

Scalar: TypeAlias = str | Decimal | int | date | Enum | None
Cell: TypeAlias = Scalar | tuple[str, ...] | tuple[Enum, ...]

# What a spreadsheet takes for the start of a formula; full-width forms are folded into these first.
_FORMULA_STARTS = frozenset("=+-@\t\r")


def csv_text(cell: Cell) -> str:
    """Write a cell for CSV: blank for nothing, several ids joined by `;`, words made safe for spreadsheets.

    Args:
        cell: the value.
    """
    if isinstance(cell, tuple):
        return _guarded(";".join(_plain(item) for item in cell))
    # Only words are guarded: a negative number is no formula, and neither is the code `=` of an exact target.
    return _guarded(cell) if isinstance(cell, str) else _plain(cell)


def json_text(cell: Cell) -> str:
    """Write a cell as JSON: null for a blank cell, exact numbers, a list for several ids.

    Args:
        cell: the value.
    """
    if isinstance(cell, tuple):
        return _dumped([_plain(item) for item in cell])
    text = _plain(cell)
    # The standard library would pass a decimal through binary floating point, or refuse it.
    return text if isinstance(cell, Decimal | int) else _dumped(text or None)


def _plain(cell: Scalar) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return str(cell.value if isinstance(cell, Enum) else cell)


def _guarded(text: str) -> str:
    return f"'{text}" if normalize("NFKC", text[:1]) in _FORMULA_STARTS else text


def _dumped(value: str | list[str] | None) -> str:
    return json.dumps(value, ensure_ascii=False)
