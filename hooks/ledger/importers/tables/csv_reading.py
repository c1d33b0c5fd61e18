"""Reads comma, tab and semicolon separated tables in the encodings that Chinese offices use."""

import codecs
import csv
from io import StringIO
from pathlib import Path

from ledger.importers.tables.sheet import Sheet, TableFile
from ledger.importers.tables.workbook_reading import MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from ledger.problems import Problem

_DELIMITERS = (",", "\t", ";")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
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
        text, encoding = decode_table(file.read_bytes())
        delimiter = _delimiter(text)
        rows = [[cell.strip() for cell in row] for row in csv.reader(StringIO(text), delimiter=delimiter)]
    except (OSError, UnicodeDecodeError, csv.Error):
        return TableFile(name, problems=(Problem(name, 1, 1, "MZ161"),))
    width = max(map(len, rows), default=0)
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS:
        limit = {"limit": f"{MOST_ROWS} × {MOST_COLUMNS}"}
        return TableFile(name, problems=(Problem(name, 1, 1, "MZ163", limit),))
    cells = tuple((*row, *[""] * (width - len(row))) for row in rows)
    sheet = Sheet("", 1, cells, widths=tuple(map(len, rows)))
    return TableFile(name, (sheet,), encoding=encoding, delimiter=delimiter)


def decode_table(data: bytes) -> tuple[str, str]:
    """Decode the bytes of a text file, and name their encoding.

    Args:
        data: the bytes.

    Raises:
        UnicodeDecodeError: if they are in none of the encodings that offices use.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding), encoding
    # Without a mark, UTF-16 shows by the empty halves of digits, separators and line ends.
    if b"\0" in data[:4096]:
        encoding = "utf-16-be" if data[:4096:2].count(0) > data[1:4096:2].count(0) else "utf-16-le"
        return data.decode(encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("gb18030"), "gb18030"


def _delimiter(text: str) -> str:
    """Choose the separator that cuts the most lines into the same number of cells."""
    lines = "\n".join(text.splitlines()[:_TRIED_LINES])

    def fit(delimiter: str) -> int:
        widths = [len(row) for row in csv.reader(StringIO(lines), delimiter=delimiter) if row]
        common = max(set(widths) - {1}, key=widths.count, default=0)
        return widths.count(common) * (common > 1)

    return max(_DELIMITERS, key=fit)
