"""Where words, signs and rules stand on a chart; all lengths are viewport units."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from charts.metrics import text_width, wrap
from charts.theme import TEXT_SIZE, WIDTH, Sign, verdict_sign

Data = TypeVar("Data")
Mark = TypeVar("Mark")

LINE = 22
_SIGN_SPACE = 20
_GAP = 14


@dataclass(frozen=True)
class Word:
    """One line of text.

    Args:
        x: position of the edge or centre named by `align`.
        y: position of the baseline.
        align: left, center or right.
        colour: a key of `charts.theme.PALETTE`.
    """

    text: str
    x: float
    y: float
    align: str = "left"
    colour: str = "ink"
    bold: bool = False


@dataclass(frozen=True)
class PlacedSign:
    """A sign of the legend and the position of its centre."""

    sign: Sign
    x: float
    y: float


@dataclass(frozen=True)
class Rule:
    """A thin straight line between two points."""

    x: float
    y: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Sheet:
    """Everything on a chart but its data: what is drawn around the marks.

    Args:
        bottom: the position below which the sheet is still empty.
    """

    words: tuple[Word, ...] = ()
    signs: tuple[PlacedSign, ...] = ()
    rules: tuple[Rule, ...] = ()
    bottom: float = 0


def paragraph(text: str, top: float, width: float = WIDTH, *, x: float = 0, bold: bool = False) -> Sheet:
    """Text that begins at `x` and is wrapped at `width`."""
    lines = wrap(text, width, TEXT_SIZE)
    words = (Word(line, x, top + LINE * n + TEXT_SIZE, bold=bold) for n, line in enumerate(lines))
    return Sheet(words=tuple(words), bottom=top + LINE * len(lines))


def note(text: str, x: float, top: float) -> Sheet:
    """Muted text with its middle at `x`, or flush with the edge of the chart that is in the way."""
    lines = wrap(text, WIDTH, TEXT_SIZE)
    half = max(text_width(line, TEXT_SIZE) for line in lines) / 2
    align, x = ("left", 0) if x < half else ("right", WIDTH) if x > WIDTH - half else ("center", x)
    words = (Word(line, x, top + LINE * n + TEXT_SIZE, align, "muted") for n, line in enumerate(lines))
    return Sheet(words=tuple(words), bottom=top + LINE * len(lines))


def centred(text: str, x: float, y: float, colour: str = "ink") -> Word:
    """One line of text with its baseline at `y` and its middle as near to `x` as the edges allow."""
    half = text_width(text, TEXT_SIZE) / 2
    return Word(text, min(max(x, half), WIDTH - half), y, "center", colour)


def entry(name: str, label: str, top: float, *, bold: bool = False) -> Sheet:
    """A line of the ledger: the name on the left, wrapped where it is long, and the figure on the right.

    A figure with so many words that it leaves the name less than a third of the width stands below it.
    """
    room = WIDTH - text_width(label, TEXT_SIZE) - _GAP
    # Narrower than that, a name becomes a column of single characters.
    beside = room > WIDTH / 3
    sheet = paragraph(name, top, room if beside and label else WIDTH, bold=bold)
    lines = wrap(label, WIDTH, TEXT_SIZE)
    start = sheet.bottom - LINE if beside else sheet.bottom
    figure = (
        Word(line, WIDTH, start + LINE * n + TEXT_SIZE, "right", bold=True) for n, line in enumerate(lines)
    )
    return joined(sheet, Sheet(words=tuple(figure) if label else (), bottom=start + LINE * len(lines)))


def column_width(texts: Iterable[str], limit: float = WIDTH) -> float:
    """The width that holds the widest of the texts, but not more than `limit`."""
    return min(limit, max(text_width(text, TEXT_SIZE) for text in texts))


def stacked(
    sheet: Sheet, rows: Iterable[Data], place: Callable[[Data, float], tuple[Mark, Sheet]], gap: float
) -> tuple[list[Mark], Sheet]:
    """Rows placed one below the other, and the sheet with what stands around them.

    Args:
        sheet: what stands above them.
        rows: the data.
        place: gives the mark of a row that begins at a height, and what is around it.
        gap: empty space above each row.
    """
    marks = []
    for row in rows:
        mark, around = place(row, sheet.bottom + gap)
        marks.append(mark)
        sheet = joined(sheet, around)
    return marks, sheet


def head(title: str, keys: Iterable[tuple[str, Sign]]) -> Sheet:
    """The title and below it the legend; either may be empty."""
    sheet = paragraph(title, 0, bold=True) if title else Sheet()
    keys = list(keys)
    return joined(sheet, _legend(keys, sheet.bottom + 4)) if keys else sheet


def verdict_keys(verdicts: Iterable[str], words: Mapping[str, str]) -> list[tuple[str, Sign]]:
    """The legend of those verdicts that a chart shows, in the order of `words`; each must have its word."""
    shown = set(verdicts) - {""}
    if not shown <= set(words):
        raise ValueError(f"verdicts without words: {sorted(shown - set(words))}")
    return [(word, verdict_sign(key)) for key, word in words.items() if key in shown]


def _legend(keys: Iterable[tuple[str, Sign]], top: float) -> Sheet:
    words, signs = [], []
    x = 0.0
    for text, sign in keys:
        width = _SIGN_SPACE + text_width(text, TEXT_SIZE)
        if x and x + width > WIDTH:
            x, top = 0.0, top + LINE
        signs.append(PlacedSign(sign, x + 7, top + LINE / 2))
        words.append(Word(text, x + _SIGN_SPACE, top + TEXT_SIZE, colour="muted"))
        x += width + _GAP
    return Sheet(tuple(words), tuple(signs), bottom=top + LINE)


def joined(*sheets: Sheet) -> Sheet:
    """Several sheets as one, which ends where the lowest ends."""
    return Sheet(
        tuple(word for sheet in sheets for word in sheet.words),
        tuple(sign for sheet in sheets for sign in sheet.signs),
        tuple(rule for sheet in sheets for rule in sheet.rules),
        max((sheet.bottom for sheet in sheets), default=0),
    )
