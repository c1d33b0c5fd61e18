"""Names and numbers that a document hides: xx市, xxx.x万元, **件, 20__年."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger.importers.passage import Passage
from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_name("source_facts.toml"))
_MASK = re.compile(_RULES["masked"])
_LATIN = re.compile(_RULES["masked_not"])
_COUNTED = re.compile(_RULES["masked_number"])


@dataclass(frozen=True)
class Mask:
    """Characters that stand in for a name or a number.

    Args:
        words: the characters.
        around: the same with a few characters on both sides.
        at: the place in the document.
        is_number: whether a number is hidden, as far as the word behind it shows.
    """

    words: str
    around: str
    at: str
    is_number: bool


def find_masks(passages: Sequence[Passage]) -> tuple[Mask, ...]:
    """Everything that a document hides.

    Args:
        passages: its sentences.
    """
    return tuple(mask for passage in passages for mask in _of(passage))


def _of(passage: Passage) -> list[Mask]:
    found = []
    for match in _MASK.finditer(passage.text):
        before, after = passage.text[: match.start()][-1:], passage.text[match.end() :][:1]
        if _LATIN.match(before) or _LATIN.match(after):
            continue
        width = int(_RULES["around"])
        around = passage.text[max(0, match.start() - width) : match.end() + width].strip()
        counted = bool(_COUNTED.match(passage.text, match.end()))
        found.append(Mask(match[0], around, passage.at, counted))
    return found
