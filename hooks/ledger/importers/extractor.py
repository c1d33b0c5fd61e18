"""A document that was read → everything that is found in it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ledger.importers.drafts.source_draft import plan_year
from ledger.importers.extraction import Extraction
from ledger.importers.figure import Figure
from ledger.importers.figures.figures import find_figures
from ledger.importers.outline.outline import find_passages
from ledger.importers.passage import Role
from ledger.importers.reading import Reading
from ledger.importers.sources.source_facts import find_source_facts
from ledger.importers.statement import Statement
from ledger.importers.statements.statements import find_statements
from ledger.importers.topic import propose_topic
from ledger.model.dictionary import Dictionary


class UnknownYearError(Exception):
    """The document does not tell its year.

    Args:
        reason: what it lacks, for readers.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def extract(reading: Reading, dictionary: Dictionary, year: int | None = None) -> Extraction:
    """Find sentences, figures and statements of a document.

    Args:
        reading: the document.
        dictionary: vocabularies.
        year: the year it reports on, or plans for if it is a plan, where the editor gives it.

    Raises:
        UnknownYearError: nobody gave the year, and the document does not tell it.
    """
    passages = find_passages(reading.blocks)
    facts = find_source_facts(reading, passages, year)
    if facts.year is None:
        raise UnknownYearError(facts.year_reason)
    planned = plan_year(facts, facts.year)
    passages = tuple(
        replace(item, year=planned) if item.role is Role.PLAN and item.year is None else item
        for item in passages
    )
    figures = find_figures(passages, dictionary, facts.year)
    statements = find_statements(passages, figures, dictionary, facts.year)
    told = _topics_told(figures, statements)
    topics = []
    for number, figure in enumerate(figures):
        indicator = dictionary.indicators.get(figure.indicator or "")
        around = passages[figure.passage]
        topics.append(
            indicator.topic
            if indicator
            else told.get(number) or propose_topic(figure.name, around.headings, dictionary, around.text)
        )
    return Extraction(reading, facts.year, passages, figures, statements, tuple(topics))


def _topics_told(figures: Sequence[Figure], statements: Sequence[Statement]) -> Mapping[int, str]:
    """The topics of figures that stand in one statement only, so that both come into one file."""
    counts = Counter(statement.passage for statement in statements)
    topics: dict[int, set[str]] = defaultdict(set)
    for statement in statements:
        for number in statement.figures:
            within = statement.start <= figures[number].start < statement.end
            if within or counts[statement.passage] == 1:
                topics[number].add(statement.topic)
    return {number: next(iter(found)) for number, found in topics.items() if len(found) == 1}
