"""Clauses: the pieces of a sentence between commas, none of them cut inside quotes or brackets."""

import re
from dataclasses import dataclass
from pathlib import Path

from ledger.own_table import read_own_table

_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_IDLE = re.compile(rf"\s*(?:{_WORDS['label']})?(?:\s*{_WORDS['idle']})*+\s*")
_LABEL = re.compile(rf"\s*(?:{_WORDS['label']})?\s*")
_CLOSES = dict(zip(_WORDS["opening"], _WORDS["closing"], strict=True))


@dataclass(frozen=True)
class Clause:
    """A piece of a sentence.

    Args:
        start: its first character in the sentence, from 0.
        end: the character after its last one.
        text: its words.
        stop: the sign it ends with, if any.
    """

    start: int
    end: int
    text: str
    stop: str = ""


def covered(text: str) -> tuple[bool, ...]:
    """Tell which characters stand between quotes or brackets; one that is never closed covers nothing.

    Args:
        text: a sentence.
    """
    open_at: list[tuple[str, int]] = []
    turns = [0] * (len(text) + 1)
    for place, sign in enumerate(text):
        if sign in _CLOSES:
            open_at.append((_CLOSES[sign], place))
        elif open_at and open_at[-1][0] == sign:
            turns[open_at.pop()[1]] += 1
            turns[place + 1] -= 1
    depth, found = 0, []
    for turn in turns[:-1]:
        depth += turn
        found.append(depth > 0)
    return tuple(found)


def cut_clauses(text: str) -> tuple[Clause, ...]:
    """Cut a sentence at its commas.

    Args:
        text: a sentence.
    """
    inside, start, clauses = covered(text), 0, []
    for place, sign in enumerate(text):
        if sign in _WORDS["cut"] and not inside[place] and not _in_number(text, place):
            clauses.append(Clause(start, place, text[start:place], sign))
            start = place + 1
    clauses.append(Clause(start, len(text), text[start:]))
    return tuple(clause for clause in clauses if clause.text.strip())


def without_idle_words(clause: Clause) -> Clause:
    """Take labels, connectives and empty adverbs off the beginning.

    Args:
        clause: a clause.
    """
    return _from(clause, _IDLE)


def without_label(clause: Clause) -> Clause:
    """Take the label of an item off the beginning.

    Args:
        clause: a clause.
    """
    return _from(clause, _LABEL)


def _from(clause: Clause, beginning: re.Pattern[str]) -> Clause:
    found = beginning.match(clause.text)
    skipped = found.end() if found else 0
    text = clause.text[skipped:].rstrip()
    start = clause.start + skipped
    return Clause(start, start + len(text), text, clause.stop)


def _in_number(text: str, place: int) -> bool:
    around = (text[place - 1 : place], text[place + 1 : place + 2])
    return text[place] in ",:" and all(sign and sign in _WORDS["digits"] for sign in around)
