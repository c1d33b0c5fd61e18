"""What a number counts, in the document's own words."""

import re
from collections.abc import Sequence
from functools import cache

from ledger.importers.amount import Amount
from ledger.importers.indicator_match import naming_table

_CLAUSE = re.compile(r"[,;。:!?，；：！？]")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A regular expression of the table."""
    return re.compile(naming_table()[name])


def name_before(text: str, start: int, end: int) -> str:
    """The words before a number that say what it counts.

    Args:
        text: the sentence, folded.
        start: the end of the number before it.
        end: where the number begins.
    """
    clause = _CLAUSE.split(text[max(start, end - 80) : end])[-1]
    return trimmed(clause)


def name_behind(text: str, start: int, end: int) -> str:
    """The noun behind a number.

    Args:
        text: the sentence, folded.
        start: the end of the number.
        end: where the next number begins.
    """
    clause = _CLAUSE.split(text[start : min(end, start + 40)])[0]
    clause = clause.split(_OPENING)[0].removeprefix(_OF)
    noun = _pattern("verbs").split(clause)[0]
    return trimmed(noun.split(_LISTING)[0])


_OPENING, _OF, _LISTING = "(", "\u7684", "\u3001"


def trimmed(name: str) -> str:
    """A name without the words around it that do not belong to it.

    Args:
        name: the words of a clause.
    """
    lead, trail = _pattern("lead"), _pattern("trail")
    position = 0
    while found := lead.match(name[position:]):
        position += found.end()
    name = name[position:]
    while found := trail.search(name[-12:]):
        name = name[: len(name) - len(name[-12:]) + found.start()]
    if name.count("(") != name.count(")"):
        name = name.replace("(", "").replace(")", "")
    return name[-naming_table()["longest"] :]


def named(text: str, amounts: Sequence[Amount], index: int, until: int) -> str:
    """The name of a number from the words on both its sides.

    Args:
        text: the sentence, folded.
        amounts: its numbers.
        index: which of them.
        until: where the words before it end.
    """
    start = amounts[index - 1].end if index else 0
    before = name_before(text, start, until)
    if start and index and not _CLAUSE.search(text[start:until]):
        before = _after_noun(text[start:until])
    following = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
    return before + name_behind(text, amounts[index].end, following)


def _after_noun(between: str) -> str:
    """What of the words between two numbers belongs to the second: from the verb on."""
    listed = between.rfind(_LISTING)
    if listed >= 0:
        return trimmed(between[listed:])
    verb = _pattern("verbs").search(between)
    return trimmed(between[verb.start() :]) if verb else ""


def subject(text: str, before: int) -> str:
    """What the clauses before speak of, for a name that leaves it out.

    Args:
        text: the sentence, folded.
        before: where the clause with the number begins.
    """
    clauses = [trimmed(re.split(r"\d", clause)[0]) for clause in _CLAUSE.split(text[:before])]
    return next((clause for clause in reversed(clauses[-4:]) if len(clause) > 1), "")
