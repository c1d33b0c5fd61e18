"""Everything that a page or a style sheet loads from the site is there."""

import re
from collections.abc import Iterator, Sequence

from ledger.gates.addresses import is_foreign
from ledger.gates.folder import LOST, Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import Page, PageFacts
from ledger.problems import Problem

CSS_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)|@import\s+["']([^"']*)["']""")


def check(page: Page, folder: Folder) -> Checked:
    """Check what a page loads.

    Args:
        page: the page.
        folder: the built site.
    """
    urls = [url for url in page.loaded if not is_foreign(url)]
    lost = [url for url in dict.fromkeys(urls) if not _is_there(page, folder, url)]
    return checked(len(urls), (page.problem("MZ104", url) for url in lost))


def _is_there(page: Page, folder: Folder, url: str) -> bool:
    if url.startswith("/") and page.address != LOST:
        return False
    return bool(url.strip()) and folder.target(page.address, url) is not None


def check_sheets(folder: Folder, _pages: Sequence[PageFacts]) -> Checked:
    """Check what the style sheets load.

    Args:
        folder: the built site.
    """
    urls = [(sheet, url) for sheet in folder.named(".css") for url in css_urls(folder.read(sheet))]
    inner = [(sheet, url) for sheet, url in urls if not is_foreign(url) and not url.startswith("#")]
    lost = [(sheet, url) for sheet, url in inner if url.startswith("/") or folder.target(sheet, url) is None]
    return checked(len(inner), (sheet_problem(folder, sheet, "MZ104", url) for sheet, url in lost))


def css_urls(text: str) -> Iterator[str]:
    """List the addresses in a style sheet.

    Args:
        text: of the style sheet.
    """
    return (next(filter(None, found.groups()), "").strip() for found in CSS_URL.finditer(text))


def sheet_problem(folder: Folder, sheet: str, code: str, url: str) -> Problem:
    """Blame an address in a style sheet.

    Args:
        folder: the built site.
        sheet: the style sheet's file.
        code: key of the catalogue.
        url: as it is written.
    """
    before = folder.read(sheet).partition(url)[0]
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Problem(sheet, *place, code, {"text": url, "maker": sheet}, max(1, len(url)))
