"""The page of how much is open, masked or missing: by document, region, year and topic."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from ledger.analysis.disclosure import Disclosure, count_disclosure
from ledger.model.ledger import TopicYear
from ledger.model.measure import Measure
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.chart_figure import ChartFigure, numbered
from ledger.pages.count_charts import disclosure_chart
from ledger.pages.page import PageSpec


@dataclass(frozen=True)
class DisclosureRow:
    """One document, region, year or topic.

    Args:
        name: its name.
        address: its page, or None where it has none.
        disclosure: its figures by status.
    """

    name: str
    address: str | None
    disclosure: Disclosure


@dataclass(frozen=True)
class DisclosurePage:
    """What the page shows.

    Args:
        total: all figures by status.
        sources: by document.
        regions: by region.
        years: by year, oldest first.
        topics: by topic.
        charts: drawings.
    """

    total: Disclosure
    sources: tuple[DisclosureRow, ...]
    regions: tuple[DisclosureRow, ...]
    years: tuple[DisclosureRow, ...]
    topics: tuple[DisclosureRow, ...]
    charts: tuple[ChartFigure, ...]


def disclosure_page(book: Book) -> PageSpec:
    """Make the page of how much is open, masked or missing.

    Args:
        book: ledger and findings.
    """
    return PageSpec(links.DISCLOSURE, "disclosure.md.j2", partial(_context, book))


def _context(book: Book) -> DisclosurePage:
    ledger = book.ledger
    topics = ledger.dictionary.topics
    sources = _rows(
        _counts(book, lambda _, measure: measure.origin.source),
        {id_: (source.title, links.source(id_)) for id_, source in ledger.sources.items()},
    )
    regions = _rows(
        _counts(book, lambda file, _: file.region),
        {id_: (region.name, links.region(id_)) for id_, region in ledger.regions.items()},
    )
    years = {str(file.year) for file in ledger.files}
    by_year = _rows(
        _counts(book, lambda file, _: str(file.year)), {year: (year, None) for year in sorted(years)}
    )
    by_topic = _rows(
        _counts(book, lambda file, _: file.topic),
        {id_: (topics[id_].name, links.topic(id_)) for id_ in book.by_topic},
    )
    return DisclosurePage(
        count_disclosure(measure for file in ledger.files for measure in book.measures(file)),
        sources,
        regions,
        by_year,
        by_topic,
        tuple(numbered((*_chart(book, sources, regions, by_year), *_chart(book, by_topic)))),
    )


def _counts(book: Book, kind: Callable[[TopicYear, Measure], str]) -> dict[str, list[Measure]]:
    groups: dict[str, list[Measure]] = {}
    for file in book.ledger.files:
        for measure in book.measures(file):
            groups.setdefault(kind(file, measure), []).append(measure)
    return groups


def _rows(
    groups: Mapping[str, list[Measure]], named: Mapping[str, tuple[str, str | None]]
) -> tuple[DisclosureRow, ...]:
    return tuple(
        DisclosureRow(name, address, count_disclosure(groups.get(id_, ())))
        for id_, (name, address) in named.items()
    )


def _chart(book: Book, *divisions: tuple[DisclosureRow, ...]) -> tuple[ChartFigure, ...]:
    return disclosure_chart(book, *([(row.name, row.disclosure) for row in rows] for rows in divisions))
