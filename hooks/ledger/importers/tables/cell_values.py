"""What the text of a cell says: a number, a target, a day, units of work, a state."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from ledger.importers.figure import Goal
from ledger.importers.tables.sheet import half_width
from ledger.model.dictionary import Dictionary
from ledger.model.indicator import Direction
from ledger.model.measure import MeasureStatus
from ledger.model.outcome import Claim
from ledger.own_table import read_own_table

_MOST_DIGITS = 15


class Doubt(Enum):
    """What an editor must look at in a cell."""

    UNREAD_NUMBER = "unread_number"
    SEVERAL_NUMBERS = "several_numbers"
    UNKNOWN_UNIT = "unknown_unit"
    NO_UNIT = "no_unit"
    EXPONENT = "exponent"
    BARE_TARGET = "bare_target"
    STRICT_TARGET = "strict_target"
    UNREAD_TARGET = "unread_target"
    UNREAD_DUE = "unread_due"
    SERIAL_DAY = "serial_day"
    NO_TOPIC = "no_topic"
    NEAR_INDICATOR = "near_indicator"
    NOT_IN_TABLE = "not_in_table"


@dataclass(frozen=True)
class CellAmount:
    """A number of a cell.

    Args:
        status: disclosed, redacted or not reported; None where the cell says nothing or cannot be read.
        value: the number as shown.
        unit: unit id, or the words that stand for it.
        qualifier: qualifier id.
        doubts: what is to be looked at.
    """

    status: MeasureStatus | None = None
    value: Decimal | None = None
    unit: str = ""
    qualifier: str | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Aim:
    """A target of a cell.

    Args:
        goal: what is to be reached.
        is_yes: whether the target is that a thing is done at all.
        doubts: what is to be looked at.
    """

    goal: Goal | None = None
    is_yes: bool = False
    doubts: tuple[Doubt, ...] = ()


@cache
def cell_words() -> dict[str, Any]:
    """Read how offices write cells."""
    return read_own_table(Path(__file__).with_name("cell_values.toml"))


def bare_text(text: str) -> str:
    """Fold a cell to half width, without blanks.

    Args:
        text: the cell.
    """
    return re.sub(r"\s+", "", half_width(text))


def says_nothing(text: str) -> bool:
    """Tell whether a cell is empty or holds a sign for nothing.

    Args:
        text: the cell.
    """
    return re.search(cell_words()["nothing"], bare_text(text)) is not None


def read_amount(text: str, unit: str, dictionary: Dictionary) -> CellAmount:
    """Read a number with its qualifier and unit.

    Args:
        text: the cell.
        unit: the unit that its column or row gives; empty where they give none.
        dictionary: units and qualifiers.
    """
    words, bare = cell_words(), bare_text(text)
    if says_nothing(text):
        return CellAmount()
    if re.search(words["not_reported"], bare):
        return CellAmount(MeasureStatus.NOT_REPORTED, unit=unit)
    numbers = re.findall(words["number"], _without_unit(bare, dictionary))
    masks = re.findall(words["masked"], bare)
    if len(numbers) > 1 or (numbers and masks):
        # 1,23 and 12.3.4 are one run of digits and no number at all.
        is_one_run = len(re.findall(r"[\d.,]*\d", bare)) == 1 and not masks
        return CellAmount(doubts=(Doubt.UNREAD_NUMBER if is_one_run else Doubt.SEVERAL_NUMBERS,))
    if len(masks) == 1:
        rest, qualifier = _unqualified(bare.replace(masks[0], "#", 1), "#", dictionary)
        return _with_unit(MeasureStatus.REDACTED, None, rest.replace("#", "", 1), unit, qualifier, dictionary)
    if not numbers or not _is_number(numbers[0], bare):
        return CellAmount(doubts=(Doubt.UNREAD_NUMBER,))
    rest, qualifier = _unqualified(bare.replace(numbers[0], "#", 1), "#", dictionary)
    if not rest.startswith("#"):
        return CellAmount(doubts=(Doubt.UNREAD_NUMBER,))
    value = Decimal(numbers[0].replace(",", ""))
    amount = _with_unit(MeasureStatus.DISCLOSED, value, rest[1:], unit, qualifier, dictionary)
    exponent = (Doubt.EXPONENT,) if "e" in numbers[0].casefold() else ()
    return CellAmount(amount.status, value, amount.unit, qualifier, (*exponent, *amount.doubts))


def _is_number(number: str, bare: str) -> bool:
    """Whether digits and commas are one number: 1,23 and 12.3.4 are none."""
    whole = re.search(r"[+-]?[\d,.]*\d(?:[eE][+-]?\d+)?", bare)
    return whole is not None and whole.group() == number and sum(map(str.isdigit, number)) <= _MOST_DIGITS


def _without_unit(bare: str, dictionary: Dictionary) -> str:
    """Take out units that hold a number of their own, such as /10万."""
    for unit in dictionary.units:
        if re.search(r"\d", unit):
            bare = bare.replace(unit, "")
    return bare


def _unqualified(bare: str, mark: str, dictionary: Dictionary) -> tuple[str, str | None]:
    """Take a qualifier from around a number; the longest that fits stands for itself."""
    for id_ in sorted(dictionary.qualifiers, key=len, reverse=True):
        place = dictionary.qualifiers[id_].place
        if place == "before" and bare.startswith(id_ + mark):
            return bare.removeprefix(id_), id_
        # 1.2余万人 and 1.2万余人 are both written.
        scaled = rf"({mark}[{''.join(dictionary.scales)}]?){id_}"
        if place == "between" and re.search(scaled, bare):
            return re.sub(scaled, r"\1", bare, count=1), id_
        if place == "after" and bare.endswith(id_):
            return bare.removesuffix(id_), id_
    return bare, None


def _with_unit(
    status: MeasureStatus,
    value: Decimal | None,
    written: str,
    given: str,
    qualifier: str | None,
    dictionary: Dictionary,
) -> CellAmount:
    unit, doubts = _unit(written, given, dictionary)
    return CellAmount(status, value, unit, qualifier, doubts)


def _unit(written: str, given: str, dictionary: Dictionary) -> tuple[str, tuple[Doubt, ...]]:
    """Join the unit behind a number with that of its column; the one behind the number goes first."""
    bracketed = re.search(cell_words()["bracketed"], written)
    written = bracketed["unit"] if bracketed and bracketed.start() == 0 else written
    if not written:
        known = not given or dictionary.unit(given) is not None
        return given, () if given and known else (Doubt.NO_UNIT if not given else Doubt.UNKNOWN_UNIT,)
    if dictionary.unit(written):
        return written, ()
    # A scale alone, as 1.2万 in a column of 人.
    if given and dictionary.unit(written + given):
        return written + given, ()
    return written, (Doubt.UNKNOWN_UNIT,)


def read_aim(text: str, unit: str, dictionary: Dictionary, direction: Direction = Direction.NONE) -> Aim:
    """Read a target, such as 不低于95%, 降至9.3% or 完成.

    Args:
        text: the cell.
        unit: the unit that its column or row gives.
        dictionary: units and qualifiers.
        direction: which way the indicator is better, for a number without a word.
    """
    bare = bare_text(text)
    if says_nothing(text):
        return Aim()
    if re.search(cell_words()["yes"]["pattern"], bare):
        return Aim(is_yes=True)
    operator, rest, doubts = _operator(bare)
    amount = read_amount(rest, unit, dictionary)
    if amount.status not in {MeasureStatus.DISCLOSED, MeasureStatus.REDACTED} or amount.qualifier:
        several = Doubt.SEVERAL_NUMBERS in amount.doubts
        return Aim(doubts=(Doubt.SEVERAL_NUMBERS if several else Doubt.UNREAD_TARGET,))
    if operator is None:
        operator = "<=" if direction is Direction.LOWER else ">="
        doubts = (Doubt.BARE_TARGET,)
    return Aim(Goal(operator, amount.value, amount.unit), doubts=(*doubts, *amount.doubts))


def find_aim(text: str, unit: str, dictionary: Dictionary) -> Aim:
    """Find the one target at the end of a text, such as 签约率不低于75%.

    Args:
        text: the cell.
        unit: the unit that its column or row gives.
        dictionary: units and qualifiers.
    """
    bare = bare_text(text)
    if len(re.findall(cell_words()["number"], _without_unit(bare, dictionary))) != 1:
        return Aim()
    for rule in cell_words()["operators"]:
        for match in re.finditer(rule["pattern"].removeprefix("^"), bare):
            aim = read_aim(bare[match.start() :], unit, dictionary)
            if aim.goal and not set(aim.doubts) - {Doubt.STRICT_TARGET}:
                return aim
    return Aim()


def _operator(bare: str) -> tuple[str | None, str, tuple[Doubt, ...]]:
    """Split a target into how a value is held against it and the number."""
    words = cell_words()
    before = next((rule for rule in words["operators"] if re.search(rule["pattern"], bare)), None)
    rest = re.sub(before["pattern"], "", bare) if before else bare
    after = next((rule for rule in words["endings"] if re.search(rule["pattern"], rest)), None)
    rest = re.sub(after["pattern"], "", rest) if after else rest
    rule = after or before
    if rule is None:
        return None, bare, ()
    # 控制在9%以内: both words; the one behind the number is the narrower.
    strict = (Doubt.STRICT_TARGET,) if rule.get("strict") else ()
    return str(rule["op"]), rest, strict


def split_work_units(text: str) -> tuple[str, ...]:
    """Split a cell that names several units of work.

    Args:
        text: the cell.
    """
    words = cell_words()["units_of_work"]
    if says_nothing(text):
        return ()
    between = words["strong"] if re.search(words["strong"], text) else words["between"]
    return tuple(part.strip() for part in re.split(between, text) if part.strip())


def read_claim(text: str) -> Claim:
    """Find which claim the words of a progress cell make.

    Args:
        text: the cell.
    """
    rule = next((rule for rule in cell_words()["claims"] if re.search(rule["pattern"], text)), None)
    return Claim(rule["claim"]) if rule else Claim.STATED
