"""Stored values of spreadsheet cells → the text that the cell shows."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

# What a number format may hold beside digits: blanks, fill, colours, conditions, thousands.
_IGNORED = re.compile(r"_.|\*.|\[[^\]$]*\]|\[\$[^\]-]*-?[^\]]*\]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|!(.)')
_DIGITS = re.compile(r"(?P<whole>[#0?]+(?:,[#0?]+)*)(?:\.(?P<decimals>[#0?]+))?(?P<percent>%?)")
# More digits than a spreadsheet holds; the rest is the noise of binary numbers.
_MOST_DIGITS = 15


@dataclass(frozen=True)
class Shown:
    """What a cell shows.

    Args:
        text: its text.
        stored: the stored number where it has more digits than are shown, else nothing.
        is_understood: whether the cell's number format was understood.
    """

    text: str
    stored: str = ""
    is_understood: bool = True


def show(value: object, number_format: str) -> Shown:
    """Write a stored value as its cell shows it.

    Args:
        value: what the file holds: text, number, truth value, day, time or None.
        number_format: the cell's number format.
    """
    if value is None:
        return Shown("")
    if isinstance(value, bool):
        return Shown(str(value).upper())
    if isinstance(value, int | float):
        return _number(_decimal(value), number_format)
    if isinstance(value, datetime | date | time | timedelta):
        return Shown(_moment(value, number_format))
    return Shown(str(value).replace("\r\n", "\n").replace("\r", "\n").strip())


def _decimal(value: float) -> Decimal:
    number = Decimal(repr(value))
    digits = len(number.as_tuple().digits)
    if digits > _MOST_DIGITS and isinstance(value, float):
        rounded = Decimal(f"{value:.{_MOST_DIGITS - 1}e}")
        number = rounded.normalize()
    return number


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.removesuffix(".0")


def _number(number: Decimal, number_format: str) -> Shown:
    sections = number_format.split(";")
    section = sections[1] if number < 0 and len(sections) > 1 and sections[1].strip() else sections[0]
    if section.strip().casefold() in {"general", "@", ""}:
        return Shown(_plain(number))
    before, digits, after = _parts(section)
    if digits is None or "E+" in section.upper():
        return Shown(_plain(number), is_understood="E+" in section.upper())
    amount = number * 100 if digits["percent"] else number
    decimals = digits["decimals"] or ""
    shown = amount.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    text = format(shown, "f")
    optional = len(decimals) - len(decimals.rstrip("#?"))
    for _ in range(optional):
        text = text.removesuffix("0") if "." in text else text
    text = text.removesuffix(".")
    # The second section writes the sign itself, or leaves it out.
    text = text if section is sections[0] else text.removeprefix("-")
    return Shown(f"{before}{text}{digits['percent']}{after}", "" if shown == amount else _plain(number))


def _parts(section: str) -> tuple[str, re.Match[str] | None, str]:
    """Split a section of a number format into what stands before the digits, the digits, and the rest."""
    literals: list[str] = []

    def kept(match: re.Match[str]) -> str:
        literals.append(next(group for group in match.groups() if group is not None))
        return chr(0xE000 + len(literals) - 1)

    def restored(text: str) -> str:
        return "".join(
            literals[ord(sign) - 0xE000] if 0xE000 <= ord(sign) < 0xE900 else sign for sign in text
        )

    bare = _IGNORED.sub("", _LITERAL.sub(kept, section))
    digits = _DIGITS.search(bare)
    if digits is None:
        return "", None, ""
    before, after = bare[: digits.start()], bare[digits.end() :]
    # A comma or a second run of digits divides or splits the number: such formats are left alone.
    if re.search(r"[,.#0?/@a-zA-Z]", before + after):
        return "", None, ""
    return restored(before).strip(), digits, restored(after).strip()


def _moment(value: datetime | date | time | timedelta, number_format: str) -> str:
    if isinstance(value, time | timedelta):
        return str(value)
    pattern = _LITERAL.sub("", number_format).casefold()
    if "y" in pattern and "d" not in pattern:
        return f"{value:%Y-%m}" if "m" in pattern else f"{value:%Y}"
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%Y-%m-%d}"
