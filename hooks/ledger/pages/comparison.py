"""The page of comparisons: one indicator in several places or years, and why figures may not be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ledger.analysis.comparison import Apart, Comparison, Group, Hurdle
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.chart_figure import ChartFigure, numbered
from ledger.pages.count_charts import MOST_ROWS
from ledger.pages.figure_charts import group_chart
from ledger.pages.page import PageSpec


@dataclass(frozen=True)
class Compared:
    """Figures that may be compared.

    Args:
        group: the figures.
        charts: their drawing; none where they are too many to stand here.
    """

    group: Group
    charts: tuple[ChartFigure, ...]


@dataclass(frozen=True)
class ComparisonEntry:
    """One indicator.

    Args:
        found: its figures side by side.
        compared: those that may be compared.
        apart: those that may not, as many as stand here.
        common: what keeps every one of them apart.
        own: what else keeps each of those that stand here apart, in their order.
    """

    found: Comparison
    compared: tuple[Compared, ...]
    apart: tuple[Apart, ...]
    common: tuple[Hurdle, ...]
    own: tuple[tuple[Hurdle, ...], ...]


@dataclass(frozen=True)
class ComparisonPage:
    """What the page shows.

    Args:
        comparable: indicators some of whose figures may be compared.
        apart: indicators none of whose figures may.
        single: number of indicators that stand in one place and year only.
        silent: number of indicators that no document speaks of.
        charts: all drawings.
    """

    comparable: tuple[ComparisonEntry, ...]
    apart: tuple[ComparisonEntry, ...]
    single: int
    silent: int
    charts: tuple[ChartFigure, ...]


def comparison_page(book: Book) -> PageSpec:
    """Make the page of comparisons.

    Args:
        book: ledger and findings.
    """
    return PageSpec(links.COMPARISON, "comparison.md.j2", partial(_context, book))


def _context(book: Book) -> ComparisonPage:
    found = book.findings.comparisons
    charts = tuple(numbered(list(_charts(book, list(found.values())))))
    remaining = iter(charts)
    entries = [_entry(item, remaining) for item in found.values()]
    indicators = book.ledger.dictionary.indicators
    spoken = sum(id_ in book.findings.series for id_ in indicators)
    return ComparisonPage(
        tuple(entry for entry in entries if entry.compared),
        tuple(entry for entry in entries if not entry.compared),
        spoken - len(found),
        len(indicators) - spoken,
        charts,
    )


def _fits(group: Group) -> bool:
    return len(group.measures) <= MOST_ROWS


def _charts(book: Book, found: Sequence[Comparison]) -> Iterator[ChartFigure]:
    for item in found:
        for group in filter(_fits, item.groups):
            figure = group_chart(book, item.indicator, group)
            # Downloads keep their names when another indicator comes to stand above.
            yield replace(figure, name=f"{figure.name}-{item.indicator.id}")


def _entry(found: Comparison, charts: Iterator[ChartFigure]) -> ComparisonEntry:
    compared = tuple(Compared(group, (next(charts),) if _fits(group) else ()) for group in found.groups)
    told = found.apart[:MOST_ROWS]
    common = tuple(hurdle for hurdle in found.hurdles if all(hurdle in item.hurdles for item in found.apart))
    own = tuple(tuple(hurdle for hurdle in item.hurdles if hurdle not in common) for item in told)
    return ComparisonEntry(found, compared, told, common, own)
