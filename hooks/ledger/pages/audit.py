"""What was held against each other: on one page while that is short, on one for each region beyond."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ledger.analysis.agreement import Agreement
from ledger.analysis.audit import Audit, audit
from ledger.analysis.findings import Checks, Findings, check_all
from ledger.analysis.recomputation import Recomputation
from ledger.analysis.retelling import Likeness, Retelling
from ledger.analysis.series import Series
from ledger.analysis.total import Total
from ledger.model.measure import Measure
from ledger.model.region import Region
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.page import PageSpec

MOST_ROWS = 400
_ORDER = list(reversed(Agreement))


@dataclass(frozen=True)
class AuditPart:
    """A page of the checks of one region, as the first page tells of it.

    Args:
        region: the region.
        checked: what could be checked.
        differing: checks whose two sides do not fit.
    """

    region: Region
    checked: int
    differing: int


@dataclass(frozen=True)
class AuditPage:
    """What a page of checks shows.

    Args:
        region: the region whose checks these are; None where they are those of all.
        parts: the pages that hold the rows; none where this one does.
        audits: counts of every kind of check, by its name.
        recomputations: every rate worked out again, those that differ first.
        totals: every total with its parts, conflicts first, those that cannot be added up last.
        retellings: facts told more than once, those that differ first.
        broken: series with figures that cannot be compared.
        checks: everything else that was held against each other.
    """

    region: Region | None
    parts: tuple[AuditPart, ...]
    audits: dict[str, Audit]
    recomputations: tuple[Recomputation, ...]
    totals: tuple[Total, ...]
    retellings: tuple[Retelling, ...]
    broken: tuple[Series, ...]
    checks: Checks


def audit_pages(book: Book) -> Iterator[PageSpec]:
    """Make the page of all checks and, where it cannot hold all rows, those of the regions.

    Args:
        book: ledger and findings.
    """
    if not is_divided(book.findings):
        yield PageSpec(links.AUDIT, "audit.md.j2", partial(_page, book.findings, None, ()))
        return
    pages = [_page(_findings_of(book, region), region, ()) for region in book.ledger.regions.values()]
    parts = tuple(_part(page.region, page.audits) for page in pages if page.region)
    yield PageSpec(links.AUDIT, "audit.md.j2", partial(_page, book.findings, None, parts))
    for part, page in zip(parts, pages, strict=True):
        yield PageSpec(links.audit_part(part.region.id), "audit.md.j2", partial(replace, page))


def is_divided(findings: Findings) -> bool:
    """Whether the rows of all checks are too many for one page.

    Args:
        findings: what follows from a ledger.
    """
    checks = findings.checks
    rows = (findings.recomputations, checks.totals, checks.movements, checks.retellings)
    more = (checks.claims.contradictions, checks.chronology.anachronisms)
    return sum(map(len, (*rows, *more))) > MOST_ROWS


def _findings_of(book: Book, region: Region) -> Findings:
    """The checks of one region; none of them reaches beyond it."""
    ledger, findings = book.ledger, book.findings
    sources = {item.id: item for item in book.sources_of[region.id]}
    alone = replace(ledger, files=tuple(book.by_region[region.id]), sources=sources)
    rates = {id_: found for id_, found in findings.recomputations.items() if id_ in alone.measures}
    series = {
        id_: [item for item in items if item.region == region.id] for id_, items in findings.series.items()
    }
    assessments = {id_: findings.assessments[id_] for id_ in alone.commitments}
    return replace(findings, recomputations=rates, series=series, checks=check_all(alone, assessments))


def _part(region: Region, audits: dict[str, Audit]) -> AuditPart:
    counts = audits.values()
    return AuditPart(region, sum(item.checked for item in counts), sum(item.differing for item in counts))


def _page(findings: Findings, region: Region | None, parts: tuple[AuditPart, ...]) -> AuditPage:
    likenesses = [*reversed(Likeness), None]
    return AuditPage(
        region,
        parts,
        {item.check.value: item for item in audit(findings)},
        tuple(sorted(findings.recomputations.values(), key=lambda item: _ORDER.index(item.agreement))),
        tuple(sorted(findings.checks.totals.values(), key=_weight)),
        tuple(sorted(findings.checks.retellings, key=lambda item: likenesses.index(item.likeness))),
        tuple(item for items in findings.series.values() for item in items if item.breaks),
        findings.checks,
    )


def _weight(total: Total) -> tuple[bool, bool]:
    return total.adding is None, not (total.adding and total.adding.is_conflict)


def audit_rows(findings: Findings) -> dict[str, str]:
    """Find every checked figure's row on the audit page.

    Args:
        findings: what follows from a ledger.

    Returns:
        Addresses by measure id; a figure that was checked in several ways has the first, one that could not
        be checked has none.
    """
    rows: dict[str, str] = {}
    divided = is_divided(findings)
    for measure, anchor in _anchored(findings):
        page = links.audit_part(measure.key.region) if divided else links.AUDIT
        rows.setdefault(measure.id, links.audit_row(*anchor, page))
    return rows


def _anchored(findings: Findings) -> Iterator[tuple[Measure, tuple[str, str]]]:
    for id_, found in findings.recomputations.items():
        yield found.measure, ("rate", id_)
    for total in findings.checks.totals.values():
        for measure in (total.measure, *total.parts) if total.adding else ():
            yield measure, ("total", total.measure.id)
    for id_, movement in findings.checks.movements.items():
        if movement.agreement:
            yield movement.measure, ("change", id_)
    for told in findings.checks.retellings:
        for measure in told.measures if told.likeness else ():
            yield measure, ("told", told.measures[0].id)
