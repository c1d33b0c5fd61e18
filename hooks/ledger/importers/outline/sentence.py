"""Where one sentence of a paragraph ends and the next begins."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))
_KEEPS = re.compile(_RULES["keeps_with_last"])
_LISTS = re.compile(_RULES["enumerates"])
_STOP = re.compile("[" + re.escape(_RULES["stops"] + _RULES["clause_stops"]) + "]")
STOPS: str = _RULES["stops"]
COLONS = ("\uff1a", ":")
CLOSERS: str = _RULES["closers"]
_LONGEST_ASIDE = 400
_LONGEST_LIST = 300


def outside(text: str) -> bytes:
    """For each character, 1 where it stands in no quotation and no brackets.

    A bracket that is never closed, or only far away, encloses nothing: scans lose brackets.
    """
    depth = [0] * (len(text) + 1)
    waiting: list[int] = []
    for place, character in enumerate(text):
        if character in _RULES["opens"]:
            waiting.append(place)
        elif character in _RULES["closes"]:
            opener = _opener(text, waiting, character)
            if opener is not None and place - opener <= _LONGEST_ASIDE:
                depth[opener] += 1
                depth[place] -= 1
    marks, level = bytearray(len(text)), 0
    for place in range(len(text)):
        marks[place] = level == 0
        level += depth[place]
    return bytes(marks)


def _opener(text: str, waiting: list[int], closer: str) -> int | None:
    """Take the opening bracket of a closing one; those left open inside it are dropped."""
    for back in range(1, min(len(waiting), 4) + 1):
        if closer in _RULES["pairs"][text[waiting[-back]]]:
            opener = waiting[-back]
            del waiting[-back:]
            return opener
    return None


def sentences(text: str, start: int, end: int, is_outside: bytes) -> Iterator[tuple[int, int]]:
    """First character and the one after the last of each sentence of `text[start:end]`.

    Args:
        text: the paragraph.
        start: where to begin.
        end: where to stop.
        is_outside: what `outside` says of the paragraph.
    """
    begin = place = start
    while match := _STOP.search(text, place, end):
        place = _after_closers(text, match.end(), end)
        is_free = is_outside[match.start()] or place > match.end()
        if is_free and _ends(text, begin, match.start(), place, end):
            yield begin, place
            begin = place
    if text[begin:end].strip():
        yield begin, end


def _after_closers(text: str, place: int, end: int) -> int:
    while place < end and text[place] in CLOSERS + STOPS:
        place += 1
    return place


def _ends(text: str, begin: int, stop: int, after: int, end: int) -> bool:
    """Whether a stop ends the sentence; a semicolon only between things told one after the other."""
    if text[stop] in STOPS:
        return True
    if _KEEPS.match(text, after, end):
        return False
    return not _LISTS.search(text, max(begin, stop - _LONGEST_LIST), stop)
