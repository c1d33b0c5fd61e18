"""Sentences of a document with their place in its outline."""

from dataclasses import dataclass
from enum import Enum

from ledger.importers.block import Repair


class Role(Enum):
    """What a section of a document is about."""

    SUMMARY = "summary"
    PLAN = "plan"
    PROBLEM = "problem"
    FRAME = "frame"


@dataclass(frozen=True)
class Passage:
    """One sentence, or one row of a table.

    Args:
        text: the sentence, mended.
        at: its place, such as 一、(二)三是.
        role: what its section is about; FRAME for greetings, slogans and words about the document.
        headings: the headings above it, outermost first, without their numbers.
        block: number of the block it stands in.
        year: the year it speaks of where its section says so, else None.
        repairs: what was mended in `text`, with spans of this text.
        cells: of a row, its cells by column heading; empty for a sentence.
    """

    text: str
    at: str
    role: Role
    headings: tuple[str, ...] = ()
    block: int = 0
    year: int | None = None
    repairs: tuple[Repair, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
