"""What the numbers of a sentence are to each other: values, targets, earlier values, changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from ledger.importers.figures.amount import Amount
from ledger.importers.figures.unit import number_table
from ledger.own_table import read_own_table

_REACH = 40
# How many numbers back one may belong to another.
_NEAR = 12


class Kind(Enum):
    """What a number is."""

    VALUE = "value"
    GOAL = "goal"
    BASELINE = "baseline"
    CHANGE = "change"


@dataclass(frozen=True)
class Relation:
    """What one number of a sentence is.

    Args:
        kind: value, target, earlier value or change.
        to: index of the number it belongs to; None where it stands for itself.
        rises: of a change, its direction.
        against: of a change, what it is compared with.
        verb: of a change or an earlier value, the character after the words that name it.
    """

    kind: Kind
    to: int | None = None
    rises: bool = True
    against: str | None = None
    verb: int | None = None


@cache
def relation_table() -> dict[str, Any]:
    """The rules of how numbers belong together."""
    return read_own_table(Path(__file__).with_suffix(".toml"))


@cache
def rule(section: str, name: str) -> re.Pattern[str]:
    """A regular expression of the table.

    Args:
        section: table of the file.
        name: its key.
    """
    return re.compile(relation_table()[section][name])


@cache
def _verb() -> re.Pattern[str]:
    """A verb of change right before a number."""
    change = relation_table()["change"]
    return re.compile(rf"(?:(?P<rise>{change['rise']})|(?P<fall>{change['fall']})){change['tail']}")


def relate(text: str, amounts: Sequence[Amount]) -> list[Relation]:
    """Say of each number of a sentence what it is.

    Args:
        text: the sentence, folded.
        amounts: its numbers in reading order.
    """
    relations: list[Relation] = []
    for index, amount in enumerate(amounts):
        gap = gap_before(text, amounts, index)
        relation = (
            _change(gap, amount, relations, amounts[index - 1].unit if index else "")
            or _baseline(text, amounts, index)
            or _remembered(text, amounts, index, relations)
            or _goal(text, amounts, index, relations)
            or Relation(Kind.VALUE)
        )
        if relation.kind is Kind.VALUE and _reaches(gap, relations):
            relations[-1] = replace(relations[-1], to=index)
        relations.append(relation)
    return _spread(text, amounts, relations)


def _reaches(gap: str, relations: Sequence[Relation]) -> bool:
    """Whether a value is what the change right before it led to."""
    free = relations and relations[-1].kind is Kind.CHANGE and relations[-1].to is None
    return bool(free) and rule("change", "reached").match(gap) is not None


def _spread(text: str, amounts: Sequence[Amount], relations: list[Relation]) -> list[Relation]:
    """Give changes that are told in a row to the values in a row before them."""
    rules = relation_table()["change"]
    for first, amount in enumerate(amounts):
        if not re.search(rules["respectively"], gap_before(text, amounts, first)[-10:]):
            continue
        verb = _verb().search(text[max(0, amount.digits - 12) : amount.digits])
        last = first
        while last + 1 < min(len(amounts), first + _NEAR) and re.match(
            rules["between"], text[amounts[last].end : amounts[last + 1].start]
        ):
            last += 1
        near = range(max(0, first - _NEAR), first)
        values = [at for at in near if relations[at].kind is Kind.VALUE][first - last - 1 :]
        if not verb or last == first:
            continue
        if amounts[last].unit not in {*rules["units"], rules["share"], rules["times"]}:
            continue
        told = relations[first]
        carriers = values if len(values) == last - first + 1 else [None] * (last - first + 1)
        for at, value in zip(range(first, last + 1), carriers, strict=True):
            rises = verb["rise"] is not None
            relations[at] = Relation(Kind.CHANGE, value, rises=rises, against=told.against, verb=told.verb)
    return relations


def gap_before(text: str, amounts: Sequence[Amount], index: int) -> str:
    """The words between a number and the one before it.

    Args:
        text: the sentence, folded.
        amounts: its numbers.
        index: which of them.
    """
    start = amounts[index - 1].end if index else 0
    return text[max(start, amounts[index].digits - 3 * _REACH) : amounts[index].start]


def _carrier(relations: Sequence[Relation]) -> int | None:
    """The last value before, passing over what belongs to it."""
    for index in range(len(relations) - 1, max(-1, len(relations) - _NEAR), -1):
        relation = relations[index]
        if relation.kind is Kind.VALUE:
            return index
        if relation.to is None or (relation.kind is Kind.BASELINE and relation.to > index):
            return None
    return None


def _is_less(against: re.Match[str] | None) -> bool:
    """Whether a comparison without a verb of its own says that something is less."""
    return against is not None and rule("change", "less").match(against["word"]) is not None


def _change(gap: str, amount: Amount, relations: Sequence[Relation], unit: str) -> Relation | None:
    """The change that a number states, or None."""
    rules = relation_table()["change"]
    # A word such as 超过 before the number may be the verb itself.
    verb = _verb().search(gap[-12:])
    against = None
    clause = re.split(r"[;。；]", gap)[-1][-_REACH:]
    if comparisons := list(re.finditer(rules["against"], clause)):
        against = comparisons[-1]
    carrier = _carrier(relations)
    alone = carrier is not None and unit == amount.unit and rule("change", "alone").match(gap)
    compared = against is not None and against.end() == len(clause)
    told = compared and against and rule("change", "compares").match(against["word"])
    if amount.unit in rules["units"] or (told and unit == amount.unit != rules["share"]):
        pass
    elif (not verb or (amount.unit not in {rules["share"], rules["times"]} and not against)) and not alone:
        lasting = amount.unit in number_table()["units"]["times"]
        spoken = rules["shortened"] if lasting else rules["changed"]
        if not verb or not re.search(spoken, gap[-16:]):
            return None
    start = len(gap[:-12]) + verb.start() if verb else len(gap)
    rest = gap[:start]
    if against and (place := rest.rfind(against["word"])) >= 0:
        # What stands between the comparison and the verb may be the name.
        between = rest[place + len(against["word"]) :]
        rest = rest[:place] if re.match(rules["filler"], between) else rest
    belongs = carrier is not None and re.fullmatch(rules["filler"], rest) is not None
    free = not any(other.kind is Kind.CHANGE and other.to == carrier for other in relations[carrier:])
    return Relation(
        Kind.CHANGE,
        carrier if belongs and free else None,
        rises=verb["rise"] is not None if verb else not _is_less(against),
        against=against["word"] if against else None,
        verb=amount.start + len(rest) - len(gap),
    )


def _baseline(text: str, amounts: Sequence[Amount], index: int) -> Relation | None:
    """The earlier value of the number after it, or None."""
    if index + 1 >= len(amounts) or amounts[index].unit != amounts[index + 1].unit:
        return None
    gap, following = gap_before(text, amounts, index), gap_before(text, amounts, index + 1)
    before = rule("baseline", "before").search(gap[-24:])
    if not before or not rule("baseline", "between").search(following):
        return None
    verb = amounts[index].start - len(gap[-24:]) + before.start()
    return Relation(Kind.BASELINE, index + 1, verb=verb)


def _remembered(
    text: str, amounts: Sequence[Amount], index: int, relations: Sequence[Relation]
) -> Relation | None:
    """The earlier value of the number before it, told with what it rose or fell by since; or None."""
    carrier = _carrier(relations)
    if carrier is None or index + 1 >= len(amounts) or amounts[carrier].unit != amounts[index].unit:
        return None
    gap, following = gap_before(text, amounts, index), gap_before(text, amounts, index + 1)
    told = rule("baseline", "remembered").match(gap) and rule("change", "alone").match(following)
    return Relation(Kind.BASELINE, carrier) if told else None


def _goal(text: str, amounts: Sequence[Amount], index: int, relations: Sequence[Relation]) -> Relation | None:
    """The target of the number before or behind it, or None."""
    amount, gap = amounts[index], gap_before(text, amounts, index)
    carrier = _carrier(relations)
    if carrier is not None and amounts[carrier].unit == amount.unit:
        ahead = text[amounts[index - 1].end : amount.digits]
        if rule("goal", "beside").search(ahead):
            return Relation(Kind.GOAL, carrier)
        behind = rule("goal", "named").match(text[amount.end : amount.end + 16])
        if behind and rule("goal", "reaching").search(text[max(0, amount.digits - 20) : amount.digits]):
            return Relation(Kind.GOAL, carrier)
    if index + 1 < len(amounts) and amounts[index + 1].unit == amount.unit:
        following = gap_before(text, amounts, index + 1)
        clause = re.split(r"[,;。，；、]", gap)[-1]
        if clause and re.fullmatch(rule("goal", "ahead").pattern, clause):
            return Relation(Kind.GOAL, index + 1) if rule("goal", "actual").match(following) else None
    return None
