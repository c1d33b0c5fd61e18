"""Which numerals in characters count something, and which hours and days do."""

import re

from ledger.importers.figures.number_pattern import number_value, patterns
from ledger.importers.figures.unit import number_table

# How far back a word may stand that decides what a number is.
_REACH = 16
_FAR = 40


def is_amount(
    text: str, match: re.Match[str], end: int, scale: str, unit: str, words: tuple[str, ...]
) -> bool:
    """Whether a numeral in characters counts something; mostly it is a part of a name.

    Args:
        text: the sentence, folded.
        match: the numeral.
        end: the character after its unit.
        scale: the scale between numeral and unit.
        unit: its unit.
        words: the words that widen it.
    """
    rules, value = number_table()["spoken_amounts"], number_value(match.group())
    if value == 0 and not scale and end == match.end():
        return True
    opening = text[match.start() - 1 : match.start()]
    if value is None or opening in rules["opening"] or opening.isdecimal():
        return False
    before = text[max(0, match.start() - _REACH) : match.start()]
    if unit in rules["limits"]:
        return bool(set(words) & set(rules["limit_after"]))
    if patterns()["often"].search(before):
        return True
    counted = {*rules["free"], *rules["bound"]}
    if unit not in counted:
        return False
    if unit in rules["free"] and len(match.group()) + len(scale) + len(words) > 1:
        return True
    if words and value >= rules["round"]:
        return True
    if patterns()["verbs"].search(before):
        return True
    return _ends_a_clause(text, match.start(), end, sure=unit in rules["things"] and value > 1)


def _ends_a_clause(text: str, start: int, end: int, *, sure: bool) -> bool:
    """Whether noun, numeral and unit end a clause, so that the numeral counts the noun."""
    if not patterns()["listed_end"].match(text, end):
        return False
    before = text[max(0, start - _FAR) : start]
    if not patterns()["noun"].search(before) or patterns()["no_noun"].search(before):
        return False
    return sure or bool(patterns()["did"].search(before))


def is_span_of_time(text: str, start: int, unit: str, words: tuple[str, ...]) -> bool:
    """Whether hours or days are told as a result or a limit; other units always pass.

    Args:
        text: the sentence, folded.
        start: where the number begins.
        unit: its unit.
        words: the words that widen it.
    """
    rules = number_table()["times"]
    if unit not in number_table()["units"]["times"]:
        return True
    before = text[max(0, start - _REACH) : start]
    if unit in rules["strict"]:
        return bool(patterns()["strict"].search(before))
    return bool(set(words) & set(rules["after"]) or patterns()["time"].search(before))
