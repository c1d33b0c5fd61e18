"""What machines are told of a page: whose document it shows, since when it says what it says, its picture."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from ledger.model.commitment import Commitment
from ledger.model.ledger import Ledger, TopicYear
from ledger.model.measure import Measure
from ledger.model.outcome import Outcome
from ledger.model.source import Source
from ledger.model.stated_problem import StatedProblem
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.chart_figure import ChartFigure
from ledger.pages.page import PageSpec
from ledger.pages.pictures import NAME, nearest

Record = Measure | Commitment | Outcome | StatedProblem


@dataclass(frozen=True)
class Metadata:
    """What the head of a page says beside its title and description.

    Args:
        modified: the newest day that the content knows of what the page shows.
        publishers: bodies that published the documents of a page about few documents, where these say so.
        published: day on which the document of a page about one document was published, if it says so.
        picture: address of the picture; empty without one.
        picture_words: what the picture shows.
    """

    modified: date
    publishers: tuple[str, ...] = ()
    published: date | None = None
    picture: str = ""
    picture_words: str = ""


@dataclass
class _Shown:
    """Ids of the documents, records and judged promises that a page shows."""

    sources: set[str] = field(default_factory=set)
    records: set[str] = field(default_factory=set)
    judged: set[str] = field(default_factory=set)


def page_metadata(
    book: Book, specs: Sequence[PageSpec], pictures: Mapping[str, ChartFigure | None]
) -> dict[str, Metadata]:
    """Gather what machines are told of every page.

    Args:
        book: ledger and words.
        specs: the pages.
        pictures: charts of the pages with a picture of their own; empty when none are made.

    Returns:
        Metadata by the page's address.
    """
    ledger = book.ledger
    shown = _all_shown(ledger)
    publishers = _publishers(ledger)
    published = {links.source(item.id): item.published for item in ledger.sources.values()}
    whose = nearest(book, specs, pictures) if pictures else {}
    found = {}
    for spec in specs:
        address = whose.get(spec.address)
        figure = pictures[address] if address is not None else None
        found[spec.address] = Metadata(
            _modified(ledger, shown[spec.address]) if spec.address in shown else ledger.settings.as_of,
            publishers.get(spec.address, ()),
            published.get(spec.address),
            address + NAME if address is not None else "",
            figure.caption if figure else ledger.settings.tagline,
        )
    return found


def _modified(ledger: Ledger, shown: _Shown) -> date:
    """The newest of the days that made the page what it is; the as-of day where one of them is unknown."""
    as_of = ledger.settings.as_of
    published = [_day_of(ledger.sources[id_]) for id_ in shown.sources]
    if not all(published):
        return as_of
    ids = shown.sources | shown.records
    corrected = [item.date for id_ in ids for item in ledger.corrections_by_record.get(id_, ())]
    # On the day after the due day, silence becomes a verdict.
    passed = [due + timedelta(1) for id_ in shown.judged if (due := ledger.commitments[id_].due) < as_of]
    return max([*filter(None, published), *corrected, *passed], default=as_of)


def _day_of(source: Source) -> date | None:
    """The last day on which the document is known to have been put before the public."""
    return max(filter(None, (source.published, source.reposted)), default=None)


def _all_shown(ledger: Ledger) -> dict[str, _Shown]:
    """What stands on the pages of documents, promises, places, years, topics and indicators."""
    found: dict[str, _Shown] = defaultdict(_Shown)
    for source in ledger.sources.values():
        for address in (links.source(source.id), links.region(source.region)):
            found[address].sources.add(source.id)
    for file in ledger.files:
        for address in (
            links.topic_file(file),
            links.region_year(file.region, file.year),
            links.region(file.region),
            links.topic(file.topic),
        ):
            found[address].sources.update(file.sources)
            found[address].records.update(record.id for record in _records(file))
            found[address].judged.update(item.id for item in file.commitments)
        _add_single_records(found, ledger, file)
    return found


def _add_single_records(found: dict[str, _Shown], ledger: Ledger, file: TopicYear) -> None:
    for record in _records(file):
        found[links.source(record.origin.source)].records.add(record.id)
    for measure in file.measures:
        if measure.indicator:
            page = found[links.indicator(measure.indicator)]
            page.sources.add(measure.origin.source)
            page.records.add(measure.id)
    for commitment in file.commitments:
        page = found[links.commitment(commitment)]
        page.judged.add(commitment.id)
        answers = ledger.measures_by_commitment.get(commitment.id, [])
        results = ledger.outcomes_by_commitment.get(commitment.id, [])
        together: tuple[Record, ...] = (commitment, *answers, *results)
        for record in together:
            page.sources.add(record.origin.source)
            page.records.add(record.id)


def _records(file: TopicYear) -> tuple[Record, ...]:
    return (*file.measures, *file.commitments, *file.outcomes, *file.stated_problems)


def _publishers(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """The bodies behind the pages of one document, one content file or one promise."""
    sources = {
        **{links.source(id_): (id_,) for id_ in ledger.sources},
        **{links.topic_file(file): file.sources for file in ledger.files},
        **{links.commitment(item): (item.origin.source,) for item in ledger.commitments.values()},
    }
    return {
        address: tuple(dict.fromkeys(filter(None, (ledger.sources[id_].publisher for id_ in ids))))
        for address, ids in sources.items()
    }
