"""Text files and pasted text → blocks."""

from ledger.importers.block import Block
from ledger.importers.text_line import one_line


def read_plain_text(text: str) -> tuple[Block, ...]:
    """Take every line that holds something for a paragraph.

    Args:
        text: the characters of a text file, or pasted ones.
    """
    lines = [one for line in text.splitlines() if (one := one_line(line))]
    return tuple(Block(line, number) for number, line in enumerate(lines, 1))
