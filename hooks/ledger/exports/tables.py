"""A table of cells, and the bytes of its two files."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TypeAlias, TypeVar

from ledger.exports.cells import Cell, csv_text, json_text

Row = TypeVar("Row")
Columns: TypeAlias = Mapping[str, Callable[[Row], Cell]]


@dataclass(frozen=True)
class Table:
    """Cells under column names.

    Args:
        header: names of the columns.
        rows: one cell per column each.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tabulate(columns: Columns[Row], rows: Iterable[Row]) -> Table:
    """Fill the columns of a table from records.

    Args:
        columns: column name → what makes its cell.
        rows: the records, one per row.
    """
    cells = tuple(columns.values())
    return Table(tuple(columns), tuple(tuple(cell(row) for cell in cells) for row in rows))


def csv_bytes(table: Table) -> bytes:
    """Write a table as CSV that spreadsheets open without asking: byte order mark and CRLF.

    Args:
        table: the table.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.header)
    writer.writerows([csv_text(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def json_bytes(table: Table) -> bytes:
    """Write a table as a JSON list of objects, one object per line.

    Args:
        table: the table.
    """
    names = [json_text(name) for name in table.header]
    lines = ",".join(f"\n{_json_object(names, row)}" for row in table.rows)
    return f"[{lines}\n]\n".encode()


def _json_object(names: Sequence[str], row: tuple[Cell, ...]) -> str:
    pairs = zip(names, row, strict=True)
    return "{" + ", ".join(f"{name}: {json_text(cell)}" for name, cell in pairs) + "}"
