"""Sentences that go on behind a page number or a page header → whole again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ledger.importers.block import Block, Damage, Repair
from ledger.importers.documents.text_line import half_width
from ledger.own_table import read_own_table

_DAMAGE = read_own_table(Path(__file__).with_name("damage.toml"))
_CLOSED = re.compile(_DAMAGE["page_label"]["closed"])
_BEFORE, _AFTER = (re.compile(_DAMAGE["shown"][name]) for name in ("before", "after"))
_NUMBERED = re.compile(read_own_table(Path(__file__).with_name("boilerplate.toml"))["numbered"])


def join_over_pages(blocks: Sequence[Block], furniture: Mapping[int, str]) -> tuple[Block, ...]:
    """Leave out lines of page furniture, and join what they interrupted; every joint is told as a repair.

    Args:
        blocks: paragraphs and tables, in reading order.
        furniture: lines that only belong to pages, by their index in `blocks`.
    """
    kept: list[Block] = []
    between: list[str] = []
    for place, block in enumerate(blocks):
        if place in furniture:
            between.append(furniture[place])
            continue
        if between and kept and _goes_on(kept[-1], block):
            kept[-1] = _joined(kept[-1], " ".join(between), block)
        else:
            kept.append(block)
        between = []
    return tuple(kept)


def _goes_on(before: Block, after: Block) -> bool:
    if before.rows or after.rows or before.heading or after.heading:
        return False
    return not _CLOSED.search(before.text) and not _NUMBERED.match(half_width(after.text))


def _joined(before: Block, between: str, after: Block) -> Block:
    place = len(before.text)
    left, right = _BEFORE.search(before.text), _AFTER.search(after.text)
    start, end = left[0] if left else "", right[0] if right else ""
    repair = Repair(place, place, f"{start} {between} {end}", start + end, Damage.PAGE_LABEL)
    return replace(before, text=before.text + after.text, repairs=(*before.repairs, repair))
