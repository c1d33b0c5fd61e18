"""Text of a section that stands before or after its numbered parts."""

from collections.abc import Sequence
from dataclasses import replace

from ledger.importers.label import POINT, WHOLES
from ledger.importers.place import WORDS, Levels, aside
from ledger.importers.stretch import Stretch


def with_asides(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The stretches, with those named that stand before the first part of a section.

    A section's lead is named only where it has a series of its own, so that 二、引言一是 is told from 二、(一);
    what stands before the first part of 篇三 is always named.

    Args:
        stretches: of a whole document.
    """
    first = _first_parts(stretches)
    with_series = {
        section
        for index, stretch in enumerate(stretches)
        if (section := _section(stretch.levels)) != stretch.levels and index < first.get(section, -1)
    }
    return tuple(
        _named(stretch, with_series) if index < first.get(_section(stretch.levels), -1) else stretch
        for index, stretch in enumerate(stretches)
    )


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
