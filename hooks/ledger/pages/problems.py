"""The page of everything that can be wrong with the content."""

from dataclasses import dataclass

from ledger.pages import links
from ledger.pages.page import PageSpec
from ledger.problems import CATALOGUE, Fault


@dataclass(frozen=True)
class ProblemsPage:
    """What the page of mistakes shows.

    Args:
        faults: every kind of mistake by its code, in the order of codes.
    """

    faults: tuple[tuple[str, Fault], ...]


def problems_page() -> PageSpec:
    """Make the page of mistakes, which is the same for all content."""
    return PageSpec(links.PROBLEMS, "problems.md.j2", lambda: ProblemsPage(tuple(sorted(CATALOGUE.items()))))
