"""The pictures of shared links: which pages have one of their own, and whose the others show."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from charts.picture import Picture, draw_pictures, fits
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.chart_figure import ChartFigure
from ledger.pages.page import Page, PageSpec
from ledger.pages.source import SourcePage

NAME = "share.png"
_HEADING = re.compile(r"^heading: (.*)$", re.MULTILINE)


def pictured(specs: Sequence[PageSpec], drawings: Mapping[str, str]) -> dict[str, ChartFigure | None]:
    """Choose the pages that have a picture of their own, with the chart that it shows.

    The home page has one in any case. A document's chart stands on the page of its year as well.

    Args:
        specs: the pages.
        drawings: SVG text by the chart's address.

    Returns:
        The chart by the page's address.
    """
    found: dict[str, ChartFigure | None] = {links.HOME: None}
    for spec in specs:
        if not isinstance(spec.context, SourcePage):
            figures = getattr(spec.context, "charts", ())
            first = next((item for item in figures if fits(drawings[spec.address + item.name])), None)
            found |= {spec.address: first} if first else {}
    return found


def nearest(book: Book, specs: Sequence[PageSpec], own: Mapping[str, object]) -> dict[str, str]:
    """Find the page whose picture each page shows: itself, or what stands above it.

    Args:
        book: says which promise belongs to which topic, and which document to which year.
        specs: the pages.
        own: the pages with a picture of their own.

    Returns:
        That page's address by the page's address.
    """
    ledger = book.ledger
    above = {
        **{
            links.commitment(item): links.topic_year(item.key.region, item.key.year, item.key.topic)
            for item in ledger.commitments.values()
        },
        **{
            links.source(item.id): links.region_year(item.region, item.year)
            for item in ledger.sources.values()
        },
    }
    return {spec.address: _nearest(above.get(spec.address, spec.address), own) for spec in specs}


def _nearest(address: str, own: Mapping[str, object]) -> str:
    while address not in own:
        address = address.rstrip("/").rpartition("/")[0]
        address += "/" if address else ""
    return address


def picture_files(
    book: Book,
    pages: Sequence[Page],
    own: Mapping[str, ChartFigure | None],
    drawings: Mapping[str, str],
    cache_dir: Path | None,
) -> dict[str, bytes]:
    """Draw the pictures.

    Args:
        book: names the site and its day.
        pages: rendered pages, whose headings the pictures say.
        own: the pages with a picture of their own.
        drawings: SVG text by the chart's address.
        cache_dir: where pictures are kept from build to build.

    Returns:
        PNG files by address.
    """
    settings = book.ledger.settings
    headings = {page.uri: _heading(page) for page in pages}
    day = book.words.say("as_of", settings.as_of)
    pictures = {}
    for address, figure in own.items():
        heading = headings[f"{address}index.md"]
        pictures[address + NAME] = Picture(
            # The site's name stands above every picture.
            settings.tagline if heading == settings.title else heading,
            figure.caption if figure else "",
            settings.title,
            day,
            drawings[address + figure.name] if figure else "",
        )
    return dict(zip(pictures, draw_pictures(list(pictures.values()), cache_dir), strict=True))


def _heading(page: Page) -> str:
    found = _HEADING.search(page.markdown)
    return str(json.loads(found[1])) if found else ""
