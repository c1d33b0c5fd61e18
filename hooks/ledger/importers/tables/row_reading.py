"""One row of a table → the records that it proposes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ledger.importers.tables.cell_due import read_due
from ledger.importers.tables.cell_values import (
    Aim,
    Amount,
    Doubt,
    cell_words,
    find_aim,
    read_aim,
    read_amount,
    read_claim,
    says_nothing,
    split_work_units,
)
from ledger.importers.tables.mapping import TableKind
from ledger.importers.tables.table_layout import Column
from ledger.importers.tables.table_record import CellDoubt, RecordKind, TableRecord
from ledger.importers.tables.topic_of_row import find_indicator, find_topic
from ledger.model.dictionary import Dictionary
from ledger.model.indicator import Direction, Indicator
from ledger.model.outcome import Claim

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
    def name(self) -> str:
        """What is promised or counted."""
        return next((self.text(name) for name in _NAMES if name in self.columns), "")

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

    def amount(self, name: str, unit: str) -> Amount:
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
        column, named = self.columns.get(name), self.columns.get(_name_field(self.columns))
        in_name = re.findall(r"[(（]([^()（）]+)[)）]", self.name) if named else []
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

    def records(self) -> list[TableRecord]:
        """Read the records that the row proposes."""
        makers = {
            TableKind.TASK_LIST: self._task,
            TableKind.SELF_ASSESSMENT: self._indicator,
            TableKind.INDICATOR_TABLE: self._indicator,
            TableKind.LIVELIHOOD: self._task,
        }
        found = list(makers[self.kind]())
        topic = self._topic(found)
        return [replace(record, topic=topic) for record in found]

    def _topic(self, found: list[TableRecord]) -> str | None:
        indicators = [record.indicator for record in found if record.indicator]
        given = self.text("topic")
        topic = find_topic(given or self.name, self.section, indicators, self.dictionary) or self.topic
        if topic is None:
            self.doubt(_name_field(self.columns), Doubt.NO_TOPIC)
        return topic

    def _record(self, kind: RecordKind, suffix: str, name: str, text: str) -> TableRecord:
        column = self.columns.get(name)
        return TableRecord(
            kind, f"r{self.row + 1}{suffix}", self.row, column.index if column else 0, self.at, text
        )

    def _commitment(self, text: str, aim: Aim, indicator: Indicator | None) -> TableRecord:
        record = self._record(RecordKind.COMMITMENT, "c", _name_field(self.columns), text)
        return replace(
            record,
            goal=aim.goal,
            is_yes=aim.is_yes,
            indicator=indicator.id if indicator else None,
            due=self.due(),
            lead=self.lead(),
            support=split_work_units(self.raw("support")),
            note=self._note(),
        )

    def _note(self) -> str | None:
        return "；".join(filter(None, (self.text("nature"), self.text("note")))) or None

    def _task(self) -> Iterator[TableRecord]:
        aim, said = self.aim(None), self.text("target")
        # A target in words belongs to what is promised.
        text = self.name if aim.goal or aim.is_yes or not said else f"{self.name}：{said}"
        if said and not (aim.goal or aim.is_yes):
            aim = find_aim(said, self.unit_of("target"), self.dictionary)
        commitment = self._commitment(text, aim, find_indicator(self.name, self.dictionary)[0])
        yield commitment
        rate = self._rate()
        yield from rate
        yield from self._progress(commitment, rate)

    def _rate(self) -> list[TableRecord]:
        if not self.text("rate"):
            return []
        amount = self.amount("rate", self.unit_of("rate") or "%")
        if amount.status is None:
            return []
        name = cell_words()["texts"]["rate"].format(name=self.name)
        return [self._figure("rate", name, amount, None, commitment=None)]

    def _progress(self, commitment: TableRecord, rate: list[TableRecord]) -> Iterator[TableRecord]:
        said, state = self.text("progress"), self.text("state")
        if not said and not state:
            return
        record = self._record(RecordKind.OUTCOME, "o", "progress" if said else "state", said or self.name)
        claim = read_claim(state) if state else read_claim(said)
        if state and claim is Claim.STATED and said:
            claim = read_claim(said)
        figures = tuple(figure.key for figure in rate)
        yield replace(record, claim=claim, commitment=commitment.key, measures=figures)

    def _figure(
        self, name: str, text: str, amount: Amount, indicator: Indicator | None, commitment: str | None
    ) -> TableRecord:
        return replace(
            self._record(RecordKind.MEASURE, "m", name, text),
            status=amount.status,
            value=amount.value,
            unit=amount.unit,
            qualifier=amount.qualifier,
            indicator=indicator.id if indicator else None,
            commitment=commitment,
        )

    def _indicator(self) -> Iterator[TableRecord]:
        indicator, is_near = find_indicator(self.name, self.dictionary)
        if is_near and indicator:
            self.doubt(_name_field(self.columns), Doubt.NEAR_INDICATOR, text=indicator.name)
            indicator = None
        name = re.sub(r"[(（][^()（）]*[)）]$", "", self.name) if self.unit_of("") else self.name
        aim, commitment = self.aim(indicator), None
        if aim.goal or aim.is_yes or self.text("target"):
            words = cell_words()["texts"]["target"].format(name=name, target=self.text("target"))
            commitment = self._commitment(words, aim, indicator)
            yield commitment
        yield from self._value(name, indicator, commitment)
        yield from self._deviation(commitment)

    def _value(
        self, name: str, indicator: Indicator | None, commitment: TableRecord | None
    ) -> Iterator[TableRecord]:
        amount = self.amount("value", self.unit_of("value", indicator))
        answers = commitment.key if commitment and commitment.goal else None
        if amount.status is None and self.text("value") and not amount.doubts[1:]:
            # Words instead of a number, such as 已完成: what is said to be done.
            yield from self._said(commitment)
            return
        baseline = self.amount("baseline", amount.unit or self.unit_of("baseline", indicator))
        if amount.status is None and commitment is None and baseline.value is None:
            return
        if amount.status is not None:
            figure = self._figure("value", name, amount, indicator, answers)
            yield replace(figure, baseline=baseline.value, note=None if commitment else self._note())

    def _said(self, commitment: TableRecord | None) -> Iterator[TableRecord]:
        said = self.text("value")
        if re.search(r"\d", said):
            return
        column = self.columns["value"].index
        unread = (Doubt.UNREAD_NUMBER, column)
        self.doubts = [item for item in self.doubts if (item.doubt, item.column) != unread]
        record = self._record(RecordKind.OUTCOME, "o", "value", f"{self.name}：{said}")
        yield replace(record, claim=read_claim(said), commitment=commitment.key if commitment else None)

    def deviation(self) -> tuple[str, str]:
        """Why a target was not reached, and what is to be done, be it in one cell or in two."""
        reason, remedy = self.text("reason"), self.text("remedy")
        both = re.search(cell_words()["deviation"]["both"], reason)
        return (both["reason"], both["remedy"]) if both and "remedy" not in self.columns else (reason, remedy)

    def _deviation(self, commitment: TableRecord | None) -> Iterator[TableRecord]:
        reason, remedy = self.deviation()
        where = "remedy" if "remedy" in self.columns else "reason"
        better = self._record(RecordKind.COMMITMENT, "r", where, remedy)
        if reason:
            keys = ([commitment.key] if commitment else []) + ([better.key] if remedy else [])
            yield replace(self._record(RecordKind.PROBLEM, "p", "reason", reason), addressed_by=tuple(keys))
        if remedy:
            yield better


def _name_field(columns: Mapping[str, Column]) -> str:
    return next((name for name in _NAMES if name in columns), "")
