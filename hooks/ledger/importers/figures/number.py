"""The numbers of a sentence, with unit, scale and the words that widen them."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from ledger.importers.figures.amount import Amount
from ledger.importers.figures.number_pattern import MASKED, number_value, patterns
from ledger.importers.figures.numeral import read_numeral
from ledger.importers.figures.spoken import is_amount, is_span_of_time
from ledger.importers.figures.unit import UnitReader, number_table
from ledger.importers.figures.unwritten import unit_of_bare, unit_of_scaled
from ledger.model.dictionary import Dictionary

# How far back a word may stand that decides what a number is.
_REACH = 16
_FAR = 32


class _Tail(NamedTuple):
    """What stands behind a number: where it ends, its scale and unit, and the words that widen it."""

    end: int
    scale: str
    unit: str
    words: tuple[str, ...]


class NumberReader:
    """Finds the numbers of sentences that are figures, and no names, dates or labels.

    Args:
        dictionary: units and qualifiers that are known.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        self._units = UnitReader(dictionary)
        self._qualifiers = dictionary.qualifiers

    def read(self, text: str) -> list[Amount]:
        """Find the amounts of a sentence, in reading order.

        Args:
            text: the sentence, folded.
        """
        names = _named_places(text)
        amounts, position = list[Amount](), 0
        while match := patterns()["number"].search(text, position):
            position = match.end()
            if any(names[match.start() : match.end()]):
                continue
            if amount := self._amount(text, match, amounts[-1] if amounts else None):
                amounts.append(amount)
                position = max(position, amount.end)
        return amounts

    def _amount(self, text: str, match: re.Match[str], last: Amount | None) -> Amount | None:
        """The amount that begins with a number, or None where it is none."""
        kind = match.lastgroup
        if kind in {"share", "fraction", "tenths", "zero"}:
            return self._said(text, match)
        if kind == "ratio":
            return _ratio(text, match)
        if kind == "clock":
            return self._clock(text, match)
        if patterns()["rank"].search(text[max(0, match.start() - _FAR) : match.start()]):
            return _rank(text, match)
        before = text[max(0, match.start() - _REACH) : match.start()]
        if patterns()["named"].search(before):
            return None
        return self._counted(text, match, before, last)

    def _counted(self, text: str, match: re.Match[str], before: str, last: Amount | None) -> Amount | None:
        """The amount of a number that stands before its unit."""
        written = match.group()
        plain = match.lastgroup == "plain" and not MASKED.search(written)
        end, upper = match.end(), None
        if plain and not patterns()["from"].search(before):
            end, upper = _range_end(text, end)
        tail = self._tail(text, end, match.start(), plain=plain)
        tail = tail or _bare(text, match.start(), end, last) or (self._listed(text, match) if plain else None)
        if tail is None or (upper is not None and not tail.unit):
            return None
        if match.lastgroup == "spoken" and not self._is_spoken(text, match, tail):
            return None
        if not is_span_of_time(text, match.start(), tail.unit, tail.words):
            return None
        value = number_value(written) if match.lastgroup != "circles" else None
        if value is not None and patterns()["negative"].search(before):
            return replace(self._made(text, match.start(), tail, -value), start=match.start() - 1)
        return self._made(text, match.start(), tail, value, upper)

    def _is_spoken(self, text: str, match: re.Match[str], tail: _Tail) -> bool:
        """Whether a numeral in characters counts something; mostly it is a part of a name."""
        ahead = _ahead(text, match.start()).strip()
        words = (*tail.words, ahead) if ahead else tail.words
        return is_amount(text, match, tail.end, tail.scale, tail.unit, words)

    def _listed(self, text: str, match: re.Match[str]) -> _Tail | None:
        """The unit of a number in a row of which only the last one spells it out."""
        before = text[max(0, match.start() - _FAR) : match.start()]
        rest = patterns()["listed"].match(text, match.end())
        if not rest or not patterns()["respectively"].search(before):
            return None
        tail = self._tail(text, rest.end(), match.start(), plain=True)
        return tail and _Tail(match.end(), tail.scale, tail.unit, ())

    def _clock(self, text: str, match: re.Match[str]) -> Amount | None:
        """Minutes and seconds as minutes, or as seconds where minutes would have no end in decimals."""
        minutes, seconds = (int(part) for part in re.findall(r"\d+", match.group()))
        exact = seconds % 3 == 0
        value = Decimal(minutes) + Decimal(seconds) / 60 if exact else Decimal(60 * minutes + seconds)
        unit = number_table()["units"]["clock"][0 if exact else 1]
        if not is_span_of_time(text, match.start(), unit, ()):
            return None
        return self._made(text, match.start(), _Tail(match.end(), "", unit, ()), value)

    def _made(
        self, text: str, digits: int, tail: _Tail, value: Decimal | None, upper: Decimal | None = None
    ) -> Amount:
        """The amount with the words before it that widen it, and with a unit of so many a month."""
        ahead = _ahead(text, digits)
        start = digits - len(ahead)
        words = (*((ahead.strip(),) if ahead else ()), *tail.words)
        unit = _yearly(text, start, digits, tail)
        return Amount(
            start,
            digits,
            tail.end,
            value,
            unit,
            redacted=value is None,
            known=self._units.is_known(unit),
            qualifier=self._qualifier(words),
            upper=upper,
        )

    def _qualifier(self, words: tuple[str, ...]) -> str | None:
        """The qualifier that the dictionary has for the first of the words that widen a number."""
        same = number_table()["qualifiers"]
        found = (same.get(word) for word in words)
        return next((word for word in found if word in self._qualifiers), None)

    def _tail(self, text: str, at: int, digits: int, *, plain: bool) -> _Tail | None:
        """Scale, unit and widening words behind a number; None without a unit."""
        words = []
        first = patterns()["middle"].match(text, at)
        at = first.end() if first else at
        scale = patterns()["scale"].match(text, at)
        at = scale.end() if scale else at
        second = patterns()["middle"].match(text, at)
        at = second.end() if second else at
        words += [found.group() for found in (first, second) if found]
        at += text[at : at + 1] == " "
        size = scale.group().strip() if scale else ""
        unit = self._units.read(text, at, plain=plain or bool(size))
        name = unit.written if unit else unit_of_scaled(text, at, digits) if size else None
        if name is None:
            return None
        end = unit.end if unit else at
        after = patterns()["after"].match(text, end)
        words += [after.group().strip()] if after else []
        return _Tail(after.end() if after else end, size, size + name, tuple(words))

    def _said(self, text: str, match: re.Match[str]) -> Amount | None:
        """A share that is written in words."""
        spoken, written = number_table()["spoken"], match.group()
        after = patterns()["after"].match(text, match.end())
        words = (after.group().strip(),) if after else ()
        end = after.end() if after else match.end()
        value, unit = _share(written, spoken, str(match.lastgroup))
        if value is None and not MASKED.search(written):
            return None
        return self._made(text, match.start(), _Tail(end, "", unit, words), value)


def _bare(text: str, start: int, end: int, last: Amount | None) -> _Tail | None:
    """A number without a unit, behind the name of an index or of a count."""
    after = patterns()["after"].match(text, end)
    stop = after.end() if after else end
    unit = unit_of_bare(text, start, stop, last)
    return _Tail(stop, "", unit, (after.group().strip(),) if after else ()) if unit else None


def _ahead(text: str, digits: int) -> str:
    """The word before a number that widens it."""
    found = patterns()["before"].search(text[max(0, digits - 6) : digits])
    if not found:
        return ""
    start = digits - len(found.group())
    return "" if patterns()["no_widening"].search(text[max(0, start - 1) : start]) else found.group()


def _share(written: str, spoken: dict[str, Any], kind: str) -> tuple[Decimal | None, str]:
    """Value and unit of a share in words."""
    if kind == "zero":
        return Decimal(0), "%"
    if kind == "tenths":
        tenths = read_numeral(written[: -len(spoken["tenths"])])
        return (Decimal(tenths * 10) if tenths and tenths <= 10 else None), "%"
    if kind == "fraction":
        # A third has no end in decimals: the unit carries the divisor, as in /10万.
        below, above = (read_numeral(part) for part in written.split(spoken["fraction"]))
        return (Decimal(above) if above and below else None), f"/{below}"
    words, unit = next(pair for pair in spoken["shares"].items() if written.startswith(pair[0]))
    return number_value(written[len(words) :]), unit


def _named_places(text: str) -> bytearray:
    """For each character whether it belongs to a name, a date or a quoted slogan."""
    places = bytearray(len(text))
    for match in patterns()["names"].finditer(text):
        places[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return places


def _ratio(text: str, match: re.Match[str]) -> Amount | None:
    """So many to one, behind a word that says it is a ratio."""
    left, right = re.split(patterns()["colon"], match.group())
    before = text[max(0, match.start() - _REACH) : match.start()]
    if "1" not in {left, right} or not patterns()["ratio"].search(before):
        return None
    value, unit = (left, ":1") if right == "1" else (right, "1:")
    return Amount(match.start(), match.start(), match.end(), Decimal(value), unit, known=False)


def _rank(text: str, match: re.Match[str]) -> Amount | None:
    """A place in a ranking."""
    tail, value = patterns()["ranked"].match(text, match.end()), number_value(match.group())
    if not tail or (value is None and match.lastgroup == "spoken"):
        return None
    unit = number_table()["names"]["rank_unit"]
    return Amount(match.start() - 1, match.start(), tail.end(), value, unit, redacted=value is None)


def _range_end(text: str, end: int) -> tuple[int, Decimal | None]:
    """Where a range ends and its upper end; a lone number is no range."""
    between = patterns()["range"].match(text, end)
    upper = between and patterns()["one"].match(text, between.end())
    if not between or not upper or MASKED.search(upper.group()):
        return end, None
    return upper.end(), number_value(upper.group())


def _yearly(text: str, start: int, digits: int, tail: _Tail) -> str:
    """The unit, with the span of time in which so many are counted."""
    units = number_table()["units"]
    if tail.unit not in units["yearly_bases"]:
        return tail.unit
    rule = re.search(units["yearly_rule"], text[start:digits])
    near = text[max(0, start - units["yearly_far" if rule else "yearly_reach"]) : start]
    said = [
        (found.end(), span) for span, words in units["yearly"].items() for found in re.finditer(words, near)
    ]
    if said:
        return f"{tail.unit}/{max(said)[1]}"
    return tail.unit
