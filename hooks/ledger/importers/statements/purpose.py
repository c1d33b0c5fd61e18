"""What a clause is for: something done, a means, an end, a frame."""

import re
from enum import Enum
from pathlib import Path

from ledger.importers.statements.verb import first_verb, head
from ledger.own_table import read_own_table

_WORDS = {
    name: re.compile(pattern) for name, pattern in read_own_table(Path(__file__).with_suffix(".toml")).items()
}


class Purpose(Enum):
    """What a clause says of the thing its sentence is about."""

    ACTION = "action"
    MEANS = "means"
    END = "end"
    FRAME = "frame"
    REMARK = "remark"


def purpose_of(text: str, *, follows: bool, plans: bool) -> Purpose:
    """Tell what a clause is for.

    Args:
        text: a clause without labels and connectives.
        follows: whether its sentence has said already what is done.
        plans: whether it is part of a plan, where a number binds.
    """
    body = _WORDS["body"].match(text)
    said = text[body.end() :] if body else text
    if not text or _WORDS["frame"].match(said):
        return Purpose.FRAME
    if _WORDS["means"].match(said) and not _WORDS["acts"].match(said):
        return Purpose.MEANS
    binds = plans and _WORDS["binding"].search(text)
    if follows and is_effect(text) and not (binds and not _WORDS["only_effect"].match(text)):
        return Purpose.END
    if head(text) or first_verb(text) or binds:
        return Purpose.ACTION
    return Purpose.REMARK


def is_aim(text: str) -> bool:
    """Whether a clause opens the aims of what its sentence then tells.

    Args:
        text: a clause without labels and connectives.
    """
    return _WORDS["aim"].match(text) is not None


def is_effect(text: str) -> bool:
    """Whether a clause only says what something is good for.

    Args:
        text: a clause without labels and connectives.
    """
    if _WORDS["only_effect"].match(text):
        return True
    soft = _WORDS["soft"].search(text) and not _WORDS["counted"].search(text)
    return bool(soft and _WORDS["effect"].match(text))


def is_number_only(text: str) -> bool:
    """Whether a clause only gives a number to what its sentence has said.

    Args:
        text: a clause without labels and connectives.
    """
    return _WORDS["number_only"].search(text) is not None


def is_fact(text: str) -> bool:
    """Whether a clause of a plan tells what has been done.

    Args:
        text: a clause.
    """
    return _WORDS["fact"].search(text) is not None


def is_intent(text: str) -> bool:
    """Whether a clause of a summary tells what is meant to be done.

    Args:
        text: a clause.
    """
    return _WORDS["intent"].search(text) is not None


def is_announcement(text: str) -> bool:
    """Whether a clause of a summary makes the rest of its sentence a promise.

    Args:
        text: a clause.
    """
    return _WORDS["announces"].search(text) is not None
