"""Due dates as offices write them in cells: a day, the end of a month, quarter, half or year, or no end."""

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from ledger.importers.tables.cell_values import Doubt, bare_text, cell_words, says_nothing

# Day 0 of a spreadsheet's calendar, for days after February 1900.
_EPOCH = date(1899, 12, 30)


def read_due(text: str, year: int) -> tuple[str | None, tuple[Doubt, ...]]:
    """Read a due date as content files write it: a day, or `ongoing`; None where the cell states none.

    Args:
        text: the cell.
        year: the year that is meant where it gives none.
    """
    bare, words = bare_text(text), cell_words()["due"]
    if says_nothing(text):
        return None, ()
    if re.search(words["ongoing"], bare):
        return "ongoing", ()
    if re.search(words["serial"], bare):
        return (_EPOCH + timedelta(days=int(Decimal(bare)))).isoformat(), (Doubt.SERIAL_DAY,)
    day = _day(bare, year, words)
    return (day.isoformat(), ()) if day else (None, (Doubt.UNREAD_DUE,))


def _day(bare: str, year: int, words: dict[str, str]) -> date | None:
    for kind in ("day", "bare_day", "half", "quarter", "year_end", "month"):
        match = re.search(words[kind], bare)
        if match:
            parts = match.groupdict()
            stated = int(parts.get("year") or year)
            try:
                return date(stated, *_month_and_day(kind, parts, stated, words))
            except ValueError:
                return None
    return None


def _month_and_day(kind: str, parts: dict[str, str], year: int, words: dict[str, str]) -> tuple[int, int]:
    if kind in {"day", "bare_day"}:
        return int(parts["month"]), int(parts["day"])
    if kind == "month":
        month = int(parts["month"])
    elif kind == "quarter":
        number = parts["quarter"]
        month = 3 * (int(number) if number.isdecimal() else words["quarters"].index(number) + 1)
    else:
        month = 6 if kind == "half" and parts["first"] else 12
    if not 1 <= month <= 12:
        raise ValueError(month)
    return month, monthrange(year, month)[1]
