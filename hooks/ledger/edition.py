"""The site in one state of its content, of which nothing is made before it is asked for."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from ledger.analysis.findings import Findings, analyse
from ledger.content.folder import Folder
from ledger.content.publishable import publishable
from ledger.exports.descriptions import describe_columns
from ledger.exports.feed import Feed, FeedItem, atom_bytes
from ledger.exports.open_data import encode, tabulate_all
from ledger.exports.tables import Table
from ledger.exports.workbook import WORKBOOK, workbook_bytes
from ledger.model.ledger import Ledger
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.catalogue import all_pages
from ledger.pages.changes import feed_words
from ledger.pages.chart_figure import ChartFigure
from ledger.pages.chart_files import Drawings, chart_file, chart_files
from ledger.pages.chart_words import ChartWords
from ledger.pages.data import DataPage, data_page, describe_data
from ledger.pages.links import content_copy
from ledger.pages.metadata import Metadata, page_metadata
from ledger.pages.page import Page, PageSpec
from ledger.pages.pictures import picture_files, pictured
from ledger.pages.rendering import environment, render, render_head
from ledger.pages.search import SearchPage, search_page, show_index
from ledger.pages.search_entries import authored_pages, ledger_entries, other_pages, search_names
from ledger.pages.stylesheet import STYLESHEET, site_stylesheet
from ledger.pages.tracker import tracker_rows
from ledger.search.entry import Entry, Names
from ledger.search.files import FOLDER, Index, lay_out

SUMMARY = "data/summary.json"


@dataclass(frozen=True)
class Edition:
    """The site in one state of its content: every page and file, each made when it is asked for.

    Args:
        ledger: what was read.
        content_dir: the folder `content/`.
        cache_dir: where drawings are kept from build to build; None keeps none.
        site_url: full address of the site with a slash at its end, where it is known; the feed and
            the pictures of shared links need it.
        docs_dir: authored pages that go beside the generated ones.
    """

    ledger: Ledger
    content_dir: Path
    cache_dir: Path | None = None
    site_url: str = ""
    docs_dir: Path | None = None

    @cached_property
    def findings(self) -> Findings:
        """What follows from the ledger."""
        return analyse(self.ledger)

    @cached_property
    def book(self) -> Book:
        """What pages are made from."""
        return Book(self.ledger, self.findings, ChartWords(self.ledger))

    @cached_property
    def specs(self) -> dict[str, PageSpec]:
        """Every generated page by its address."""
        last = (data_page(self._describe_data), search_page(self._show_index))
        return self._charted | {spec.address: spec for spec in last}

    @cached_property
    def _charted(self) -> dict[str, PageSpec]:
        """The pages that may have charts: those of the data and of the search are made from all others."""
        return {spec.address: spec for spec in all_pages(self.book)}

    @cached_property
    def drawings(self) -> Drawings:
        """The charts of all pages."""
        return Drawings(self._charted, self.cache_dir)

    def page(self, address: str) -> Page:
        """Render one page.

        Args:
            address: one of the specs'.
        """
        if address not in self._rendered:
            self._rendered[address] = self._renderers[0](self.specs[address])
        return self._rendered[address]

    def _head(self, address: str) -> Page:
        # Of a page that nobody has asked for, its body can wait.
        return self._rendered.get(address) or self._renderers[1](self.specs[address])

    def file(self, address: str) -> bytes | None:
        """Make one file that is no page; None where there is none.

        Args:
            address: path below the site's root.
        """
        group = next((start for start in self._groups if address.startswith(start)), None)
        found = self._group(group).get(address) if group is not None else None
        return chart_file(self.drawings, address) if found is None else found

    def files(self) -> dict[str, bytes]:
        """Make every file that is no page."""
        found = chart_files(self.drawings)
        for group in self._groups:
            found.update(self._group(group))
        return found

    def _group(self, start: str) -> Mapping[str, bytes]:
        if start not in self._made:
            self._made[start] = self._groups[start]()
        return self._made[start]

    @cached_property
    def _made(self) -> dict[str, Mapping[str, bytes]]:
        return {}

    @cached_property
    def _rendered(self) -> dict[str, Page]:
        return {}

    @cached_property
    def _renderers(self) -> tuple[Callable[[PageSpec], Page], Callable[[PageSpec], Page]]:
        """What renders a whole page, and what renders its head alone."""
        env = environment(self.ledger, self.drawings, self._metadata)
        return partial(render, env=env), partial(render_head, env=env)

    @cached_property
    def _pictured(self) -> dict[str, ChartFigure | None]:
        # Crawlers ask for pictures by full addresses only.
        return pictured(list(self._charted.values()), self.drawings) if self.site_url else {}

    @cached_property
    def _metadata(self) -> dict[str, Metadata]:
        others = [spec for spec in self.specs.values() if spec.address != links.SEARCH]
        found = page_metadata(self.book, others, self._pictured)
        return found | {links.SEARCH: found[links.HOME]}

    @cached_property
    def _groups(self) -> dict[str, Callable[[], Mapping[str, bytes]]]:
        """Files by how their addresses begin."""
        return {
            SUMMARY: lambda: {SUMMARY: _summary(self.ledger, self.findings, len(self.specs))},
            links.DATA: lambda: self._exports,
            FOLDER: lambda: self._index[-1].files,
            STYLESHEET: lambda: site_stylesheet(self.docs_dir) if self.docs_dir else {},
            "content/": lambda: _content_copies(self.content_dir, self.ledger),
            links.TRACKER_ROWS: self._tracker_rows,
            links.FEED: lambda: {links.FEED: _feed(self.ledger, self.site_url)},
            **({"": self._pictures} if self.site_url else {}),
        }

    def _tracker_rows(self) -> dict[str, bytes]:
        page = self._renderers[0](tracker_rows(self.book))
        return {links.TRACKER_ROWS: page.markdown.encode()}

    def _pictures(self) -> dict[str, bytes]:
        pages = [self.page(address) for address in self._pictured]
        return picture_files(self.book, pages, self._pictured, self.drawings, self.cache_dir)

    @cached_property
    def _tables(self) -> dict[str, Table]:
        return tabulate_all(self.ledger, self.findings)

    @cached_property
    def _exports(self) -> dict[str, bytes]:
        workbook = workbook_bytes(self._tables, describe_columns(), self.ledger.settings.as_of)
        return encode(self._tables) | {WORKBOOK: workbook}

    def _describe_data(self) -> DataPage:
        rows = {name: len(table.rows) for name, table in self._tables.items()}
        return describe_data(describe_columns(), rows, lambda: self._exports)

    @cached_property
    def _index(self) -> tuple[Names, list[Entry], Index]:
        """What can be found, last of all: every other page is."""
        names, entries = search_names(self.book), list(ledger_entries(self.book))
        known = {links.SEARCH, *(entry.address for entry in entries)}
        entries += other_pages((self._head(address) for address in self.specs if address not in known), known)
        entries += authored_pages(self.docs_dir) if self.docs_dir else []
        return names, entries, lay_out(entries, names)

    def _show_index(self) -> SearchPage:
        names, entries, index = self._index
        return show_index(self.book, entries, names, index)


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
