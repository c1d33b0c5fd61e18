"""Numbers of pages that a viewer put before the text of each page, in the middle of sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from ledger.importers.documents.text_line import half_width
from ledger.importers.documents.titles import is_title
from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_name("damage.toml"))["page_label"]
_LABEL = re.compile(_TABLE["label"])
_CLOSED, _SENTENCE = (re.compile(_TABLE[name]) for name in ("closed", "sentence"))
_SPLIT_NUMBER = re.compile(_TABLE["split_number"])
# A page holds some hundred characters; items of a list that are as long differ more in length than pages do.
_SHORTEST_PAGE = 150
_MOST_UNEVEN = 0.45


@dataclass(frozen=True)
class PageLabel:
    """A page label.

    Args:
        block: index of the text it stands in.
        start: its first character.
        end: the character after the last one.
        number: the page.
        breaks: whether it stands in the middle of a sentence.
    """

    block: int
    start: int
    end: int
    number: int
    breaks: bool


@dataclass(frozen=True)
class _Candidate:
    label: PageLabel
    place: int
    splits: bool
    names: bool = False


def find_page_labels(texts: Sequence[str]) -> tuple[PageLabel, ...]:
    """Find the labels of pages; items of a real list are left alone.

    Labels count up through the text, most of them interrupt a sentence, and pages are about equally long.

    Args:
        texts: paragraphs, in reading order; a table counts as an empty one.
    """
    candidates = _candidates(texts)
    breaking = [one for one in candidates if one.label.breaks]
    chain = _longest_chain(breaking)
    if not chain:
        return ()
    pages = _completed(chain, candidates)
    # One break in a word may be a careless list; the middle of a number is no place for an item.
    certain = any(one.splits for one in chain) or (len(chain) > 1 and _is_even(pages))
    return tuple(one.label for one in pages) if certain else ()


def _candidates(texts: Sequence[str]) -> list[_Candidate]:
    found, place = [], 0
    for index, text in enumerate(texts):
        for match in _LABEL.finditer(text):
            before = text[: match.start()] or (texts[index - 1] if index else "")
            after = text[match.end() :]
            number = int(match["number"])
            is_open = bool(before) and not _CLOSED.search(before) and number > 1
            splits = is_open and _SPLIT_NUMBER.search(f"{before[-8:]}\n{after[:8]}") is not None
            # The rest of a number needs no sentence before it; the rest of a word does.
            breaks = splits or (is_open and _SENTENCE.search(before) is not None)
            label = PageLabel(index, match.start(), match.end(), number, breaks)
            names = number == 1 and match.start() == 0 and is_title(half_width(after.strip()))
            found.append(_Candidate(label, place + match.start(), splits, names))
        place += len(text)
    return found


def _follows(one: _Candidate, two: _Candidate) -> bool:
    """Say whether one page may begin some pages after another."""
    steps = two.label.number - one.label.number
    return steps > 0 and two.place - one.place >= steps * _SHORTEST_PAGE


def _leads(one: _Candidate, two: _Candidate) -> bool:
    """Say whether a page may begin before another; one that begins with the title may be short."""
    return _follows(one, two) or (one.names and one.place < two.place)


def _longest_chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    chains: list[list[_Candidate]] = []
    for one in candidates:
        before = [chain for chain in chains if _follows(chain[-1], one)]
        chains.append([*max(before, key=len, default=[]), one])
    return max(chains, key=lambda chain: (len(chain), any(one.splits for one in chain)), default=[])


def _completed(chain: Sequence[_Candidate], candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Add the labels that stand between sentences, where only one place fits."""
    pages = [chain[0]]
    while pages[0].label.number > 1:
        number = pages[0].label.number - 1
        fits = [one for one in candidates if one.label.number == number and _leads(one, pages[0])]
        if not fits:
            break
        pages.insert(0, fits[-1])
    for one in chain[1:]:
        for number in range(pages[-1].label.number + 1, one.label.number):
            fits = [two for two in candidates if two.label.number == number]
            fits = [two for two in fits if _follows(pages[-1], two) and _follows(two, one)]
            pages += fits if len(fits) == 1 else []
        pages.append(one)
    length = (
        median([two.place - one.place for one, two in pairwise(pages)]) if len(pages) > 1 else _SHORTEST_PAGE
    )
    for one in candidates:
        last = pages[-1]
        even = abs(one.place - last.place - length) <= _MOST_UNEVEN * length
        if one.label.number == last.label.number + 1 and _follows(last, one) and even:
            pages.append(one)
    return pages


def _is_even(pages: Sequence[_Candidate]) -> bool:
    lengths = [
        (two.place - one.place) / (two.label.number - one.label.number) for one, two in pairwise(pages)
    ]
    middle = median(lengths)
    return all(abs(length - middle) <= _MOST_UNEVEN * middle for length in lengths)
