"""Whether a number is a target, and how it is to be held against a value."""

from ledger.importers.figures.amount import Amount
from ledger.importers.figures.relation import relation_table, rule
from ledger.model.indicator import Direction, Indicator
from ledger.model.target import Operator


def tells_a_plan(text: str, amount: Amount) -> bool:
    """Whether the words before a number call it a target.

    Args:
        text: the sentence, folded.
        amount: the number.
    """
    before = text[max(0, amount.start - 20) : amount.start]
    if amount.unit == relation_table()["change"]["share"] and rule("goal", "fulfilled").search(before):
        return False
    if rule("goal", "achieved").search(before):
        return False
    return bool(rule("goal", "planned").search(before))


def tells_an_intent(text: str, amount: Amount) -> bool:
    """Whether a number is told as a fact and is a target all the same: what was decided, what must be kept.

    Args:
        text: the sentence, folded.
        amount: the number.
    """
    if rule("goal", "intended").search(text[max(0, amount.start - 60) : amount.start]):
        return amount.unit not in relation_table()["goal"]["means"]
    limit = amount.qualifier in relation_table()["goal"]["at_most_after"]
    return limit and rule("goal", "obliged").match(text[amount.end : amount.end + 4]) is not None


def tells_plans(words: str) -> bool:
    """Whether words say that what follows is still to be done.

    Args:
        words: of a sentence, folded.
    """
    return rule("goal", "plans").search(words) is not None


def tells_a_result(before: str) -> bool:
    """Whether a sentence of a plan tells what there is already.

    Args:
        before: what the paragraph says before the number, folded.
    """
    near = list(rule("goal", "told").finditer(before[-80:]))
    if near and not rule("goal", "plans").search(before[-80:], near[-1].end()):
        return True
    far = list(rule("goal", "told_far").finditer(before))
    return bool(far) and not rule("goal", "plans").search(before, far[-1].end())


def operator_of(text: str, amount: Amount, indicator: Indicator | None) -> str:
    """How a target is to be held against a value: `>=`, `<=`, `=` or `approx`.

    Args:
        text: the sentence, folded.
        amount: the target.
        indicator: what it is a target of; a rate that had better be low is not to be exceeded.
    """
    rules = relation_table()["goal"]
    if amount.qualifier in rules["about_after"]:
        return Operator.APPROXIMATE.value
    before = text[max(0, amount.digits - 20) : amount.digits]
    if amount.qualifier in rules["at_most_after"] or rule("goal", "at_most").search(before):
        return Operator.AT_MOST.value
    lower = indicator is not None and indicator.direction is Direction.LOWER and amount.qualifier is None
    return Operator.AT_MOST.value if lower else Operator.AT_LEAST.value
