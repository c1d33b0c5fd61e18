"""The list of all promises: on one page while it is short, on several beyond, in columns for its filter."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ledger.analysis.tally import Tally, tally
from ledger.analysis.verdict import Assessment
from ledger.pages import links
from ledger.pages.book import Book, Overview
from ledger.pages.page import PageSpec

MOST_ROWS = 500
_VALUES: dict[str, Callable[[Assessment], str]] = {
    "region": lambda item: item.commitment.key.region,
    "year": lambda item: str(item.commitment.key.year),
    "topic": lambda item: item.commitment.key.topic,
    "verdict": lambda item: item.verdict.value,
    "evidence": lambda item: item.evidence.value,
    "owner": lambda item: item.commitment.owner_kind.value,
}
# What a list that is too long is divided by, one after the other; a topic of a year is one content file.
_DIVISIONS = ("region", "year", "topic")


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
class Filter:
    """One thing that the tracker can be filtered by.

    Args:
        name: its name in addresses.
        choices: the values that occur.
        column: for every promise the place of its value among the choices.
    """

    name: str
    choices: tuple[Choice, ...]
    column: tuple[int, ...]


@dataclass(frozen=True)
class TrackerPart:
    """The promises of one page of a list that is too long for one.

    Args:
        address: of the page.
        place: region id, then year and topic id where a region alone is too much.
        assessments: its promises.
        tally: verdicts on the region's own among them.
    """

    address: str
    place: tuple[str, ...]
    assessments: tuple[Assessment, ...]
    tally: Tally


@dataclass(frozen=True)
class TrackerPage:
    """What the first page shows.

    Args:
        overview: counts over everything.
        filters: what the list can be filtered by.
        assessments: every promise with its verdict, quoted ones too.
        parts: the pages that hold them; none where this one does.
    """

    overview: Overview
    filters: tuple[Filter, ...]
    assessments: tuple[Assessment, ...]
    parts: tuple[TrackerPart, ...]


def tracker_pages(book: Book) -> Iterator[PageSpec]:
    """Make the first page and, where that cannot hold all promises, the pages that do.

    Args:
        book: ledger and findings.
    """
    assessments = tuple(book.findings.assessments.values())
    parts = tuple(_parts(assessments)) if len(assessments) > MOST_ROWS else ()
    yield PageSpec(links.TRACKER, "tracker.md.j2", partial(_page, book, assessments, parts))
    for part in parts:
        yield PageSpec(part.address, "tracker_part.md.j2", partial(replace, part))


def tracker_rows(book: Book) -> PageSpec:
    """Describe the file from which the filter reads every promise, wherever it is listed.

    Args:
        book: ledger and findings.
    """
    assessments = tuple(book.findings.assessments.values())
    return PageSpec(links.TRACKER, "tracker_rows.js.j2", partial(_page, book, assessments, ()))


def _page(book: Book, assessments: tuple[Assessment, ...], parts: tuple[TrackerPart, ...]) -> TrackerPage:
    return TrackerPage(book.overview(book.ledger.files), tracker_filters(book), assessments, parts)


def tracker_filters(book: Book) -> tuple[Filter, ...]:
    """List what the promises can be filtered by, with how many each choice finds.

    Args:
        book: ledger and findings.
    """
    assessments = book.findings.assessments.values()
    names = {name: dict(_names(book, name)) for name in _VALUES}
    return tuple(
        _filter(name, names[name], [value(item) for item in assessments]) for name, value in _VALUES.items()
    )


def _filter(name: str, names: dict[str, str], values: Sequence[str]) -> Filter:
    counts = Counter(values)
    choices = tuple(Choice(id_, said, counts[id_]) for id_, said in names.items() if counts[id_])
    places = {choice.id: place for place, choice in enumerate(choices)}
    return Filter(name, choices, tuple(places[value] for value in values))


def _names(book: Book, name: str) -> list[tuple[str, str]]:
    ledger = book.ledger
    if name == "region":
        return [(item.id, item.name) for item in ledger.regions.values()]
    if name == "year":
        years = sorted({item.key.year for item in ledger.commitments.values()})
        return [(str(year), str(year)) for year in years]
    if name == "topic":
        return [(item.id, item.name) for item in ledger.dictionary.topics.values()]
    terms = ledger.dictionary.terms["owner_kind" if name == "owner" else name]
    return [(term.id, term.name) for term in terms.values()]


def _parts(assessments: Sequence[Assessment], place: tuple[str, ...] = ()) -> Iterator[TrackerPart]:
    if place and (len(assessments) <= MOST_ROWS or len(place) == len(_DIVISIONS)):
        yield TrackerPart(links.tracker_part(place), place, tuple(assessments), tally(assessments))
        return
    value = _VALUES[_DIVISIONS[len(place)]]
    groups: dict[str, list[Assessment]] = {}
    for item in assessments:
        groups.setdefault(value(item), []).append(item)
    for name, group in groups.items():
        yield from _parts(group, (*place, name))
