"""What a clause of a summary amounts to: a result of its own, a number of the one before it, or praise."""

import re
from pathlib import Path

from ledger.importers.statements.verb import first_verb
from ledger.own_table import read_own_table

_WORDS = {
    name: re.compile(pattern) for name, pattern in read_own_table(Path(__file__).with_suffix(".toml")).items()
}


def is_result(text: str) -> bool:
    """Whether a clause without a verb reports something.

    Args:
        text: a clause without labels and connectives.
    """
    return bool(_WORDS["change"].search(text) or _WORDS["counted"].search(text))


def is_praise(text: str, *, follows: bool) -> bool:
    """Whether a clause only says how well things went.

    Args:
        text: a clause without labels and connectives.
        follows: whether its sentence has said already what was done.
    """
    if _WORDS["praise"].match(text) or _WORDS["ruled"].search(text):
        return True
    judged = _WORDS["evaluation"].search(text) and not _WORDS["number"].search(text)
    return bool(judged and (follows or _WORDS["everything"].match(text)))


def has_come(text: str) -> bool:
    """Whether a clause about a good effect says that it is there.

    Args:
        text: a clause without labels and connectives.
    """
    return _WORDS["came"].search(text) is not None


def counts_the_same(text: str, before: str) -> bool:
    """Whether a clause only says how many or how much of what the clause before it tells.

    Args:
        text: a clause without labels and connectives.
        before: the clause before it that tells an act or a result.
    """
    if _WORDS["rank"].match(text):
        return True
    counted = _WORDS["number"].search(before) is not None
    if not counted and _WORDS["number"].search(text) and _echoes(text, before):
        return True
    again = _WORDS["again"].search(text) if counted and first_verb(text) is None else None
    if again and again["deed"] in before:
        return True
    return _WORDS["share"].match(text) is not None and _WORDS["counting"].search(before) is not None


def _echoes(text: str, before: str) -> bool:
    """Whether a clause with a number comes back to the deed of the clause before it, or names its gain."""
    total = _WORDS["sum"].match(text)
    if total:
        return bool(set(total["verb"]) & set(before))
    return text[:2] in before or _WORDS["gain"].match(text) is not None
