"""The pages of a region and of each of its years."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ledger.model.ledger import TopicYear
from ledger.model.measure import Measure
from ledger.model.region import Region
from ledger.model.source import Source
from ledger.model.topic import Topic
from ledger.pages import links
from ledger.pages.book import Book, Overview
from ledger.pages.chart_figure import ChartFigure
from ledger.pages.count_charts import disclosure_chart, verdict_chart
from ledger.pages.figure_charts import target_actual_charts
from ledger.pages.page import PageSpec
from ledger.pages.topic_year import Answered, answered_problems


@dataclass(frozen=True)
class TopicEntry:
    """A topic of a year with its counts.

    Args:
        file: the content file.
        topic: its topic.
        overview: counts.
    """

    file: TopicYear
    topic: Topic
    overview: Overview


@dataclass(frozen=True)
class YearEntry:
    """A year of a region with its counts.

    Args:
        year: the year.
        overview: counts.
        topics: its topics.
    """

    year: int
    overview: Overview
    topics: tuple[TopicEntry, ...]


@dataclass(frozen=True)
class RegionPage:
    """What a region's page shows.

    Args:
        region: the region.
        overview: counts over all years.
        key_figures: figures at the head of the page.
        years: its years, newest first.
        sources: its documents.
        charts: drawings.
    """

    region: Region
    overview: Overview
    key_figures: tuple[Measure, ...]
    years: tuple[YearEntry, ...]
    sources: tuple[Source, ...]
    charts: tuple[ChartFigure, ...]


@dataclass(frozen=True)
class RegionYearPage:
    """What the page of a region's year shows.

    Args:
        region: the region.
        entry: the year.
        key_figures: figures at the head of the page.
        problems: stated problems with what responds to them.
        sources: documents it draws on.
        earlier: the year before, among those with content.
        later: the year after.
        charts: drawings.
    """

    region: Region
    entry: YearEntry
    key_figures: tuple[Measure, ...]
    problems: tuple[Answered, ...]
    sources: tuple[Source, ...]
    earlier: int | None
    later: int | None
    charts: tuple[ChartFigure, ...]


def place_pages(book: Book) -> Iterator[PageSpec]:
    """Make the pages of every region and of each of its years.

    Args:
        book: ledger and findings.
    """
    for region, files in book.by_region.items():
        yield region_page(book, region, links.region(region))
        path, years = book.ledger.regions[region].path, sorted({file.year for file in files}, reverse=True)
        for later, year, earlier in zip([None, *years], years, [*years[1:], None], strict=False):
            make = partial(_region_year, book, region, year, earlier, later)
            yield PageSpec(links.region_year(region, year), "region_year.md.j2", make, path)


def region_page(book: Book, region_id: str, address: str) -> PageSpec:
    """Make a region's page at an address: its own, or the home page of an installation with one region.

    Args:
        book: ledger and findings.
        region_id: the region.
        address: where the page stands.
    """
    path = book.ledger.regions[region_id].path
    return PageSpec(address, "region.md.j2", partial(_region, book, region_id), path)


def _region(book: Book, region_id: str) -> RegionPage:
    files = book.by_region[region_id]
    years = _years(book, files)
    region = book.ledger.regions[region_id]
    overview = book.overview(files)
    sources = tuple(book.sources_of[region_id])
    charts = (
        *verdict_chart(book, overview.tally),
        *disclosure_chart(book, [(str(entry.year), entry.overview.disclosure) for entry in years]),
    )
    return RegionPage(region, overview, tuple(book.key_figures(files)), years, sources, charts)


def _years(book: Book, files: list[TopicYear]) -> tuple[YearEntry, ...]:
    by_year: dict[int, list[TopicYear]] = {}
    for file in files:
        by_year.setdefault(file.year, []).append(file)
    topics = book.ledger.dictionary.topics
    return tuple(
        YearEntry(
            year,
            book.overview(same),
            tuple(TopicEntry(file, topics[file.topic], book.overview([file])) for file in same),
        )
        for year, same in sorted(by_year.items(), reverse=True)
    )


def _region_year(
    book: Book, region_id: str, year: int, earlier: int | None, later: int | None
) -> RegionYearPage:
    (entry,) = _years(book, [file for file in book.by_region[region_id] if file.year == year])
    files = [topic.file for topic in entry.topics]
    measures = tuple(measure for file in files for measure in file.measures)
    sources = dict.fromkeys(source for file in files for source in file.sources)
    charts = (
        *verdict_chart(book, entry.overview.tally),
        *target_actual_charts(book, measures),
        *disclosure_chart(book, [(topic.topic.name, topic.overview.disclosure) for topic in entry.topics]),
    )
    return RegionYearPage(
        book.ledger.regions[region_id],
        entry,
        tuple(book.key_figures(files)),
        answered_problems(book, files),
        tuple(book.ledger.sources[source] for source in sources),
        earlier,
        later,
        charts,
    )
