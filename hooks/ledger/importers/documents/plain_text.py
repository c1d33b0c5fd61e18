"""Text files and pasted text → blocks."""

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from ledger.importers.block import Block
from ledger.importers.documents.text_line import half_width, has_unreadable, one_line
from ledger.importers.reading import Reading, Shortfall
from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_name("boilerplate.toml"))
_NUMBERED = re.compile(_TABLE["numbered"])
_MARKDOWN = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
_INDENTED = re.compile(r"(?:\u3000|\xa0| {2,}|\t)")
# Where the lines of a file are broken at the same width, and how many lines it takes to see it.
_FEWEST_LINES, _SAME_WIDTH, _MOST_FULL = 8, 2, 0.6
_WIDTHS = range(15, 100)


def read_plain_text(text: str, name: str, form: str) -> Reading:
    """Read a text file, or pasted text; a line is a paragraph unless all lines are broken at one width.

    Args:
        text: its characters.
        name: name of the file.
        form: txt or pasted.
    """
    blocks: list[Block] = []
    for line in _paragraphs(text.splitlines()):
        found = _MARKDOWN.fullmatch(line)
        words, heading = (found[2], len(found[1])) if found else (line, 0)
        blocks.append(Block(words, len(blocks) + 1, heading))
    odd = any(has_unreadable(block.text) for block in blocks)
    return Reading(name, form, tuple(blocks), shortfalls=(Shortfall.UNREADABLE_CHARACTERS,) if odd else ())


def _paragraphs(lines: list[str]) -> Iterator[str]:
    width = _common_width(lines)
    waiting, was_full = "", False
    for line in lines:
        words = one_line(line)
        goes_on = was_full and words and not _INDENTED.match(line) and not _NUMBERED.match(half_width(words))
        if goes_on:
            blank = " " if waiting[-1].isascii() and waiting[-1].isalpha() and words[0].isascii() else ""
            waiting += (blank if words[0].isalpha() else "") + words
        else:
            if waiting:
                yield waiting
            waiting = words
        was_full = bool(width and words and _width(line) >= width - _SAME_WIDTH)
    if waiting:
        yield waiting


def _common_width(lines: list[str]) -> int:
    """The width at which the lines are broken, in characters of the language; 0 where they are not."""
    widths = [_width(line) for line in lines if line.strip()]
    widest = max(widths, default=0)
    full = [width for width in widths if width >= widest - _SAME_WIDTH]
    if len(widths) < _FEWEST_LINES or widest not in _WIDTHS or len(full) < _MOST_FULL * len(widths):
        return 0
    return round(median(full))


def _width(line: str) -> int:
    """Letters and digits are half as wide as the characters of the language."""
    return (sum(1 if character.isascii() else 2 for character in line.rstrip()) + 1) // 2
