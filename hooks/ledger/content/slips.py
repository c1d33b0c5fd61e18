"""What was meant by a number, a date, a period or a field that is written otherwise: one cause, one code."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from ledger.content.descriptions import homes
from ledger.model.period import Period
from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_suffix(".toml"))
_NUMBERS = [(re.compile(row["pattern"]), row["code"]) for row in _TABLE["number"]]
_DATES = [(re.compile(row["pattern"]), row["right"]) for row in _TABLE["date"]]
_BETWEEN = re.compile(_TABLE["patterns"]["between"])
_LEFTOVER = re.compile(_TABLE["patterns"]["leftover"])
_SIGNS = re.compile(_TABLE["patterns"]["signs"])
_DIFFERENCE = re.compile(_TABLE["patterns"]["difference"])
_FOREIGN = {name: code for code, names in _TABLE["keys"].items() for name in names}
# Full-width signs stand 0xFEE0 above their ASCII twins.
_HALF_WIDTH = {0x3000: " ", **{wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}}
_PLAIN = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Slip:
    """Why a text is not what its field holds.

    Args:
        code: key of the catalogue of problems.
        start: first wrong character, from 0.
        width: how many characters are wrong.
        details: what fills the message: the right spelling, the sign at fault.
    """

    code: str
    start: int
    width: int
    details: Mapping[str, str] = field(default_factory=dict)


def find_number_slip(text: str) -> Slip:
    """Tell why a text is no number.

    Args:
        text: what was written.
    """
    half = text.translate(_HALF_WIDTH)
    if half != text and _PLAIN.fullmatch(half):
        wide = [place for place, pair in enumerate(zip(text, half, strict=True)) if pair[0] != pair[1]]
        return Slip("MZ062", wide[0], wide[-1] - wide[0] + 1, {"right": half})
    for pattern, code in _NUMBERS:
        if match := pattern.fullmatch(half):
            start, end = match.span("wrong")
            right = _plain(match["right"]) if "right" in pattern.groupindex else ""
            return Slip(code, start, end - start, {"sign": text[start:end], "right": right})
    return Slip("MZ013", 0, len(text))


def _plain(written: str) -> str:
    return format(Decimal(re.sub(r"[,'’_ +]", "", written)), "f")


def find_day_slip(text: str) -> Slip:
    """Tell why a text is no date such as 2025-12-31.

    Args:
        text: what was written.
    """
    right = _respell(text)
    if right is None or not right[:1].isdigit() or not right[-1:].isdigit():
        return Slip("MZ014", 0, len(text))
    if _DAY.fullmatch(right):
        code = "MZ070" if _is_real(right) and right != text else "MZ069"
        return Slip(code, 0, len(text), {"right": right})
    if not _is_real(right) or not re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", right):
        return Slip("MZ014", 0, len(text))
    year, month = int(right[:4]), int(right[5:7] or 12)
    last = date(year, month, monthrange(year, month)[1])
    return Slip("MZ071", 0, len(text), {"right": last.isoformat()})


def find_period_slip(text: str) -> Slip:
    """Tell why a text is no period such as 2023-H1.

    Args:
        text: what was written.
    """
    single = _respell(text)
    ends = [single] if single else [_respell(part) for part in _BETWEEN.split(text.translate(_HALF_WIDTH))]
    known = [end for end in ends if end]
    if len(known) != len(ends) or len(ends) > 2:
        return Slip("MZ015", 0, len(text))
    right = "/".join(known)
    if not all(_is_real(end) for end in known):
        return Slip("MZ069", 0, len(text), {"right": right})
    if not _is_real(right):
        return Slip("MZ072", 0, len(text), {"right": right})
    return Slip("MZ070" if right != text else "MZ015", 0, len(text), {"right": right})


def _respell(text: str) -> str | None:
    half = text.translate(_HALF_WIDTH).strip()
    for pattern, right in _DATES:
        if match := pattern.fullmatch(half):
            parts = {name: found.zfill(2) for name, found in match.groupdict().items()}
            return str(right).format(**parts)
    return None


def _is_real(text: str) -> bool:
    try:
        Period.parse(text)
    except ValueError:
        return False
    return True


def find_key_slip(name: str) -> Slip | None:
    """Tell what an unknown field is instead: one of another kind of record, or one of another program.

    Args:
        name: the field.
    """
    if kinds := homes(name):
        return Slip("MZ073", 0, len(name), {"kinds": "、".join(kinds)})
    return Slip(_FOREIGN[name], 0, len(name)) if name in _FOREIGN else None


def find_leftover(text: str, *, in_narrative: bool = False) -> Slip | None:
    """Find the first words that only hold a place for others, such as TODO.

    Args:
        text: a field's text or a line of a narrative, without blanks around it.
        in_narrative: whether it is a line of Markdown, where signs alone draw rules.
    """
    match = _LEFTOVER.search(text) or (None if in_narrative else _SIGNS.fullmatch(text))
    return Slip("MZ076", match.start(), len(match.group()), {"sign": match.group()}) if match else None


def is_difference(numerator: str) -> bool:
    """Tell whether a numerator is a difference, so that its share may be negative.

    Args:
        numerator: the words of the dictionary.
    """
    return _DIFFERENCE.search(numerator) is not None
