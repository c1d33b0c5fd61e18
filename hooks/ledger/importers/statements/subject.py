"""Who does what a sentence reports, carried over to clauses that do not say it again."""

import re
from pathlib import Path

from ledger.importers.statements.verb import first_verb, head
from ledger.own_table import read_own_table

_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_INNER, _NAMED = re.compile(_WORDS["inner"]), re.compile(_WORDS["named"])
_ORGAN, _OWN = re.compile(_WORDS["organ"]), re.compile(_WORDS["own"])


def subject_of(text: str) -> str:
    """Find the body that a clause begins with; nothing where it begins with its verb.

    Args:
        text: a clause without labels and connectives.
    """
    verb = first_verb(text)
    before = text[: verb[0]].strip() if verb else ""
    if not verb or _NAMED.match(text, verb[1]) or _INNER.search(before):
        return ""
    fits = len(before) <= _WORDS["longest"] and _ORGAN.search(before) and not _OWN.match(before)
    return before if fits else ""


def with_subject(text: str, subject: str) -> str:
    """Put the subject before a clause that begins with its verb.

    Args:
        text: a clause.
        subject: who does it, or nothing.
    """
    return f"{subject}{text}" if subject and head(text) else text
