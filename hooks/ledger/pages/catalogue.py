"""Which pages exist, in one list."""

from collections.abc import Iterator

from ledger.pages.audit import audit_pages
from ledger.pages.book import Book
from ledger.pages.changes import changes_page
from ledger.pages.commitment import commitment_pages
from ledger.pages.comparison import comparison_page
from ledger.pages.disclosure import disclosure_page
from ledger.pages.glossary import glossary_page
from ledger.pages.home import home_page
from ledger.pages.indicator import indicator_pages
from ledger.pages.page import PageSpec
from ledger.pages.place import place_pages
from ledger.pages.problems import problems_page
from ledger.pages.source import source_pages
from ledger.pages.topic import topic_pages
from ledger.pages.topic_year import topic_year_pages
from ledger.pages.tracker import tracker_pages


def all_pages(book: Book) -> Iterator[PageSpec]:
    """List every page but that of the data; it needs the exports and is made beside them.

    Args:
        book: ledger and findings.
    """
    yield home_page(book)
    yield from place_pages(book)
    yield from topic_year_pages(book)
    yield from commitment_pages(book)
    yield from tracker_pages(book)
    yield from topic_pages(book)
    yield from indicator_pages(book)
    yield comparison_page(book)
    yield from source_pages(book)
    yield from audit_pages(book)
    yield changes_page(book)
    yield glossary_page(book)
    yield problems_page()
    yield disclosure_page(book)
