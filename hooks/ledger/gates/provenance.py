"""Every page says from which day it is, and every generated one leads to the documents it was made from."""

from collections.abc import Iterator
from datetime import date

from ledger.gates.folder import LOST, Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import Page
from ledger.problems import Problem

# Written by hand: they speak of the ledger, not of what a document says.
_AUTHORED = ("about", "accessibility", "editing", "methodology")
_GUIDE = ("word", "tables", "web", "windows", "vscode", "examples")
AUTHORED = frozenset(
    {f"{name}/index.html" for name in (*_AUTHORED, *(f"editing/{name}" for name in _GUIDE))} | {LOST}
)
_DOCUMENTS = "sources/"


def check(page: Page, folder: Folder) -> Checked:
    """Check what a page says of its origin.

    Args:
        page: the page.
        folder: the built site.
    """
    return checked(1, _faults(page, folder))


def _faults(page: Page, folder: Folder) -> Iterator[Problem]:
    dates = [node.attributes.get("datetime") or "" for node in page.tree.css("time[datetime]")]
    if not any(_is_date(text) for text in dates):
        yield page.problem("MZ119")
    links = [node.attributes.get("href") or "" for node in page.tree.css("article a[href]")]
    targets = (folder.target(page.address, url) for url in links)
    if page.address not in AUTHORED and not any((target or "").startswith(_DOCUMENTS) for target in targets):
        yield page.problem("MZ118")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
