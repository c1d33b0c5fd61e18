"""Widths of text, the same on every machine: they come from this table, never from installed fonts."""

from collections.abc import Sequence

# Thousandths of an em, a little wider than in the fonts of phones, so that text never overflows its place.
FULL_WIDTH = 1000
LATIN_WIDTH = 600
ASCII_WIDTHS = {
    " ": 300,
    **dict.fromkeys("!'|.,:;`ijl", 320),
    **dict.fromkeys('"()[]{}-ftrI/\\', 420),
    **dict.fromkeys("#$&mMwW@", 900),
    "%": 950,
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", 720),
}
# Marks that must not begin a line, and brackets that must not end one.
CLOSING = frozenset("，。、；：？！）》」』】〉’”%‰…)]},.;:!?·")
OPENING = frozenset("（《「『【〈‘“([{")


def text_width(text: str, size: float) -> float:
    """Width of one line of text in viewport units, at a font size in the same units."""
    return sum(map(_advance, text)) * size / 1000


def wrap(text: str, width: float, size: float) -> list[str]:
    """Text broken into lines no wider than `width` viewport units at font size `size`.

    A run of ASCII letters and digits stays whole, no line begins with a closing mark or ends with an opening
    one, unless a line would overflow. An empty text is one empty line.
    """
    lines = [""]
    for piece in _pieces(text):
        if text_width(lines[-1] + piece, size) > width and lines[-1]:
            lines.append("")
        lines[-1] = (lines[-1] + piece).lstrip()
        while text_width(lines[-1], size) > width and len(lines[-1]) > 1:
            lines[-1:] = _cut(lines[-1], width, size)
    # A blank at the end of a line would push it away from the right edge.
    return [line.rstrip() for line in lines]


def _advance(character: str) -> int:
    if ord(character) < 0x100:
        return ASCII_WIDTHS.get(character, LATIN_WIDTH)
    return FULL_WIDTH


def _pieces(text: str) -> list[str]:
    """The shortest runs of characters after which a line may end."""
    pieces: list[str] = []
    for character in text:
        if pieces and _joins(pieces[-1][-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _joins(before: str, after: str) -> bool:
    return after in CLOSING or before in OPENING or (_is_latin(before) and _is_latin(after))


def _is_latin(character: str) -> bool:
    return character.isascii() and not character.isspace()


def _cut(line: str, width: float, size: float) -> Sequence[str]:
    """A line that is too wide, as one that fits and the rest."""
    fitting = 1
    while text_width(line[: fitting + 1], size) <= width:
        fitting += 1
    return line[:fitting], line[fitting:]
