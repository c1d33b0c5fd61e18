"""No id stands twice in a page: a link to it would lead to the first of them."""

from collections import Counter

from ledger.gates.folder import Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import Page


def check(page: Page, _folder: Folder) -> Checked:
    """Check the ids of a page.

    Args:
        page: the page.
    """
    ids = Counter(page.ids())
    return checked(ids.total(), (page.problem("MZ123", id_) for id_, number in ids.items() if number > 1))
