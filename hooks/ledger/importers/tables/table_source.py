"""A table of an office → the draft of its entry among the sources."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ledger.content.writer import Entry
from ledger.importers.drafts.source_draft import draft_source
from ledger.importers.reading import Reading
from ledger.importers.sources.source_facts import find_source_facts
from ledger.importers.tables.mapping import TableKind
from ledger.importers.tables.table_record import TablePlan
from ledger.own_table import read_own_table

_WORDS: dict[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))


def table_title(name: str, plans: Sequence[TablePlan]) -> str:
    """Give the title of a table: the first line above it, else the name of its file.

    Args:
        name: name of the file.
        plans: its sheets.
    """
    titles = (title for plan in plans if plan.layout for title in plan.layout.titles)
    return next(titles, Path(name).stem)


def draft_table_source(
    name: str, plans: Sequence[TablePlan], region: str, year: int, given: int | None, taken: Collection[str]
) -> Entry:
    """Make the draft of a table's entry; what the table does not say is left out.

    Args:
        name: name of the file.
        plans: its sheets.
        region: region id.
        year: the year that is meant.
        given: the year, where the editor gave it.
        taken: ids of documents that are taken.
    """
    reading = Reading(
        name, Path(name).suffix.removeprefix("."), (), facts={"title": table_title(name, plans)}
    )
    facts = find_source_facts(reading, (), given)
    if facts.year is None:
        facts = replace(facts, year_basis="inferred", year_reason=_WORDS["file_name"].format(year=year))
    kinds = {plan.mapped.kind for plan in plans if plan.mapped}
    kind = _WORDS["kind_of_plan" if kinds == {TableKind.TASK_LIST} else "kind_of_report"]
    return draft_source(reading, replace(facts, kind=kind), region, year, taken)
