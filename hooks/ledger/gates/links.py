"""Every link leads to a page or file of the site, or openly to another place."""

import posixpath
from collections.abc import Iterator
from urllib.parse import urlsplit

from ledger.gates.folder import LOST, Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import Page
from ledger.problems import Problem

SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def check(page: Page, folder: Folder) -> Checked:
    """Check the links of a page.

    Args:
        page: the page.
        folder: the built site.
    """
    urls = page.followed
    # The same address is wrong once, however often it stands.
    return checked(len(urls), (found for url in dict.fromkeys(urls) for found in _faults(page, folder, url)))


def _faults(page: Page, folder: Folder, url: str) -> Iterator[Problem]:
    try:
        parts = urlsplit(url)
    except ValueError:
        yield page.problem("MZ102", url)
        return
    if parts.scheme:
        # A scheme that runs or carries something is for the gate of active content.
        if parts.scheme in SCHEMES and not (parts.netloc or parts.path):
            yield page.problem("MZ102", url)
    elif parts.netloc or (url.startswith("/") and page.address != LOST) or url != url.strip():
        yield page.problem("MZ102", url)
    elif folder.target(page.address, url) is None:
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(page.address), parts.path))
        yield page.problem("MZ101", url, target=wanted)
