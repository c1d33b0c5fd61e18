"""The page of the search, which without scripts is an index of all pages."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ledger.model.indicator import Indicator
from ledger.model.ledger import TopicYear
from ledger.model.region import Region
from ledger.model.source import Source
from ledger.model.topic import Topic
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.page import PageSpec
from ledger.search.entry import Entry, Kind, Names
from ledger.search.files import Index

# More than these are reached through the pages of years and through the list of documents.
MOST_FILES = 500
MOST_SOURCES = 200


@dataclass(frozen=True)
class Filter:
    """One way to narrow what was found.

    Args:
        name: its name in addresses.
        choices: id, name and number of entries of each value that occurs.
    """

    name: str
    choices: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class PlaceIndex:
    """Everything on one region.

    Args:
        region: the region.
        years: its years, newest first, with the files of each; without them where there are too many in all.
    """

    region: Region
    years: tuple[tuple[int, tuple[TopicYear, ...]], ...]


@dataclass(frozen=True)
class SearchPage:
    """What the search page shows.

    Args:
        index: the index.
        total: number of things that can be found.
        filters: ways to narrow what was found.
        places: regions with their years and files.
        topics: topics with content.
        indicators: indicators with the topic that each belongs to.
        sources: documents; none where they are too many.
        others: titles and addresses of all pages beside these.
    """

    index: Index
    total: int
    filters: tuple[Filter, ...]
    places: tuple[PlaceIndex, ...]
    topics: tuple[Topic, ...]
    indicators: tuple[tuple[Topic, tuple[Indicator, ...]], ...]
    sources: tuple[Source, ...]
    others: tuple[tuple[str, str], ...]


def search_page(make: Callable[[], SearchPage]) -> PageSpec:
    """Make the page of the search.

    Args:
        make: works out what it shows, for which every other page must be known.
    """
    return PageSpec(links.SEARCH, "search.md.j2", make)


def show_index(book: Book, entries: Sequence[Entry], names: Names, index: Index) -> SearchPage:
    """Arrange what the page of the search shows.

    Args:
        book: ledger and findings.
        entries: everything that can be found.
        names: what readers see for ids.
        index: the index made of them.
    """
    dictionary = book.ledger.dictionary
    by_topic: dict[str, list[Indicator]] = {}
    for indicator in dictionary.indicators.values():
        by_topic.setdefault(indicator.topic, []).append(indicator)
    sources = tuple(book.ledger.sources.values())
    return SearchPage(
        index,
        len(entries),
        tuple(_filters(entries, names)),
        tuple(_places(book)),
        tuple(dictionary.topics[id_] for id_ in book.by_topic),
        tuple((dictionary.topics[id_], tuple(items)) for id_, items in by_topic.items()),
        sources if len(sources) <= MOST_SOURCES else (),
        tuple((entry.title, entry.address) for entry in entries if entry.kind is Kind.PAGE and entry.address),
    )


def _filters(entries: Sequence[Entry], names: Names) -> Iterator[Filter]:
    years = sorted({str(entry.year) for entry in entries if entry.year}, reverse=True)
    yield _filter("kind", names.kinds.items(), (entry.kind.value for entry in entries))
    yield _filter("region", names.regions.items(), (entry.region for entry in entries))
    yield _filter("year", zip(years, years, strict=True), (str(entry.year or "") for entry in entries))
    yield _filter("topic", names.topics.items(), (entry.topic for entry in entries))


def _filter(name: str, choices: Iterable[tuple[str, str]], values: Iterable[str]) -> Filter:
    counts = Counter(values)
    return Filter(name, tuple((id_, shown, counts[id_]) for id_, shown in choices if counts[id_]))


def _places(book: Book) -> Iterator[PlaceIndex]:
    fits = len(book.ledger.files) <= MOST_FILES
    for id_, files in book.by_region.items():
        by_year: dict[int, list[TopicYear]] = {}
        for file in files:
            by_year.setdefault(file.year, []).append(file)
        years = tuple(
            (year, tuple(same) if fits else ()) for year, same in sorted(by_year.items(), reverse=True)
        )
        yield PlaceIndex(book.ledger.regions[id_], years)
