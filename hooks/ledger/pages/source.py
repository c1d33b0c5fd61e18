"""The pages of documents: what they are, and everything the ledger took from them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ledger.analysis.disclosure import count_disclosure
from ledger.model.commitment import Commitment
from ledger.model.ledger import TopicYear
from ledger.model.measure import Measure
from ledger.model.outcome import Outcome
from ledger.model.region import Region
from ledger.model.source import Source
from ledger.model.stated_problem import StatedProblem
from ledger.model.topic import Topic
from ledger.pages import links
from ledger.pages.audit import audit_rows
from ledger.pages.book import Book
from ledger.pages.chart_figure import ChartFigure
from ledger.pages.count_charts import disclosure_chart
from ledger.pages.home import SourceEntry, source_entries
from ledger.pages.page import PageSpec


@dataclass(frozen=True)
class Extract:
    """What one content file took from a document.

    Args:
        file: the content file.
        topic: its topic.
        measures: figures, missing ones too.
        commitments: promises.
        outcomes: results.
        stated_problems: admitted problems.
    """

    file: TopicYear
    topic: Topic
    measures: tuple[Measure, ...]
    commitments: tuple[Commitment, ...]
    outcomes: tuple[Outcome, ...]
    stated_problems: tuple[StatedProblem, ...]


@dataclass(frozen=True)
class SourcesPage:
    """What the list of documents shows.

    Args:
        entries: documents with their counts.
    """

    entries: tuple[SourceEntry, ...]


@dataclass(frozen=True)
class SourcePage:
    """What a document's page shows.

    Args:
        entry: the document with its counts.
        region: its region.
        extracts: what was taken from it, by content file.
        commitments: number of promises.
        outcomes: number of results.
        stated_problems: number of admitted problems.
        repaired: repaired figures.
        charts: drawings.
        checked: where figures stand on the audit page, by measure id.
    """

    entry: SourceEntry
    region: Region
    extracts: tuple[Extract, ...]
    commitments: int
    outcomes: int
    stated_problems: int
    repaired: tuple[Measure, ...]
    charts: tuple[ChartFigure, ...]
    checked: Mapping[str, str]


def source_pages(book: Book) -> Iterator[PageSpec]:
    """Make the list of documents and every document's page.

    Args:
        book: ledger and findings.
    """
    entries = source_entries(book)
    yield PageSpec(links.SOURCES, "sources.md.j2", lambda: SourcesPage(tuple(entries)))
    checked = audit_rows(book.findings)
    for entry in entries:
        make = partial(_context, book, entry, checked)
        yield PageSpec(links.source(entry.source.id), "source.md.j2", make, entry.source.path)


def _context(book: Book, entry: SourceEntry, checked: Mapping[str, str]) -> SourcePage:
    extracts = tuple(_extract(book, entry.source, file) for file in book.by_source[entry.source.id])
    measures = [measure for extract in extracts for measure in extract.measures]
    return SourcePage(
        entry,
        book.ledger.regions[entry.source.region],
        extracts,
        sum(len(extract.commitments) for extract in extracts),
        sum(len(extract.outcomes) for extract in extracts),
        sum(len(extract.stated_problems) for extract in extracts),
        tuple(measure for measure in measures if measure.origin.repaired),
        _charts(book, extracts),
        checked,
    )


def _charts(book: Book, extracts: tuple[Extract, ...]) -> tuple[ChartFigure, ...]:
    by_topic: dict[str, list[Measure]] = {}
    for extract in extracts:
        by_topic.setdefault(extract.topic.name, []).extend(extract.measures)
    return disclosure_chart(book, [(name, count_disclosure(items)) for name, items in by_topic.items()])


def _extract(book: Book, source: Source, file: TopicYear) -> Extract:
    return Extract(
        file,
        book.ledger.dictionary.topics[file.topic],
        tuple(item for item in book.measures(file) if item.origin.source == source.id),
        tuple(item for item in file.commitments if item.origin.source == source.id),
        tuple(item for item in file.outcomes if item.origin.source == source.id),
        tuple(item for item in file.stated_problems if item.origin.source == source.id),
    )
