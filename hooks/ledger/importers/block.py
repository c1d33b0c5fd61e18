"""Paragraphs and tables of a document, in reading order, and what was mended in their text."""

from dataclasses import dataclass
from enum import Enum


class Damage(Enum):
    """What a scan, a page break or a web page did to a text."""

    PAGE_LABEL = "page_label"
    LETTER = "letter"
    BRACKET = "bracket"
    STOP = "stop"


@dataclass(frozen=True)
class Repair:
    """A proposed repair: what stands in the file and what is read instead.

    Args:
        start: first character of the mended words in the text that carries the repair, from 0.
        end: the character after the last one; equal to `start` where characters were only taken out.
        raw: the characters of the file, with enough around them to be recognised.
        mended: the same characters mended.
        damage: what happened to them.
    """

    start: int
    end: int
    raw: str
    mended: str
    damage: Damage


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or a table.

    Args:
        text: the words on one line; of a table nothing.
        number: running number in the file, from 1.
        heading: level from the file's own styles, 1 to 9; 0 where the file does not say.
        rows: cells of a table, row by row, merged cells repeated; empty for a paragraph.
        page: page of a paged file, from 1; 0 elsewhere.
        repairs: what was mended in `text`.
    """

    text: str
    number: int
    heading: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    page: int = 0
    repairs: tuple[Repair, ...] = ()
