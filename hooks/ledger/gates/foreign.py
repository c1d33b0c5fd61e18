"""Nothing is loaded from another host: readers are seen by nobody but the site they visit."""

from collections.abc import Sequence

from ledger.gates.addresses import is_foreign
from ledger.gates.assets import css_urls, sheet_problem
from ledger.gates.folder import Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import Page, PageFacts

# What an address carries in itself comes from nowhere; where it may stand is for the gate of active content.
WITHIN = "data:"


def check(page: Page, _folder: Folder) -> Checked:
    """Check what a page loads.

    Args:
        page: the page.
    """
    urls = page.loaded
    return checked(
        len(urls), (page.problem("MZ105", url) for url in dict.fromkeys(urls) if _is_elsewhere(url))
    )


def check_sheets(folder: Folder, _pages: Sequence[PageFacts]) -> Checked:
    """Check what the style sheets load.

    Args:
        folder: the built site.
    """
    urls = [(sheet, url) for sheet in folder.named(".css") for url in css_urls(folder.read(sheet))]
    found = (sheet_problem(folder, sheet, "MZ105", url) for sheet, url in urls if _is_elsewhere(url))
    return checked(len(urls), found)


def _is_elsewhere(url: str) -> bool:
    return is_foreign(url) and not url.strip().lower().startswith(WITHIN)
