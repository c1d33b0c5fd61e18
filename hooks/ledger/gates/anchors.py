"""Every place that a link names exists in the page it leads to."""

from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from ledger.gates.addresses import is_foreign
from ledger.gates.folder import Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import Page, PageFacts
from ledger.problems import Problem

# Browsers know this one without an element.
TOP = "top"


def fragments(page: Page, folder: Folder) -> frozenset[tuple[str, str, str]]:
    """List the places of pages that a page points to.

    Args:
        page: the page.
        folder: the built site.

    Returns:
        The page's file, the id, and the link as it is written.
    """
    urls = {url for url in page.followed if "#" in url and not is_foreign(url)}
    named = [(folder.target(page.address, url), unquote(urlsplit(url).fragment), url) for url in urls]
    return frozenset((target, id_, url) for target, id_, url in named if target and id_ not in {"", TOP})


def check(folder: Folder, pages: Sequence[PageFacts]) -> Checked:
    """Check all named places of the site.

    Args:
        folder: the built site.
        pages: what is known of each page.
    """
    ids = {page.address: page.ids for page in pages}
    named = [(page.address, *fragment) for page in pages for fragment in sorted(page.fragments)]
    lost = [item for item in named if item[2] not in ids.get(item[1], ())]
    return checked(len(named), (_problem(folder, *item) for item in lost))


def _problem(folder: Folder, address: str, target: str, id_: str, url: str) -> Problem:
    # Read again: the text of the pages is not kept, and a lost place is rare.
    return Page(address, folder.read(address)).problem("MZ103", url, target=target, id=id_)
