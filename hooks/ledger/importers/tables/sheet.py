"""A sheet of cells as a person sees them, and what a file of sheets gave."""

from dataclasses import dataclass
from enum import Enum

from ledger.problems import Problem


class SheetRemark(Enum):
    """What an editor must know of a sheet or a cell, though nothing is wrong with it."""

    HIDDEN_SHEET = "hidden_sheet"
    HIDDEN_ROW = "hidden_row"
    HIDDEN_COLUMN = "hidden_column"
    ROUNDED = "rounded"
    UNKNOWN_FORMAT = "unknown_format"
    FORMULA = "formula"
    MACROS = "macros"


@dataclass(frozen=True)
class Remark:
    """A remark on one place of a sheet.

    Args:
        kind: what is to be known.
        row: from 0; -1 for the whole sheet or a column.
        column: from 0; -1 for the whole sheet or a row.
        text: what fills the words.
    """

    kind: SheetRemark
    row: int = -1
    column: int = -1
    text: str = ""


@dataclass(frozen=True)
class Sheet:
    """Cells by row and column.

    Args:
        name: name of the sheet; empty in a CSV file.
        number: its place in the file, from 1.
        rows: texts as shown, every row equally long, merged cells repeated.
        merges: merged spans as first row, first column, last row, last column, from 0.
        widths: of a CSV file, how many cells each row was written with.
        remarks: what is to be known of it.
        problems: cells that cannot be read, by row and column from 0.
    """

    name: str
    number: int
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    widths: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()
    problems: tuple[Problem, ...] = ()

    def problem_cells(self) -> set[tuple[int, int]]:
        """Rows and columns, from 0, of cells that cannot be read."""
        return {(problem.line - 1, problem.column - 1) for problem in self.problems}


@dataclass(frozen=True)
class TableFile:
    """A file of sheets.

    Args:
        name: name of the file.
        sheets: its sheets in order.
        problems: why it could not be read; then it has no sheets.
        encoding: of a CSV file, how its characters were stored.
    """

    name: str
    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()
    encoding: str = ""


def column_letters(column: int) -> str:
    """Name a column as spreadsheets do: A, B, …, Z, AA.

    Args:
        column: from 0.
    """
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Name a cell, such as C7; a whole row is 7, a whole column C.

    Args:
        row: from 0, or -1.
        column: from 0, or -1.
    """
    return (column_letters(column) if column >= 0 else "") + (str(row + 1) if row >= 0 else "")


def half_width(text: str) -> str:
    """Fold full-width letters, digits and signs; signs of units such as ㎡ and ‰ stay as they are.

    Args:
        text: any text.
    """
    return text.translate(_HALF)


_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
