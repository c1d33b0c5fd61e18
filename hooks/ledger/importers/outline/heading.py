"""Which words of a paragraph are a heading, and which lines are headings without a label."""

import re
from pathlib import Path
from typing import Any

from ledger.importers.block import Block
from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))
_NO_HEADING = re.compile(_RULES["not_heading"])
_GAP = re.compile(_RULES["gap"])
_INNER = re.compile(_RULES["inner"])
_TITLE = re.compile(_RULES["title"])
_ENDS = "\u3002\uff01\uff1f!?\uff1b;\uff0c,\uff1a: \u3000"


def is_title(text: str) -> bool:
    """Whether a line without a label is the name of a document."""
    return len(text) <= 2 * int(_RULES["longest"]) and bool(_TITLE.search(text.strip()))


def is_bare_heading(block: Block, following: Block | None) -> bool:
    """Whether a line without a label is a heading: by the file's styles, or short with a text behind it."""
    text = block.text.strip()
    if block.heading:
        return bool(text)
    if not text or len(text) > _RULES["longest"] or _NO_HEADING.search(text) or following is None:
        return False
    return bool(following.rows) or len(following.text) > len(text)


def heading_words(sentence: str) -> str:
    """A heading without its stop."""
    return sentence.strip().rstrip(_ENDS)


def may_be_heading(sentence: str) -> bool:
    """Whether the first sentence behind a label is short enough to be its heading."""
    return len(sentence.strip()) <= int(_RULES["longest_labelled"])


def heading_end(text: str, start: int, end: int, first_sentence: int) -> int:
    """Where the heading behind a label ends; `start` where there is none.

    Args:
        text: the paragraph.
        start: the character after the label.
        end: where the text of the label ends.
        first_sentence: where its first sentence ends.
    """
    gap = _GAP.search(text, start, min(first_sentence, start + int(_RULES["longest"])))
    if gap and gap.start() > start + 1 and not _INNER.search(text, start, gap.start()) and gap.end() < end:
        return gap.end()
    return first_sentence if may_be_heading(text[start:first_sentence]) else start
