"""The page of one promise through time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ledger.analysis.continuation import Succession
from ledger.analysis.recomputation import Recomputation
from ledger.analysis.verdict import Assessment
from ledger.model.correction import Correction
from ledger.model.region import Region
from ledger.model.source import Source
from ledger.model.stated_problem import StatedProblem
from ledger.model.topic import Topic
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.page import PageSpec


@dataclass(frozen=True)
class CommitmentPage:
    """What the page of a promise shows.

    Args:
        assessment: the promise judged.
        region: its region.
        topic: its topic.
        source: the document that makes it.
        lineage: the same promise through the years, oldest first, when there is more than one.
        successions: what it carries on, and what carries it on.
        problems: stated problems that it responds to.
        recomputation: its deciding rate worked out from its parts.
        path: the content file.
        corrections: what was corrected of it and of what answers it, newest first.
    """

    assessment: Assessment
    region: Region
    topic: Topic
    source: Source
    lineage: tuple[Assessment, ...]
    successions: tuple[Succession, ...]
    problems: tuple[StatedProblem, ...]
    recomputation: Recomputation | None
    path: str
    corrections: tuple[Correction, ...]


def commitment_pages(book: Book) -> Iterator[PageSpec]:
    """Make the page of every promise.

    Args:
        book: ledger and findings.
    """
    for file in book.ledger.files:
        for commitment in file.commitments:
            make = partial(_context, book, book.findings.assessments[commitment.id], file.path)
            yield PageSpec(links.commitment(commitment), "commitment.md.j2", make, file.path)


def _context(book: Book, assessment: Assessment, path: str) -> CommitmentPage:
    ledger, commitment = book.ledger, assessment.commitment
    chain = book.findings.lineages.get(commitment.id, ())
    deciding = assessment.measure
    return CommitmentPage(
        assessment,
        ledger.regions[commitment.key.region],
        ledger.dictionary.topics[commitment.key.topic],
        ledger.sources[commitment.origin.source],
        tuple(book.findings.assessments[item.id] for item in chain) if len(chain) > 1 else (),
        tuple(book.successions.get(commitment.id, ())),
        tuple(ledger.problems_by_commitment.get(commitment.id, ())),
        book.findings.recomputations.get(deciding.id) if deciding else None,
        path,
        _corrections(book, assessment),
    )


def _corrections(book: Book, assessment: Assessment) -> tuple[Correction, ...]:
    ids = [assessment.commitment.id]
    ids += [record.id for record in assessment.measures]
    ids += [record.id for record in assessment.outcomes]
    by_record = book.ledger.corrections_by_record
    found = {item.id for id_ in ids for item in by_record.get(id_, ())}
    # The ledger's order is newest first, also within a day.
    return tuple(item for item in book.ledger.corrections if item.id in found)
