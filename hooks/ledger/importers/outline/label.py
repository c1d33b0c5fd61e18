"""Labels of a document's outline: 一、 (一) 1. (1) ① 一是 篇一, at the start of a paragraph or inside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))
_SURE = re.compile(_RULES["sure"])
KINDS: tuple[str, ...] = tuple(rule["kind"] for rule in _RULES["label"])
POINT = "point"
CHINESE = "chinese"
CHINESE_PAREN = "chinese_paren"
# Kinds that hold whole documents or parts, not sections.
WHOLES = ("piece", "part", "chapter")
ARABIC = "arabic"
DECIMAL = "decimal"
CIRCLED = "circled"
_BRACKETS = str.maketrans("", "", "\u3010\u3011")


@dataclass(frozen=True)
class Label:
    """A label that may stand in the text; whether it counts is seen from its neighbours.

    Args:
        kind: one of `KINDS`.
        number: which of its series, from 1; 0 for the last one, whichever that is.
        words: what a locator says, brackets half width.
        start: first character in the paragraph.
        end: the character after the label and its stop.
        opens: whether it begins its paragraph.
        after: the character before it, empty at the start of a paragraph.
        is_sure: whether it needs no neighbours to be believed.
    """

    kind: str
    number: int
    words: str
    start: int
    end: int
    opens: bool
    after: str = ""
    is_sure: bool = False


@cache
def _patterns(place: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = [rule for rule in _RULES["label"] if place in rule]
    return tuple(
        (rule["kind"], re.compile(rule["opening"] if rule[place] is True else rule[place])) for rule in rules
    )


@cache
def _inline_start() -> re.Pattern[str]:
    """Every character a label inside a paragraph can begin with, so that few places are looked at."""
    heads = set(_RULES["digits"]) | set(_RULES["circled"]) | {word[0] for word in _RULES["ordinals"]}
    return re.compile("[" + re.escape("".join(sorted(heads | set(_RULES["heads"])))) + "0-9\uff10-\uff19]")


def number_of(words: str) -> int:
    """What a Chinese, Arabic or circled number counts; 0 for a word that only says last."""
    if words in _RULES["ordinals"]:
        return int(_RULES["ordinals"][words])
    if words.isdecimal():
        return int(words)
    if words in _RULES["circled"]:
        return 1 + int(_RULES["circled"].index(words))
    values = [str(_RULES["digits"]).index(digit) for digit in words]
    if 10 not in values:
        return int("".join(map(str, values)))
    ten = values.index(10)
    tens = values[0] if ten else 1
    return 10 * tens + sum(values[ten + 1 :])


def _label(kind: str, match: re.Match[str], *, opens: bool, after: str = "") -> Label:
    number = next(words for name, words in match.groupdict().items() if name != "words" and words)
    words = match["words"].translate(_BRACKETS)
    if kind != CIRCLED:
        words, number = normalize("NFKC", words), normalize("NFKC", number).strip("()")
    is_sure = (opens or after in _RULES["sure_after"]) and bool(_SURE.search(match[0]))
    return Label(kind, number_of(number), words, match.start(), match.end(), opens, after, is_sure)


def opening_labels(text: str) -> Iterator[Label]:
    """The labels that a paragraph begins with; a section may have its first part on the same line."""
    start = len(text) - len(text.lstrip())
    depth = 0
    while depth < len(KINDS) and (label := _opening_label(text, start, depth)):
        yield label
        start, depth = label.end, KINDS.index(label.kind) + 1


def _opening_label(text: str, start: int, depth: int) -> Label | None:
    for kind, pattern in _patterns("opening")[depth:]:
        if match := pattern.match(text, start):
            return _label(kind, match, opens=True)
    return None


def inline_labels(text: str, start: int, is_outside: bytes) -> Iterator[Label]:
    """Labels inside a paragraph, in reading order.

    Args:
        text: the paragraph.
        start: where to begin.
        is_outside: for each character, 1 where it stands in no quotation and no brackets.
    """
    place = start
    while match := _inline_start().search(text, place):
        place = match.start() + 1
        if label := is_outside[match.start()] and _inline_label(text, match.start()):
            yield label
            place = label.end


def _inline_label(text: str, start: int) -> Label | None:
    before = start
    while before and start - before < 4 and text[before - 1].isspace():
        before -= 1
    after = text[max(before - 1, 0) : before]
    for kind, pattern in _patterns("inline"):
        if match := pattern.match(text, start):
            if _may_follow(kind, text, start, after):
                return _label(kind, match, opens=False, after=after)
            return None
    return None


def _may_follow(kind: str, text: str, start: int, after: str) -> bool:
    if after in _RULES["inline_after"]:
        return True
    if kind == POINT:
        return after in _RULES["points_after"]
    return kind == CHINESE and text[max(start - 2, 0) : start] in _RULES["title_ends"]


def leaves_series(sentence: str) -> bool:
    """Whether a sentence after the last item of a series speaks of all of them again."""
    return bool(re.match(_RULES["series_leavers"], sentence))


def nested_words(outer: str, number: int) -> str:
    """How a locator names an item of a series inside an item of another."""
    return f"{outer}{_RULES['nested']}{chinese(number)}"


def chinese(number: int) -> str:
    """A number below 100 in Chinese."""
    digits = str(_RULES["digits"])
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return (digits[tens] if tens > 1 else "") + digits[10] + (digits[ones] if ones else "")
