"""Proposed records and changed cells → the text of content files, drafts marked as such."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ledger.content.record_lines import UnreadableTextError, edit, locate
from ledger.content.writer import Entry, Value
from ledger.importers.drafts.draft_files import DraftFile, DraftFiles, FileKey
from ledger.importers.figure import Goal
from ledger.importers.tables.sheet import Sheet
from ledger.importers.tables.table_changes import FieldChange, NewValue
from ledger.importers.tables.table_record import RecordKind, TableRecord
from ledger.model.dictionary import Dictionary
from ledger.model.ledger import Ledger
from ledger.model.measure import MeasureStatus
from ledger.model.record import Key, Origin
from ledger.problems import printable

Fields = dict[str, Value | None]


@dataclass
class Written:
    """Content files as they would be.

    Args:
        texts: path below the content folder → new text of changed records.
        by_hand: changes that only a person can make, for how the file is written.
        drafts: number of drafts.
        without_topic: records that have no topic and so no file.
    """

    texts: dict[str, str] = field(default_factory=dict)
    by_hand: list[FieldChange] = field(default_factory=list)
    drafts: int = 0
    without_topic: list[TableRecord] = field(default_factory=list)


def change_records(content: Path, ledger: Ledger, changes: Iterable[FieldChange]) -> Written:
    """Write changed cells into the records that they belong to.

    Args:
        content: the content folder.
        ledger: the ledger.
        changes: the changed cells; those that are refused are left alone.
    """
    written = Written()
    # From the last record to the first, so that the lines of the others stay where they are.
    placed = [(_origin(ledger, change.record), change) for change in changes if change.edits]
    for (key, origin), change in sorted(placed, key=lambda item: (item[0][0].topic, -item[0][1].line)):
        path = f"regions/{key.region}/{FileKey(key.year, key.topic).name}"
        text = written.texts.get(path) or (content / path).read_bytes().decode()
        edits = {name: _value(value) for name, value in change.edits}
        try:
            record = next(item for item in locate(text) if item.first <= origin.line <= item.last)
            written.texts[path] = edit(text, record, edits)
        except UnreadableTextError:
            written.by_hand.append(change)
    return written


def _origin(ledger: Ledger, id_: str) -> tuple[Key, Origin]:
    record = ledger.measures.get(id_) or ledger.commitments[id_]
    return record.key, record.origin


def _value(value: NewValue) -> Value | None:
    if isinstance(value, Goal):
        return _goal(value)
    if value is True:
        return {"op": "yes"}
    return None if isinstance(value, bool) else value


def draft_records(
    files: DraftFiles,
    year: int,
    sheets: Sequence[tuple[Sheet, Sequence[TableRecord]]],
    dictionary: Dictionary,
) -> Written:
    """Add proposed records to their topic files as drafts.

    Args:
        files: the region's topic files, to which the drafts are added.
        year: year folder.
        sheets: the records of each sheet.
        dictionary: vocabularies.
    """
    written = Written()
    for sheet, records in sheets:
        written.without_topic += [record for record in records if record.topic is None]
        for topic in dict.fromkeys(record.topic for record in records if record.topic):
            of_topic = [record for record in records if record.topic == topic]
            _draft(files[FileKey(year, topic)], of_topic, sheet, files.source, dictionary)
            written.drafts += len(of_topic)
    return written


def _draft(
    file: DraftFile, records: Sequence[TableRecord], sheet: Sheet, source: str, dictionary: Dictionary
) -> None:
    ids = {record.key: file.next_id(record.kind.value) for record in records}
    for record in records:
        # An id of the ledger stands for itself.
        fields = {**_FIELDS[record.kind](record, ids, dictionary), "at": record.at, "note": record.note}
        given = {name: value for name, value in fields.items() if value}
        cells = dict.fromkeys(" ".join(cell.split()) for cell in sheet.rows[record.row] if cell)
        comment = f"{record.at}：{' | '.join(map(printable, cells))}"
        file.add(record.kind.value, ids[record.key], Entry(given, (comment,)), source)


def _goal(goal: Goal) -> dict[str, str]:
    value = "redacted" if goal.value is None else f"{goal.value:f}"
    return {"op": goal.operator, "value": value} | ({"unit": goal.unit} if goal.unit else {})


def _linked(keys: Iterable[str], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(ids.get(key, key) for key in keys)


def _measure(record: TableRecord, ids: Mapping[str, str], dictionary: Dictionary) -> Fields:
    indicator = dictionary.indicators.get(record.indicator or "")
    value = f"{record.value:f}" if record.value is not None else None
    is_masked = record.status is not None and record.status is not MeasureStatus.DISCLOSED
    status = record.status.value if record.status and is_masked else None
    return {
        "indicator": record.indicator,
        "name": None if indicator and indicator.name == record.text else record.text,
        "value": value or status,
        "unit": record.unit,
        "qualifier": record.qualifier,
        "baseline": f"{record.baseline:f}" if record.baseline is not None else None,
        "commitment": ids.get(record.commitment, record.commitment) if record.commitment else None,
    }


def _commitment(record: TableRecord, _: Mapping[str, str], __: Dictionary) -> Fields:
    goal = _goal(record.goal) if record.goal else {"op": "yes"} if record.is_yes else None
    return {
        "text": record.text,
        "indicator": record.indicator,
        "target": goal,
        "due": record.due,
        "lead": record.lead,
        "support": record.support,
    }


def _outcome(record: TableRecord, ids: Mapping[str, str], _: Dictionary) -> Fields:
    return {
        "commitment": ids.get(record.commitment, record.commitment) if record.commitment else None,
        "claim": record.claim.value if record.claim else None,
        "text": record.text,
        "measures": _linked(record.measures, ids),
    }


def _problem(record: TableRecord, ids: Mapping[str, str], _: Dictionary) -> Fields:
    return {"text": record.text, "addressed_by": _linked(record.addressed_by, ids)}


_FIELDS = {
    RecordKind.MEASURE: _measure,
    RecordKind.COMMITMENT: _commitment,
    RecordKind.OUTCOME: _outcome,
    RecordKind.PROBLEM: _problem,
}
