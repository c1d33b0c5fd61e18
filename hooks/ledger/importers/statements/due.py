"""The day by which something is to be done."""

import calendar
import re
from datetime import date
from pathlib import Path

from ledger.own_table import read_own_table

ONGOING = "ongoing"
_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_LASTING = re.compile(_WORDS["ongoing"])
_NO_END = re.compile(_WORDS["no_end"])
_FORMS = tuple(re.compile(form) for form in _WORDS["forms"])
_MONTH = re.compile(_WORDS["month_only"])


def due_of(text: str, year: int) -> str | None:
    """Read the day by which something is to be done, or that it never ends.

    Args:
        text: a clause, or a cell of a table.
        year: the year it is planned for.
    """
    words = _NO_END.sub("", text)
    matches = (form.search(words) for form in (*_FORMS, _MONTH))
    found = next((match for match in matches if match), None)
    if found:
        return _day(found.groupdict(), year)
    return ONGOING if _LASTING.search(words) else None


def last_day(year: int) -> str:
    """Give the last day of a year.

    Args:
        year: such as 2025.
    """
    return date(year, 12, 31).isoformat()


def _day(parts: dict[str, str | None], year: int) -> str | None:
    stated = int(parts.get("year") or year)
    month = _month(parts)
    last = calendar.monthrange(stated, month)[1]
    day = int(parts.get("day") or last)
    return date(stated, month, day).isoformat() if day <= last else None


def _month(parts: dict[str, str | None]) -> int:
    if parts.get("month"):
        return int(str(parts["month"]))
    if quarter := parts.get("quarter"):
        return 3 * (int(quarter) if quarter.isascii() else _WORDS["quarters"].index(quarter) + 1)
    if half := parts.get("half"):
        return 12 if half == _WORDS["later_half"] else 6
    return 12
