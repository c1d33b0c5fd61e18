"""The records that one row of a table proposes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledger.importers.tables.cell_values import (
    Aim,
    CellAmount,
    Doubt,
    cell_words,
    find_aim,
    read_claim,
    split_work_units,
)
from ledger.importers.tables.mapping import TableKind
from ledger.importers.tables.row_reading import RowReader
from ledger.importers.tables.table_record import RecordKind, TableRecord
from ledger.importers.tables.topic_of_row import find_indicator, find_topic
from ledger.model.indicator import Indicator
from ledger.model.outcome import Claim


def row_records(reader: RowReader) -> list[TableRecord]:
    """Make the records that a row proposes; what is doubtful in it is noted in the reader.

    Args:
        reader: the row.
    """
    return _Proposal(reader).records()


@dataclass(frozen=True)
class _Proposal:
    """One row while its records are made."""

    reader: RowReader

    def records(self) -> list[TableRecord]:
        makers = {
            TableKind.TASK_LIST: self._task,
            TableKind.SELF_ASSESSMENT: self._indicator,
            TableKind.INDICATOR_TABLE: self._indicator,
            TableKind.LIVELIHOOD: self._task,
        }
        found = list(makers[self.reader.kind]())
        topic = self._topic(found)
        return [replace(record, topic=topic) for record in found]

    def _topic(self, found: list[TableRecord]) -> str | None:
        indicators = [record.indicator for record in found if record.indicator]
        given = self.reader.text("topic")
        topic = (
            find_topic(given or self.reader.name, self.reader.section, indicators, self.reader.dictionary)
            or self.reader.topic
        )
        if topic is None:
            self.reader.doubt(self.reader.name_field, Doubt.NO_TOPIC)
        return topic

    def _record(self, kind: RecordKind, suffix: str, name: str, text: str) -> TableRecord:
        column = self.reader.columns.get(name)
        return TableRecord(
            kind,
            f"r{self.reader.row + 1}{suffix}",
            self.reader.row,
            column.index if column else 0,
            self.reader.at,
            text,
        )

    def _commitment(self, text: str, aim: Aim, indicator: Indicator | None) -> TableRecord:
        record = self._record(RecordKind.COMMITMENT, "c", self.reader.name_field, text)
        return replace(
            record,
            goal=aim.goal,
            is_yes=aim.is_yes,
            indicator=indicator.id if indicator else None,
            due=self.reader.due(),
            lead=self.reader.lead(),
            support=split_work_units(self.reader.raw("support")),
            note=self._note(),
        )

    def _note(self) -> str | None:
        return "；".join(filter(None, (self.reader.text("nature"), self.reader.text("note")))) or None

    def _task(self) -> Iterator[TableRecord]:
        aim, said = self.reader.aim(None), self.reader.text("target")
        # A target in words belongs to what is promised.
        text = self.reader.name if aim.goal or aim.is_yes or not said else f"{self.reader.name}：{said}"
        if said and not (aim.goal or aim.is_yes):
            aim = find_aim(said, self.reader.unit_of("target"), self.reader.dictionary)
        commitment = self._commitment(text, aim, find_indicator(self.reader.name, self.reader.dictionary)[0])
        yield commitment
        rate = self._rate()
        yield from rate
        yield from self._progress(commitment, rate)

    def _rate(self) -> list[TableRecord]:
        if not self.reader.text("rate"):
            return []
        amount = self.reader.amount("rate", self.reader.unit_of("rate") or "%")
        if amount.status is None:
            return []
        name = cell_words()["texts"]["rate"].format(name=self.reader.name)
        return [self._figure("rate", name, amount, None, commitment=None)]

    def _progress(self, commitment: TableRecord, rate: list[TableRecord]) -> Iterator[TableRecord]:
        said, state = self.reader.text("progress"), self.reader.text("state")
        if not said and not state:
            return
        record = self._record(
            RecordKind.OUTCOME, "o", "progress" if said else "state", said or self.reader.name
        )
        claim = read_claim(state) if state else read_claim(said)
        if state and claim is Claim.STATED and said:
            claim = read_claim(said)
        figures = tuple(figure.key for figure in rate)
        yield replace(record, claim=claim, commitment=commitment.key, measures=figures)

    def _figure(
        self, name: str, text: str, amount: CellAmount, indicator: Indicator | None, commitment: str | None
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
        indicator, is_near = find_indicator(self.reader.name, self.reader.dictionary)
        if is_near and indicator:
            self.reader.doubt(self.reader.name_field, Doubt.NEAR_INDICATOR, text=indicator.name)
            indicator = None
        name = (
            re.sub(r"[(（][^()（）]*[)）]$", "", self.reader.name)
            if self.reader.unit_of("")
            else self.reader.name
        )
        aim, commitment = self.reader.aim(indicator), None
        if aim.goal or aim.is_yes or self.reader.text("target"):
            words = cell_words()["texts"]["target"].format(name=name, target=self.reader.text("target"))
            commitment = self._commitment(words, aim, indicator)
            yield commitment
        yield from self._value(name, indicator, commitment)
        yield from self._deviation(commitment)

    def _value(
        self, name: str, indicator: Indicator | None, commitment: TableRecord | None
    ) -> Iterator[TableRecord]:
        amount = self.reader.amount("value", self.reader.unit_of("value", indicator))
        answers = commitment.key if commitment and commitment.goal else None
        if amount.status is None and self.reader.text("value") and not amount.doubts[1:]:
            # Words instead of a number, such as 已完成: what is said to be done.
            yield from self._said(commitment)
            return
        baseline = self.reader.amount("baseline", amount.unit or self.reader.unit_of("baseline", indicator))
        if amount.status is None and commitment is None and baseline.value is None:
            return
        if amount.status is not None:
            figure = self._figure("value", name, amount, indicator, answers)
            yield replace(figure, baseline=baseline.value, note=None if commitment else self._note())

    def _said(self, commitment: TableRecord | None) -> Iterator[TableRecord]:
        said = self.reader.text("value")
        if re.search(r"\d", said):
            return
        column = self.reader.columns["value"].index
        unread = (Doubt.UNREAD_NUMBER, column)
        self.reader.doubts = [item for item in self.reader.doubts if (item.doubt, item.column) != unread]
        record = self._record(RecordKind.OUTCOME, "o", "value", f"{self.reader.name}：{said}")
        yield replace(record, claim=read_claim(said), commitment=commitment.key if commitment else None)

    def _deviation(self, commitment: TableRecord | None) -> Iterator[TableRecord]:
        reason, remedy = self.reader.deviation()
        where = "remedy" if "remedy" in self.reader.columns else "reason"
        better = self._record(RecordKind.COMMITMENT, "r", where, remedy)
        if reason:
            keys = ([commitment.key] if commitment else []) + ([better.key] if remedy else [])
            yield replace(self._record(RecordKind.PROBLEM, "p", "reason", reason), addressed_by=tuple(keys))
        if remedy:
            yield better
