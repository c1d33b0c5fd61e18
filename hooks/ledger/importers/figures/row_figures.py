"""The figures of one row of a table."""

from collections.abc import Iterable
from dataclasses import replace

from ledger.importers.figure import Figure, Goal, Movement
from ledger.importers.figures.goal import operator_of
from ledger.importers.figures.indicator_match import IndicatorMatcher
from ledger.importers.figures.naming import is_bare
from ledger.importers.figures.number import NumberReader
from ledger.importers.figures.row import Cell, WordyCell, assigns_tasks, cells_of
from ledger.importers.figures.sentence_figures import figures_of_sentence
from ledger.importers.figures.sign import fold
from ledger.importers.passage import Passage, Role


def figures_of_row(
    passage: Passage, reader: NumberReader, matcher: IndicatorMatcher, year: int
) -> list[Figure]:
    """Find the figures of a row: a target beside its result, changes with what they change.

    Args:
        passage: the row.
        reader: finds numbers.
        matcher: finds indicators.
        year: of a month that stands without one.
    """
    text = fold(passage.text)
    cells, wordy = cells_of(text, passage.cells, reader)
    plan = passage.role is Role.PLAN or assigns_tasks(passage.cells)
    if plan:
        passage = replace(passage, role=Role.PLAN)
    goals = [_figure(text, cell, matcher, planned=True) for cell in cells if cell.is_goal]
    done = [
        _figure(text, cell, matcher, planned=False) for cell in cells if cell.is_done and not cell.is_change
    ]
    others: list[Figure] = []
    for cell in cells:
        if cell.is_change:
            _add_change(done or others, cell)
        elif not cell.is_goal and not cell.is_done:
            others.append(_figure(text, cell, matcher, planned=plan))
    for words in wordy:
        found = _spoken(passage, words, reader, matcher, year)
        (goals if words.is_goal else done if words.is_done else others).extend(found)
    return sorted((*_paired(goals, done), *others), key=lambda figure: figure.start)


def _paired(goals: list[Figure], done: list[Figure]) -> Iterable[Figure]:
    """A target that stands beside the only result of its unit, and of its year, belongs to that result."""
    for goal in goals:
        results = [at for at, figure in enumerate(done) if figure.unit == goal.unit and figure.goal is None]
        alone = sum(other.unit == goal.unit for other in goals) == 1
        years = {goal.period, *(done[at].period for at in results)} - {None}
        if len(results) == 1 and alone and goal.goal and len(years) < 2:
            figure = done[results[0]]
            name = max(figure.name, goal.name, key=len) if is_bare(figure.name) else figure.name
            done[results[0]] = replace(figure, goal=goal.goal, name=name)
        else:
            yield goal
    yield from done


def _spoken(
    passage: Passage,
    words: WordyCell,
    reader: NumberReader,
    matcher: IndicatorMatcher,
    year: int,
) -> Iterable[Figure]:
    """The figures of a cell with words; its column says whether they are targets or results."""
    role = Role.PLAN if words.is_goal else Role.SUMMARY if words.is_done else passage.role
    part = replace(passage, text=words.text, cells=(), role=role)
    for figure in figures_of_sentence(part, "", reader, matcher, year):
        name = words.name if is_bare(figure.name) and words.name != words.text else figure.name
        yield replace(figure, name=name, start=figure.start + words.start, end=figure.end + words.start)


def _add_change(figures: list[Figure], cell: Cell) -> None:
    """Give the change that a cell states, with its own sign, to the result before it."""
    if figures and figures[-1].movement is None and cell.amount.value is not None:
        movement = Movement(cell.amount.value, cell.amount.unit, None, cell.amount.qualifier)
        figures[-1] = replace(figures[-1], movement=movement)


def _figure(text: str, cell: Cell, matcher: IndicatorMatcher, *, planned: bool) -> Figure:
    """The figure of a cell."""
    amount = cell.amount
    indicator = matcher.match(cell.name, "", (amount.unit, amount.unit[1:]))
    operator = operator_of(text, amount, indicator)
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
        goal=Goal(operator, amount.value, amount.unit) if planned else None,
        is_goal=planned,
    )
