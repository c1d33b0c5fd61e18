"""The page of all promises."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.analysis.verdict import Assessment
from ledger.pages import links
from ledger.pages.book import Book, Overview
from ledger.pages.page import PageSpec


@dataclass(frozen=True)
class Choice:
    """A value that the tracker can be filtered by.

    Args:
        id: the value in addresses.
        name: what readers see.
        count: promises with this value.
    """

    id: str
    name: str
    count: int


@dataclass(frozen=True)
class TrackerPage:
    """What the tracker shows.

    Args:
        overview: counts over everything.
        assessments: every promise with its verdict, quoted ones too.
        regions: filter by region.
        years: filter by year.
        topics: filter by topic.
        verdicts: filter by verdict.
        owners: filter by whose promise it is.
    """

    overview: Overview
    assessments: tuple[Assessment, ...]
    regions: tuple[Choice, ...]
    years: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    verdicts: tuple[Choice, ...]
    owners: tuple[Choice, ...]


def tracker_page(book: Book) -> PageSpec:
    """Make the tracker.

    Args:
        book: ledger and findings.
    """
    assessments = tuple(book.findings.assessments.values())
    keys = [item.commitment.key for item in assessments]
    dictionary, regions = book.ledger.dictionary, book.ledger.regions
    years = [(str(year), str(year)) for year in sorted({key.year for key in keys})]
    context = TrackerPage(
        book.overview(book.ledger.files),
        assessments,
        _choices((key.region for key in keys), [(item.id, item.name) for item in regions.values()]),
        _choices((str(key.year) for key in keys), years),
        _choices((key.topic for key in keys), [(item.id, item.name) for item in dictionary.topics.values()]),
        _choices((item.verdict.value for item in assessments), _names(book, "verdict")),
        _choices((item.commitment.owner_kind.value for item in assessments), _names(book, "owner_kind")),
    )
    return PageSpec(links.TRACKER, "tracker.md.j2", context)


def _names(book: Book, vocabulary: str) -> list[tuple[str, str]]:
    return [(term.id, term.name) for term in book.ledger.dictionary.terms[vocabulary].values()]


def _choices(values: Iterable[str], names: list[tuple[str, str]]) -> tuple[Choice, ...]:
    counts = Counter(values)
    return tuple(Choice(id_, name, counts[id_]) for id_, name in names if counts[id_])
