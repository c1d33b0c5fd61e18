"""Reads comma, tab and semicolon separated tables in the encodings that Chinese offices use."""

import csv
from io import StringIO
from pathlib import Path

from ledger.importers.documents.encoding import decode
from ledger.importers.tables.sheet import Sheet, TableFile
from ledger.importers.tables.workbook_reading import MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from ledger.problems import Problem

_DELIMITERS = (",", "\t", ";")
_TRIED_LINES = 50


def read_csv(file: Path) -> TableFile:
    """Read a table of separated values; its encoding and its separator are found out.

    Args:
        file: a .csv, .tsv or .txt file.
    """
    name = file.name
    try:
        if file.stat().st_size > MOST_BYTES:
            limit = {"limit": f"{MOST_BYTES // 1_000_000} MB"}
            return TableFile(name, problems=(Problem(name, 1, 1, "MZ163", limit),))
        decoded = decode(file.read_bytes())
        # A sign that cannot be read may be one of a number.
        if decoded is None or not decoded.whole:
            return TableFile(name, problems=(Problem(name, 1, 1, "MZ161"),))
        lines = csv.reader(StringIO(decoded.text), delimiter=_delimiter(decoded.text))
        rows = [[cell.strip() for cell in row] for row in lines]
    except (OSError, csv.Error):
        return TableFile(name, problems=(Problem(name, 1, 1, "MZ161"),))
    width = max(map(len, rows), default=0)
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS:
        limit = {"limit": f"{MOST_ROWS} × {MOST_COLUMNS}"}
        return TableFile(name, problems=(Problem(name, 1, 1, "MZ163", limit),))
    cells = tuple((*row, *[""] * (width - len(row))) for row in rows)
    sheet = Sheet("", 1, cells, widths=tuple(map(len, rows)))
    return TableFile(name, (sheet,), encoding=decoded.encoding)


def _delimiter(text: str) -> str:
    """Choose the separator that cuts the most lines into the same number of cells."""
    lines = "\n".join(text.splitlines()[:_TRIED_LINES])

    def fit(delimiter: str) -> int:
        widths = [len(row) for row in csv.reader(StringIO(lines), delimiter=delimiter) if row]
        common = max(set(widths) - {1}, key=widths.count, default=0)
        return widths.count(common) * (common > 1)

    return max(_DELIMITERS, key=fit)
