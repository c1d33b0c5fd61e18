"""Types of fields that hold a number."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ledger.content.nodes import Node, Scalar
from ledger.content.slips import Slip, find_number_slip
from ledger.content.values import Reader, scalar
from ledger.problems import Expected

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_MOST_DIGITS = 15


def number(node: Node, name: str, reader: Reader) -> Decimal | None:
    """Read a plain decimal number, trailing zeros kept."""
    found = scalar(node, name, reader, Expected.NUMBER)
    if found is None or not isinstance(node, Scalar):
        return None
    if not NUMBER.fullmatch(found):
        reader.report_slip(find_number_slip(found), node, text=found, name=name)
        return None
    if sum(character.isdigit() for character in found) > _MOST_DIGITS:
        reader.report_slip(Slip("MZ018", 0, len(found)), node, text=found)
        return None
    return Decimal(found)


def integer(node: Node, name: str, reader: Reader) -> int | None:
    """Read a whole number, which is written without a point."""
    found = number(node, name, reader)
    if found is None:
        return None
    if "." in str(found):
        reader.report("MZ012", node, name=name, expected=Expected.WHOLE_NUMBER)
        return None
    return int(found)


@dataclass(frozen=True)
class NumberOr:
    """Reads a number, or one of a few words that stand for its absence.

    Args:
        words: the words, such as redacted.
    """

    words: tuple[str, ...]

    def __call__(self, node: Node, name: str, reader: Reader) -> Decimal | str | None:
        """Read a number or a word; null does not tell which word is meant."""
        if isinstance(node, Scalar) and node.text in self.words:
            return node.text
        if isinstance(node, Scalar) and node.is_empty and node.text.strip():
            reader.report("MZ067", node, text=node.text)
            return None
        return number(node, name, reader)
