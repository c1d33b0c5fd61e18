"""The pages of indicators: definition, series, regions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ledger.analysis.series import Series
from ledger.model.indicator import Indicator
from ledger.model.topic import Topic
from ledger.pages import links
from ledger.pages.audit import audit_rows
from ledger.pages.book import Book
from ledger.pages.chart_figure import ChartFigure, numbered
from ledger.pages.figure_charts import series_charts
from ledger.pages.page import PageSpec


@dataclass(frozen=True)
class IndicatorSummary:
    """An indicator with how often it is published.

    Args:
        indicator: the indicator.
        disclosed: open figures.
        redacted: masked figures.
        regions: regions that speak of it.
    """

    indicator: Indicator
    disclosed: int
    redacted: int
    regions: int


@dataclass(frozen=True)
class TopicIndicators:
    """The indicators of a topic.

    Args:
        topic: the topic.
        indicators: its indicators with their counts.
    """

    topic: Topic
    indicators: tuple[IndicatorSummary, ...]


@dataclass(frozen=True)
class IndicatorsPage:
    """What the list of indicators shows.

    Args:
        topics: indicators by topic.
    """

    topics: tuple[TopicIndicators, ...]


@dataclass(frozen=True)
class IndicatorPage:
    """What an indicator's page shows.

    Args:
        summary: the indicator with its counts.
        topic: its topic.
        series: its figures by region.
        charts: drawings.
        checked: where figures stand on the audit page, by measure id.
        latest: the last open figure of each place, by measure id.
        is_compared: whether the page of comparisons speaks of it.
    """

    summary: IndicatorSummary
    topic: Topic
    series: tuple[Series, ...]
    charts: tuple[ChartFigure, ...]
    checked: Mapping[str, str]
    latest: frozenset[str]
    is_compared: bool


def indicator_pages(book: Book) -> Iterator[PageSpec]:
    """Make the list of indicators and every indicator's page.

    Args:
        book: ledger and findings.
    """
    dictionary = book.ledger.dictionary
    summaries = {id_: _summary(book, item) for id_, item in dictionary.indicators.items()}
    by_topic: dict[str, list[IndicatorSummary]] = {}
    for summary in summaries.values():
        by_topic.setdefault(summary.indicator.topic, []).append(summary)
    topics = tuple(TopicIndicators(dictionary.topics[id_], tuple(items)) for id_, items in by_topic.items())
    yield PageSpec(links.INDICATORS, "indicators.md.j2", lambda: IndicatorsPage(topics))
    checked = audit_rows(book.findings)
    for id_, summary in summaries.items():
        make = partial(_context, book, summary, checked)
        yield PageSpec(links.indicator(id_), "indicator.md.j2", make, summary.indicator.path)


def _context(book: Book, summary: IndicatorSummary, checked: Mapping[str, str]) -> IndicatorPage:
    indicator, findings = summary.indicator, book.findings
    series = tuple(findings.series.get(indicator.id, ()))
    charts = tuple(numbered(series_charts(book, indicator, series)))
    topic, is_compared = book.ledger.dictionary.topics[indicator.topic], indicator.id in findings.comparisons
    return IndicatorPage(summary, topic, series, charts, checked, _latest(series), is_compared)


def _latest(series: Sequence[Series]) -> frozenset[str]:
    open_ = ([measure.id for measure in item.measures if measure.value is not None] for item in series)
    return frozenset(ids[-1] for ids in open_ if ids)


def _summary(book: Book, indicator: Indicator) -> IndicatorSummary:
    series = book.findings.series.get(indicator.id, [])
    statuses = [measure.status.value for item in series for measure in item.measures]
    return IndicatorSummary(indicator, statuses.count("disclosed"), statuses.count("redacted"), len(series))
