"""The page of recomputed rates."""

from dataclasses import dataclass

from ledger.analysis.agreement import Agreement
from ledger.analysis.recomputation import Recomputation
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.page import PageSpec


@dataclass(frozen=True)
class AuditPage:
    """What the audit page shows.

    Args:
        recomputations: every rate worked out again, those that differ first.
        counts: number by agreement.
    """

    recomputations: tuple[Recomputation, ...]
    counts: dict[str, int]


def audit_page(book: Book) -> PageSpec:
    """Make the page of recomputed rates.

    Args:
        book: ledger and findings.
    """
    found = list(book.findings.recomputations.values())
    order = list(reversed(Agreement))
    ranked = sorted(found, key=lambda item: order.index(item.agreement))
    counts = {kind.value: sum(item.agreement is kind for item in found) for kind in Agreement}
    return PageSpec(links.AUDIT, "audit.md.j2", AuditPage(tuple(ranked), counts))
