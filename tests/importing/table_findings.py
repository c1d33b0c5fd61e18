"""What the importer finds in the rows of a workbook, put as the score compares it."""

from collections.abc import Iterator
from pathlib import Path

from ledger.importers.tables.table_file import read_table_file
from ledger.importers.tables.table_plan import Wanted, plan_table
from ledger.importers.tables.table_record import RecordKind, TableRecord
from ledger.model.dictionary import Dictionary
from tests.importing.facts import KINDS, MASKED, Fact, Facts, places


def table_facts(file: Path, dictionary: Dictionary, year: int) -> Facts:
    """Find everything in a table, with the columns as they are proposed.

    Its outline is one place, and its year is what the command asks for.

    Args:
        file: the table.
        dictionary: vocabularies.
        year: the year it is about.
    """
    table = read_table_file(file)
    facts: dict[str, list[Fact]] = {kind: [] for kind in KINDS}
    for sheet in table.sheets:
        for record in plan_table(table, sheet, Wanted(year, place="表1第{row}行"), dictionary).records:
            for kind, key in _keys_of(record):
                named = {"text": record.text, "indicator": record.indicator, "topic": record.topic}
                facts[kind].append(Fact(places(record.at), key, sentence=record.at, **named))
    outline = dict.fromkeys(place for found in facts.values() for fact in found for place in fact.at)
    return Facts(facts, tuple(outline), year=year)


def _keys_of(record: TableRecord) -> Iterator[tuple[str, tuple[str, ...]]]:
    if record.kind is not RecordKind.MEASURE:
        yield record.kind.value, ()
    elif record.value is not None:
        yield "figures", (str(record.value), record.unit)
    elif record.status and record.status.value == MASKED:
        yield "redactions", (record.unit,)
    if record.kind is RecordKind.MEASURE and record.baseline is not None:
        yield "baselines", (str(record.baseline), record.unit)
    if record.goal:
        value = MASKED if record.goal.value is None else str(record.goal.value)
        yield "targets", (record.goal.operator, value, record.goal.unit)
