"""A sheet → the plan of what would be made of it; nothing is written here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ledger.importers.tables.cell_values import CellAmount, bare_text, read_amount
from ledger.importers.tables.mapping import Mapped, TableKind, map_columns
from ledger.importers.tables.row_reading import RowReader
from ledger.importers.tables.row_records import row_records
from ledger.importers.tables.sheet import Sheet, TableFile
from ledger.importers.tables.table_layout import Layout, find_layout, table_words
from ledger.importers.tables.table_record import CellDoubt, LeftOut, TablePlan, TableRecord, TotalCheck
from ledger.model.dictionary import Dictionary
from ledger.problems import Problem

_NEVER_ADDED = frozenset({"serial", "task", "indicator", "project", "due", "rate", "id", "unit"})
_ID = re.compile(r"[a-z0-9][a-z0-9-]*-\d{4}-[a-z0-9-]+")


@dataclass(frozen=True)
class Wanted:
    """What the editor says of a table.

    Args:
        year: the year that is meant where a cell gives none.
        declared: field → heading.
        topic: topic of rows for which none can be proposed.
        place: how a row is cited, with holes for sheet and row.
        known: ids that the ledger has already.
    """

    year: int
    declared: Mapping[str, str] = field(default_factory=dict)
    topic: str | None = None
    place: str = "{sheet}!{row}"
    known: frozenset[str] = frozenset()


def plan_table(file: TableFile, sheet: Sheet, wanted: Wanted, dictionary: Dictionary) -> TablePlan:
    """Work out what a sheet says.

    Args:
        file: the file that it belongs to.
        sheet: the sheet.
        wanted: what the editor says of it.
        dictionary: vocabularies.
    """
    layout = find_layout(sheet)
    if layout is None:
        missing = Problem(file.name, 1, 1, "MZ167", {"sheet": sheet.name})
        return TablePlan(sheet, problems=(*sheet.problems, missing))
    mapped = map_columns(sheet, layout, file.name, wanted.declared, wanted.year)
    if mapped.kind is None:
        return TablePlan(sheet, layout, mapped, problems=(*sheet.problems, *mapped.problems))
    return _Planner(file, sheet, layout, mapped, mapped.kind, wanted, dictionary).plan()


def row_reader(
    sheet: Sheet,
    layout: Layout,
    mapped: Mapped,
    kind: TableKind,
    row: int,
    wanted: Wanted,
    dictionary: Dictionary,
) -> RowReader:
    """Make the reader of one row.

    Args:
        sheet: the sheet.
        layout: its parts.
        mapped: its columns.
        kind: what the table is.
        row: from 0.
        wanted: what the editor says of the table.
        dictionary: vocabularies.
    """
    return RowReader(
        kind,
        mapped.columns,
        sheet.rows[row],
        row,
        wanted.place.format(sheet=sheet.number, row=row + 1),
        layout.unit if dictionary.unit(layout.unit) else "",
        layout.sections.get(row, ""),
        wanted.year,
        dictionary,
        wanted.topic,
    )


def recognised_rows(plan: TablePlan, wanted: Wanted, dictionary: Dictionary) -> dict[str, RowReader]:
    """Make a reader of each row whose record the ledger has already, by its id.

    Args:
        plan: the plan of a sheet.
        wanted: what the editor says of it.
        dictionary: vocabularies.
    """
    if plan.layout is None or plan.mapped is None or plan.mapped.kind is None:
        return {}
    parts = (plan.sheet, plan.layout, plan.mapped, plan.mapped.kind)
    return {id_: row_reader(*parts, row, wanted, dictionary) for row, id_ in plan.ids}


@dataclass
class _Planner:
    file: TableFile
    sheet: Sheet
    layout: Layout
    mapped: Mapped
    kind: TableKind
    wanted: Wanted
    dictionary: Dictionary
    records: list[TableRecord] = field(default_factory=list)
    doubts: list[CellDoubt] = field(default_factory=list)
    left_out: list[tuple[int, LeftOut]] = field(default_factory=list)
    totals: list[TotalCheck] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    # Sums since the last subtotal and since the beginning, by column.
    parts: dict[int, list[CellAmount]] = field(default_factory=dict)
    wholes: dict[int, list[CellAmount]] = field(default_factory=dict)

    def plan(self) -> TablePlan:
        self.problems += [*self.sheet.problems, *self.mapped.problems]
        self.left_out += [(row, LeftOut.SECTION) for row in self.layout.breaks]
        self.left_out += [(row, LeftOut.NOTE) for row, _ in self.layout.notes]
        bad = self._bad_rows()
        for row in self.layout.body:
            reason = LeftOut.PROBLEM if row in bad else self._take(row)
            if reason:
                self.left_out.append((row, reason))
        return TablePlan(
            self.sheet,
            self.layout,
            self.mapped,
            tuple(self.records),
            tuple(sorted(self.left_out, key=lambda item: item[0])),
            tuple(self.doubts),
            tuple(self.totals),
            tuple(self.problems),
            tuple((row, id_) for id_, row in self.ids.items()),
        )

    def _bad_rows(self) -> set[int]:
        """Rows with a cell that cannot be read, or with more or fewer cells than there are headings."""
        used = {column.index for column in self.mapped.columns.values()}
        bad = {row for row, column in self.sheet.problem_cells() if column in used}
        expected = max(column.index for column in self.layout.columns) + 1
        for row in self.layout.body if self.sheet.widths else ():
            width = self.sheet.widths[row]
            filled = max((place for place, text in enumerate(self.sheet.rows[row], 1) if text), default=0)
            if width < expected or filled > expected:
                details = {"found": str(max(width, filled)), "expected": str(expected), "sheet": ""}
                where = min(width, expected) + 1
                self.problems.append(Problem(self.file.name, row + 1, where, "MZ166", details))
                bad.add(row)
        return bad

    def _take(self, row: int) -> LeftOut | None:
        reader = row_reader(
            self.sheet, self.layout, self.mapped, self.kind, row, self.wanted, self.dictionary
        )
        if self._is_total(reader):
            self._check_total(reader)
            return LeftOut.TOTAL
        id_ = bare_text(reader.raw("id"))
        if _ID.fullmatch(id_):
            return self._recognise(row, id_)
        if not reader.name:
            return LeftOut.NO_NAME
        found = row_records(reader)
        self._add_up(reader)
        self.records += found
        self.doubts += reader.doubts
        return None

    def _recognise(self, row: int, id_: str) -> LeftOut | None:
        column = self.mapped.columns["id"].index
        if id_ not in self.wanted.known or id_ in self.ids:
            code = "MZ173" if id_ not in self.wanted.known else "MZ174"
            details = {"text": id_, "sheet": self.sheet.name}
            self.problems.append(Problem(self.file.name, row + 1, column + 1, code, details))
            return LeftOut.PROBLEM
        self.ids[id_] = row
        return LeftOut.RECOGNISED

    def _is_total(self, reader: RowReader) -> bool:
        first = [reader.raw("serial"), reader.raw("group"), reader.name]
        return any(re.search(table_words()["total"], text) for text in first if text)

    def _amounts(self, reader: RowReader) -> dict[int, CellAmount]:
        """The numbers of a row that can be added up, by column: rates, days and words cannot."""
        amounts = {}
        fields = {column.index: name for name, column in self.mapped.columns.items()}
        for column in self.layout.columns:
            name = fields.get(column.index, "")
            if name not in _NEVER_ADDED:
                unit = reader.unit_of(name) if name else column.bracket
                amount = read_amount(reader.cells[column.index], unit, self.dictionary)
                known = self.dictionary.unit(amount.unit)
                if amount.value is not None and (known is None or known.kind not in {"rate", "change"}):
                    amounts[column.index] = amount
        return amounts

    def _add_up(self, reader: RowReader) -> None:
        for column, amount in self._amounts(reader).items():
            self.parts.setdefault(column, []).append(amount)
            self.wholes.setdefault(column, []).append(amount)

    def _check_total(self, reader: RowReader) -> None:
        for column, total in self._amounts(reader).items():
            parts, whole = self.parts.get(column, []), self.wholes.get(column, [])
            sums = [
                sum((amount.value or Decimal(0) for amount in amounts), Decimal(0))
                for amounts in (parts, whole)
                # Different units cannot be added, and one row is no sum.
                if len(amounts) > 1 and len({amount.unit for amount in amounts}) == 1
            ]
            stated = total.value
            if stated is None or not sums:
                continue
            nearest = min(sums, key=lambda sum_: abs(sum_ - stated))
            self.totals.append(TotalCheck(reader.row, column, stated, nearest))
            if nearest != stated:
                details = {"total": f"{stated:f}", "sum": f"{nearest:f}", "sheet": self.sheet.name}
                self.problems.append(Problem(self.file.name, reader.row + 1, column + 1, "MZ172", details))
        self.parts.clear()
