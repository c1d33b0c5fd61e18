"""No heading without something below it, no table or list without an entry."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from ledger.gates.folder import Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import Page, text_of
from ledger.problems import Problem

_HEADINGS = "main h1, main h2, main h3, main h4, main h5, main h6"
_LISTS = "ul, ol, dl, select"
# What tells readers something without being text, and what is no content of its section.
_SEEN = frozenset({"img", "select", "input", "button", "svg"})
_BESIDE = frozenset({"nav", "footer", "script"})


def check(page: Page, _folder: Folder) -> Checked:
    """Check the headings, tables and lists of a page.

    Args:
        page: the page.
    """
    headings, tables, lists = (page.tree.css(found) for found in (_HEADINGS, "table", _LISTS))
    problems: list[Problem] = [page.problem("MZ116", text_of(node)) for node in headings if _is_empty(node)]
    problems += [page.problem("MZ117", _name(node)) for node in tables if not node.css("td")]
    problems += [page.problem("MZ117", _name(node)) for node in lists if not node.css("li, dd, option")]
    return checked(len(headings) + len(tables) + len(lists), problems)


def _name(node: LexborNode) -> str:
    return text_of(node) or node.attributes.get("class") or node.tag or ""


def _is_empty(heading: LexborNode) -> bool:
    if not text_of(heading):
        return True
    for node in _following(heading):
        if node.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            return (node.tag or "") <= (heading.tag or "")
        if node.tag in _SEEN or (node.tag == "-text" and node.text().strip()):
            return False
    return True


def _following(node: LexborNode) -> Iterator[LexborNode]:
    """What stands after a node within the main part, in the order of the page."""
    current: LexborNode | None = _beyond(node)
    while current is not None:
        yield current
        enters = current.child is not None and current.tag not in _BESIDE and current.tag not in _SEEN
        current = current.child if enters else _beyond(current)


def _beyond(node: LexborNode) -> LexborNode | None:
    while node.next is None:
        if node.parent is None or node.parent.tag == "main":
            return None
        node = node.parent
    return node.next
