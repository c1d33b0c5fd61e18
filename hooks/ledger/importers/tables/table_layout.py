"""Finds the table in a sheet: title lines, headings of one to three rows, body, notes below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from ledger.importers.tables.sheet import Sheet, half_width
from ledger.own_table import read_own_table

_SEARCHED_ROWS = 30
_MOST_HEADING_ROWS = 3
_FEWEST_KNOWN = 2
_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_LONGEST_HEADING = 40


@dataclass(frozen=True)
class Column:
    """A column with its heading.

    Args:
        index: from 0.
        heading: its heading, levels joined by a slash.
        bare: the lowest level without blanks, brackets and year.
        bracket: what stands in brackets there, such as a unit.
        year: the year that the heading begins with.
    """

    index: int
    heading: str
    bare: str
    bracket: str = ""
    year: int | None = None


@dataclass(frozen=True)
class Layout:
    """The parts of a sheet.

    Args:
        titles: lines above the table.
        heading_rows: rows of the headings, from 0.
        columns: the columns that have a heading.
        unit: what a line such as 单位：万元 says; empty where there is none.
        body: rows of the table, from 0.
        notes: rows below it and what they say.
        sections: for each row of the body that stands below one, the heading inside the table.
        breaks: rows that are such headings.
    """

    titles: tuple[str, ...]
    heading_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    unit: str
    body: tuple[int, ...]
    notes: tuple[tuple[int, str], ...]
    sections: dict[int, str]
    breaks: tuple[int, ...]


@cache
def table_words() -> dict[str, Any]:
    """Read the words of tables."""
    return read_own_table(Path(__file__).with_name("table_words.toml"))


@cache
def known_headings() -> frozenset[str]:
    """Every heading that belongs to a field."""
    return frozenset(bare_heading(word) for words in table_words()["fields"].values() for word in words)


def bare_heading(heading: str) -> str:
    """Reduce a heading to its words: no blanks, brackets, leading year or colon; letters half width.

    Args:
        heading: the heading.
    """
    text = re.sub(r"\s+", "", half_width(_BRACKETS.sub("", heading))).strip(":*")
    return re.sub(table_words()["year"], "", text) or text


def find_layout(sheet: Sheet) -> Layout | None:
    """Find the table of a sheet; None where no row looks like headings.

    Args:
        sheet: the sheet.
    """
    first = _heading_row(sheet)
    if first is None:
        return None
    headings = _heading_rows(sheet, first)
    columns = tuple(_columns(sheet, headings))
    above = [_said(sheet.rows[row]) for row in range(headings[0])]
    titles = [" ".join(texts) for texts in above if texts]
    units = [match["unit"] for texts in above for text in texts if (match := _unit_line(text))]
    body, notes, sections, breaks = _body(sheet, headings[-1] + 1, columns)
    return Layout(tuple(titles), headings, columns, units[-1] if units else "", body, notes, sections, breaks)


def _unit_line(text: str) -> re.Match[str] | None:
    return re.search(table_words()["unit_line"], text.strip())


def _said(row: tuple[str, ...]) -> list[str]:
    """The texts of a row, each once."""
    return list(dict.fromkeys(text.strip() for text in row if text.strip()))


def _known(row: tuple[str, ...]) -> int:
    short = {bare_heading(text) for text in row if text and len(text) <= _LONGEST_HEADING}
    return len(short & known_headings())


def _heading_row(sheet: Sheet) -> int | None:
    rows = range(min(len(sheet.rows), _SEARCHED_ROWS))
    best = max(rows, key=lambda row: _known(sheet.rows[row]), default=None)
    return best if best is not None and _known(sheet.rows[best]) >= _FEWEST_KNOWN else None


def _heading_rows(sheet: Sheet, best: int) -> tuple[int, ...]:
    """Take the rows above and below that belong to the headings."""
    top = bottom = best
    while top > 0 and bottom - top + 1 < _MOST_HEADING_ROWS and _joined(sheet, top - 1):
        top -= 1
    while bottom - top + 1 < _MOST_HEADING_ROWS and _joined(sheet, bottom):
        bottom += 1
    return tuple(range(top, bottom + 1))


def _joined(sheet: Sheet, row: int) -> bool:
    """Whether a row and the next are two levels of headings."""
    if row + 1 >= len(sheet.rows):
        return False
    upper, lower = sheet.rows[row], sheet.rows[row + 1]
    merged = [merge for merge in sheet.merges if merge[0] <= row < merge[2]]
    # The body may have merged cells too; a title has one text in all its cells.
    if merged:
        return all(upper[left] == lower[left] for _, left, _, _ in merged) and _known(upper) >= 1
    extra = [text for text in lower if text]
    return (
        bool(extra)
        and _known(upper) >= 1
        and all(bare_heading(text) in known_headings() for text in extra)
        and any(not text for text in lower)
    )


def _columns(sheet: Sheet, headings: tuple[int, ...]) -> Iterator[Column]:
    levels = [list(sheet.rows[row]) for row in headings]
    if not sheet.merges:
        # Without merged cells an upper heading stands above its first column only.
        for level, below in pairwise(levels):
            for index in range(1, len(level)):
                if not level[index] and below[index]:
                    level[index] = level[index - 1]
    for index in range(len(sheet.rows[headings[0]])):
        parts = list(dict.fromkeys(" ".join(level[index].split()) for level in levels if level[index]))
        if parts:
            bracket = _BRACKETS.findall(half_width(parts[-1]))
            year = re.match(table_words()["year"], half_width(re.sub(r"\s+", "", "".join(parts))))
            yield Column(
                index,
                "/".join(parts),
                bare_heading(parts[-1]),
                bracket[-1].strip() if bracket else "",
                int(year["year"]) if year else None,
            )


def _body(
    sheet: Sheet, first: int, columns: tuple[Column, ...]
) -> tuple[tuple[int, ...], tuple[tuple[int, str], ...], dict[int, str], tuple[int, ...]]:
    words = table_words()
    body: list[int] = []
    notes: list[tuple[int, str]] = []
    sections: dict[int, str] = {}
    breaks: list[int] = []
    section, bad = "", {row for row, _ in sheet.problem_cells()}
    wide = {merge[0] for merge in sheet.merges if merge[3] - merge[1] + 1 >= max(2, len(columns) - 1)}
    for row in range(first, len(sheet.rows)):
        texts = _said(sheet.rows[row])
        if row in bad:
            body.append(row)
        elif not texts:
            continue
        elif re.match(words["note"], texts[0]):
            notes.append((row, " ".join(texts)))
        elif len(texts) == 1 and len(columns) > 1 and (row in wide or re.match(words["section"], texts[0])):
            section = texts[0]
            breaks.append(row)
        elif not _is_heading_again(sheet, row, columns):
            body.append(row)
        if section and body and body[-1] == row:
            sections[row] = section
    return tuple(body), tuple(notes), sections, tuple(breaks)


def _is_heading_again(sheet: Sheet, row: int, columns: tuple[Column, ...]) -> bool:
    """Whether a row repeats the headings, as on a second printed page."""
    return all(bare_heading(sheet.rows[row][column.index] or "-") == column.bare for column in columns)
