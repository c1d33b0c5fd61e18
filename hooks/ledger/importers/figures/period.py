"""The period that a sentence states for its figures."""

import calendar
import re
from functools import cache
from pathlib import Path
from typing import Any

from ledger.own_table import read_own_table


@cache
def _table() -> dict[str, Any]:
    """The rules of how documents write periods."""
    return read_own_table(Path(__file__).with_suffix(".toml"))


@cache
def _written() -> re.Pattern[str]:
    """A period as written."""
    return re.compile(_table()["written"])


def periods_of(text: str, year: int) -> list[tuple[int, str]]:
    """The periods a sentence states, each with the place where it ends.

    Args:
        text: the sentence, folded.
        year: the year of a month that stands without one.
    """
    found = []
    for match in _written().finditer(text):
        before = text[max(0, match.start() - 4) : match.start()]
        if re.search(_table()["not_before"], before):
            continue
        if re.match(_table()["not_behind"], text[match.end() : match.end() + 8]):
            continue
        if period := _period(match, year):
            found.append((match.end(), period))
    return found


def _period(match: re.Match[str], year: int) -> str | None:
    """A written period as content files write it."""
    if match["alone"]:
        return match["alone"]
    if match["from"]:
        return f"{match['from']}-01/{match['to']}-12"
    year = int(match["year"] or year)
    if match["half"]:
        return f"{year}-H{2 if match['half'] == _table()['second_half'] else 1}"
    if match["quarter"]:
        return f"{year}-Q{_table()['quarters'][match['quarter']]}"
    if match["first"]:
        months = int(match["first"]), int(match["last"])
        return f"{year}-{months[0]:02}/{year}-{months[1]:02}" if 0 < months[0] < months[1] <= 12 else None
    return _day_or_month(match, year)


def _day_or_month(match: re.Match[str], year: int) -> str | None:
    """A month, a day, or all that happened up to one."""
    until = match["until"] in _table()["until"]
    if match["yearend"]:
        return f"?/{year}-12-31" if until else None
    month = int(match["month"])
    if not 0 < month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    day = int(match["day"] or last)
    if day > last:
        return None
    if until:
        return f"?/{year}-{month:02}-{day:02}"
    return f"{year}-{month:02}-{day:02}" if match["day"] or match["end"] else f"{year}-{month:02}"
