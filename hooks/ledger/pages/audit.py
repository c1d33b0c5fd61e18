"""The page of everything that was held against each other, and where on it a figure's rows are."""

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.analysis.agreement import Agreement
from ledger.analysis.audit import Audit, audit
from ledger.analysis.findings import Checks, Findings
from ledger.analysis.recomputation import Recomputation
from ledger.analysis.retelling import Likeness, Retelling
from ledger.analysis.series import Series
from ledger.analysis.total import Total
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.page import PageSpec

_ORDER = list(reversed(Agreement))


@dataclass(frozen=True)
class AuditPage:
    """What the audit page shows.

    Args:
        audits: counts of every kind of check, by its name.
        recomputations: every rate worked out again, those that differ first.
        totals: every total with its parts, conflicts first, those that cannot be added up last.
        retellings: facts told more than once, those that differ first.
        broken: series with figures that cannot be compared.
        checks: everything else that was held against each other.
    """

    audits: dict[str, Audit]
    recomputations: tuple[Recomputation, ...]
    totals: tuple[Total, ...]
    retellings: tuple[Retelling, ...]
    broken: tuple[Series, ...]
    checks: Checks


def audit_page(book: Book) -> PageSpec:
    """Make the page of all checks.

    Args:
        book: ledger and findings.
    """
    findings = book.findings
    likenesses = [*reversed(Likeness), None]
    return PageSpec(
        links.AUDIT,
        "audit.md.j2",
        AuditPage(
            {item.check.value: item for item in audit(findings)},
            tuple(sorted(findings.recomputations.values(), key=lambda item: _ORDER.index(item.agreement))),
            tuple(sorted(findings.checks.totals.values(), key=_weight)),
            tuple(sorted(findings.checks.retellings, key=lambda item: likenesses.index(item.likeness))),
            tuple(item for items in findings.series.values() for item in items if item.breaks),
            findings.checks,
        ),
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
    for measure, anchor in _anchored(findings):
        rows.setdefault(measure, links.audit_row(*anchor))
    return rows


def _anchored(findings: Findings) -> Iterator[tuple[str, tuple[str, str]]]:
    for id_ in findings.recomputations:
        yield id_, ("rate", id_)
    for total in findings.checks.totals.values():
        for measure in (total.measure, *total.parts) if total.adding else ():
            yield measure.id, ("total", total.measure.id)
    for id_, movement in findings.checks.movements.items():
        if movement.agreement:
            yield id_, ("change", id_)
    for told in findings.checks.retellings:
        for measure in told.measures if told.likeness else ():
            yield measure.id, ("told", told.measures[0].id)
