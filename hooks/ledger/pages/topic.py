"""The pages of topics over all regions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ledger.model.indicator import Indicator
from ledger.model.ledger import TopicYear
from ledger.model.region import Region
from ledger.model.topic import Topic
from ledger.pages import links
from ledger.pages.book import Book, Overview
from ledger.pages.chart_figure import ChartFigure
from ledger.pages.count_charts import verdict_chart
from ledger.pages.page import PageSpec


@dataclass(frozen=True)
class TopicSummary:
    """A topic with its counts.

    Args:
        topic: the topic.
        overview: counts over all regions.
        regions: number of regions with a file on it.
    """

    topic: Topic
    overview: Overview
    regions: int


@dataclass(frozen=True)
class TopicsPage:
    """What the list of topics shows.

    Args:
        topics: topics with content.
        silent: topics of the dictionary on which no document says anything.
    """

    topics: tuple[TopicSummary, ...]
    silent: tuple[Topic, ...]


@dataclass(frozen=True)
class RegionFile:
    """One region's file on a topic.

    Args:
        region: the region.
        file: the content file.
        overview: counts.
    """

    region: Region
    file: TopicYear
    overview: Overview


@dataclass(frozen=True)
class TopicPage:
    """What a topic's page shows.

    Args:
        summary: the topic with its counts.
        files: what each region has on it.
        indicators: standard indicators of the topic.
        charts: drawings.
    """

    summary: TopicSummary
    files: tuple[RegionFile, ...]
    indicators: tuple[Indicator, ...]
    charts: tuple[ChartFigure, ...]


def topic_pages(book: Book) -> Iterator[PageSpec]:
    """Make the list of topics and every topic's page.

    Args:
        book: ledger and findings.
    """
    topics = book.ledger.dictionary.topics
    summaries = {id_: _summary(book, topics[id_], files) for id_, files in book.by_topic.items()}
    silent = tuple(topic for topic in topics.values() if topic.id not in summaries)
    yield PageSpec(links.TOPICS, "topics.md.j2", lambda: TopicsPage(tuple(summaries.values()), silent))
    indicators: dict[str, list[Indicator]] = {}
    for indicator in book.ledger.dictionary.indicators.values():
        indicators.setdefault(indicator.topic, []).append(indicator)
    for id_, summary in summaries.items():
        make = partial(_context, book, summary, tuple(indicators.get(id_, ())))
        yield PageSpec(links.topic(id_), "topic.md.j2", make, "content/dictionary/topics.yml")


def _context(book: Book, summary: TopicSummary, indicators: tuple[Indicator, ...]) -> TopicPage:
    regions = book.ledger.regions
    files = tuple(
        RegionFile(regions[file.region], file, book.overview([file]))
        for file in book.by_topic[summary.topic.id]
    )
    return TopicPage(summary, files, indicators, verdict_chart(book, summary.overview.tally))


def _summary(book: Book, topic: Topic, files: list[TopicYear]) -> TopicSummary:
    return TopicSummary(topic, book.overview(files), len({file.region for file in files}))
