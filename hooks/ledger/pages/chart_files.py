"""Charts of pages: drawn together or one by one, and offered as files beside their page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from charts.bundle import vega_bundle
from charts.chart import to_json
from charts.drawing import draw
from ledger.pages.chart_figure import ChartFigure, table_csv
from ledger.pages.page import PageSpec

BUNDLE = "assets/javascripts/vega.js"
_KINDS: Mapping[str, Callable[[ChartFigure, Callable[[], str]], bytes]] = {
    "csv": lambda figure, _: table_csv(figure),
    "svg": lambda _, drawing: drawing().encode(),
    "json": lambda figure, _: to_json(figure.chart).encode(),
}


@dataclass(frozen=True)
class Drawings(Mapping[str, str]):
    """SVG text by the chart's address without ending, each drawn when it is asked for unless it was before.

    Args:
        specs: the pages by address.
        cache_dir: where drawings are kept from build to build.
    """

    specs: Mapping[str, PageSpec]
    cache_dir: Path | None
    _ready: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, address: str) -> str:
        if address not in self._ready:
            figure = self.figure(address)
            if figure is None:
                raise KeyError(address)
            (self._ready[address],) = draw([figure.chart], self.cache_dir)
        return self._ready[address]

    def __iter__(self) -> Iterator[str]:
        return (address for address, _ in self._placed())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def figure(self, address: str) -> ChartFigure | None:
        """Find the chart of an address; None where there is none.

        Args:
            address: the page's address and the chart's name.
        """
        page, slash, name = address.rpartition("/")
        spec = self.specs.get(page + slash)
        return next((item for item in _figures(spec) if item.name == name), None) if spec else None

    def draw_all(self, progress: Callable[[int, int], None] | None) -> None:
        """Draw the charts of all pages in one go.

        Args:
            progress: called with the charts drawn so far and the charts to draw.
        """
        placed = dict(self._placed())
        drawn = draw([figure.chart for figure in placed.values()], self.cache_dir, progress)
        self._ready.update(zip(placed, drawn, strict=True))

    def _placed(self) -> Iterator[tuple[str, ChartFigure]]:
        for spec in self.specs.values():
            for figure in _figures(spec):
                yield spec.address + figure.name, figure


def _figures(spec: PageSpec) -> tuple[ChartFigure, ...]:
    return getattr(spec.context, "charts", ())


def chart_files(drawings: Drawings) -> dict[str, bytes]:
    """Make the downloads of every chart, and what interactive charts need.

    Args:
        drawings: the charts of all pages.
    """
    places = [f"{address}.{kind}" for address in drawings for kind in _KINDS]
    files = {place: found for place in places if (found := chart_file(drawings, place)) is not None}
    return files | ({BUNDLE: vega_bundle(drawings.cache_dir)} if files else {})


def chart_file(drawings: Drawings, address: str) -> bytes | None:
    """Make one download of a chart, or what interactive charts need; None where there is none.

    Args:
        drawings: the charts of all pages.
        address: of the file.
    """
    if address == BUNDLE:
        return vega_bundle(drawings.cache_dir) if any(True for _ in drawings) else None
    name, _, kind = address.rpartition(".")
    figure = drawings.figure(name) if kind in _KINDS else None
    return _KINDS[kind](figure, lambda: drawings[name]) if figure else None
