"""The whole product as one function: content in, a site's pages and files out."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ledger.analysis.findings import Findings, analyse
from ledger.content.authored import check_authored
from ledger.content.folder import Folder
from ledger.content.loader import load_ledger
from ledger.content.publishable import publishable
from ledger.exports.descriptions import describe_columns
from ledger.exports.feed import Feed, FeedItem, atom_bytes
from ledger.exports.open_data import encode, tabulate_all
from ledger.exports.workbook import WORKBOOK, workbook_bytes
from ledger.model.ledger import Ledger
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.catalogue import all_pages
from ledger.pages.changes import feed_words
from ledger.pages.chart_files import chart_files, draw_charts
from ledger.pages.chart_words import ChartWords
from ledger.pages.data import data_page
from ledger.pages.links import content_copy
from ledger.pages.metadata import page_metadata
from ledger.pages.page import Page, PageSpec
from ledger.pages.pictures import picture_files, pictured
from ledger.pages.rendering import environment, render
from ledger.pages.search import search_page
from ledger.pages.search_entries import authored_pages, ledger_entries, other_pages, search_names
from ledger.pages.stylesheet import site_stylesheet
from ledger.pages.tracker import tracker_rows
from ledger.problems import Problem
from ledger.search.files import lay_out

SUMMARY = "data/summary.json"
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Site:
    """Everything that a builder has to write.

    Args:
        pages: rendered pages.
        assets: other files by address.
        problems: what is wrong with the content; when there is anything, the rest is empty.
        ledger: what was read.
        findings: what follows from it.
    """

    pages: tuple[Page, ...] = ()
    assets: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    ledger: Ledger | None = None
    findings: Findings | None = None


def build_site(
    content_dir: Path,
    cache_dir: Path | None = None,
    progress: Progress | None = None,
    *,
    site_url: str = "",
    docs_dir: Path | None = None,
) -> Site:
    """Make every page and file of the site from a content folder.

    Args:
        content_dir: the folder `content/`.
        cache_dir: where drawings are kept from build to build; None keeps none.
        progress: called with the charts drawn so far and the charts to draw.
        site_url: full address of the site with a slash at its end, where it is known; the feed and
            the pictures of shared links need it.
        docs_dir: authored pages that go beside the generated ones, to be checked like the content.
    """
    ledger, problems = load_ledger(content_dir)
    problems += check_authored(docs_dir) if docs_dir else []
    if ledger is None or problems:
        return Site(problems=tuple(sorted(problems)))
    findings = analyse(ledger)
    book = Book(ledger, findings, ChartWords(ledger))
    exports, data = _open_data(book)
    specs = [*all_pages(book), data]
    drawings = draw_charts(specs, cache_dir, progress)
    # Crawlers ask for pictures by full addresses only.
    pictures = pictured(specs, drawings) if site_url else {}
    metadata = page_metadata(book, specs, pictures)
    metadata[links.SEARCH] = metadata[links.HOME]
    env = environment(ledger, drawings, metadata)
    pages = [render(spec, env) for spec in specs]
    search, index = _search(book, pages, docs_dir)
    pages.append(render(search, env))
    assets = {
        **exports,
        **index,
        **chart_files(specs, drawings, cache_dir),
        **picture_files(book, pages, pictures, drawings, cache_dir),
        **(site_stylesheet(docs_dir) if docs_dir else {}),
        **_content_copies(content_dir, ledger),
        links.TRACKER_ROWS: render(tracker_rows(book), env).markdown.encode(),
        links.FEED: _feed(ledger, site_url),
        SUMMARY: _summary(ledger, findings, len(pages)),
    }
    return Site(tuple(pages), assets, (), ledger, findings)


def _open_data(book: Book) -> tuple[dict[str, bytes], PageSpec]:
    """Write the tables, and make the page that offers them."""
    tables, columns = tabulate_all(book.ledger, book.findings), describe_columns()
    exports = encode(tables)
    exports[WORKBOOK] = workbook_bytes(tables, columns, book.ledger.settings.as_of)
    return exports, data_page(columns, {name: len(table.rows) for name, table in tables.items()}, exports)


def _search(book: Book, pages: Sequence[Page], docs_dir: Path | None) -> tuple[PageSpec, Mapping[str, bytes]]:
    """Make the search page and its index, last of all: every other page is to be found."""
    names, entries = search_names(book), list(ledger_entries(book))
    entries += other_pages(pages, {entry.address for entry in entries})
    entries += authored_pages(docs_dir) if docs_dir else []
    index = lay_out(entries, names)
    return search_page(book, entries, names, index), index.files


def _content_copies(content_dir: Path, ledger: Ledger) -> dict[str, bytes]:
    """Publish the content files themselves, which “编辑此页” opens where no repository is known."""
    if ledger.settings.repository:
        return {}
    # What was not read, such as a copy that an editor's program left behind, was not checked either.
    files = Folder(content_dir).inventory.files
    copies = {}
    for file in files:
        folders = file.relative_to(content_dir).parts
        is_shown = folders[0] != "regions" or folders[1] in ledger.regions
        content = publishable(file) if is_shown else None
        if content is not None:
            copies[content_copy(file.relative_to(content_dir.parent).as_posix())] = content
    return copies


def _feed(ledger: Ledger, site_url: str) -> bytes:
    words, settings = feed_words(ledger), ledger.settings
    items = [
        FeedItem(item.id, item.date, title, summary)
        for item, (title, summary) in zip(ledger.corrections, words.entries, strict=True)
    ]
    feed = Feed(words.title, settings.publisher, settings.title, settings.as_of, items)
    return atom_bytes(feed, f"{site_url}{links.CHANGES}" if site_url else "")


def _summary(ledger: Ledger, findings: Findings, pages: int) -> bytes:
    statuses = [measure.status.value for measure in ledger.measures.values()]
    counts = {
        "regions": len(ledger.regions),
        "sources": len(ledger.sources),
        "files": len(ledger.files),
        "commitments": len(ledger.commitments),
        "outcomes": len(ledger.outcomes),
        "disclosed": statuses.count("disclosed"),
        "redacted": statuses.count("redacted"),
        "not_reported": statuses.count("not_reported") + len(findings.missing),
        "problems": len(ledger.stated_problems),
        "pages": pages,
    }
    return (json.dumps(counts, ensure_ascii=False, indent=2) + "\n").encode()
