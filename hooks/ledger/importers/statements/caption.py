"""Passages that only announce what the sentences after them say: headings, and the admission of problems."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ledger.importers.passage import Passage, Role
from ledger.importers.statements.duty import is_note
from ledger.importers.statements.want import admits
from ledger.own_table import read_own_table

_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_PROMISES = re.compile(_WORDS["promises"])


def announces(passages: Sequence[Passage], index: int) -> bool:
    """Whether a passage is a heading that says nothing beyond what follows.

    Args:
        passages: sentences of a document, in reading order.
        index: the one that is asked about.
    """
    passage = passages[index]
    # A task with nothing after it but who does it is the task itself.
    if index + 1 == len(passages) or passage.cells or is_note(passages[index + 1].text):
        return False
    words = passage.text.strip().rstrip(_WORDS["stops"])
    depth = len(passage.headings)
    if passages[index + 1].headings[: depth + 1] != (*passage.headings, words):
        return False
    if passage.role is Role.PLAN:
        return not _PROMISES.search(words)
    return passage.role is not Role.PROBLEM


def with_admissions(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Give the role of problems to the rest of a paragraph that begins to speak of them in a summary.

    Args:
        passages: sentences of a document, in reading order.
    """
    block = None
    for passage in passages:
        if passage.block != block:
            block = None
        if passage.role is Role.SUMMARY and not passage.cells and admits(passage.text):
            block = passage.block
        wanting = block is not None and passage.role is Role.SUMMARY
        yield replace(passage, role=Role.PROBLEM) if wanting else passage
