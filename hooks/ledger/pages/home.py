"""The home page: what the ledger holds and what it found."""

from dataclasses import dataclass
from functools import partial

from ledger.analysis.disclosure import Disclosure, count_disclosure
from ledger.analysis.recomputation import differing
from ledger.model.measure import Measure
from ledger.model.region import Region
from ledger.model.source import Repeat, Source
from ledger.pages import links
from ledger.pages.book import Book, Overview
from ledger.pages.chart_figure import ChartFigure
from ledger.pages.count_charts import disclosure_chart, verdict_chart
from ledger.pages.page import PageSpec
from ledger.pages.place import region_page


@dataclass(frozen=True)
class RegionEntry:
    """A region with its counts.

    Args:
        region: the region.
        overview: counts.
        years: its years, oldest first.
        sources: its documents.
    """

    region: Region
    overview: Overview
    years: tuple[int, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class SourceEntry:
    """A document with what it discloses.

    Args:
        source: the document.
        disclosure: its figures by status.
    """

    source: Source
    disclosure: Disclosure


@dataclass(frozen=True)
class HomePage:
    """What the home page of several regions shows.

    Args:
        overview: counts over everything.
        regions: the regions.
        sources: the documents with what they disclose, most masked first.
        repeats: texts that stand twice, with their documents.
        key_figures: figures at the head of the page.
        recomputed: rates worked out again.
        differing: how many of them do not follow from their parts.
        charts: drawings.
    """

    overview: Overview
    regions: tuple[RegionEntry, ...]
    sources: tuple[SourceEntry, ...]
    repeats: tuple[tuple[Source, Repeat], ...]
    key_figures: tuple[Measure, ...]
    recomputed: int
    differing: int
    charts: tuple[ChartFigure, ...]


def home_page(book: Book) -> PageSpec:
    """Make the home page: one region's own page, or what the whole ledger found.

    Args:
        book: ledger and findings.
    """
    if len(book.ledger.regions) == 1:
        return region_page(book, next(iter(book.ledger.regions)), links.HOME)
    return PageSpec(links.HOME, "home.md.j2", partial(_context, book), "content/site.yml")


def _context(book: Book) -> HomePage:
    ledger = book.ledger
    overview = book.overview(ledger.files)
    sources = source_entries(book)
    by_masking = sorted(sources, key=lambda item: item.disclosure.redacted_share, reverse=True)
    names = [(entry.source.title, entry.disclosure) for entry in sources]
    regions = tuple(_region_entry(book, region) for region in ledger.regions.values())
    places = [(entry.region.name, entry.overview.disclosure) for entry in regions]
    return HomePage(
        overview,
        regions,
        tuple(by_masking),
        tuple((source, repeat) for source in ledger.sources.values() for repeat in source.repeats),
        tuple(book.key_figures(ledger.files)),
        len(book.findings.recomputations),
        len(differing(book.findings.recomputations.values())),
        (*verdict_chart(book, overview.tally), *disclosure_chart(book, names, places)),
    )


def source_entries(book: Book) -> list[SourceEntry]:
    """Count what every document discloses.

    Args:
        book: ledger and findings.
    """
    groups: dict[str, list[Measure]] = {source: [] for source in book.ledger.sources}
    for file in book.ledger.files:
        for measure in book.measures(file):
            groups[measure.origin.source].append(measure)
    sources = book.ledger.sources
    return [SourceEntry(sources[source], count_disclosure(items)) for source, items in groups.items()]


def _region_entry(book: Book, region: Region) -> RegionEntry:
    files = book.by_region[region.id]
    return RegionEntry(
        region,
        book.overview(files),
        tuple(sorted({file.year for file in files})),
        tuple(book.sources_of[region.id]),
    )
