"""Every page has a title of its own, one first heading, and says that it is Chinese."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ledger.gates.folder import Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import Page, PageFacts
from ledger.problems import Problem

LANGUAGE = "zh-CN"


def check(page: Page, _folder: Folder) -> Checked:
    """Check the title, heading and language of a page.

    Args:
        page: the page.
    """
    return checked(1, _faults(page))


def _faults(page: Page) -> Iterator[Problem]:
    root = page.tree.root
    language = (root.attributes.get("lang") if root else "") or ""
    if language != LANGUAGE:
        yield page.problem("MZ121", language)
    if not page.title:
        yield page.problem("MZ120", "")
    headings = page.tree.css("h1")
    if len(headings) != 1:
        yield page.problem("MZ122", "h1", number=str(len(headings)))


def check_unique(_folder: Folder, pages: Sequence[PageFacts]) -> Checked:
    """Check that no two pages have the same title.

    Args:
        pages: what is known of each page.
    """
    by_title = defaultdict(list)
    for page in pages:
        by_title[page.title].append(page)
    twins = [page for title, group in by_title.items() if title and len(group) > 1 for page in group[1:]]
    return checked(len(pages), (_twin(page, by_title[page.title][0]) for page in twins))


def _twin(page: PageFacts, first: PageFacts) -> Problem:
    details = {"text": page.title, "first": first.address, "maker": page.maker}
    return Problem(page.address, 1, 1, "MZ124", details)
