"""One row of a table, field by field: what its cells say, and what in them is doubtful."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ledger.importers.tables.cell_due import read_due
from ledger.importers.tables.cell_values import (
    Aim,
    CellAmount,
    Doubt,
    cell_words,
    read_aim,
    read_amount,
    says_nothing,
)
from ledger.importers.tables.mapping import TableKind
from ledger.importers.tables.table_layout import Column
from ledger.importers.tables.table_record import CellDoubt
from ledger.model.dictionary import Dictionary
from ledger.model.indicator import Direction, Indicator

_NAMES = ("task", "indicator", "project")
_HAN_BREAK = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])")


@dataclass
class RowReader:
    """Reads one row.

    Args:
        kind: what the table is.
        columns: field → column.
        cells: the row's cells.
        row: its number, from 0.
        at: its place as content files write it.
        unit: the unit of the whole sheet; empty where it gives none.
        section: the heading above it inside the table.
        year: the year that is meant where a cell gives none.
        dictionary: vocabularies.
        topic: topic of rows for which none can be proposed.
        doubts: what was found to be looked at.
    """

    kind: TableKind
    columns: Mapping[str, Column]
    cells: tuple[str, ...]
    row: int
    at: str
    unit: str
    section: str
    year: int
    dictionary: Dictionary
    topic: str | None = None
    doubts: list[CellDoubt] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The cell of a field on one line; nothing where there is no such column or the cell says nothing.

        Args:
            name: the field.
        """
        text = self.raw(name)
        return "" if says_nothing(text) else " ".join(_HAN_BREAK.sub("", text).split())

    def raw(self, name: str) -> str:
        """The cell of a field as it stands.

        Args:
            name: the field.
        """
        column = self.columns.get(name)
        return self.cells[column.index] if column else ""

    @property
    def name_field(self) -> str:
        """The field that says what is promised or counted; empty where no column does."""
        return next((name for name in _NAMES if name in self.columns), "")

    @property
    def name(self) -> str:
        """What is promised or counted."""
        return self.text(self.name_field)

    def doubt(self, name: str, *doubts: Doubt, text: str = "") -> None:
        """Note something to be looked at in a cell.

        Args:
            name: the field.
            doubts: what it is.
            text: the words to show in place of the cell.
        """
        column = self.columns.get(name)
        where = column.index if column else 0
        self.doubts += [CellDoubt(self.row, where, doubt, text or self.raw(name)) for doubt in doubts]

    def amount(self, name: str, unit: str) -> CellAmount:
        """Read the number of a field.

        Args:
            name: the field.
            unit: the unit that its row or column gives.
        """
        amount = read_amount(self.raw(name), unit, self.dictionary)
        self.doubt(name, *amount.doubts)
        return amount

    def aim(self, indicator: Indicator | None) -> Aim:
        """Read the target.

        Args:
            indicator: what it is measured by, if known.
        """
        direction = indicator.direction if indicator else Direction.NONE
        unit = self.unit_of("target", indicator)
        aim = read_aim(self.raw("target"), unit, self.dictionary, direction)
        doubts = aim.doubts
        if self.kind in {TableKind.TASK_LIST, TableKind.LIVELIHOOD}:
            # There the column holds words as often as numbers, and words are kept as they are.
            doubts = tuple(doubt for doubt in doubts if doubt is not Doubt.UNREAD_TARGET)
        self.doubt("target", *doubts)
        return aim

    def unit_of(self, name: str, indicator: Indicator | None = None) -> str:
        """The unit that a cell has when it names none itself.

        Args:
            name: the field.
            indicator: what is measured, if known.
        """
        column = self.columns.get(name)
        in_name = re.findall(r"[(（]([^()（）]+)[)）]", self.name)
        given = [
            self.text("unit"),
            column.bracket if column else "",
            *reversed(in_name),
            indicator.unit.written if indicator and not self.unit else "",
            self.unit,
        ]
        known = [unit for unit in given if unit and self.dictionary.unit(unit)]
        return known[0] if known else self.text("unit")

    def lead(self) -> str | None:
        """The leading unit; several on lines of their own are joined."""
        return "、".join(self.raw("lead").split("\n")) if self.text("lead") else None

    def due(self) -> str | None:
        """Read the due date."""
        due, doubts = read_due(self.raw("due"), self.year)
        self.doubt("due", *doubts)
        return due

    def deviation(self) -> tuple[str, str]:
        """Why a target was not reached, and what is to be done, be it in one cell or in two."""
        reason, remedy = self.text("reason"), self.text("remedy")
        both = re.search(cell_words()["deviation"]["both"], reason)
        return (both["reason"], both["remedy"]) if both and "remedy" not in self.columns else (reason, remedy)
