"""Documents the ledger takes its facts from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ledger.model.period import Period


@dataclass(frozen=True)
class Repeat:
    """A part of a document that stands in it twice, or in another one too, and was recorded once.

    Args:
        part: the later part.
        of: the part it repeats.
        note: how far the two agree.
        source: id of the document that holds the repeated part; None for the document itself.
        degree: characters of the part that stand in the repeated one, per 100.
    """

    part: str
    of: str
    note: str | None
    source: str | None = None
    degree: Decimal | None = None


@dataclass(frozen=True)
class Source:
    """A document: what it is, which year it speaks of and why we think so, what is wrong with the copy.

    Args:
        id: stable id.
        region: id of the region it belongs to.
        title: the title as the copy carries it.
        kind: plan, summary, both or statistics.
        year: the year the document reports on (or plans, if it is a plan).
        year_basis: stated, inferred or published.
        year_reason: why that year, for readers.
        period: the reporting period.
        plan_period: the period of its plan part.
        completeness: whole or truncated.
        legibility: clean or ocr.
        repeats: parts that stand twice.
        path: the content file.
        draft: whether nobody has confirmed it yet; such a document is never published.
    """

    id: str
    region: str
    title: str
    kind: str
    year: int
    year_basis: str
    year_reason: str
    period: Period
    completeness: str
    legibility: str
    path: str
    plan_period: Period | None = None
    publisher: str | None = None
    number: str | None = None
    index_number: str | None = None
    written: date | None = None
    published: date | None = None
    reposter: str | None = None
    reposted: date | None = None
    url: str | None = None
    completeness_note: str | None = None
    legibility_note: str | None = None
    masking_note: str | None = None
    note: str | None = None
    repeats: tuple[Repeat, ...] = ()
    draft: bool = False
