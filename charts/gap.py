"""Years without a figure: a cell at the foot of a timeline that says why."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.layout import LINE, Sheet, Word
from charts.metrics import wrap
from charts.template import Row, tip_text
from charts.theme import DISCLOSURES, TEXT_SIZE, Sign, light
from charts.timeline import Timeline

KINDS = ("redacted", "not_reported")
SPACE = 4
# Two characters beside each other, so that the usual reason of four makes a square.
_ROOM = 2 * TEXT_SIZE
_WIDEST = _ROOM + 10


@dataclass(frozen=True)
class Gap:
    """A year without a figure.

    Args:
        year: the calendar year.
        kind: one of `KINDS`.
        name: the year as readers see it.
        reason: why there is no figure, in words.
    """

    year: int
    kind: str
    name: str
    reason: str


def legend(gaps: Sequence[Gap], step: float) -> list[tuple[str, Sign]]:
    """The reasons for which cells have no room where years are `step` viewport units apart, each once."""
    return [] if _has_room(step) else list({gap.reason: DISCLOSURES[gap.kind] for gap in gaps}.items())


def cells(gaps: Sequence[Gap], timeline: Timeline) -> tuple[list[Row], Sheet]:
    """The cells as marks, and the words in them."""
    lines = {gap: wrap(gap.reason, _ROOM, TEXT_SIZE) if _has_room(timeline.step) else [] for gap in gaps}
    bottom = timeline.bottom - SPACE
    top = bottom - LINE * max(1, *map(len, lines.values()), 1) - 6
    words = [
        Word(line, timeline.x(gap.year), top + LINE * (n + 1) - 2, "center", _ink(gap))
        for gap in gaps
        for n, line in enumerate(lines[gap])
    ]
    return [_cell(gap, timeline, top, bottom) for gap in gaps], Sheet(words=tuple(words))


def _has_room(step: float) -> bool:
    return step - SPACE >= _WIDEST


def _ink(gap: Gap) -> str:
    return "paper" if gap.kind == "redacted" else "muted"


def _cell(gap: Gap, timeline: Timeline, top: float, bottom: float) -> Row:
    """A solid block for a masked figure, an empty cell with a dashed edge for silence."""
    half = min(_WIDEST, max(timeline.step - SPACE, SPACE)) / 2
    middle, colour = timeline.x(gap.year), light(DISCLOSURES[gap.kind].colour)
    solid = gap.kind == "redacted"
    return {
        "year": gap.year,
        "x": round(middle - half, 2),
        "x2": round(middle + half, 2),
        "y": top,
        "y2": bottom,
        "fill": colour if solid else light("paper"),
        "stroke": "transparent" if solid else colour,
        "tip": tip_text(gap.name, gap.reason),
    }
