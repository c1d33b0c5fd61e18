"""What the importer finds in a document, put as the score compares it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from ledger.importers.figure import Figure, Goal
from ledger.importers.passage import Passage
from ledger.importers.statement import Statement, StatementKind
from ledger.model.dictionary import Dictionary
from tests.importing.facts import KINDS, MASKED, Fact, Facts, places

READING = {
    "read_document": "ledger.importers.documents.document",
    "UnreadableDocumentError": "ledger.importers.documents.unreadable",
}
WHOLE = {"extract": "ledger.importers.extractor"}
# What `extract` does in one, for the time in which it is not there.
STEPS = {
    "find_passages": "ledger.importers.outline.outline",
    "find_figures": "ledger.importers.figures.figures",
    "find_statements": "ledger.importers.statements.statements",
    "propose_topic": "ledger.importers.topic",
}
_KIND_OF = {
    StatementKind.COMMITMENT: "commitments",
    StatementKind.OUTCOME: "outcomes",
    StatementKind.PROBLEM: "problems",
}


class Importer:
    """The steps of the importer.

    A step that is not there finds nothing, nor is anything found in a document that cannot be read; `missing`
    names both.
    """

    def __init__(self) -> None:
        self.missing: list[str] = []
        self.steps = self._load(WHOLE)
        if not self.steps:
            self.missing.clear()
            self.steps = self._load(STEPS)
        self.steps |= self._load(READING)

    def _load(self, names: Mapping[str, str]) -> dict[str, Callable]:
        found = {}
        for name, module in names.items():
            try:
                found[name] = getattr(import_module(module), name)
            except ImportError as error:
                if not str(error.name).startswith("ledger.importers"):
                    raise
                self.missing.append(f"{module}.{name} ({error.name})")
        return found

    def read(self, file: Path, dictionary: Dictionary, year: int) -> Facts:
        """Run the steps on one document.

        Args:
            file: the document.
            dictionary: vocabularies.
            year: the year it reports on, or plans for.
        """
        if not READING.keys() <= self.steps.keys():
            return Facts()
        try:
            reading = self.steps["read_document"](file)
        except self.steps["UnreadableDocumentError"] as error:
            self.missing.append(f"{file.name}: {error}")
            return Facts()
        if "extract" in self.steps:
            found = self.steps["extract"](reading, dictionary, year)
            return found_facts(found.passages, found.figures, found.statements, found.topics)
        passages = self._run("find_passages", reading.blocks)
        figures = self._run("find_figures", passages, dictionary, year)
        statements = self._run("find_statements", passages, figures, dictionary, year)
        return found_facts(passages, figures, statements, self._topics(passages, figures, dictionary))

    def _run(self, name: str, *given: object) -> tuple:
        return self.steps[name](*given) if name in self.steps else ()

    def _topics(
        self, passages: tuple[Passage, ...], figures: tuple[Figure, ...], dictionary: Dictionary
    ) -> tuple[str | None, ...]:
        propose = self.steps.get("propose_topic")
        if propose is None:
            return (None,) * len(figures)
        return tuple(
            dictionary.indicators[figure.indicator].topic
            if figure.indicator in dictionary.indicators
            else propose(figure.name, passages[figure.passage].headings, dictionary)
            for figure in figures
        )


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
