"""Finds the figures of a document."""

from collections.abc import Sequence
from decimal import Decimal

from ledger.importers.amount import Amount
from ledger.importers.figure import Figure, Goal, Movement
from ledger.importers.indicator_match import IndicatorMatcher
from ledger.importers.naming import named
from ledger.importers.number import NumberReader, fold
from ledger.importers.passage import Passage, Role
from ledger.importers.relation import Kind, Relation, operator_of, relate, tells_a_plan
from ledger.model.dictionary import Dictionary


def find_figures(passages: Sequence[Passage], dictionary: Dictionary, year: int) -> tuple[Figure, ...]:
    """Find the figures of a document's sentences.

    Args:
        passages: the sentences in reading order.
        dictionary: units, qualifiers and indicators.
        year: the year the document reports on or plans for.

    Returns:
        The figures in reading order; indices of numerators, denominators and totals count in them.
    """
    reader, matcher = NumberReader(dictionary), IndicatorMatcher(dictionary)
    figures: list[Figure] = []
    for index, passage in enumerate(passages):
        figures += _figures_of(passage, index, reader, matcher)
    return tuple(figures)


def _figures_of(passage: Passage, index: int, reader: NumberReader, matcher: IndicatorMatcher) -> list[Figure]:
    """The figures of one sentence."""
    text = fold(passage.text)
    amounts = reader.read(text)
    relations = relate(text, amounts)
    return [
        _figure(text, passage, index, amounts, relations, at, matcher)
        for at, relation in enumerate(relations)
        if relation.kind is Kind.VALUE or (relation.kind is Kind.CHANGE and relation.to is None)
    ]


def _figure(
    text: str,
    passage: Passage,
    index: int,
    amounts: Sequence[Amount],
    relations: Sequence[Relation],
    at: int,
    matcher: IndicatorMatcher,
) -> Figure:
    """The figure of one number with what belongs to it."""
    amount, relation = amounts[at], relations[at]
    changes = relation.kind is Kind.CHANGE
    until = relation.verb if changes and relation.verb is not None else amount.start
    name = named(text, amounts, at, until)
    indicator = matcher.match(name, text[:until], (amount.unit.removeprefix("万"), amount.unit))
    planned = not changes and (passage.role is Role.PLAN or tells_a_plan(text, amount))
    goal = Goal(operator_of(text, amount, indicator), amount.value, amount.unit) if planned else None
    movement = movement_of(amount, relation) if changes else None
    baseline: Decimal | None = None
    for other, one in zip(amounts, relations, strict=True):
        if one.to == at and one.kind is Kind.GOAL:
            goal = Goal(operator_of(text, other, indicator), other.value, other.unit)
        elif one.to == at and one.kind is Kind.BASELINE:
            baseline = other.value
        elif one.to == at and one.kind is Kind.CHANGE:
            movement = movement_of(other, one)
    return Figure(
        passage=index,
        start=amount.start,
        end=amount.end,
        name=name,
        value=None if changes else amount.value,
        unit=indicator.unit.written if changes and indicator else amount.unit,
        redacted=amount.redacted and not changes,
        known_unit=amount.known,
        qualifier=None if changes else amount.qualifier,
        indicator=indicator.id if indicator else None,
        goal=goal,
        is_goal=planned,
        baseline=baseline,
        movement=movement,
    )


def movement_of(amount: Amount, relation: Relation) -> Movement | None:
    """The change that a number states; None where it is masked.

    Args:
        amount: the number.
        relation: its direction and what it is compared with.
    """
    if amount.value is None:
        return None
    value = amount.value if relation.rises else -amount.value
    return Movement(value, amount.unit, relation.against, amount.qualifier)
