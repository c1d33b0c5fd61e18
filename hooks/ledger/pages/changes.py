"""The page of corrections, and what its feed says of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.model.correction import Correction
from ledger.model.ledger import Ledger
from ledger.model.region import Region
from ledger.model.source import Source
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.page import PageSpec
from ledger.pages.rendering import text_module


@dataclass(frozen=True)
class CorrectedRecord:
    """A record that a correction names.

    Args:
        id: its full id.
        name: what it is, in its own words; None when it was removed.
        address: where it stands; None when it was removed.
    """

    id: str
    name: str | None
    address: str | None


@dataclass(frozen=True)
class ChangeEntry:
    """One correction with what it speaks of.

    Args:
        correction: the correction.
        region: its region.
        records: the records that it names.
        source: the document that settles it.
    """

    correction: Correction
    region: Region
    records: tuple[CorrectedRecord, ...]
    source: Source


@dataclass(frozen=True)
class ChangesPage:
    """What the page of corrections shows.

    Args:
        entries: every correction, newest first.
    """

    entries: tuple[ChangeEntry, ...]


@dataclass(frozen=True)
class FeedWords:
    """What the feed says.

    Args:
        title: its own title.
        entries: title and text of every correction, in the order of the page.
    """

    title: str
    entries: Sequence[tuple[str, str]]


def changes_page(book: Book) -> PageSpec:
    """Make the page of corrections.

    Args:
        book: ledger and findings.
    """
    return PageSpec(links.CHANGES, "changes.md.j2", lambda: ChangesPage(_entries(book.ledger)))


def feed_words(ledger: Ledger) -> FeedWords:
    """Word the corrections for the feed.

    Args:
        ledger: the ledger.
    """
    words = text_module("_change_words.txt.j2", ledger)
    entries = [
        (str(words.title(entry)).strip(), str(words.summary(entry)).strip())  # type: ignore[attr-defined]
        for entry in _entries(ledger)
    ]
    return FeedWords(str(words.feed_title(ledger.settings)).strip(), entries)  # type: ignore[attr-defined]


def _entries(ledger: Ledger) -> tuple[ChangeEntry, ...]:
    return tuple(
        ChangeEntry(
            item,
            ledger.regions[item.region],
            tuple(_record(ledger, id_) for id_ in item.records),
            ledger.sources[item.source],
        )
        for item in ledger.corrections
    )


def _record(ledger: Ledger, id_: str) -> CorrectedRecord:
    if measure := ledger.measures.get(id_):
        return CorrectedRecord(id_, measure.name, links.record(measure.key))
    if commitment := ledger.commitments.get(id_):
        return CorrectedRecord(id_, commitment.text, links.commitment(commitment))
    if outcome := ledger.outcomes.get(id_):
        # An outcome that answers a promise has no row of its own on the topic's page.
        return CorrectedRecord(id_, outcome.text, links.origin(outcome.origin.source, id_))
    if problem := ledger.stated_problems.get(id_):
        return CorrectedRecord(id_, problem.text, links.record(problem.key))
    if source := ledger.sources.get(id_):
        return CorrectedRecord(id_, source.title, links.source(id_))
    return CorrectedRecord(id_, None, None)
