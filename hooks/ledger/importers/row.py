"""The figures of a row of a table: units and names stand in other cells."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ledger.importers.amount import Amount
from ledger.importers.number import NumberReader
from ledger.importers.number_pattern import patterns
from ledger.importers.sign import fold
from ledger.importers.unit import number_table
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


def cells_of(text: str, cells: tuple[tuple[str, str], ...], reader: NumberReader) -> tuple[list[Cell], list[tuple[int, str]]]:
    """The numbers that fill a cell of a row, and the cells that hold sentences.

    Args:
        text: the row on one line, folded.
        cells: its cells by column heading.
        reader: finds numbers.

    Returns:
        The cells with a number; place and words of the other cells that hold a number.
    """
    folded = [(fold(heading), fold(cell).strip()) for heading, cell in cells]
    name = _row_name(folded)
    units = _unit_column(folded), _bracketed(name)
    found, sentences, position = [], [], 0
    for heading, cell in dict.fromkeys(folded):
        start = text.find(cell, position) if cell else -1
        if start < 0 or cell == name or re.search(_table()["skipped"], heading):
            continue
        position = start + len(cell)
        unit = _bracketed(heading) or units[0] or units[1]
        amount = _whole(cell, unit, reader, share=_is_share(heading, name))
        if amount:
            found.append(_cell(amount, start, cell, heading, name))
        elif not re.search(_table()["unit"], heading) and re.search(r"\d|[xX*_]{2}", cell):
            sentences.append((start, cell))
    return found, sentences


def _cell(amount: Amount, start: int, cell: str, heading: str, name: str) -> Cell:
    """A number with what its column says of it."""
    rules = _table()
    label = re.sub(rules["bracketed"], "", heading)
    year = re.search(rules["year"], heading)
    whole = re.sub(rules["bracketed"], lambda found: "" if _is_unit(found[1]) else found[0], name)
    if not re.match(rules["plain"], label):
        whole += re.sub(rules["year"], "", label)
    return Cell(
        Amount(
            start, start, start + len(cell), amount.value, amount.unit, amount.redacted, amount.known, amount.qualifier
        ),
        whole,
        is_goal=bool(re.search(rules["goal"], label)) and not re.search(rules["done"], label),
        is_change=bool(re.search(rules["change"], label)),
        is_done=bool(re.search(rules["done"], label)) and not re.search(rules["share"], label),
        period=year[1] if year else None,
    )


def _is_unit(word: str) -> bool:
    """Whether bracketed words look like a unit."""
    return word in number_table()["units"]["bracketed"] or len(word) <= 2


def _whole(cell: str, unit: str, reader: NumberReader, *, share: bool) -> Amount | None:
    """The amount that fills a cell; None where the cell says more or is no number."""
    for written in (cell, cell + unit if unit else "", cell + "%" if share else ""):
        amounts = reader.read(written) if written else []
        if len(amounts) == 1 and amounts[0].start == 0 and amounts[0].end == len(written):
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
    return bool(cell) and not patterns()["one"].match(cell)


def _unit_column(cells: list[tuple[str, str]]) -> str:
    """The cell of the column of units."""
    return next((cell for heading, cell in cells if re.search(_table()["unit"], heading)), "")


def _bracketed(words: str) -> str:
    """The unit in brackets behind a heading or a name."""
    found = re.search(_table()["bracketed"], words)
    return found[1] if found and _is_unit(found[1]) else ""


