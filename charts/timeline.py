"""Years from left to right and values from bottom to top: where they stand, and the words beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from charts.layout import LINE, Rule, Sheet, Word, centred
from charts.metrics import text_width, wrap
from charts.span import Span
from charts.theme import TEXT_SIZE, WIDTH

# Half a label must fit beyond the first and the last year.
LEFT, RIGHT = 24, WIDTH - 24
PLOT = 140
# Baselines of labels, from the point that they belong to.
ABOVE, BELOW = -10, 24
# A name is not broken into lines narrower than three characters.
NARROWEST = 3 * TEXT_SIZE + 1
_APART = 1.5


def year_step(first: int, last: int) -> float:
    """Distance of two years in viewport units."""
    return (RIGHT - LEFT) / max(1, last - first)


@dataclass(frozen=True)
class Timeline:
    """Where a year and a value stand; one single year stands in the middle.

    Args:
        first: the leftmost year.
        last: the rightmost year.
        span: values from the lowest to the highest position.
        top: the highest position, in viewport units.
    """

    first: int
    last: int
    span: Span
    top: float

    @property
    def step(self) -> float:
        """Distance of two years in viewport units."""
        return year_step(self.first, self.last)

    @property
    def bottom(self) -> float:
        """The lowest position of a value."""
        return self.top + PLOT

    @property
    def foot(self) -> float:
        """Where the names of the years begin: below the labels of negative values."""
        return self.bottom + (BELOW + 5 if self.span.low < 0 else 2)

    def x(self, year: int) -> float:
        """Horizontal position of a year."""
        return LEFT + (year - self.first) * self.step if self.last > self.first else WIDTH / 2

    def y(self, value: float) -> float:
        """Vertical position of a value."""
        return self.bottom - self.span.share(value) * PLOT

    def scale(self) -> dict[str, float]:
        """The same positions as numbers for the scales of a template."""
        alone = self.last == self.first
        years = {"low": self.first - alone, "high": self.last + alone, "left": LEFT, "right": RIGHT}
        values = {"least": self.span.low, "most": self.span.high, "bottom": self.bottom, "top": self.top}
        return {**years, **values}

    def beside(self, year: int, value: float, text: str, *, under: bool, colour: str = "ink") -> Word:
        """A label above a point, or under it if there is room."""
        y = self.y(value)
        under = under and y + BELOW < self.foot
        return centred(text, self.x(year), y + (BELOW if under else ABOVE), colour)


def thinned(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words that have room beside each other; of two that touch, the one that comes first stays."""
    kept: list[Word] = []
    for word in words:
        if not any(_touch_across(word, other) for other in kept):
            kept.append(word)
    return tuple(kept)


def touch(word: Word, other: Word) -> bool:
    """Whether two centred words run into each other."""
    return abs(word.y - other.y) < LINE and _touch_across(word, other)


def _touch_across(word: Word, other: Word) -> bool:
    widths = text_width(word.text, TEXT_SIZE) + text_width(other.text, TEXT_SIZE)
    return abs(word.x - other.x) < widths / 2 + _APART


def foot(timeline: Timeline, names: Sequence[tuple[int, str]]) -> Sheet:
    """The rule at 0, and the names of the years as far as they have room, first of all the outermost.

    Args:
        timeline: says where they stand.
        names: years in rising order, each with the name that readers see.
    """
    blocks = {}
    for year, name in [names[-1], *names[:1], *reversed(names[1:-1])]:
        lines = _broken(name, max(timeline.step - _APART, NARROWEST))
        widest = max(lines, key=lambda line: text_width(line, TEXT_SIZE))
        blocks[centred(widest, timeline.x(year), timeline.foot + LINE, "muted")] = lines
    words = [
        replace(word, text=line, y=word.y + LINE * n)
        for word in thinned(blocks)
        for n, line in enumerate(blocks[word])
    ]
    zero = timeline.y(0)
    return Sheet(tuple(words), rules=(Rule(0, zero, WIDTH, zero),), bottom=max(word.y for word in words) + 5)


def _broken(name: str, width: float) -> list[str]:
    """A name in lines, which end at its blanks if it is too wide for one line."""
    parts = [name] if text_width(name, TEXT_SIZE) <= width else name.split()
    return [line for part in parts for line in wrap(part, width, TEXT_SIZE)] or [""]
