"""A document that was read → everything that is found in it."""

from dataclasses import replace

from ledger.importers.extraction import Extraction
from ledger.importers.figures import find_figures
from ledger.importers.outline import find_passages
from ledger.importers.passage import Role
from ledger.importers.reading import Reading
from ledger.importers.source_draft import kind_of, plan_year
from ledger.importers.statements import find_statements
from ledger.importers.topic import propose_topic
from ledger.model.dictionary import Dictionary


def extract(reading: Reading, dictionary: Dictionary, year: int) -> Extraction:
    """Find sentences, figures and statements of a document.

    Args:
        reading: the document.
        dictionary: vocabularies.
        year: the year it reports on, or plans for if it is a plan.
    """
    passages = find_passages(reading.blocks)
    planned = plan_year(reading, kind_of(reading, passages), year)
    passages = tuple(
        replace(item, year=planned) if item.role is Role.PLAN and item.year is None else item
        for item in passages
    )
    figures = find_figures(passages, dictionary, year)
    statements = find_statements(passages, figures, dictionary, year)
    topics = tuple(
        dictionary.indicators[figure.indicator].topic
        if figure.indicator in dictionary.indicators
        else propose_topic(figure.name, passages[figure.passage].headings, dictionary)
        for figure in figures
    )
    return Extraction(reading, year, passages, figures, statements, topics)
