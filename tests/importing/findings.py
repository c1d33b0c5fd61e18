"""What the importer finds in a document, put as the score compares it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ledger.importers.documents.document import read_document
from ledger.importers.documents.unreadable import UnreadableDocumentError
from ledger.importers.extractor import UnknownYearError, extract
from ledger.importers.figure import Figure, Goal
from ledger.importers.passage import Passage
from ledger.importers.statement import Statement, StatementKind
from ledger.importers.tables.table_file import is_table
from ledger.model.dictionary import Dictionary
from tests.importing.facts import KINDS, MASKED, Fact, Facts, places
from tests.importing.table_findings import table_facts

_KIND_OF = {
    StatementKind.COMMITMENT: "commitments",
    StatementKind.OUTCOME: "outcomes",
    StatementKind.PROBLEM: "problems",
}


class Importer:
    """The importer, as the score asks it.

    Nothing is found in a document that cannot be read; `unread` names it.
    """

    def __init__(self) -> None:
        self.unread: list[str] = []

    def read(self, file: Path, dictionary: Dictionary, year: int) -> Facts:
        """Find everything in one document.

        Args:
            file: the document.
            dictionary: vocabularies.
            year: the year it reports on, or plans for, as the editor answers when asked or mends it.
        """
        if is_table(file):
            return table_facts(file, dictionary, year)
        try:
            reading = read_document(file)
        except UnreadableDocumentError as error:
            self.unread.append(f"{file.name}: {error}")
            return Facts()
        try:
            found = extract(reading, dictionary)
        except UnknownYearError:
            found = None
        own_year = found and found.year
        if own_year != year:
            found = extract(reading, dictionary, year)
        facts = found_facts(found.passages, found.figures, found.statements, found.topics)
        return replace(facts, year=own_year)


def found_facts(
    passages: tuple[Passage, ...],
    figures: tuple[Figure, ...],
    statements: tuple[Statement, ...],
    topics: tuple[str | None, ...],
) -> Facts:
    """Put what was found into the kinds of the score.

    Args:
        passages: the sentences.
        figures: the figures.
        statements: the statements.
        topics: proposed topic of each figure.
    """
    facts: dict[str, list[Fact]] = {kind: [] for kind in KINDS}
    for figure, topic in zip(figures, topics, strict=True):
        for kind, key in _keys_of(figure):
            passage = passages[figure.passage]
            named = {"text": figure.name, "sentence": passage.text, "indicator": figure.indicator}
            facts[kind].append(Fact(places(passage.at), key, topic=topic, **named))
    for statement in statements:
        passage = passages[statement.passage]
        told = {"text": statement.text, "span": passage.text[statement.start : statement.end]}
        fact = Fact(places(passage.at), (), sentence=passage.text, topic=statement.topic, **told)
        facts[_KIND_OF[statement.kind]].append(fact)
    _add_goals(facts, passages, statements)
    outline = dict.fromkeys(place for passage in passages for place in places(passage.at))
    return Facts(facts, tuple(outline))


def _goal_key(goal: Goal) -> tuple[str, str, str]:
    return (goal.operator, MASKED if goal.value is None else str(goal.value), goal.unit)


def _keys_of(figure: Figure) -> Iterator[tuple[str, tuple[str, ...]]]:
    if figure.goal and figure.goal.value is None and not figure.is_goal:
        yield "redactions", (figure.goal.unit,)
    if figure.redacted:
        yield "redactions", (figure.unit,)
    elif figure.value is not None and not figure.is_goal:
        yield "figures", (str(figure.value), figure.unit)
    if figure.goal:
        yield "targets", _goal_key(figure.goal)
    elif figure.is_goal and (figure.redacted or figure.value is not None):
        yield "targets", ("=", MASKED if figure.value is None else str(figure.value), figure.unit)
    if figure.baseline is not None:
        yield "baselines", (str(figure.baseline), figure.unit)
    if figure.movement:
        yield "changes", (str(figure.movement.value), figure.movement.unit)


def _add_goals(
    facts: dict[str, list[Fact]], passages: tuple[Passage, ...], statements: tuple[Statement, ...]
) -> None:
    # A goal stands on the figure, on the commitment, or on both: it is one target.
    known = Counter((fact.at, fact.key) for fact in facts["targets"])
    for statement in statements:
        if statement.goal is None:
            continue
        passage = passages[statement.passage]
        place = (places(passage.at), _goal_key(statement.goal))
        if known[place] > 0:
            known[place] -= 1
        else:
            facts["targets"].append(Fact(*place, statement.text, sentence=passage.text))
