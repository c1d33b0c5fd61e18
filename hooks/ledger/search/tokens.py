"""Text to tokens, by the same rules as search.js: a query and a text must be cut alike.

Chinese is cut into overlapping pairs of characters, which needs no dictionary and misses no word.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

# In "2023年" the year itself is the token; in "4,120" the comma is no sign of its own.
_YEAR_WORD = re.compile(r"(\d{4})\u5e74\u5ea6?")
_THOUSANDS = re.compile(r"(\d),(?=\d{3})")
_RUN = re.compile(r"[0-9]+(?:\.[0-9]+)?%?|[a-z]+|[\u3400-\u9fff]+")
_FIRST_HAN = chr(0x3400)
_CHAIN = 3


def tokens(text: str) -> Iterator[str]:
    """Cut a text into what is looked up: numbers, Latin words, pairs of Chinese characters.

    Args:
        text: any text.
    """
    for run in _runs(text):
        if run < _FIRST_HAN:
            yield run.rstrip("%")
            if run.endswith("%"):
                yield run
        elif len(run) == 1:
            yield run
        else:
            yield from map("".join, pairwise(run))


def chains(text: str) -> Iterator[str]:
    """List every three Chinese characters that follow each other: two pairs may come from different places.

    Args:
        text: any text.
    """
    for run in _runs(text):
        if run >= _FIRST_HAN:
            yield from (run[start : start + _CHAIN] for start in range(len(run) - _CHAIN + 1))


def letters(text: str) -> Iterator[str]:
    """List the single Chinese characters of a text, which still fit where one character of a query is wrong.

    Args:
        text: any text.
    """
    for run in _runs(text):
        if run >= _FIRST_HAN:
            yield from run


def _runs(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).lower()
    return _RUN.findall(_THOUSANDS.sub(r"\1", _YEAR_WORD.sub(r"\1 ", plain)))
