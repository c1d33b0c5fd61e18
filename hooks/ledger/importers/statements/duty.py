"""Who is to do a thing: the leading unit and those that support it."""

import re
from dataclasses import dataclass
from pathlib import Path

from ledger.own_table import read_own_table

_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_LEAD, _SUPPORT, _UNIT = (re.compile(_WORDS[name]) for name in ("lead", "support", "unit"))
_BRACKETS = re.compile(_WORDS["brackets"])
_NAMED = re.compile(_WORDS["named"] % (_WORDS["lead"], _WORDS["support"]))
_TRAILING, _SENTENCE = re.compile(_WORDS["trailing"]), re.compile(_WORDS["sentence"])
_DEADLINE, _NOTE = re.compile(_WORDS["deadline"]), re.compile(_WORDS["note"])
_LAST = re.compile(_WORDS["last"])
_SPLIT = re.compile(_WORDS["split"])


@dataclass(frozen=True)
class Duty:
    """Who is to do a thing.

    Args:
        lead: leading unit.
        support: supporting units.
        when: words about the day by which it is due.
    """

    lead: str | None = None
    support: tuple[str, ...] = ()
    when: str = ""


def duty_of(text: str) -> Duty:
    """Read who is to do it, from brackets behind a task or from the sentence.

    Args:
        text: a sentence of a plan.
    """
    for found in _BRACKETS.finditer(text):
        duty = _in_brackets(found["inner"])
        if duty != Duty():
            return duty
    said = _SENTENCE.search(text)
    units = _units(said["units"]) if said else ()
    return Duty(units[0], units[1:]) if units else Duty()


def is_note(text: str) -> bool:
    """Whether a sentence is nothing but a bracket about who does it and by when.

    Args:
        text: a sentence.
    """
    return _NOTE.match(text) is not None and duty_of(text) != Duty()


def without_note(text: str) -> str:
    """Take the bracket about who does it off the end of a clause.

    Args:
        text: a clause.
    """
    found = _LAST.search(text)
    return text[: found.start()] if found and duty_of(found[0]) != Duty() else text


def duty_of_units(lead: str, support: str) -> Duty:
    """Read who is to do it from two columns of a table.

    Args:
        lead: cell of the leading unit; units after the first one support it.
        support: cell of the supporting units.
    """
    first, *others = _units(lead) or ("",)
    return Duty(first or None, (*others, *_units(support)))


def _in_brackets(inner: str) -> Duty:
    leads: list[str] = []
    supports: list[str] = []
    for found in _NAMED.finditer(inner):
        (supports if _SUPPORT.match(found["kind"]) else leads).extend(_units(found["units"]))
    said = _TRAILING.search(inner) if not leads and not supports else None
    if said:
        leads, supports = list(_units(said["units"])), list(_units(said["others"] or ""))
    units = _units(inner)
    if not leads and not supports and units and all(_UNIT.search(unit) for unit in units):
        leads = list(units)
    when = _DEADLINE.search(inner)
    return Duty(leads[0] if leads else None, (*leads[1:], *supports), when["when"].strip() if when else "")


def _units(text: str) -> tuple[str, ...]:
    return tuple(unit for unit in _SPLIT.split(text.strip()) if unit)
