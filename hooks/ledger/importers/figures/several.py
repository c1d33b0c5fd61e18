"""Several names with their numbers in order, and several names with one number."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ledger.importers.figures.amount import Amount
from ledger.importers.figures.naming import trimmed
from ledger.own_table import read_own_table

# More names are never listed in one breath.
_MOST = 20
_CLAUSE = re.compile(r"[,;。:!?，；：！？]")


@cache
def _table() -> dict[str, Any]:
    """The rules of how names and numbers are listed."""
    return read_own_table(Path(__file__).with_suffix(".toml"))


def names_in_order(text: str, amounts: Sequence[Amount]) -> dict[int, str]:
    """Names of numbers that are told after all their names, with a word such as respectively.

    Args:
        text: the sentence, folded.
        amounts: its numbers.

    Returns:
        Name by index of the number.
    """
    found: dict[int, str] = {}
    for index, amount in enumerate(amounts):
        start = amounts[index - 1].end if index else 0
        before = text[max(start, amount.start - 120) : amount.start]
        told = re.search(_table()["respectively"], before[-12:])
        if not told:
            continue
        clause = _CLAUSE.split(before[: len(before) - len(told.group())])[-1]
        items = _items(clause)
        run = _run(text, amounts, index)
        if len(items) == 1 < run and re.search(_table()["rate"], items[0]):
            items *= run
        if len(items) == run > 1:
            found.update({index + at: item for at, item in enumerate(items)})
    return found


def names_of_one(text: str, amounts: Sequence[Amount], index: int) -> tuple[str, ...]:
    """Names of several rates that share one number; empty where it has one name.

    Args:
        text: the sentence, folded.
        amounts: its numbers.
        index: which of them.
    """
    start = amounts[index - 1].end if index else 0
    clauses = _CLAUSE.split(text[max(start, amounts[index].start - 120) : amounts[index].start])
    words = next((clause for clause in reversed(clauses) if trimmed(clause)), "")
    names = tuple(trimmed(item) for item in re.split(_table()["joiners"], trimmed(words)))
    return names if len(names) > 1 and all(re.search(_table()["rate"], name) for name in names) else ()


def _items(clause: str) -> list[str]:
    """The listed names, the shorter ones with what only the last one spells out."""
    items = [trimmed(item) for item in re.split(_table()["joiners"], trimmed(clause)) if trimmed(item)]
    if not items or all(re.search(_table()["rate"], item) for item in items):
        return items
    return [item + _lacking(item, items[-1]) for item in items]


def _lacking(item: str, last: str) -> str:
    """What only the last name of a row spells out."""
    kind = "rates" if re.search(_table()["subject"], item) else "shared"
    shared = re.search(_table()[kind], last[1:])
    rest = last[1 + shared.start() :] if shared else ""
    return "" if item.endswith(rest) else rest


def _run(text: str, amounts: Sequence[Amount], index: int) -> int:
    """How many numbers of one unit follow each other, nothing but a comma between them."""
    last = index
    while (
        last + 1 < min(len(amounts), index + _MOST)
        and amounts[last + 1].unit == amounts[index].unit
        and re.match(_table()["between"], text[amounts[last].end : amounts[last + 1].start])
    ):
        last += 1
    return last - index + 1
