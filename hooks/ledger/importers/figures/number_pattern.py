"""How numbers are written: the expressions that find them, and what they are worth."""

import re
from decimal import Decimal
from functools import cache

from ledger.importers.figures.numeral import read_numeral
from ledger.importers.figures.unit import number_table

_DIGIT = r"[\dxX*_]"
_FRACTION = rf"(?: ?\. ?{_DIGIT}+)?"
_GROUPS = rf"{_DIGIT}{{1,3}}(?:,{_DIGIT}{{3}})+(?!{_DIGIT}){_FRACTION}"
NUMBER = rf"(?:{_GROUPS}|(?!(?:19|20)\d\d ){_DIGIT}+(?: \d+)?{_FRACTION}|{_DIGIT}+)"
MASKED = re.compile(r"[xX*_]")


def _number() -> str:
    """A number in any writing; the group that matched says which."""
    table = number_table()
    spoken = table["spoken"]
    numeral = f"[{spoken['digits']}]+"
    return (
        rf"(?P<share>(?:{'|'.join(spoken['shares'])})(?:{NUMBER}|{numeral}(?:{spoken['point']}{numeral})?))"
        rf"|(?P<fraction>{numeral}{spoken['fraction']}{numeral})"
        rf"|(?P<tenths>{numeral}{spoken['tenths']})(?!{spoken['not_tenths']})"
        rf"|(?P<zero>{spoken['zero_growth']})"
        rf"|(?P<clock>{table['units']['clock_written']})"
        rf"|(?P<ratio>\d+(?:\.\d+)?{table['ratio']['colon']}\d+(?:\.\d+)?)"
        rf"|(?P<plain>{NUMBER})|(?P<circles>{table['masks']['circle']}+)|(?P<spoken>{numeral})"
    )


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The regular expressions that are put together from the table, by name."""
    table = number_table()
    tail = table["tail"]
    sources = {
        "number": _number(),
        "before": rf"(?:{tail['before']}) ?$",
        "after": rf" ?(?:{tail['after']})",
        "middle": rf"(?:{tail['middle']})",
        "scale": rf" ?(?:{tail['scale']})",
        "names": "|".join((*table["names"]["spans"], table["names"]["quotes"])),
        "named": table["names"]["before"],
        "no_widening": table["names"]["no_widening"],
        "negative": table["names"]["negative"],
        "rank": table["names"]["rank"],
        "ranked": table["names"]["rank_tail"],
        "persons": table["units"]["persons"],
        "money": table["units"]["money"],
        "points": table["units"]["points"],
        "index": table["units"]["index"],
        "countless": table["units"]["countless"],
        "verbs": table["spoken_amounts"]["verbs"],
        "often": table["spoken_amounts"]["often"],
        "time": table["times"]["before"],
        "strict": table["times"]["strict_before"],
        "ratio": table["ratio"]["before"],
        "range": table["range"]["between"],
        "from": table["range"]["not_after"],
        "reach": table["units"]["reach"],
        "peopled": table["units"]["peopled"],
        "more": table["units"]["more"],
        "moved": table["units"]["moved"],
        "earlier": table["units"]["earlier"],
        "onward": table["units"]["onward"],
        "noun": table["spoken_amounts"]["noun"],
        "no_noun": table["spoken_amounts"]["no_noun"],
        "did": table["spoken_amounts"]["did"],
        "listed_end": table["spoken_amounts"]["end"],
        "respectively": table["range"]["respectively"],
        "listed": rf"(?:(?:{table['range']['listed']}){NUMBER}){{1,8}}",
        "colon": table["ratio"]["colon"],
        "stop": "[,;。:!?；：！？，、)]|$",
        "one": NUMBER,
    }
    return {name: re.compile(source) for name, source in sources.items()}


def number_value(written: str) -> Decimal | None:
    """The number with its digits as written; None where it is masked.

    Args:
        written: digits, or characters that stand for them.
    """
    digits = written.replace(",", "").replace(" ", "")
    if MASKED.search(digits):
        return None
    if digits[:1].isdecimal():
        return Decimal(digits)
    whole, _, part = digits.partition(number_table()["spoken"]["point"])
    number = read_numeral(whole)
    places = [read_numeral(digit) for digit in part]
    if number is None or None in places:
        return None
    return Decimal(f"{number}.{''.join(map(str, places))}" if part else number)
