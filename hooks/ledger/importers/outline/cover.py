"""Lines above a document's first paragraph: its title, and the notice that sends it."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ledger.importers.block import Block
from ledger.importers.outline.heading import is_title
from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))
_LETTER, _NOTICE, _FORM = (re.compile(_RULES[name]) for name in ("letter", "notice", "form"))


def cover_lines(blocks: Sequence[Block], labelled: Sequence[bool]) -> frozenset[int]:
    """The indices of the lines that stand above a document: titles, number, addressees, signature, day.

    They end with the last line that is surely one of these; a short line below it is a heading.

    Args:
        blocks: of the document, in reading order.
        labelled: for each, whether it begins with a label.
    """
    last = -1
    for index, (block, has_label) in enumerate(zip(blocks, labelled, strict=True)):
        text = block.text.strip()
        is_sure = is_title(text) or is_of_notice(text)
        if has_label or block.rows or not (is_sure or _is_short(text)):
            break
        last = index if is_sure else last
    return frozenset(range(last + 1))


def is_of_notice(text: str) -> bool:
    """Whether a line belongs to the notice that sends a document, not to the document.

    Args:
        text: the line.
    """
    return bool(_LETTER.search(text) or _NOTICE.search(text) or _FORM.search(text))


def _is_short(text: str) -> bool:
    return len(text) <= int(_RULES["longest"]) and not re.search(_RULES["stops"], text)
