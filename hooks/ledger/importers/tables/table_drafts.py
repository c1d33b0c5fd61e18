"""Proposed records and changed cells → the text of content files, drafts marked as such."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ledger.content.record_text import (
    FieldText,
    NotPlainError,
    add_records,
    next_numbers,
    record_text,
    replace_fields,
)
from ledger.importers.figure import Goal
from ledger.importers.tables.sheet import Sheet
from ledger.importers.tables.table_changes import FieldChange, NewValue
from ledger.importers.tables.table_record import RecordKind, TableRecord
from ledger.model.dictionary import Dictionary
from ledger.model.ledger import Ledger
from ledger.model.measure import MeasureStatus
from ledger.model.record import Key, Origin

_LETTERS = {
    RecordKind.MEASURE: "m",
    RecordKind.COMMITMENT: "c",
    RecordKind.OUTCOME: "o",
    RecordKind.PROBLEM: "p",
}


@dataclass
class Written:
    """Content files as they would be.

    Args:
        texts: path below the content folder → new text.
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
        path = topic_path(key.region, key.year, key.topic)
        text = written.texts.get(path) or (content / path).read_bytes().decode()
        edits = [(name, _field(value)) for name, value in change.edits]
        try:
            written.texts[path] = replace_fields(text, origin.line, edits)
        except NotPlainError:
            written.by_hand.append(change)
    return written


def _origin(ledger: Ledger, id_: str) -> tuple[Key, Origin]:
    record = ledger.measures.get(id_) or ledger.commitments[id_]
    return record.key, record.origin


def _field(value: NewValue) -> FieldText:
    if isinstance(value, Goal):
        return _goal(value)
    if value is True:
        return {"op": "yes"}
    return None if isinstance(value, bool) else value


def topic_path(region: str, year: int, topic: str) -> str:
    """The path of a topic file below the content folder.

    Args:
        region: region id.
        year: year folder.
        topic: topic id.
    """
    return f"regions/{region}/{year}/{topic}.md"


@dataclass(frozen=True)
class DraftPlace:
    """Where drafts go.

    Args:
        content: the content folder.
        region: region id.
        year: year folder.
        source: id of the document that they stand in.
    """

    content: Path
    region: str
    year: int
    source: str


def write_drafts(
    place: DraftPlace, sheets: Sequence[tuple[Sheet, Sequence[TableRecord]]], dictionary: Dictionary
) -> Written:
    """Add proposed records to their topic files as drafts.

    Args:
        place: where they go.
        sheets: the records of each sheet.
        dictionary: vocabularies.
    """
    written = Written()
    for sheet, records in sheets:
        written.without_topic += [record for record in records if record.topic is None]
        topics = dict.fromkeys(record.topic for record in records if record.topic)
        for topic in topics:
            of_topic = [record for record in records if record.topic == topic]
            path = topic_path(place.region, place.year, topic)
            file = place.content / path
            text = written.texts.get(path) or (file.read_bytes().decode() if file.is_file() else None)
            blocks = _blocks(of_topic, sheet, text or "", place.source, dictionary)
            written.texts[path] = add_records(text, place.source, blocks)
            written.drafts += len(of_topic)
    return written


def _blocks(
    records: Sequence[TableRecord], sheet: Sheet, text: str, source: str, dictionary: Dictionary
) -> dict[str, list[str]]:
    free, ids = next_numbers(text), {}
    for record in records:
        letter = _LETTERS[record.kind]
        ids[record.key] = f"{letter}{free.get(letter, 1)}"
        free[letter] = free.get(letter, 1) + 1
    blocks: dict[str, list[str]] = {}
    for record in records:
        # An id of the ledger stands for itself.
        fields = {**_FIELDS[record.kind](record, ids, dictionary), "source": source}
        fields |= {"at": record.at, "note": record.note}
        cells = dict.fromkeys(" ".join(cell.split()) for cell in sheet.rows[record.row] if cell)
        block = record_text(
            {"id": ids[record.key], "draft": "true", **fields}, f"{record.at}：{' | '.join(cells)}"
        )
        blocks.setdefault(record.kind.value, []).append(block)
    return blocks


def _goal(goal: Goal) -> dict[str, str]:
    value = "redacted" if goal.value is None else f"{goal.value:f}"
    return {"op": goal.operator, "value": value} | ({"unit": goal.unit} if goal.unit else {})


def _linked(keys: Iterable[str], ids: Mapping[str, str]) -> tuple[str, ...] | None:
    return tuple(ids.get(key, key) for key in keys) or None


def _measure(record: TableRecord, ids: Mapping[str, str], dictionary: Dictionary) -> dict[str, FieldText]:
    indicator = dictionary.indicators.get(record.indicator or "")
    value = f"{record.value:f}" if record.value is not None else None
    is_masked = record.status is not None and record.status is not MeasureStatus.DISCLOSED
    status = record.status.value if record.status and is_masked else None
    return {
        "indicator": record.indicator,
        "name": None if indicator and indicator.name == record.text else record.text,
        "value": value or status,
        "unit": record.unit or None,
        "qualifier": record.qualifier,
        "baseline": f"{record.baseline:f}" if record.baseline is not None else None,
        "commitment": ids.get(record.commitment, record.commitment) if record.commitment else None,
    }


def _commitment(record: TableRecord, _: Mapping[str, str], __: Dictionary) -> dict[str, FieldText]:
    goal = _goal(record.goal) if record.goal else {"op": "yes"} if record.is_yes else None
    return {
        "text": record.text,
        "indicator": record.indicator,
        "target": goal,
        "due": record.due,
        "lead": record.lead,
        "support": record.support or None,
    }


def _outcome(record: TableRecord, ids: Mapping[str, str], _: Dictionary) -> dict[str, FieldText]:
    return {
        "commitment": ids.get(record.commitment, record.commitment) if record.commitment else None,
        "claim": record.claim.value if record.claim else None,
        "text": record.text,
        "measures": _linked(record.measures, ids),
    }


def _problem(record: TableRecord, ids: Mapping[str, str], _: Dictionary) -> dict[str, FieldText]:
    return {"text": record.text, "addressed_by": _linked(record.addressed_by, ids)}


_FIELDS = {
    RecordKind.MEASURE: _measure,
    RecordKind.COMMITMENT: _commitment,
    RecordKind.OUTCOME: _outcome,
    RecordKind.PROBLEM: _problem,
}
