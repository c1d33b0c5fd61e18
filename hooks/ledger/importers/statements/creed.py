"""Sentences about the document or about its spirit: nothing in them is a thing that could be answered for."""

import re
from pathlib import Path

from ledger.importers.passage import Passage, Role
from ledger.own_table import read_own_table

_WORDS = {
    name: re.compile(pattern) for name, pattern in read_own_table(Path(__file__).with_suffix(".toml")).items()
}


def is_notice(text: str) -> bool:
    """Whether a sentence passes a document on, or is one of the lines about it.

    Args:
        text: a sentence.
    """
    return bool(_WORDS["handed_on"].search(text) or _WORDS["card"].match(text))


def is_creed(passage: Passage) -> bool:
    """Whether a sentence only says whose thought is followed, under whose lead, and to what end in general.

    Args:
        passage: a sentence.
    """
    if passage.role is Role.PLAN:
        # A plan may promise things in the sentence it opens with, unless it calls it the guiding thought.
        return any(_WORDS["guiding"].search(words) for words in (*passage.headings[-1:], passage.text))
    return _WORDS["creed"].search(passage.text) is not None


def is_definite(text: str) -> bool:
    """Whether a clause of such a sentence names something that can be counted or looked up.

    Args:
        text: a clause.
    """
    return _WORDS["definite"].search(text) is not None
