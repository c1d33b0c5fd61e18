"""A document as it was read: its blocks, what was left out of them, and what it says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from ledger.importers.block import Block


class DropReason(Enum):
    """Why a piece of text is no part of the document."""

    NAVIGATION = "navigation"
    REPOSTER = "reposter"
    LEGAL = "legal"
    RELATED = "related"
    PAGE_FURNITURE = "page_furniture"
    REPEATED_TITLE = "repeated_title"


@dataclass(frozen=True)
class Dropped:
    """A piece of text that was left out.

    Args:
        text: the words.
        reason: why.
    """

    text: str
    reason: DropReason


class Shortfall(Enum):
    """What of a file could not be read."""

    PICTURES = "pictures"
    SOME_PAGES_WITHOUT_TEXT = "some_pages_without_text"
    TRACKED_CHANGES = "tracked_changes"
    TEXT_BOXES = "text_boxes"
    FOOTNOTES = "footnotes"
    FORMULAS = "formulas"
    UNREADABLE_CHARACTERS = "unreadable_characters"


@dataclass(frozen=True)
class Reading:
    """What was read of a file.

    Args:
        name: name of the file.
        form: docx, txt, html, pdf or pasted.
        encoding: how its characters were stored, where that had to be found out.
        blocks: paragraphs and tables, boilerplate left out, damage mended and noted.
        dropped: the boilerplate.
        facts: what the file says of itself: title, publisher, reposter, url, and the days (ISO) written,
            published, reposted; only what is there.
        shortfalls: what could not be read.
    """

    name: str
    form: str
    blocks: tuple[Block, ...]
    encoding: str | None = None
    dropped: tuple[Dropped, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    shortfalls: tuple[Shortfall, ...] = ()
