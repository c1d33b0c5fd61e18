"""The figures of one sentence."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ledger.importers.figure import Figure, Goal, Movement
from ledger.importers.figures.amount import Amount
from ledger.importers.figures.goal import (
    operator_of,
    tells_a_plan,
    tells_a_result,
    tells_an_intent,
    tells_plans,
)
from ledger.importers.figures.indicator_match import IndicatorMatcher
from ledger.importers.figures.naming import completed, growth_of, named
from ledger.importers.figures.number import NumberReader
from ledger.importers.figures.period import periods_of
from ledger.importers.figures.relation import (
    Kind,
    Relation,
    relate,
    relation_table,
)
from ledger.importers.figures.several import names_in_order, names_of_one
from ledger.importers.figures.sign import fold
from ledger.importers.passage import Passage, Role
from ledger.model.target import Operator

# What a paragraph said further back is about something else.
_REACH = 240
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class _Sentence:
    """A sentence with its numbers and what they are to each other."""

    text: str
    context: str
    amounts: Sequence[Amount]
    relations: Sequence[Relation]
    orders: dict[int, str]
    periods: Sequence[tuple[int, str]]
    belongings: Mapping[int, Sequence[int]]
    is_plan: bool
    year: int


def figures_of_sentence(
    passage: Passage, context: str, reader: NumberReader, matcher: IndicatorMatcher, year: int
) -> list[Figure]:
    """Find the figures of a sentence.

    Args:
        passage: the sentence.
        context: the sentences of its paragraph before it.
        reader: finds numbers.
        matcher: finds indicators.
        year: of a month that stands without one.
    """
    text = fold(passage.text)
    amounts = reader.read(text)
    if not amounts:
        return []
    relations = relate(text, amounts)
    sentence = _Sentence(
        text,
        fold(context),
        amounts,
        relations,
        names_in_order(text, amounts),
        periods_of(text, year),
        _belongings(relations),
        passage.role is Role.PLAN,
        year,
    )
    figures: list[Figure] = []
    for at, relation in enumerate(sentence.relations):
        if relation.kind is Kind.VALUE or (relation.kind is Kind.CHANGE and relation.to is None):
            figures += _figures_at(sentence, at, figures, matcher)
    return figures


def _belongings(relations: Sequence[Relation]) -> Mapping[int, Sequence[int]]:
    """For each number the places of the targets, earlier values and changes that belong to it."""
    found: dict[int, list[int]] = defaultdict(list)
    for at, relation in enumerate(relations):
        if relation.to is not None:
            found[relation.to].append(at)
    return found


def _figures_at(
    sentence: _Sentence, at: int, before: Sequence[Figure], matcher: IndicatorMatcher
) -> list[Figure]:
    """The figure of one number; more of them where several names share it or it is a range."""
    amount, relation = sentence.amounts[at], sentence.relations[at]
    start, until = _name_place(sentence, at)
    names = () if at in sentence.orders else names_of_one(sentence.text, sentence.amounts, at)
    if not names:
        name = sentence.orders.get(at) or named(sentence.text, sentence.amounts, at, start, until)
        names = (name + growth_of(sentence.text[amount.digits : amount.end]),)
    figures = []
    for name in names:
        indicator = matcher.match(name, _spoken_of(sentence, until), _bases(amount, relation))
        whole = (
            name
            if indicator and matcher.knows(name)
            else completed(name, sentence.text[max(0, start - _REACH) : start if name else until], before)
        )
        figure = Figure(
            passage=0,
            start=amount.start,
            end=amount.end,
            name=whole,
            value=amount.value,
            unit=amount.unit,
            redacted=amount.redacted,
            known_unit=amount.known,
            qualifier=amount.qualifier,
            period=_period(sentence, amount.start),
            indicator=indicator.id if indicator else None,
        )
        figures += _ends_of_range(_with_relations(sentence, at, figure, matcher), amount)
    return figures


def _spoken_of(sentence: _Sentence, until: int) -> str:
    """What the paragraph says before a place of the sentence, as far as it may still matter."""
    before = sentence.text[max(0, until - _REACH) : until]
    return before if until >= _REACH else sentence.context + before


def _bases(amount: Amount, relation: Relation) -> tuple[str, ...]:
    """Units an indicator may have; where only a change is told, any that can change so."""
    return () if relation.kind is Kind.CHANGE else (amount.unit, amount.unit[1:])


def _name_place(sentence: _Sentence, at: int) -> tuple[int, int]:
    """Between where the words before a number name it: before those of a change or of an earlier value."""
    amounts, relations = sentence.amounts, sentence.relations
    belongs = at and (relations[at - 1].kind is Kind.BASELINE or relations[at - 1].to == at)
    first = at - 1 if belongs else at
    start = amounts[first - 1].end if first else 0
    verb = relations[at].verb if relations[at].verb is not None else relations[first].verb
    return start, amounts[first].start if verb is None else verb


def _with_relations(sentence: _Sentence, at: int, figure: Figure, matcher: IndicatorMatcher) -> Figure:
    """A figure with its target, its earlier value and its change."""
    amount, relation = sentence.amounts[at], sentence.relations[at]
    indicator = matcher.by_id(figure.indicator)
    if relation.kind is Kind.CHANGE:
        unit = indicator.unit.written if indicator else amount.unit
        movement = movement_of(amount, relation)
        return replace(figure, value=None, redacted=False, unit=unit, qualifier=None, movement=movement)
    told = tells_a_result(_spoken_of(sentence, amount.start)) or _is_past(sentence, amount.start)
    planned = tells_a_plan(sentence.text, amount) or (sentence.is_plan and not told)
    if planned or tells_an_intent(sentence.text, amount):
        operator = operator_of(sentence.text, amount, indicator)
        figure = replace(figure, is_goal=planned, goal=Goal(operator, amount.value, amount.unit))
    for place in sentence.belongings.get(at, ()):
        other, one = sentence.amounts[place], sentence.relations[place]
        if one.kind is Kind.GOAL:
            goal = Goal(operator_of(sentence.text, other, indicator), other.value, other.unit)
            figure = replace(figure, goal=goal, is_goal=False)
        elif one.kind is Kind.BASELINE:
            figure = replace(figure, baseline=other.value)
        elif one.kind is Kind.CHANGE:
            figure = replace(
                figure, movement=movement_of(replace(other, unit=_unit_of_change(sentence, other)), one)
            )
    return figure


def _ends_of_range(figure: Figure, amount: Amount) -> list[Figure]:
    """A range as its two ends, each with the word that says which end it is."""
    if amount.upper is None:
        return [figure]
    ends: list[Figure] = []
    words = relation_table()["range"]
    for value, qualifier, operator in (
        (amount.value, words["least"], Operator.AT_LEAST),
        (amount.upper, words["most"], Operator.AT_MOST),
    ):
        goal = Goal(operator.value, value, amount.unit) if figure.is_goal else figure.goal
        ends.append(replace(figure, value=value, qualifier=qualifier, goal=goal))
    return ends


def _period(sentence: _Sentence, start: int) -> str | None:
    """The last period that is stated before a number."""
    place = bisect_right(sentence.periods, start, key=lambda period: period[0])
    return sentence.periods[place - 1][1] if place else None


def _is_past(sentence: _Sentence, start: int) -> bool:
    """Whether the last year that is stated before a number is over, and nothing planned is told since."""
    place = bisect_right(sentence.periods, start, key=lambda period: period[0])
    end, period = sentence.periods[place - 1] if place else (0, "")
    year = _YEAR.search(period)
    return year is not None and int(year[0]) < sentence.year and not tells_plans(sentence.text[end:start])


def _unit_of_change(sentence: _Sentence, amount: Amount) -> str:
    """The unit of a change; of several in a row only the last one may spell it out."""
    if amount.unit != relation_table()["change"]["elliptic"]:
        return amount.unit
    place = bisect_right(sentence.amounts, amount.start, key=lambda one: one.start)
    following = (one.unit for one in sentence.amounts[place : place + 4])
    return next((unit for unit in following if unit in relation_table()["change"]["units"]), amount.unit)


def movement_of(amount: Amount, relation: Relation) -> Movement | None:
    """The change that a number states; None where it is masked.

    Args:
        amount: the number.
        relation: its direction and what it is compared with.
    """
    if amount.value is None:
        return None
    value: Decimal = amount.value if relation.rises else -amount.value
    return Movement(value, amount.unit, relation.against, amount.qualifier)
