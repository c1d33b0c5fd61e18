"""Who is to do a thing: the leading unit and those that support it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.own_table import read_own_table

_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_SUPPORT, _UNIT, _DAY = (re.compile(_WORDS[name]) for name in ("support_alone", "unit", "day"))
_BRACKETS = re.compile(_WORDS["brackets"])
_NAMED, _DEADLINE, _NOTE, _LABEL = (
    re.compile(_WORDS[name] % _WORDS) for name in ("named", "deadline", "note", "label")
)
_TRAILING, _SENTENCE = re.compile(_WORDS["trailing"]), re.compile(_WORDS["sentence"])
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


def duty_of(text: str, after: int = 0) -> Duty:
    """Read who is to do it, from a note behind a task or from the sentence.

    Args:
        text: a sentence of a plan.
        after: where the task ends in it; the notes before it speak of other tasks.
    """
    notes = [(start, duty) for start, _, duty in _notes(text)]
    if notes:
        return next((duty for start, duty in notes if start >= after), notes[-1][1])
    said = _SENTENCE.search(text)
    units = _units(said["units"]) if said else ()
    return Duty(units[0], units[1:]) if units else Duty()


def is_note(text: str) -> bool:
    """Whether a sentence is nothing but a note about who does it and by when.

    Args:
        text: a sentence.
    """
    return _NOTE.match(text) is not None and duty_of(text) != Duty()


def without_notes(text: str) -> str:
    """Blank out the notes about who does it, so that every other character keeps its place.

    Args:
        text: a sentence.
    """
    for start, end, _ in _notes(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def duty_of_units(lead: str, support: str) -> Duty:
    """Read who is to do it from two columns of a table.

    Args:
        lead: cell of the leading unit; units after the first one support it.
        support: cell of the supporting units.
    """
    first, *others = _units(lead) or ("",)
    return Duty(first or None, (*others, *_units(support)))


def together(duties: Sequence[Duty]) -> Duty:
    """Put the parts of one note together that stand in sentences of their own.

    Args:
        duties: of the sentences, in reading order.
    """
    lead = next((duty.lead for duty in duties if duty.lead), None)
    when = next((duty.when for duty in duties if duty.when), "")
    return Duty(lead, tuple(unit for duty in duties for unit in duty.support), when)


def _notes(text: str) -> Iterator[tuple[int, int, Duty]]:
    """Start, end and words of every note: in brackets anywhere, behind a label up to the end."""
    label = _LABEL.search(_BRACKETS.sub(lambda found: " " * len(found[0]), text))
    limit = label.start() if label else len(text)
    for found in _BRACKETS.finditer(text, 0, limit):
        duty = _read(found["inner"])
        if duty != Duty():
            yield *found.span(), duty
    duty = _read(text[limit:])
    if label and duty != Duty():
        yield limit, len(text), duty


def _read(note: str) -> Duty:
    leads: list[str] = []
    supports: list[str] = []
    for found in _NAMED.finditer(note):
        (supports if _SUPPORT.match(found["kind"]) else leads).extend(_units(found["units"]))
    deadline = _DEADLINE.search(note)
    when = deadline["when"].strip() if deadline else ""
    if not leads and not supports and not when:
        leads, supports, when = _unlabelled(note)
    return Duty(leads[0] if leads else None, (*leads[1:], *supports), when)


def _unlabelled(note: str) -> tuple[list[str], list[str], str]:
    """Units that are named without a label, and the day that stands beside them."""
    said, words = _TRAILING.search(note), _units(note)
    when = next((word for word in words if _DAY.match(word)), "")
    if said:
        units = [unit for unit in _units(said["units"]) if not _DAY.match(unit)]
        return units, list(_units(said["others"] or "")), when
    units = [word for word in words if not _DAY.match(word)]
    if not units or not all(map(_UNIT.search, units)):
        return [], [], ""
    return units, [], when


def _units(text: str) -> tuple[str, ...]:
    return tuple(unit for unit in _SPLIT.split(text.strip()) if unit)
