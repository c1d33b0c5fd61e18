"""A chart with what stands around it on a page: caption, table, downloads."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from charts.chart import Chart
from ledger.exports.tables import Table, csv_bytes
from ledger.pages.chart_words import ChartWords

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ChartFigure:
    """A chart on a page.

    Args:
        name: its file name on the page, without ending; stable, so that downloads keep their address.
        chart: what is drawn.
        caption: the sentence that says what it shows, computed from the same data.
        headers: column names of the table beside it.
        rows: the table's cells, as readers see them.
    """

    name: str
    chart: Chart
    caption: str
    headers: tuple[str, ...]
    rows: Rows


def make_figure(
    words: ChartWords, caption: str, rows: Rows, build: Callable[[str], Chart], headers: str = ""
) -> ChartFigure:
    """Put what stands around a chart together with it.

    Args:
        words: name the columns, and say the caption and the table to readers who cannot see the chart.
        caption: the sentence that says what the chart shows.
        rows: the table's cells.
        build: makes the chart, whose label it is given.
        headers: macro that names the columns, if it is another than that of the form.
    """
    chart = build(words.say("alternative", caption, rows))
    columns = words.headers(headers or f"{chart.form}_headers")
    return ChartFigure(chart.form, chart, caption, columns, rows)


def table_csv(figure: ChartFigure) -> bytes:
    """Write the table beside a chart as CSV, guarded like all tables for spreadsheets.

    Args:
        figure: the chart.
    """
    return csv_bytes(Table(figure.headers, figure.rows))


def numbered(figures: Sequence[ChartFigure]) -> Iterator[ChartFigure]:
    """Give charts of one form on one page names of their own.

    Args:
        figures: the charts of a page, in order.
    """
    seen: dict[str, int] = {}
    for figure in figures:
        count = seen[figure.name] = seen.get(figure.name, 0) + 1
        name = figure.name if count == 1 else f"{figure.name}-{count}"
        yield ChartFigure(name, figure.chart, figure.caption, figure.headers, figure.rows)
