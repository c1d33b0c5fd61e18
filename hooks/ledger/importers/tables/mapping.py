"""Which column is which field: declared by the editor, or proposed from the headings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from functools import cache
from pathlib import Path

from ledger.importers.tables.sheet import Sheet
from ledger.importers.tables.table_layout import Column, Layout, bare_heading, table_words
from ledger.problems import Problem, hint

# A heading that holds a known one: shorter ones stand in too many others.
_SHORTEST_HELD = 3
_NEAR = 0.75
_BETWEEN = re.compile("[,;\uff0c\uff1b\n]+")


class TableKind(Enum):
    """The kinds of tables that offices keep."""

    TASK_LIST = "task_list"
    SELF_ASSESSMENT = "self_assessment"
    INDICATOR_TABLE = "indicator_table"
    LIVELIHOOD = "livelihood"


@dataclass(frozen=True)
class Mapped:
    """The columns of a table by field.

    Args:
        kind: what the table is; None where that cannot be told.
        columns: field → column.
        guessed: fields whose heading is only near to a known one.
        unplaced: columns that belong to no field.
        problems: what is wrong with the headings or with what was declared.
    """

    kind: TableKind | None
    columns: Mapping[str, Column]
    guessed: frozenset[str] = frozenset()
    unplaced: tuple[Column, ...] = ()
    problems: tuple[Problem, ...] = ()


def field_name(field: str) -> str:
    """Name a field as editors do.

    Args:
        field: its key.
    """
    return str(table_words()["fields"][field][0])


@cache
def _synonyms() -> dict[str, str]:
    return {bare_heading(word): field for field, words in table_words()["fields"].items() for word in words}


def read_declared(text: str) -> dict[str, str]:
    """Read a mapping such as 任务=列名,牵头=列名, or the same in a small file, one pair a line.

    Args:
        text: the mapping, or the path of its file.

    Returns:
        Field, or the word that is none, → heading.
    """
    with_file = Path(text)
    if "=" not in text and with_file.is_file():
        text = with_file.read_text(encoding="utf-8-sig")
    pairs = [part.partition("=") for part in _BETWEEN.split(text.replace("\uff1d", "=")) if part.strip()]
    pairs = [pair for pair in pairs if not pair[0].strip().startswith("#")]
    return {_synonyms().get(bare_heading(name), name.strip()): heading.strip() for name, _, heading in pairs}


def map_columns(
    sheet: Sheet, layout: Layout, file: str, declared: Mapping[str, str], year: int | None
) -> Mapped:
    """Find the field of each column, and the kind of the table.

    Args:
        sheet: the sheet.
        layout: its parts.
        file: name of the file, for problems.
        declared: field → heading as the editor declares it.
        year: which of several columns that differ by their year is meant.
    """
    columns, problems = _declared(sheet, layout, file, declared)
    taken = {column.index for column in columns.values()}
    guessed: set[str] = set()
    unplaced = []
    rest = [column for column in layout.columns if column.index not in taken]
    found = [(column, *_field_of(column)) for column in rest]
    # A heading that is known as it stands goes before one that only holds such words.
    for column, field, is_sure in sorted(found, key=lambda item: not item[2]):
        if not field or (not is_sure and field in columns):
            unplaced.append(column)
        elif field not in columns:
            columns[field] = column
            guessed |= set() if is_sure else {field}
        elif field not in declared:
            columns[field], problem = _one_of(columns[field], column, year, sheet, file)
            problems += problem
    problems += _nameless(columns, sheet, layout, file)
    kind = None if problems else _kind(columns, layout)
    if kind is None and not problems:
        problems.append(_problem("MZ168", sheet, file, layout.heading_rows[-1], 0, **_lacking(columns)))
    unplaced.sort(key=lambda column: column.index)
    return Mapped(kind, columns, frozenset(guessed), tuple(unplaced), tuple(problems))


def _problem(code: str, sheet: Sheet, file: str, row: int, column: int, **details: str) -> Problem:
    return Problem(file, row + 1, column + 1, code, {"sheet": sheet.name, **details})


def _declared(
    sheet: Sheet, layout: Layout, file: str, declared: Mapping[str, str]
) -> tuple[dict[str, Column], list[Problem]]:
    columns, problems, row = {}, [], layout.heading_rows[-1]
    headings = {column.heading: column for column in reversed(layout.columns)}
    bare = {column.bare: column for column in reversed(layout.columns)}
    for field, heading in declared.items():
        column = headings.get(heading) or bare.get(bare_heading(heading))
        if field not in table_words()["fields"]:
            names = [field_name(name) for name in table_words()["fields"]]
            details = {"text": field, "hint": hint(field, names)}
            problems.append(_problem("MZ170", sheet, file, row, 0, **details))
        elif column is None:
            details = {"text": heading, "hint": hint(heading, headings)}
            problems.append(_problem("MZ171", sheet, file, row, 0, **details))
        else:
            columns[field] = column
    return columns, problems


def _field_of(column: Column) -> tuple[str, bool]:
    """The field of a heading, and whether its words are known as they stand."""
    known, bare = _synonyms(), column.bare
    if bare in known:
        return known[bare], True
    held = [word for word in known if len(word) >= _SHORTEST_HELD and word in bare]
    if held:
        return known[max(held, key=len)], False
    near = get_close_matches(bare, known, n=1, cutoff=_NEAR) if len(bare) >= _SHORTEST_HELD else []
    return (known[near[0]], False) if near else ("", False)


def _one_of(
    first: Column, second: Column, year: int | None, sheet: Sheet, file: str
) -> tuple[Column, list[Problem]]:
    """Choose between two columns of one field by the year in their headings."""
    by_year = {column.year: column for column in (first, second)}
    if len(by_year) == 2 and year in by_year:
        return by_year[year], []
    details = {"text": second.heading, "first": first.heading}
    return first, [_problem("MZ169", sheet, file, 0, second.index, **details)]


def _nameless(columns: Mapping[str, Column], sheet: Sheet, layout: Layout, file: str) -> list[Problem]:
    if {"task", "indicator", "project"} & columns.keys():
        return []
    return [_problem("MZ168", sheet, file, layout.heading_rows[-1], 0, **_lacking(columns))]


def _lacking(columns: Mapping[str, Column]) -> dict[str, str]:
    named = [field_name(field) for field in columns]
    return {"words": "、".join(named)}


def _kind(columns: Mapping[str, Column], layout: Layout) -> TableKind | None:
    titles = "".join(layout.titles)
    scores = {}
    for name, kind in table_words()["kinds"].items():
        if set(kind["needs"]) <= columns.keys():
            marks = len(set(kind["marks"]) & columns.keys())
            scores[name] = marks + 2 * bool(re.search(kind["title"], titles))
    return TableKind(max(scores, key=lambda name: scores[name])) if scores else None
