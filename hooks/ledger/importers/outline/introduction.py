"""Text of a section that stands before or after its numbered parts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ledger.importers.outline.label import POINT, WHOLES
from ledger.importers.outline.place import BARE, WORDS, Levels, aside
from ledger.importers.outline.stretch import Stretch

_LEAD = re.compile(WORDS["closing_lead"])


def with_asides(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The stretches, with those named that stand before the first part of a section.

    A section's lead is named only where it has a series of its own, so that 二、引言一是 is told from
    二、(一); what stands before the first part of 篇三 is always named.

    Args:
        stretches: of a whole document.
    """
    first = _first_parts(stretches)
    with_series = {
        section
        for index, stretch in enumerate(stretches)
        if (section := _section(stretch.levels)) != stretch.levels and index < first.get(section, -1)
    }
    closing = _after_all(stretches)
    return tuple(
        _closed(stretch)
        if stretch.block.number in closing
        else _named(stretch, with_series)
        if index < first.get(_section(stretch.levels), -1)
        else stretch
        for index, stretch in enumerate(stretches)
    )


def _closed(stretch: Stretch) -> Stretch:
    section = _section(stretch.levels)
    return replace(
        stretch, levels=(*section[:-1], aside(str(WORDS["after_all"])), *stretch.levels[len(section) :])
    )


def _after_all(stretches: Sequence[Stretch]) -> set[int]:
    """Paragraphs without a number after the last numbered part of a section, which are no part of it.

    Where every part is one paragraph, so is the last one; else its opening words have to say so.
    """
    paragraphs: dict[Levels, set[int]] = {}
    for stretch in stretches:
        levels = _section(stretch.levels)
        for depth in range(1, len(levels) + 1):
            paragraphs.setdefault(levels[:depth], set()).add(stretch.block.number)
    parts: dict[Levels, list[Levels]] = {}
    for levels in paragraphs:
        parts.setdefault(levels[:-1], []).append(levels)
    by_number = {stretch.block.number: stretch for stretch in reversed(stretches)}
    found: set[int] = set()
    for section, inside in parts.items():
        if section and inside[-1][-1].kind != BARE and len(inside) > 1:
            found |= _closing(by_number, paragraphs, inside)
    return found


def _closing(
    by_number: dict[int, Stretch], paragraphs: dict[Levels, set[int]], parts: list[Levels]
) -> set[int]:
    last = sorted(paragraphs[parts[-1]])
    is_short = all(len(paragraphs[part]) == 1 for part in parts[:-1])
    for place, number in enumerate(last[1:], start=1):
        stretch = by_number[number]
        opens = _section(stretch.levels) == parts[-1] and not stretch.is_labelled
        if opens and (_LEAD.match(stretch.words.strip()) or (is_short and place == 1)):
            return set(last[place:])
    return set()


def _section(levels: Levels) -> Levels:
    """The levels without the items of series."""
    keep = len(levels)
    while keep and levels[keep - 1].kind == POINT:
        keep -= 1
    return levels[:keep]


def _first_parts(stretches: Sequence[Stretch]) -> dict[Levels, int]:
    """Where the first numbered part of each section stands."""
    first: dict[Levels, int] = {}
    for index, stretch in enumerate(stretches):
        levels = _section(stretch.levels)
        for depth in range(len(levels)):
            first.setdefault(levels[:depth], index)
    return first


def _named(stretch: Stretch, with_series: set[Levels]) -> Stretch:
    section = _section(stretch.levels)
    if stretch.is_labelled and stretch.levels == section:
        return stretch
    if not section or section[-1].kind in WHOLES:
        words = WORDS["before_all"]
    elif section in with_series:
        words = WORDS["introduction"]
    else:
        return stretch
    return replace(stretch, levels=(*section, aside(str(words)), *stretch.levels[len(section) :]))
