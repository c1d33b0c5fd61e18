"""The unit of a number that goes without saying."""

import re

from ledger.importers.figures.amount import Amount
from ledger.importers.figures.number_pattern import patterns
from ledger.importers.figures.unit import number_table

# A name that lies further back belongs to something else.
_REACH = 40


def unit_of_scaled(text: str, at: int, digits: int) -> str | None:
    """The unit behind a scale: of people that are named beside it, of points, of money.

    Args:
        text: the sentence, folded.
        at: the character after the scale.
        digits: first character of the number.
    """
    units = number_table()["units"]
    if patterns()["more"].match(text, at):
        return None
    if patterns()["persons"].match(text, at):
        return str(units["person"])
    clause = text[max(0, digits - _REACH) : digits]
    if counted := _counted(patterns()["reach"].sub("", clause)):
        return counted
    if patterns()["peopled"].search(patterns()["reach"].sub("", clause)):
        return str(units["person"])
    named = (name for name in ("points", "money") if patterns()[name].search(clause))
    return next((str(units[{"points": "point", "money": "yuan"}[name]]) for name in named), None)


def unit_of_bare(text: str, start: int, end: int, last: Amount | None) -> str | None:
    """The unit of a number that stands alone, behind the name of an index or of a count.

    Args:
        text: the sentence, folded.
        start: first character of the number.
        end: the character after it.
        last: the number before it; what it changed by, or to, needs no unit of its own.
    """
    units = number_table()["units"]
    before = text[max(0, start - _REACH) : start]
    if last and last.unit in units["unitless"] and last.end > start - _REACH:
        moved = patterns()["moved"].fullmatch(text, last.end, start)
        if moved and patterns()["stop"].match(text, end):
            return last.unit
    fell = (
        last and text[start:end] in units["nought"] and patterns()["onward"].fullmatch(text, last.end, start)
    )
    if last and fell and patterns()["stop"].match(text, end):
        return last.unit
    earlier = patterns()["earlier"].search(before)
    stop = patterns()["stop"].match(text, end) or (earlier and patterns()["onward"].match(text, end))
    if not stop:
        return None
    clause = patterns()["reach"].sub("", before[: earlier.start()] if earlier else before)
    if text[start:end] in units["nought"]:
        return _of_nought(clause)
    return str(units["index_unit"]) if patterns()["index"].search(clause) else _counted(clause)


def _counted(name: str) -> str | None:
    """The unit that the name of a count implies, such as births or visits."""
    units = number_table()["units"]
    found = patterns()["countless"].search(name)
    return str(units["countless_units"].get(found.group(), units["counted"])) if found else None


def _of_nought(name: str) -> str | None:
    """The unit in which a rate is always told: nothing is nothing in any unit."""
    rates = number_table()["units"]["nought_rates"]
    return next((unit for ending, unit in rates.items() if re.search(ending, name)), None)
