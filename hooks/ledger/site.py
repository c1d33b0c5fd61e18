"""The whole product as one function: content in, a site's pages and files out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ledger.analysis.findings import Findings
from ledger.content.authored import check_authored
from ledger.content.loader import load_ledger
from ledger.content.memory import Memory
from ledger.content.unfinished import Fault, load_showing
from ledger.edition import Edition
from ledger.model.ledger import Ledger
from ledger.pages.page import Page
from ledger.problems import Problem

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Site:
    """Everything that a builder has to write.

    Args:
        pages: rendered pages.
        assets: other files by address.
        problems: what is wrong with the content; when there is anything, the rest is empty.
        ledger: what was read.
        findings: what follows from it.
    """

    pages: tuple[Page, ...] = ()
    assets: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    ledger: Ledger | None = None
    findings: Findings | None = None


def read_edition(
    content_dir: Path,
    cache_dir: Path | None = None,
    *,
    site_url: str = "",
    docs_dir: Path | None = None,
) -> tuple[Edition | None, list[Problem]]:
    """Read a content folder and the authored pages beside it.

    Args:
        content_dir: the folder `content/`.
        cache_dir: where drawings are kept from build to build; None keeps none.
        site_url: full address of the site with a slash at its end, where it is known.
        docs_dir: authored pages, to be checked like the content.

    Returns:
        The site, of which nothing is made yet, or None and every problem, ordered by path and line.
    """
    ledger, problems = load_ledger(content_dir)
    problems += check_authored(docs_dir) if docs_dir else []
    if ledger is None or problems:
        return None, sorted(problems)
    return Edition(ledger, content_dir, cache_dir, site_url, docs_dir), []


def read_preview(
    content_dir: Path, cache_dir: Path, docs_dir: Path, memory: Memory
) -> tuple[Edition | None, list[Problem], tuple[Fault, ...]]:
    """Read a content folder as only a preview may: drafts are shown and marked, but for those unfit for it.

    Args:
        content_dir: the folder `content/`.
        cache_dir: where drawings are kept from build to build.
        docs_dir: authored pages, to be checked like the content.
        memory: what was made of texts that were read before.

    Returns:
        The site, or None and what is wrong beside the drafts; and what is wrong with drafts.
    """
    showing = load_showing(content_dir, memory)
    problems = sorted(showing.problems + check_authored(docs_dir))
    if showing.ledger is None or problems:
        return None, problems, showing.faults
    return Edition(showing.ledger, content_dir, cache_dir, "", docs_dir), [], showing.faults


def build_site(
    content_dir: Path,
    cache_dir: Path | None = None,
    progress: Progress | None = None,
    *,
    site_url: str = "",
    docs_dir: Path | None = None,
) -> Site:
    """Make every page and file of the site from a content folder.

    Args:
        content_dir: the folder `content/`.
        cache_dir: where drawings are kept from build to build; None keeps none.
        progress: called with the charts drawn so far and the charts to draw.
        site_url: full address of the site with a slash at its end, where it is known; the feed and
            the pictures of shared links need it.
        docs_dir: authored pages that go beside the generated ones, to be checked like the content.
    """
    edition, problems = read_edition(content_dir, cache_dir, site_url=site_url, docs_dir=docs_dir)
    if edition is None:
        return Site(problems=tuple(problems))
    edition.drawings.draw_all(progress)
    pages = tuple(map(edition.page, edition.specs))
    return Site(pages, edition.files(), (), edition.ledger, edition.findings)
