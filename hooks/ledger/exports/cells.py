"""One cell of open data, written for CSV and for JSON."""

import json
from datetime import date
from decimal import Decimal
from enum import Enum
from json.encoder import encode_basestring
from typing import TypeAlias
from unicodedata import normalize

Scalar: TypeAlias = str | Decimal | int | date | Enum | None
Cell: TypeAlias = Scalar | tuple[str, ...] | tuple[Enum, ...]

# What a spreadsheet takes for the start of a formula; full-width forms are folded into these first.
_FORMULA_STARTS = frozenset("=+-@\t\r\n")


def csv_text(cell: Cell) -> str:
    """Write a cell for CSV: blank for nothing, several ids joined by `;`, words made safe for spreadsheets.

    Args:
        cell: the value.
    """
    if isinstance(cell, tuple):
        return _guarded(plain_text(cell))
    # Only words are guarded: a negative number is no formula, and neither is the code `=` of an exact target.
    return _guarded(cell) if isinstance(cell, str) else _plain(cell)


def json_text(cell: Cell) -> str:
    """Write a cell as JSON: null for a blank cell, exact numbers, a list for several ids.

    Args:
        cell: the value.
    """
    if isinstance(cell, tuple):
        return json.dumps([_plain(item) for item in cell], ensure_ascii=False)
    text = _plain(cell)
    # The standard library would pass a decimal through binary floating point, or refuse it.
    if isinstance(cell, (Decimal, int)):
        return text
    # What json.dumps calls in the end; hundreds of thousands of cells feel the way there.
    return encode_basestring(text) if text else "null"


def plain_text(cell: Cell) -> str:
    """Write a cell as words, for a format in which words need no guard.

    Args:
        cell: the value.
    """
    return ";".join(map(_plain, cell)) if isinstance(cell, tuple) else _plain(cell)


def _plain(cell: Scalar) -> str:
    if isinstance(cell, str) and not isinstance(cell, Enum):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return str(cell.value if isinstance(cell, Enum) else cell)


def _guarded(text: str) -> str:
    # Some programs leave out blanks at the beginning before they look.
    first = normalize("NFKC", text.lstrip(" \u3000\ufeff\u200b")[:1] or text[:1])
    return f"'{text}" if first in _FORMULA_STARTS else text
