"""Headings among the passages: most only announce what the sentences below them say."""

import re
from collections.abc import Sequence
from pathlib import Path

from ledger.importers.passage import Passage, Role
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
    if index + 1 == len(passages) or passage.cells:
        return False
    words = passage.text.strip().rstrip(_WORDS["stops"])
    depth = len(passage.headings)
    if passages[index + 1].headings[: depth + 1] != (*passage.headings, words):
        return False
    if passage.role is Role.PLAN:
        return not _PROMISES.match(words)
    return passage.role is not Role.PROBLEM
