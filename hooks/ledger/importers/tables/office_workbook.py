"""Writes a table of an office as an Excel workbook that can be printed, signed and filled in."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter  # type: ignore[import-untyped] # It has no types.

from ledger.importers.tables.office_tables import OfficeCell, OfficeTable

_PROGRAM_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_A4 = 9
_HEADING_ROW = 1
_CHARACTERS_OF_A_WIDTH = 2.2
_POINTS_OF_A_LINE = 15
_MOST_DIGITS = 15
_MOST_SIGNS = 32_767
# What XML cannot hold; the ledger's texts have none, names of places may.
_UNSEEN = dict.fromkeys(range(32)) | {9: " ", 10: "\n", 13: None}


def office_workbook(table: OfficeTable, as_of: date) -> bytes:
    """Write a table; texts are always texts, never formulas, numbers or links.

    Args:
        table: the table.
        as_of: the day that stands as the day of making; the clock would change the file each time.
    """
    file = BytesIO()
    with xlsxwriter.Workbook(file, _PROGRAM_OPTIONS) as workbook:
        workbook.set_properties({"title": table.title, "created": datetime.combine(as_of, time())})
        looks = _Looks(workbook)
        sheet = workbook.add_worksheet(table.sheet)
        _set_up(sheet, table)
        last = len(table.columns) - 1
        sheet.merge_range(0, 0, 0, last, "", looks.title)
        sheet.write_string(0, 0, table.title, looks.title)
        sheet.set_row(0, 30)
        for column, (_, heading, width) in enumerate(table.columns):
            sheet.set_column(column, column, width * _CHARACTERS_OF_A_WIDTH)
            sheet.write_string(_HEADING_ROW, column, heading, looks.heading)
        for line, row in enumerate(table.rows, _HEADING_ROW + 1):
            cells = [row.get(field, "") for field, _, _ in table.columns]
            sheet.set_row(line, _height(cells, table))
            for column, cell in enumerate(cells):
                _write(sheet, line, column, cell, looks)
    return file.getvalue()


def _set_up(sheet: Any, table: OfficeTable) -> None:  # noqa: ANN401 -- the library has no types
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.repeat_rows(0, _HEADING_ROW)
    sheet.set_footer("&C&P / &N")
    sheet.freeze_panes(_HEADING_ROW + 1, 0)
    sheet.autofilter(_HEADING_ROW, 0, _HEADING_ROW + len(table.rows), len(table.columns) - 1)


class _Looks:
    """How the cells of a workbook look; a number shows exactly the decimals that it was written with."""

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401 -- as above
        self.workbook = workbook
        cell = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_size": 10}
        self.cell = cell
        self.title = workbook.add_format(
            {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"}
        )
        self.heading = workbook.add_format({**cell, "bold": True, "align": "center", "bg_color": "#EDEDED"})
        self.text = workbook.add_format({**cell, "num_format": "@"})
        self.numbers: dict[int, Any] = {}

    def number(self, decimals: int) -> Any:  # noqa: ANN401 -- as above
        """The look of a number with so many decimals."""
        if decimals not in self.numbers:
            pattern = "0." + "0" * decimals if decimals else "0"
            self.numbers[decimals] = self.workbook.add_format({**self.cell, "num_format": pattern})
        return self.numbers[decimals]


def _write(sheet: Any, line: int, column: int, cell: OfficeCell, looks: _Looks) -> None:  # noqa: ANN401 -- as above
    if isinstance(cell, int | Decimal) and len(Decimal(cell).as_tuple().digits) <= _MOST_DIGITS:
        exponent = Decimal(cell).as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        sheet.write_number(line, column, Decimal(cell), looks.number(decimals))
    elif text := str(cell).translate(_UNSEEN)[:_MOST_SIGNS]:
        sheet.write_string(line, column, text, looks.text)
    else:
        sheet.write_blank(line, column, None, looks.text)


def _height(cells: list[OfficeCell], table: OfficeTable) -> float:
    """Room for the cell that wraps into the most lines; not every program finds that out by itself."""
    return _POINTS_OF_A_LINE * max(_lines(cells, table)) + 3


def _lines(cells: list[OfficeCell], table: OfficeTable) -> Iterator[int]:
    for cell, (_, _, width) in zip(cells, table.columns, strict=True):
        parts = str(cell).split("\n")
        room = 2 * width
        yield sum(max(1, ceil(sum(1 + (sign >= "\u2e80") for sign in part) / room)) for part in parts)
