"""Every page carries the one strict content security policy, before anything that it governs."""

from collections.abc import Iterator

from ledger.gates.element import Element
from ledger.gates.folder import Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import Page
from ledger.problems import Problem

# "file:" is for a copy opened from disk, where 'self' means nothing. No hash: no script stands in a page.
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_LOADERS = frozenset({"script", "style", "img", "body"})


def check(page: Page, _folder: Folder) -> Checked:
    """Check the policy of a page.

    Args:
        page: the page.
    """
    return checked(1, _faults(page))


def _faults(page: Page) -> Iterator[Problem]:
    given = [element.get("content") for element in page.elements if _is_policy(element)]
    if given != [POLICY]:
        yield page.problem("MZ112", given[0] if given else "")
        return
    for element in page.elements:
        if _is_policy(element):
            return
        if element.tag in _LOADERS or element.tag == "link":
            yield page.problem("MZ113", element.tag)
            return


def _is_policy(element: Element) -> bool:
    return element.tag == "meta" and element.get("http-equiv").lower() == "content-security-policy"
