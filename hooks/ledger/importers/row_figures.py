"""The figures of one row of a table."""

from dataclasses import replace
from decimal import Decimal

from ledger.importers.figure import Figure, Goal, Movement
from ledger.importers.indicator_match import IndicatorMatcher
from ledger.importers.number import NumberReader
from ledger.importers.passage import Passage, Role
from ledger.importers.relation import operator_of
from ledger.importers.row import Cell, cells_of
from ledger.importers.sentence_figures import figures_of_sentence
from ledger.importers.sign import fold


def figures_of_row(
    passage: Passage, context: str, reader: NumberReader, matcher: IndicatorMatcher, year: int
) -> list[Figure]:
    """Find the figures of a row: a target beside its result, changes with what they change.

    Args:
        passage: the row.
        context: the rows before it.
        reader: finds numbers.
        matcher: finds indicators.
        year: of a month that stands without one.
    """
    text = fold(passage.text)
    cells, sentences = cells_of(text, passage.cells, reader)
    done = [cell for cell in cells if cell.is_done and not cell.is_change]
    goals = [cell for cell in cells if cell.is_goal]
    beside = goals[0] if len(goals) == 1 and len(done) == 1 and goals[0].amount.unit == done[0].amount.unit else None
    figures: list[Figure] = []
    for cell in cells:
        if cell is beside:
            continue
        if cell.is_change and figures and figures[-1].movement is None:
            figures[-1] = replace(figures[-1], movement=_movement(cell))
            continue
        figure = _figure(text, cell, matcher, is_plan=passage.role is Role.PLAN)
        if beside and cell in done:
            goal = Goal(operator_of(text, beside.amount, matcher.by_id(figure.indicator)), *_worth(beside))
            figure = replace(figure, goal=goal, is_goal=False)
        figures.append(figure)
    for start, words in sentences:
        part = replace(passage, text=words, cells=())
        for figure in figures_of_sentence(part, context, reader, matcher, year):
            figures.append(replace(figure, start=figure.start + start, end=figure.end + start))
    return sorted(figures, key=lambda figure: figure.start)


def _worth(cell: Cell) -> tuple[Decimal | None, str]:
    """Number and unit of a cell."""
    return cell.amount.value, cell.amount.unit


def _movement(cell: Cell) -> Movement | None:
    """The change that a cell states, with its own sign."""
    if cell.amount.value is None:
        return None
    return Movement(cell.amount.value, cell.amount.unit, None, cell.amount.qualifier)


def _figure(text: str, cell: Cell, matcher: IndicatorMatcher, *, is_plan: bool) -> Figure:
    """The figure of a cell."""
    amount = cell.amount
    indicator = matcher.match(cell.name, "", (amount.unit, amount.unit[1:]))
    planned = cell.is_goal or (is_plan and not cell.is_done)
    goal = Goal(operator_of(text, amount, indicator), amount.value, amount.unit) if planned else None
    return Figure(
        passage=0,
        start=amount.start,
        end=amount.end,
        name=cell.name,
        value=amount.value,
        unit=amount.unit,
        redacted=amount.redacted,
        known_unit=amount.known,
        qualifier=amount.qualifier,
        period=cell.period,
        indicator=indicator.id if indicator else None,
        goal=goal,
        is_goal=planned,
    )
