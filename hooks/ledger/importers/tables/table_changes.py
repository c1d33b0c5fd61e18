"""What an office changed in an exported table: held against the records by their ids."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypeAlias

from ledger.importers.figure import Goal
from ledger.importers.tables.cell_due import read_due
from ledger.importers.tables.cell_values import Doubt, read_aim, read_amount, split_work_units
from ledger.importers.tables.office_tables import OfficeRow, OfficeTable, due_text
from ledger.importers.tables.row_reading import RowReader
from ledger.importers.tables.table_record import CellDoubt, RecordKind, TableRecord
from ledger.model.commitment import Commitment, DueBasis
from ledger.model.ledger import Ledger
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.target import Target

# What a field of a content file becomes: a text, a number, a list, a target, or None where it goes.
NewValue: TypeAlias = str | tuple[str, ...] | Goal | bool | None
Edit: TypeAlias = tuple[str, NewValue]


class Refusal(Enum):
    """Why a change in the sheet is not taken over."""

    COMPUTED = "computed"
    EMPTIED = "emptied"
    NO_RECORD = "no_record"


@dataclass(frozen=True)
class FieldChange:
    """One cell that differs from its record.

    Args:
        row: row from 0.
        column: column from 0.
        field: field of the table.
        record: id of the record that is changed.
        old: the cell as it was exported.
        new: the cell as it is.
        edits: content fields and what they become.
        refusal: why it is not taken over, if it is not.
    """

    row: int
    column: int
    field: str
    record: str
    old: str
    new: str
    edits: tuple[Edit, ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True)
class TableChanges:
    """What differs between a sheet and the ledger.

    Args:
        changes: cells that differ.
        deleted: ids of exported rows that the sheet lacks.
        added: records that filled cells propose anew.
        doubts: cells to be looked at.
    """

    changes: tuple[FieldChange, ...] = ()
    deleted: tuple[str, ...] = ()
    added: tuple[TableRecord, ...] = ()
    doubts: tuple[CellDoubt, ...] = ()


def compare_table(table: OfficeTable, ledger: Ledger, rows: dict[str, RowReader]) -> TableChanges:
    """Hold the rows of a sheet against the records that they were exported from.

    Args:
        table: the table as it would be exported now.
        ledger: the ledger.
        rows: a reader of each row by the id that stands in it.
    """
    exported = table.by_id()
    changes: list[FieldChange] = []
    added: list[TableRecord] = []
    doubts: list[CellDoubt] = []
    for id_, reader in rows.items():
        if id_ not in exported:
            reader.doubt("id", Doubt.NOT_IN_TABLE)
        else:
            row = _Row(reader, exported[id_], ledger, id_)
            changes += row.changes()
            added += row.added
        doubts += reader.doubts
    deleted = tuple(id_ for id_ in exported if id_ not in rows)
    return TableChanges(tuple(changes), deleted, tuple(added), tuple(doubts))


@dataclass
class _Row:
    """One row with its record."""

    reader: RowReader
    exported: OfficeRow
    ledger: Ledger
    id: str
    added: list[TableRecord] = field(default_factory=list)

    def changes(self) -> Iterator[FieldChange]:
        measure = self.ledger.measures.get(self.id)
        commitment = self.ledger.commitments.get((measure.commitment or "") if measure else self.id)
        yield from self._computed()
        if measure:
            yield from self._text("indicator", measure.id, "name", measure.name)
            yield from self._value(measure)
        elif commitment:
            name = "task" if "task" in self.exported else "indicator"
            yield from self._text(name, commitment.id, "text", commitment.text)
            self._reported(commitment)
        if commitment or self.reader.text("target"):
            yield from self._target(commitment)
        if commitment and "task" in self.exported:
            yield from self._due(commitment)
            yield from self._lead(commitment)
            yield from self._support(commitment)
        self._deviation(commitment)

    def _change(self, name: str, record: str, *edits: Edit, refusal: Refusal | None = None) -> FieldChange:
        column = self.reader.columns[name].index
        old, new = str(self.exported[name]), self.reader.raw(name)
        return FieldChange(self.reader.row, column, name, record, old, new, edits, refusal)

    def _has(self, name: str) -> bool:
        return name in self.reader.columns

    def _computed(self) -> Iterator[FieldChange]:
        for name in ("topic", "verdict", "place"):
            if name in self.exported and self._has(name):
                before = " ".join(str(self.exported[name]).split())
                if " ".join(self.reader.raw(name).split()) != before:
                    yield self._change(name, self.id, refusal=Refusal.COMPUTED)

    def _text(self, name: str, record: str, content_field: str, before: str) -> Iterator[FieldChange]:
        if not self._has(name):
            return
        text = self.reader.text(name)
        if not text:
            yield self._change(name, record, refusal=Refusal.EMPTIED)
        elif text != " ".join(before.split()):
            yield self._change(name, record, (content_field, text))

    def _value(self, measure: Measure) -> Iterator[FieldChange]:
        unit = self.reader.text("unit") if self._has("unit") else measure.unit.written
        if self._has("unit") and not unit:
            yield self._change("unit", measure.id, refusal=Refusal.EMPTIED)
            unit = measure.unit.written
        if not self._has("value"):
            return
        amount = read_amount(self.reader.raw("value"), unit, self.reader.dictionary)
        if amount.status is None:
            if amount.doubts:
                self.reader.doubt("value", *amount.doubts)
            else:
                yield self._change("value", measure.id, refusal=Refusal.EMPTIED)
            return
        self.reader.doubt("value", *(item for item in amount.doubts if item is not Doubt.NO_UNIT))
        before = (measure.status, _digits(measure.value), measure.qualifier.id if measure.qualifier else None)
        if before != (amount.status, _digits(amount.value), amount.qualifier):
            number = _digits(amount.value) or amount.status.value
            edits: list[Edit] = [("value", number)]
            if amount.qualifier != before[2]:
                edits.append(("qualifier", amount.qualifier))
            yield self._change("value", measure.id, *edits)
        if amount.unit != measure.unit.written and self.reader.dictionary.unit(amount.unit):
            where = "unit" if unit != measure.unit.written else "value"
            yield self._change(where, measure.id, ("unit", amount.unit))

    def _target(self, commitment: Commitment | None) -> Iterator[FieldChange]:
        if not self._has("target"):
            return
        before = commitment.target if commitment else None
        unit = before.unit.written if before and before.unit else self.reader.text("unit")
        aim = read_aim(self.reader.raw("target"), unit, self.reader.dictionary)
        self.reader.doubt("target", *aim.doubts)
        is_unread = not (aim.goal or aim.is_yes)
        if is_unread and aim.doubts:
            return
        if same_target(before, aim.goal, is_yes=aim.is_yes):
            return
        if commitment is None:
            yield self._change("target", self.id, refusal=Refusal.NO_RECORD)
        else:
            yield self._change("target", commitment.id, ("target", aim.is_yes or aim.goal))

    def _due(self, commitment: Commitment) -> Iterator[FieldChange]:
        if not self._has("due"):
            return
        due, doubts = read_due(self.reader.raw("due"), commitment.key.year)
        self.reader.doubt("due", *doubts)
        is_ongoing = commitment.due_basis is DueBasis.ONGOING
        before = "ongoing" if is_ongoing else due_text(commitment) or None
        if due != before and not (due is None and doubts):
            yield self._change("due", commitment.id, ("due", due))

    def _lead(self, commitment: Commitment) -> Iterator[FieldChange]:
        lead = self.reader.lead()
        if self._has("lead") and lead != commitment.lead:
            yield self._change("lead", commitment.id, ("lead", lead))

    def _support(self, commitment: Commitment) -> Iterator[FieldChange]:
        support = split_work_units(self.reader.raw("support")) if self._has("support") else commitment.support
        if support != commitment.support:
            yield self._change("support", commitment.id, ("support", support or None))

    def _reported(self, commitment: Commitment) -> None:
        """A number beside a promise that no figure answered yet is a new figure."""
        if not self._has("value") or "value" not in self.exported:
            return
        unit = self.reader.text("unit")
        amount = read_amount(self.reader.raw("value"), unit, self.reader.dictionary)
        self.reader.doubt("value", *amount.doubts)
        if amount.status in {MeasureStatus.DISCLOSED, MeasureStatus.REDACTED}:
            record = self._new(RecordKind.MEASURE, "m", "value", commitment.text, commitment)
            self.added.append(
                replace(
                    record,
                    status=amount.status,
                    value=amount.value,
                    unit=amount.unit,
                    qualifier=amount.qualifier,
                    indicator=commitment.indicator,
                    commitment=commitment.id,
                )
            )

    def _deviation(self, commitment: Commitment | None) -> None:
        keys = (commitment.id,) if commitment else ()
        before = " ".join(str(self.exported.get("reason", "")).split())
        reason, remedy = self.reader.deviation() if "reason" in self.exported else ("", "")
        if remedy:
            where = "remedy" if self._has("remedy") else "reason"
            better = self._new(RecordKind.COMMITMENT, "r", where, remedy, commitment)
            self.added.append(better)
            keys = (*keys, better.key)
        if reason and reason != before:
            record = self._new(RecordKind.PROBLEM, "p", "reason", reason, commitment)
            self.added.append(replace(record, addressed_by=keys))

    def _new(
        self, kind: RecordKind, suffix: str, name: str, text: str, commitment: Commitment | None
    ) -> TableRecord:
        reader = self.reader
        record = commitment or self.ledger.measures[self.id]
        column = reader.columns[name].index
        key = f"r{reader.row + 1}{suffix}"
        return TableRecord(kind, key, reader.row, column, reader.at, text, topic=record.key.topic)


def _digits(value: object) -> str | None:
    return None if value is None else f"{value:f}"


def same_target(target: Target | None, goal: Goal | None, *, is_yes: bool) -> bool:
    """Tell whether a target is what a cell says, unit and decimals included.

    Args:
        target: the target of a record.
        goal: the number of the cell.
        is_yes: whether the cell asks that a thing is done at all.
    """
    if target is None or not target.is_numeric:
        return goal is None and is_yes == (target is not None)
    if goal is None or target.unit is None:
        return False
    before = (target.operator.value, _digits(target.value), target.unit.written)
    return before == (goal.operator, _digits(goal.value), goal.unit)
