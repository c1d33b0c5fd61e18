"""Charts of all pages: drawn together, and offered as files beside their page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from charts.bundle import vega_bundle
from charts.chart import to_json
from charts.drawing import draw
from ledger.pages.chart_figure import ChartFigure, table_csv
from ledger.pages.page import PageSpec

BUNDLE = "assets/javascripts/vega.js"


def draw_charts(
    specs: Sequence[PageSpec], cache_dir: Path | None, progress: Callable[[int, int], None] | None
) -> dict[str, str]:
    """Draw the charts of all pages in one go.

    Args:
        specs: the pages.
        cache_dir: where drawings are kept from build to build.
        progress: called with the charts drawn so far and the charts to draw.

    Returns:
        SVG text by the chart's address without ending.
    """
    placed = dict(_placed(specs))
    drawn = draw([figure.chart for figure in placed.values()], cache_dir, progress)
    return dict(zip(placed, drawn, strict=True))


def chart_files(
    specs: Sequence[PageSpec], drawings: Mapping[str, str], cache_dir: Path | None
) -> dict[str, bytes]:
    """Make the downloads of every chart, and what interactive charts need.

    Args:
        specs: the pages.
        drawings: SVG text by address.
        cache_dir: where the script bundle is kept from build to build.
    """
    files: dict[str, bytes] = {}
    for address, figure in _placed(specs):
        files[f"{address}.csv"] = table_csv(figure)
        files[f"{address}.svg"] = drawings[address].encode()
        files[f"{address}.json"] = to_json(figure.chart).encode()
    return files | ({BUNDLE: vega_bundle(cache_dir)} if drawings else {})


def _placed(specs: Sequence[PageSpec]) -> Iterator[tuple[str, ChartFigure]]:
    for spec in specs:
        for figure in getattr(spec.context, "charts", ()):
            yield spec.address + figure.name, figure
