"""Units as documents write them → units as content files write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ledger.model.dictionary import Dictionary
from ledger.own_table import read_own_table


@cache
def number_table() -> dict[str, Any]:
    """The rules of how documents write numbers."""
    return read_own_table(Path(__file__).with_name("number.toml"))


@dataclass(frozen=True)
class UnitWord:
    """A unit that stands behind a number.

    Args:
        end: the character after it.
        written: as content files write it, without scale.
    """

    end: int
    written: str


class UnitReader:
    """Reads the unit at a place of a text.

    Args:
        dictionary: the units that are known.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        table = number_table()["units"]
        self._dictionary = dictionary
        self._words: Mapping[str, str] = {
            **{word: word for word in table["other"]["words"]},
            **{unit: unit for unit in dictionary.units},
            **table["same"],
        }
        self._longest = max(map(len, self._words))
        self._never = {unit: re.compile(after) for unit, after in table["never_before"].items()}
        self._not_spoken = {unit: re.compile(after) for unit, after in table["not_before"].items()}
        self._per = re.compile(table["per"])

    def read(self, text: str, at: int, *, plain: bool) -> UnitWord | None:
        """Read the longest unit that stands at a place.

        Args:
            text: the folded sentence.
            at: where the unit would begin.
            plain: whether the number is written in digits; after masks and spoken numerals a
                character that may be a unit is more often the beginning of another word.
        """
        for length in range(min(self._longest, len(text) - at), 0, -1):
            word = text[at : at + length]
            if word in self._words and self._stands(word, text, at + length, plain=plain):
                per = self._per.match(text, at + length)
                end = per.end() if per else at + length
                return UnitWord(end, self._words[word] + (per.group() if per else ""))
        return None

    def is_known(self, written: str) -> bool:
        """Whether the dictionary has a unit.

        Args:
            written: with its scale.
        """
        return self._dictionary.unit(written) is not None

    def _stands(self, word: str, text: str, end: int, *, plain: bool) -> bool:
        """Whether a word is a unit where it stands, and no beginning of another word."""
        guards = (self._never,) if plain else (self._never, self._not_spoken)
        return not any(word in guard and guard[word].match(text, end) for guard in guards)
