"""Whose promise a sentence reports, where it is not the region's own."""

import re
from collections.abc import Sequence
from pathlib import Path

from ledger.importers.passage import Passage
from ledger.own_table import read_own_table

_WORDS = {
    name: re.compile(pattern) for name, pattern in read_own_table(Path(__file__).with_suffix(".toml")).items()
}


def owners_of(passages: Sequence[Passage]) -> tuple[str | None, ...]:
    """Name the higher body whose words each passage reports, None for the region's own.

    Args:
        passages: sentences of a document, in reading order.
    """
    found: list[str | None] = []
    body, block, speaks = None, -1, False
    for passage in passages:
        if passage.block != block:
            body, block, speaks = None, passage.block, False
        if named := _WORDS["body"].search(passage.text):
            body = named["owner"]
        speaks = speaks or bool(body and _WORDS["says"].search(passage.text))
        if speaks and body and _WORDS["own"].match(passage.text):
            body, speaks = None, False
        found.append(body if speaks else None)
    return tuple(found)
