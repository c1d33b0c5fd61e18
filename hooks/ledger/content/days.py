"""Types of fields that hold a date or a period."""

import re
from dataclasses import dataclass
from datetime import date

from ledger.content.nodes import Node, Scalar
from ledger.content.slips import find_day_slip, find_period_slip
from ledger.content.values import Reader, scalar
from ledger.model.period import Period
from ledger.problems import Expected

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day(node: Node, name: str, reader: Reader) -> date | None:
    """Read a date such as 2025-12-31."""
    found = scalar(node, name, reader, Expected.DATE)
    if found is None or not isinstance(node, Scalar):
        return None
    try:
        return date.fromisoformat(found) if DATE.fullmatch(found) else _refuse(found)
    except ValueError:
        reader.report_slip(find_day_slip(found), node, text=found)
        return None


def _refuse(found: str) -> date:
    raise ValueError(found)


@dataclass(frozen=True)
class DayOr:
    """Reads a date, or a word in its place.

    Args:
        word: the word, such as ongoing.
    """

    word: str

    def __call__(self, node: Node, name: str, reader: Reader) -> date | str | None:
        """Read a date or the word."""
        is_word = isinstance(node, Scalar) and node.text == self.word
        return self.word if is_word else day(node, name, reader)


def period(node: Node, name: str, reader: Reader) -> Period | None:
    """Read a reporting period."""
    found = scalar(node, name, reader, Expected.PERIOD)
    if found is None or not isinstance(node, Scalar):
        return None
    try:
        return Period.parse(found)
    except ValueError:
        reader.report_slip(find_period_slip(found), node, text=found)
        return None
