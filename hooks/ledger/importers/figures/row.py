"""The figures of a row of a table: units and names stand in other cells."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ledger.importers.figures.amount import Amount
from ledger.importers.figures.number import NumberReader
from ledger.importers.figures.sign import fold
from ledger.importers.figures.unit import number_table
from ledger.own_table import read_own_table


@cache
def _table() -> dict[str, Any]:
    """The rules of which column says what."""
    return read_own_table(Path(__file__).with_suffix(".toml"))


@dataclass(frozen=True)
class Cell:
    """A number in a cell.

    Args:
        amount: the number, with places in the row's text.
        name: what is counted.
        is_goal: whether the column holds targets.
        is_change: whether the column holds changes.
        is_done: whether the column holds results.
        period: the year its column names.
    """

    amount: Amount
    name: str
    is_goal: bool = False
    is_change: bool = False
    is_done: bool = False
    period: str | None = None


@dataclass(frozen=True)
class WordyCell:
    """A cell with words around its numbers.

    Args:
        start: its place in the row's text.
        text: its words.
        name: the name of the row.
        is_goal: whether the column holds targets.
        is_done: whether the column holds results.
    """

    start: int
    text: str
    name: str
    is_goal: bool = False
    is_done: bool = False


def cells_of(
    text: str, cells: tuple[tuple[str, str], ...], reader: NumberReader
) -> tuple[list[Cell], list[WordyCell]]:
    """The numbers that fill a cell of a row, and the cells that hold sentences.

    Args:
        text: the row on one line, folded.
        cells: its cells by column heading.
        reader: finds numbers.

    Returns:
        The cells that are a number, and the other cells with a number in them.
    """
    folded = [(fold(heading), fold(cell).strip()) for heading, cell in cells]
    name = _row_name(folded)
    units = _unit_column(folded), _bracketed(name, at_end=True)
    planned = any(_column(heading)[0] for heading, _ in folded)
    found, wordy, position = list[Cell](), list[WordyCell](), 0
    for heading, cell in dict.fromkeys(folded):
        start = text.find(cell, position) if cell else -1
        scored = planned and re.match(_table()["scored"], heading)
        if start < 0 or scored or re.search(_table()["skipped"], heading):
            continue
        position = start + len(cell)
        unit = _bracketed(heading) or units[0] or units[1] or _beside(heading, folded)
        amount = None if cell == name else _whole(name, cell, unit, reader, share=_is_share(heading, name))
        if amount:
            found.append(_cell(amount, start, cell, heading, name))
        elif not re.search(_table()["unit"], heading) and re.search(r"\d|[xX*_]{2}", cell):
            goal, done = _column(heading)
            wordy.append(WordyCell(start, cell, name, is_goal=goal, is_done=done))
    return found, wordy


def assigns_tasks(cells: tuple[tuple[str, str], ...]) -> bool:
    """Whether a row says who has to do what, and nothing of what was done.

    Args:
        cells: its cells by column heading.
    """
    headings = [heading for heading, _ in cells]
    assigned = [heading for heading in headings if re.search(_table()["assigned"], heading)]
    done = [heading for heading in headings if _column(heading)[1] and heading not in assigned]
    return bool(assigned) and not done


def _column(heading: str) -> tuple[bool, bool]:
    """Whether a column holds targets, and whether it holds results."""
    rules = _table()
    done = bool(re.search(rules["done"], heading))
    return bool(re.search(rules["goal"], heading)) and not done, done


def _cell(amount: Amount, start: int, cell: str, heading: str, name: str) -> Cell:
    """A number with what its column says of it."""
    rules = _table()
    label = re.sub(rules["bracketed"], "", heading)
    year = re.search(rules["year"], heading)
    whole = re.sub(rules["bracketed"] + "$", lambda found: "" if _is_unit(found[1]) else found[0], name)
    if not re.match(rules["plain"], label) or re.search(rules["share"], label):
        whole += re.sub(rules["year"], "", label)
    return Cell(
        Amount(
            start,
            start,
            start + len(cell),
            amount.value,
            amount.unit,
            amount.redacted,
            amount.known,
            amount.qualifier,
        ),
        whole,
        is_goal=_column(label)[0],
        is_change=bool(re.search(rules["change"], label)),
        is_done=bool(re.search(rules["done"], label)) and not re.search(rules["share"], label),
        period=year[1] if year else None,
    )


def _is_unit(word: str) -> bool:
    """Whether bracketed words look like a unit."""
    return word in number_table()["units"]["bracketed"] or len(word) <= 2


def _whole(name: str, cell: str, unit: str, reader: NumberReader, *, share: bool) -> Amount | None:
    """The amount that fills a cell; None where the cell says more or is no number."""
    for written in (cell + unit if unit else "", cell, cell + "%" if share else ""):
        # The name tells whether minutes are a result.
        whole = f"{name}:{written}"
        amounts = [amount for amount in reader.read(whole) if amount.start > len(name)] if written else []
        if len(amounts) == 1 and amounts[0].start == len(name) + 1 and amounts[0].end == len(whole):
            return amounts[0]
    return None


def _is_share(heading: str, name: str) -> bool:
    """Whether a number without a unit is a share of a hundred."""
    return bool(re.search(_table()["share"] + r"$", re.sub(_table()["bracketed"], "", name + heading)))


def _row_name(cells: list[tuple[str, str]]) -> str:
    """The cell that names the row: the last of the naming columns that stand first."""
    named = [cell for heading, cell in cells if re.search(_table()["name"], heading) and _words(cell)]
    return named[0] if named else next((cell for _, cell in cells if _words(cell)), "")


def _words(cell: str) -> bool:
    """Whether a cell holds words and not mainly a number."""
    return re.search(r"[^\W\d_xX%]{2}", cell) is not None


def _unit_column(cells: list[tuple[str, str]]) -> str:
    """The cell of the column of units."""
    return next((cell for heading, cell in cells if re.search(_table()["unit"], heading)), "")


def _beside(heading: str, cells: list[tuple[str, str]]) -> str:
    """The unit in the heading of another term, where all that have one have the same."""
    if not re.match(_table()["term"], heading):
        return ""
    labels = {other: re.sub(_table()["bracketed"], "", other) for other, _ in cells}
    terms = [
        other for other, label in labels.items() if _column(label)[0] or re.match(_table()["term"], label)
    ]
    found = {unit for unit in map(_bracketed, terms) if unit}
    return found.pop() if len(found) == 1 else ""


def _bracketed(words: str, *, at_end: bool = False) -> str:
    """The unit in brackets behind a heading or a name; brackets inside a name belong to it."""
    found = re.search(_table()["bracketed"] + ("$" if at_end else ""), words)
    return found[1] if found and _is_unit(found[1]) else ""
