"""The whole open data as one Excel workbook, for those who work in a spreadsheet."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

import xlsxwriter  # type: ignore[import-untyped]

from ledger.exports.cells import Cell, plain_text
from ledger.exports.tables import Table
from ledger.exports.xml_text import xml_text

WORKBOOK = "data/ledger.xlsx"
# Limits of the format: ECMA-376 leaves them to Excel, which states them in its specifications.
MOST_ROWS = 1_048_576
MOST_SIGNS = 32_767
_MOST_DIGITS = 15
# Excel takes 1900 for a leap year, so days before its March are not the days that they are elsewhere.
_FIRST_SAFE_DAY = date(1900, 3, 1)
_MEASURED_ROWS = 200
_WIDEST = 60
_PROGRAM_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_COLUMNS = ("table", "column", "meaning")


def workbook_bytes(
    tables: Mapping[str, Table], descriptions: Mapping[str, Sequence[tuple[str, str]]], as_of: date
) -> bytes:
    """Write tables as a workbook: a sheet for each, and one that says what the columns mean.

    Words are always words, never formulas, numbers or links, whatever they begin with; so they need no guard
    as in CSV. Numbers that binary floating point cannot hold to the last digit are written as words. A text
    longer than a cell may be ends in an ellipsis; the CSV file has all of it.

    Args:
        tables: tables by name.
        descriptions: table name → column names and what they mean.
        as_of: the day that stands as the day of making; the clock would change the file on every build.

    Returns:
        The file; equal tables give equal bytes.

    Raises:
        ValueError: when a table has more rows than a sheet may have.
    """
    file = BytesIO()
    meanings = [(name, column, words) for name, pairs in descriptions.items() for column, words in pairs]
    with xlsxwriter.Workbook(file, _PROGRAM_OPTIONS) as workbook:
        # A day, not a moment: the format knows no time zones.
        workbook.set_properties({"created": datetime.combine(as_of, time())})
        looks = Looks(workbook)
        for name, table in {**tables, "columns": Table(_COLUMNS, tuple(meanings))}.items():
            _write_sheet(workbook.add_worksheet(name), name, table, looks)
    return file.getvalue()


class Looks:
    """How cells look that are neither words nor plain numbers.

    Args:
        workbook: the workbook that they belong to.
    """

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self.head = workbook.add_format({"bold": True, "bottom": 1})
        self.day = workbook.add_format({"num_format": "yyyy-mm-dd"})


def _write_sheet(sheet: xlsxwriter.worksheet.Worksheet, name: str, table: Table, looks: Looks) -> None:
    if len(table.rows) >= MOST_ROWS:
        raise ValueError(
            f"table {name} has {len(table.rows)} rows; a sheet holds {MOST_ROWS} with its header"
        )
    sheet.freeze_panes(1, 1)
    for number, header in enumerate(table.header):
        sheet.write_string(0, number, header, looks.head)
        cells = (plain_text(row[number]) for row in table.rows[:_MEASURED_ROWS])
        sheet.set_column(number, number, _width([header, *cells]))
    for line, row in enumerate(table.rows, 1):
        for number, cell in enumerate(row):
            _write_cell(sheet, line, number, cell, looks)
    sheet.autofilter(0, 0, len(table.rows), len(table.header) - 1)


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet, line: int, number: int, cell: Cell, looks: Looks
) -> None:
    # Nothing first: a third of the cells are blank.
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(line, number, cell)
    elif isinstance(cell, (int, Decimal)) and _is_held(cell):
        # As a decimal: the library writes 16 digits, and those of a binary number are not all its own.
        sheet.write_number(line, number, Decimal(cell))
    elif isinstance(cell, date) and cell >= _FIRST_SAFE_DAY:
        sheet.write_datetime(line, number, cell, looks.day)
    elif text := plain_text(cell):
        sheet.write_string(line, number, _fitting(text))


def _is_held(number: int | Decimal) -> bool:
    """Tell whether a spreadsheet, whose numbers are binary, gives a number back to the last digit."""
    return len(Decimal(number).normalize().as_tuple().digits) <= _MOST_DIGITS


def _fitting(text: str) -> str:
    """Replace what a cell cannot hold: signs that XML forbids, and the end of a text that is too long."""
    text = xml_text(text.replace("\r\n", "\n").replace("\r", "\n"))
    # The limit counts UTF-16 units, two for a rare character.
    if 2 * len(text) <= MOST_SIGNS:
        return text
    units = text.encode("utf-16-le")
    return (
        text
        if len(units) <= 2 * MOST_SIGNS
        else units[: 2 * (MOST_SIGNS - 1)].decode("utf-16-le", "ignore") + "…"
    )


def _width(texts: Iterable[str]) -> int:
    """Choose a column width in characters; a Chinese one is as wide as two."""
    widest = max(sum(1 + (sign >= "\u2e80") for sign in text[:_WIDEST]) for text in texts)
    return min(widest + 2, _WIDEST)
