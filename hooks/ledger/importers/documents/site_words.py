"""Sentences that only a site says, in the middle of a document's own line → taken out."""

import re
from pathlib import Path

from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_name("boilerplate.toml"))["site"]
_HINT, _DEBRIS = re.compile(_TABLE["hint"]), re.compile(_TABLE["debris"])
_SAID = tuple(re.compile(pattern) for pattern in _TABLE["sentences"])
_SENTENCE = re.compile(r"[^\u3002!?]+[\u3002!?]*|[\u3002!?]+")
# No rule speaks of longer sentences, and to try them would take its time.
_LONGEST = 220


def site_words(line: str) -> tuple[tuple[int, int], ...]:
    """Find what a site put into a line, as spans of the line, in order.

    Args:
        line: in half width.
    """
    if not _HINT.search(line):
        return ()
    spans = [match.span() for match in _DEBRIS.finditer(line)] if "{" in line else []
    free = _between(spans, len(line))
    spans += [
        (begin + match.start(), begin + match.end())
        for begin, end in free
        for match in _SENTENCE.finditer(line[begin:end])
        if _is_of_site(match[0].strip())
    ]
    return tuple(sorted(spans))


def without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Leave spans out of a text.

    Args:
        text: any text.
        spans: in order, none overlapping.
    """
    return "".join(text[begin:end] for begin, end in _between(spans, len(text))).strip()


def _between(spans: "list[tuple[int, int]] | tuple[tuple[int, int], ...]", end: int) -> list[tuple[int, int]]:
    begins = [0, *(stop for _, stop in spans)]
    ends = [*(start for start, _ in spans), end]
    return [(begin, stop) for begin, stop in zip(begins, ends, strict=True) if begin < stop]


def _is_of_site(sentence: str) -> bool:
    words = sentence.rstrip("\u3002!")
    return 0 < len(sentence) <= _LONGEST and any(said.fullmatch(words) for said in _SAID)
