"""Numbers that Word makes itself for its lists → text, since the outline hangs on them."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn

from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_suffix(".toml"))
_FORMAT = {name: row for row, names in _TABLE["formats"].items() for name in names}
_HOLE = re.compile(r"%([1-9])")
_LEVELS = 9
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts: bool = True
    in_digits: bool = False


class WordNumbering:
    """Counts the lists of one document, paragraph by paragraph.

    Args:
        element: the root of numbering.xml; None where the document has no lists.
    """

    def __init__(self, element: Any | None) -> None:  # noqa: ANN401 -- lxml has no types
        self._abstract: dict[str, Any] = {}
        self._list: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._own: dict[str, dict[int, _Level]] = {}
        if element is not None:
            self._read(element)

    def label(self, number: str, level: int) -> str:
        """Count one paragraph and give its label, such as 一、 or (1).

        Args:
            number: id of its list.
            level: from 0.
        """
        abstract = self._list.get(number)
        if abstract is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        levels = self._own.get(number, {}) | {
            key: value
            for key, value in self._levels(abstract).items()
            if key not in self._own.get(number, {})
        }
        own = levels.get(level, _Level())
        before = counts[level]
        begins = self._starts.pop((number, level), None)
        counts[level] = begins if begins is not None else own.start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            if levels.get(deeper, _Level()).restarts:
                counts[deeper] = None
        for above in range(level):
            counts[above] = levels.get(above, _Level()).start if counts[above] is None else counts[above]
        return self._written(own, levels, counts)

    def _written(self, own: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
        if own.form in {"bullet", "none"}:
            return ""

        def fill(hole: re.Match[str]) -> str:
            place = int(hole[1]) - 1
            form = "decimal" if own.in_digits else levels.get(place, _Level()).form
            return written(counts[place] or 0, form)

        return _HOLE.sub(fill, own.text)

    def _read(self, element: Any) -> None:  # noqa: ANN401 -- as above
        abstracts = {one.get(qn("w:abstractNumId")): one for one in element.findall(qn("w:abstractNum"))}
        styles = {_value(one, "w:styleLink"): one for one in abstracts.values() if _value(one, "w:styleLink")}
        for key, one in abstracts.items():
            self._abstract[key] = styles.get(_value(one, "w:numStyleLink"), one)
        for num in element.findall(qn("w:num")):
            number, abstract = num.get(qn("w:numId")), _value(num, "w:abstractNumId")
            if abstract not in self._abstract:
                continue
            self._list[number] = abstract
            for override in num.findall(qn("w:lvlOverride")):
                level = int(override.get(qn("w:ilvl"), "0"))
                start = _value(override, "w:startOverride")
                if start:
                    self._starts[number, level] = int(start)
                own = override.find(qn("w:lvl"))
                if own is not None:
                    self._own.setdefault(number, {})[level] = _level(own)

    def _levels(self, abstract: str) -> dict[int, _Level]:
        found = self._abstract[abstract].findall(qn("w:lvl"))
        return {int(one.get(qn("w:ilvl"), "0")): _level(one) for one in found}


def written(number: int, form: str) -> str:
    """Write a number the way a list does.

    Args:
        number: from 0.
        form: name of the format in WordprocessingML (ECMA-376 part 1, 17.18.59).
    """
    row = _FORMAT.get(form, "")
    if row == "counting":
        return _counted(number)
    if row == "capitals":
        return "".join(_TABLE["rows"][row][int(digit)] for digit in str(number))
    if row:
        return str(_TABLE["rows"][row][(number - 1) % len(_TABLE["rows"][row])])
    if form in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in {"upperRoman", "lowerRoman"}:
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    if form in {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"} and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if form == "decimalZero":
        return f"{number:02d}"
    return str(number)


def _counted(number: int) -> str:
    if not 0 < number < 10_000:
        return _TABLE["digits"][0] if number == 0 else str(number)
    text, digits = "", str(number)
    for place, digit in enumerate(digits):
        unit = _TABLE["tens"][len(digits) - place - 1]
        if digit != "0":
            text += _TABLE["digits"][int(digit)] + unit
        elif not text.endswith(_TABLE["zero"]):
            text += _TABLE["zero"]
    text = text.rstrip(_TABLE["zero"])
    # Ten to nineteen are said without the one.
    return text[1:] if 10 <= number < 20 else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _level(element: Any) -> _Level:  # noqa: ANN401 -- as above
    return _Level(
        start=int(_value(element, "w:start") or "1"),
        form=_value(element, "w:numFmt") or "decimal",
        text=_value(element, "w:lvlText") or "",
        restarts=_value(element, "w:lvlRestart") != "0",
        in_digits=element.find(qn("w:isLgl")) is not None,
    )


def _value(element: Any, name: str) -> str | None:  # noqa: ANN401 -- as above
    found = element.find(qn(name))
    return None if found is None else str(found.get(qn("w:val"), ""))
