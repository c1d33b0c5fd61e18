"""Mends single fields: full-width digits and colons, dates, blanks of another kind."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

from ledger.content.field_names import FIELD_NAMES

_NUMBERS = "value|baseline|year|factor|from"
_DATES = "due|written|published|reposted|as_of"
_FIELD = r"(?P<before>^\s*(?:- +)*|(?<=[{,])\s*)"
# One value of a field, in quotes or not, to the end of the line or of its place between brackets.
_VALUE = r"""(?P<quote>["']?)(?P<value>[^"'\s,{}]+)(?P=quote)(?=\s*(?:$|[,}]))"""
_NUMBER_FIELD = re.compile(rf"{_FIELD}(?P<key>(?:{_NUMBERS}): +){_VALUE}")
_DATE_FIELD = re.compile(rf"{_FIELD}(?P<key>(?:{_DATES}): +){_VALUE}")
_IN_BRACKETS = re.compile(r"\s*(?:- +)*(?:[a-z_]+: +)?\{")
_WIDE_NUMBER = re.compile(r"[-－]?[0-9０-９]+(?:[.．][0-9０-９]+)?")
_DAY = re.compile(
    r"(\d{4})(?:\u5e74(\d{1,2})\u6708(\d{1,2})\u65e5|/(\d{1,2})/(\d{1,2})|-(\d{1,2})-(\d{1,2}))"
)
_COLON = re.compile(r"(?P<before>\s*(?:- +)*)(?P<key>[a-z_]+)\s*：\s*(?=\S)")
_BLANKS = re.compile(r"(?P<before>\s*(?:- +)*)(?P<key>[a-z_]+):(?=\s*[\u3000\xa0])[ \u3000\xa0]+(?=\S)")
_BLOCK = re.compile(r"[^#\"']*[|>][+-]?[1-9]?\s*")
_HALF = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0E: ".", 0xFF0D: "-"}

Mended = tuple[str, list[tuple[str, str, str]]]


def fix_field(line: str) -> Mended:
    """Mend one line of fields.

    Args:
        line: the line.

    Returns:
        The line, and what was changed: kind, old and new text of each.
    """
    changes = []
    for fix in (_fix_colon, _fix_blanks, _fix_number, _fix_date):
        line, found = fix(line)
        changes += found
    return line, changes


def find_fields(lines: list[str], first: int, last: int) -> Iterator[int]:
    """Find the lines that are fields: not those inside blocks of text or quotes of several lines.

    Args:
        lines: the lines of the file.
        first: index of the first one to look at.
        last: index after the last one.
    """
    outer, is_quoted = -1, False
    for index in range(first, last):
        line = lines[index]
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or (0 <= outer < indent):
            continue
        outer = -1
        is_odd = line.count('"') % 2 == 1
        if not is_quoted and not is_odd and not line.lstrip().startswith("#"):
            yield index
        is_quoted ^= is_odd
        if _BLOCK.fullmatch(line):
            outer = len(line) - len(line.lstrip(" -"))


def _fix_colon(line: str) -> Mended:
    found = _COLON.match(line)
    if found is None or found["key"] not in FIELD_NAMES:
        return line, []
    mended = f"{found['before']}{found['key']}: "
    return mended + line[found.end() :], [("colon", found.group().strip(), mended.strip())]


def _fix_blanks(line: str) -> Mended:
    found = _BLANKS.match(line)
    if found is None or found["key"] not in FIELD_NAMES:
        return line, []
    mended = f"{found['before']}{found['key']}: "
    return mended + line[found.end() :], [("blanks", found.group().strip(" "), mended.strip(" "))]


def _fix_number(line: str) -> Mended:
    return _fix_values(line, _NUMBER_FIELD, "number", _half_number)


def _fix_date(line: str) -> Mended:
    return _fix_values(line, _DATE_FIELD, "date", _iso_date)


def _fix_values(line: str, pattern: re.Pattern[str], code: str, mend: Callable[[str], str]) -> Mended:
    found: list[tuple[str, str, str]] = []

    def replaced(match: re.Match[str]) -> str:
        is_first = match.start() == 0
        is_quoted = line.count('"', 0, match.start()) % 2 == 1
        new = mend(match["value"])
        if new == match["value"] or is_quoted or not (is_first or _IN_BRACKETS.match(line)):
            return match.group()
        found.append((code, match["value"], new))
        return f"{match['before']}{match['key']}{match['quote']}{new}{match['quote']}"

    return pattern.sub(replaced, line), found


def _half_number(value: str) -> str:
    return value.translate(_HALF) if _WIDE_NUMBER.fullmatch(value) else value


def _iso_date(value: str) -> str:
    found = _DAY.fullmatch(value.translate(_HALF))
    if found:
        with suppress(ValueError):
            return date(*(int(part) for part in found.groups() if part)).isoformat()
    return value
