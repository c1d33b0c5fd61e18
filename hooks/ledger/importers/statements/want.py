"""What a sentence finds wanting, one by one, each with the cause that stands before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ledger.importers.statements.clause import Clause, without_idle_words
from ledger.own_table import read_own_table

_WORDS = {
    name: re.compile(pattern) for name, pattern in read_own_table(Path(__file__).with_suffix(".toml")).items()
}


def wants_of(text: str, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Take apart what a sentence finds wanting.

    Args:
        text: the sentence.
        clauses: those of its clauses that speak of what is wanting.
    """
    waiting: Clause | None = None
    told = False
    for clause in clauses:
        own = without_idle_words(clause)
        if told and waiting is None and _WORDS["consequence"].match(own.text):
            pass
        elif is_shortcoming(own.text) and not _WORDS["cause"].match(own.text):
            start = waiting.start if waiting else own.start
            yield from _each(replace(own, start=start, text=text[start : own.end].rstrip()))
            waiting, told = None, True
        elif own.text and waiting is None and not _WORDS["lead_in"].match(own.text):
            waiting = own
        if _WORDS["stop"].match(clause.stop):
            if waiting and is_shortcoming(waiting.text):
                yield waiting
            waiting, told = None, False
    if waiting and is_shortcoming(waiting.text):
        yield waiting


def is_shortcoming(text: str) -> bool:
    """Whether a clause says that something is wanting.

    Args:
        text: a clause without labels and connectives.
    """
    if _WORDS["no_problem"].search(text) or _WORDS["lead_in"].match(text):
        return False
    return _WORDS["shortcoming"].search(text) is not None


def may_be_wanting(text: str) -> bool:
    """Whether a clause among problems may be one although none of its words says so.

    Args:
        text: a clause without labels and connectives.
    """
    leads = any(_WORDS[name].search(text) for name in ("no_problem", "lead_in", "mended", "praised"))
    return not leads


def turns(text: str) -> bool:
    """Whether a clause of a summary turns, by a word for it, from what was done to what is wanting.

    Args:
        text: a clause.
    """
    if not _WORDS["contrast"].match(text.strip()) or _WORDS["mended"].search(text):
        return False
    return _WORDS["shortcoming"].search(text) is not None


def admits(text: str) -> bool:
    """Whether a sentence says that what follows is wanting.

    Args:
        text: a sentence.
    """
    return _WORDS["admits"].search(text) is not None


def _each(want: Clause) -> Iterator[Clause]:
    """Take apart what is wanting in two things at once."""
    both = _WORDS["shared_want"].match(want.text)
    if both is None:
        yield want
        return
    for name in ("one", "other"):
        start, end = (want.start + place for place in both.span(name))
        yield replace(want, start=start, end=end, text=f"{both[name]}{both['want']}")
