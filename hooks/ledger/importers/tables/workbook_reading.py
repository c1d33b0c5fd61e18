"""Reads the sheets of an Excel workbook."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped] # It has no types.
from openpyxl.utils.cell import (  # type: ignore[import-untyped]
    column_index_from_string,
    coordinate_from_string,
)

from ledger.importers.tables.sheet import Remark, Sheet, SheetRemark, TableFile
from ledger.importers.tables.shown_value import show
from ledger.problems import Problem

MOST_BYTES = 20_000_000
MOST_UNPACKED = 100_000_000
MOST_PARTS = 5000
# The library makes an object of every merged cell.
MOST_MERGED = 500_000
MOST_ROWS = 50_000
MOST_COLUMNS = 300
# How an Office file of before 2007 begins, and so one that a password locks.
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_START_OF_A_PART = 1024
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([^":]+):([^"]+)"')


def read_workbook(file: Path) -> TableFile:
    """Read every sheet of a workbook; macros are left alone.

    Args:
        file: an .xlsx or .xlsm file.
    """
    name = file.name
    code, details = _refusal(file)
    if code:
        return TableFile(name, problems=(Problem(name, 1, 1, code, details),))
    try:
        values = openpyxl.load_workbook(file, data_only=True, keep_links=False)
        formulas = openpyxl.load_workbook(file, keep_links=False)
    except Exception:  # noqa: BLE001 -- a damaged workbook makes the library fail in many ways
        return TableFile(name, problems=(Problem(name, 1, 1, "MZ161"),))
    sheets = []
    for number, title in enumerate(values.sheetnames, 1):
        sheet = values[title]
        # A sheet that holds only a chart has no cells.
        if hasattr(sheet, "iter_rows"):
            sheets.append(_sheet(name, number, sheet, formulas[title]))
    if file.suffix.lower() == ".xlsm" and sheets:
        first = sheets[0]
        sheets[0] = Sheet(
            first.name,
            first.number,
            first.rows,
            first.merges,
            remarks=(Remark(SheetRemark.MACROS), *first.remarks),
            problems=first.problems,
        )
    return TableFile(name, tuple(sheets))


def _refusal(file: Path) -> tuple[str, dict[str, str]]:
    """Tell why a file is not opened: its code and details, or nothing."""
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            return "MZ163", {"limit": f"{MOST_BYTES // 1_000_000} MB"}
        data = file.read_bytes()
    except OSError:
        return "MZ161", {}
    if data.startswith(_OLD_OFFICE):
        return ("MZ162", {}) if _LOCKED in data else ("MZ160", {"ending": ".xls"})
    try:
        with zipfile.ZipFile(file) as parts:
            return _refused_parts(parts)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, ValueError, EOFError):
        return "MZ161", {}


def _refused_parts(parts: zipfile.ZipFile) -> tuple[str, dict[str, str]]:
    infos = parts.infolist()
    if any(info.flag_bits & 1 for info in infos):
        return "MZ162", {}
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        return "MZ163", {"limit": f"{MOST_UNPACKED // 1_000_000} MB"}
    merged = 0
    for info in infos:
        if info.filename.startswith("xl/worksheets/"):
            merged += sum(map(_area, _MERGE.findall(parts.read(info))))
        if info.filename.endswith((".xml", ".rels")):
            # Workbooks need no document type; one could swell when it is read.
            with parts.open(info) as part:
                if b"<!DOCTYPE" in part.read(_START_OF_A_PART):
                    return "MZ161", {}
    return ("MZ163", {"limit": str(MOST_MERGED)}) if merged > MOST_MERGED else ("", {})


def _area(corners: tuple[bytes, bytes]) -> int:
    """How many cells a merge spans."""
    (left, top), (right, bottom) = (coordinate_from_string(corner.decode("ascii")) for corner in corners)
    return int(abs(bottom - top) + 1) * int(
        abs(column_index_from_string(right) - column_index_from_string(left)) + 1
    )


def _sheet(file: str, number: int, sheet: Any, formulas: Any) -> Sheet:  # noqa: ANN401 -- the library has no types
    grid: dict[tuple[int, int], str] = {}
    remarks: list[Remark] = [Remark(SheetRemark.HIDDEN_SHEET)] if sheet.sheet_state != "visible" else []
    problems: list[Problem] = []
    for row, column, cell in _filled(sheet, formulas):
        if row >= MOST_ROWS or column >= MOST_COLUMNS:
            details = {"limit": f"{MOST_ROWS} × {MOST_COLUMNS}", "sheet": sheet.title}
            return Sheet(
                sheet.title, number, (), problems=(Problem(file, row + 1, column + 1, "MZ163", details),)
            )
        shown = show(cell.value, cell.number_format)
        formula = formulas.cell(row + 1, column + 1)
        is_formula = formula.data_type == "f"
        code = "MZ164" if cell.data_type == "e" else "MZ165" if is_formula and cell.value is None else ""
        if code:
            text = str(formula.value if code == "MZ165" else cell.value)
            problems.append(Problem(file, row + 1, column + 1, code, {"text": text, "sheet": sheet.title}))
            continue
        grid[row, column] = shown.text
        remarks += [Remark(SheetRemark.FORMULA, row, column, str(formula.value))] if is_formula else []
        remarks += [Remark(SheetRemark.ROUNDED, row, column, shown.stored)] if shown.stored else []
        if not shown.is_understood:
            remarks.append(Remark(SheetRemark.UNKNOWN_FORMAT, row, column, cell.number_format))
    merges = tuple(sorted(_merges(sheet)))
    for top, left, bottom, right in merges:
        text = grid.get((top, left), "")
        # A merge over whole columns is only filled as far as the sheet has cells.
        for row in range(top, min(bottom, MOST_ROWS) + 1):
            grid.update(((row, column), text) for column in range(left, min(right, MOST_COLUMNS) + 1) if text)
    remarks += _hidden(sheet, grid)
    return Sheet(
        sheet.title, number, _rows(grid, problems), merges, remarks=tuple(remarks), problems=tuple(problems)
    )


def _filled(sheet: Any, formulas: Any) -> Iterator[tuple[int, int, Any]]:  # noqa: ANN401 -- as above
    """Every cell with something in it, by row and column from 0; a formula counts without its value."""
    for row, column in sorted(formulas._cells):  # noqa: SLF001 -- the public way makes every empty cell anew
        if formulas._cells[row, column].value is not None:  # noqa: SLF001 -- as above
            yield row - 1, column - 1, sheet.cell(row, column)


def _merges(sheet: Any) -> Iterator[tuple[int, int, int, int]]:  # noqa: ANN401 -- as above
    for span in sheet.merged_cells.ranges:
        yield span.min_row - 1, span.min_col - 1, span.max_row - 1, span.max_col - 1


def _hidden(sheet: Any, grid: dict[tuple[int, int], str]) -> Iterator[Remark]:  # noqa: ANN401 -- as above
    rows, columns = {row for row, _ in grid}, {column for _, column in grid}
    for number, look in sheet.row_dimensions.items():
        if look.hidden and number - 1 in rows:
            yield Remark(SheetRemark.HIDDEN_ROW, number - 1)
    for look in sheet.column_dimensions.values():
        if look.hidden:
            for number in range(look.min or look.index, (look.max or look.min) + 1):
                if number - 1 in columns:
                    yield Remark(SheetRemark.HIDDEN_COLUMN, -1, number - 1)


def _rows(grid: dict[tuple[int, int], str], problems: list[Problem]) -> tuple[tuple[str, ...], ...]:
    cells = [*grid, *((problem.line - 1, problem.column - 1) for problem in problems)]
    if not cells:
        return ()
    height, width = max(row for row, _ in cells) + 1, max(column for _, column in cells) + 1
    return tuple(tuple(grid.get((row, column), "") for column in range(width)) for row in range(height))
