"""Finds commitments, outcomes and problems in the sentences and rows of a document."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ledger.importers.figure import Figure
from ledger.importers.passage import Passage, Role
from ledger.importers.statement import Statement, StatementKind
from ledger.importers.statements.caption import announces, with_admissions
from ledger.importers.statements.claim import claim_of
from ledger.importers.statements.due import due_of, last_day
from ledger.importers.statements.duty import Duty, duty_of, duty_of_units
from ledger.importers.statements.finding import Finding, findings_of
from ledger.importers.statements.goal import is_yes, promise_of, result_of, task_of
from ledger.importers.statements.item import bare_tasks, duties_of, task_in
from ledger.importers.statements.owner import owners_of
from ledger.importers.statements.task_row import claim_in, is_bare, task_row, told
from ledger.importers.topic import propose_topic
from ledger.model.dictionary import Dictionary


def find_statements(
    passages: Sequence[Passage], figures: Sequence[Figure], dictionary: Dictionary, year: int
) -> tuple[Statement, ...]:
    """Find what a document promises, reports and finds wanting.

    Args:
        passages: its sentences and rows, in reading order.
        figures: its figures; `Figure.passage` counts in `passages`.
        dictionary: topics and indicators.
        year: the year it reports on, or plans for if it is a plan.
    """
    by_passage: Mapping[int, list[int]] = defaultdict(list)
    for index, figure in enumerate(figures):
        by_passage[figure.passage].append(index)
    owners, duties, bare = owners_of(passages), duties_of(passages), bare_tasks(passages)
    found: list[Statement] = []
    for index, passage in enumerate(with_admissions(passages)):
        if index not in bare and owners[index] is None and announces(passages, index):
            continue
        place = _Place(index, passage, passage.year or year, owners[index], duties[index], dictionary)
        own = {number: figures[number] for number in by_passage.get(index, ())}
        if index in bare:
            found.append(_whole(place))
        elif passage.cells:
            found.extend(_answering(tuple(_of_row(place, own)), len(found)))
        else:
            found.extend(_with_targets(tuple(_of_sentence(place, own)), own, len(found), place))
    return tuple(found)


@dataclass(frozen=True)
class _Place:
    """Where statements are looked for, and what is known there."""

    index: int
    passage: Passage
    year: int
    owner: str | None
    duty: Duty
    dictionary: Dictionary

    def statement(self, kind: StatementKind, text: str, span: tuple[int, int], task: str = "") -> Statement:
        # A cell of a row speaks of the row's task, whether it names it again or not.
        told = text if task in text else task + text
        topic = propose_topic(told, self.passage.headings, self.dictionary, self.passage.text)
        return Statement(self.index, *span, kind, text, topic)


def _of_sentence(place: _Place, figures: Mapping[int, Figure]) -> Iterator[Statement]:
    numbers = sorted(figures, key=lambda number: figures[number].start)
    starts = [figures[number].start for number in numbers]
    for finding in findings_of(place.passage):
        spanned = tuple(numbers[bisect_left(starts, finding.start) : bisect_left(starts, finding.reach)])
        base = place.statement(finding.kind, finding.text, (finding.start, finding.end))
        yield _completed(replace(base, figures=spanned), finding, place)


def _whole(place: _Place) -> Statement:
    text = task_in(place.passage)
    start = place.passage.text.find(text)
    finding = Finding(start, start + len(text), StatementKind.COMMITMENT, text, text, start + len(text))
    return _completed(place.statement(finding.kind, text, (finding.start, finding.end)), finding, place)


def _completed(statement: Statement, finding: Finding, place: _Place) -> Statement:
    if statement.kind is StatementKind.OUTCOME:
        return replace(statement, claim=claim_of(finding.words))
    if statement.kind is StatementKind.PROBLEM:
        return statement
    # A sentence with several tasks has its notes behind each of them.
    own = duty_of(place.passage.text, finding.end)
    duty = place.duty if own == Duty() else own
    return replace(
        statement,
        due=due_of(duty.when, place.year) or due_of(finding.words, place.year),
        lead=duty.lead,
        support=duty.support,
        owner=place.owner,
        is_yes=is_yes(finding.text),
    )


def _of_row(place: _Place, figures: Mapping[int, Figure]) -> Iterator[Statement]:
    row = task_row(place.passage.cells)
    span = (0, len(place.passage.text))
    task, done = told(row)
    goal = next((figure for figure in figures.values() if figure.goal), None)
    if is_bare(row.target) and goal:
        task = task_of(row.task, goal)
    result = next((figure for figure in figures.values() if not figure.is_goal), None)
    if is_bare(row.result) and not row.progress and result and done.endswith(row.result):
        done += result.unit
    if row.task:
        duty = duty_of_units(row.lead, row.support)
        due = due_of(row.due, place.year) or due_of(task, place.year)
        base = place.statement(StatementKind.COMMITMENT, task, span, row.task)
        base = replace(base, due=due, lead=duty.lead, support=duty.support, is_yes=is_yes(task))
        yield replace(base, goal=goal.goal, indicator=goal.indicator, is_yes=False) if goal else base
    if row.progress or row.result or row.state:
        base = place.statement(StatementKind.OUTCOME, done, span, row.task)
        yield replace(base, claim=claim_in(row), figures=tuple(figures))
    if row.problem:
        yield place.statement(StatementKind.PROBLEM, row.problem, span)
    for step in findings_of(Passage(row.next, place.passage.at, Role.PLAN)):
        duty = duty_of_units(row.lead, row.support)
        base = place.statement(step.kind, step.text, span)
        yield replace(base, due=due_of(step.words, place.year), lead=duty.lead, support=duty.support)


def _answering(statements: Sequence[Statement], count: int) -> list[Statement]:
    """Let the result in a row answer the promise beside it."""
    kinds = [statement.kind for statement in statements]
    if kinds[:2] != [StatementKind.COMMITMENT, StatementKind.OUTCOME]:
        return list(statements)
    is_result = (kind is StatementKind.OUTCOME for kind in kinds)
    return [
        replace(s, answers=(count,)) if done else s for s, done in zip(statements, is_result, strict=True)
    ]


def _with_targets(
    statements: Sequence[Statement], figures: Mapping[int, Figure], count: int, place: _Place
) -> list[Statement]:
    """Give promises their targets, and results the promises whose targets stand beside them.

    Args:
        statements: of one sentence or row.
        figures: those of the same place, by index.
        count: how many statements stand before them.
        place: where they stand.
    """
    found: list[Statement] = []
    left = dict(figures)
    for statement in statements:
        own = {number: left.pop(number) for number in statement.figures if number in left}
        aimed = [figure for figure in own.values() if figure.goal]
        if statement.kind is StatementKind.OUTCOME and aimed:
            start = count + len(found)
            found.extend(_promise(figure, place) for figure in aimed)
            found.append(replace(statement, answers=tuple(range(start, start + len(aimed)))))
        else:
            found.append(_aimed(statement, [figures[number] for number in statement.figures]))
    if place.passage.role is Role.SUMMARY:
        for number, figure in left.items():
            if figure.goal:
                found.append(_promise(figure, place))
            if figure.goal and not figure.is_goal:
                found.append(_result(number, figure, count + len(found) - 1, place))
    return found


def _aimed(statement: Statement, figures: Sequence[Figure]) -> Statement:
    goal = next((figure for figure in figures if figure.is_goal and figure.goal), None)
    if goal is None or statement.kind is not StatementKind.COMMITMENT:
        return statement
    return replace(statement, goal=goal.goal, indicator=goal.indicator, is_yes=False)


def _promise(figure: Figure, place: _Place) -> Statement:
    text = promise_of(figure)
    base = place.statement(StatementKind.COMMITMENT, text, (figure.start, figure.end))
    return replace(base, goal=figure.goal, indicator=figure.indicator, due=last_day(place.year))


def _result(number: int, figure: Figure, answered: int, place: _Place) -> Statement:
    base = place.statement(StatementKind.OUTCOME, result_of(figure), (figure.start, figure.end))
    return replace(base, claim=claim_of(""), figures=(number,), answers=(answered,))
