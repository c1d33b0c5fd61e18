"""Everything that a page or a style sheet loads from the site is there."""

import re
from collections.abc import Iterator, Sequence

from ledger.gates.addresses import is_foreign
from ledger.gates.folder import LOST, Folder
from ledger.gates.gate import Checked, checked
from ledger.gates.page import Page, PageFacts
from ledger.problems import Problem

_CSS_URL = re.compile(
    r"""(?:url|src)\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)|@import\s*["']([^"']*)["']"""
    # Other words of CSS take addresses as plain text, such as image-set().
    r"""|"((?:[^"\\]|\\.)*//(?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*//(?:[^'\\]|\\.)*)'""",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
# A letter, a colon, a slash, an at sign or a bracket in disguise; icons keep their escapes.
_ESCAPE = re.compile(r"\\(?:0{0,4}([2-7][0-9a-f])[ \t\n\f]?|([g-z@:/(]))", re.IGNORECASE)


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
    plain = _COMMENT.sub(" ", _ESCAPE.sub(_plain, text))
    return (next(filter(None, found.groups()), "").strip() for found in _CSS_URL.finditer(plain))


def _plain(escape: re.Match[str]) -> str:
    sign = chr(int(escape[1], 16)) if escape[1] else escape[2]
    return sign if sign.isalnum() or sign in "@:/()" else escape[0]


def sheet_problem(folder: Folder, sheet: str, code: str, url: str) -> Problem:
    """Blame an address in a style sheet.

    Args:
        folder: the built site.
        sheet: the style sheet's file.
        code: key of the catalogue.
        url: as it is written.
    """
    text = folder.read(sheet)
    # An address in disguise stands nowhere as it is read.
    before = text[: max(0, text.find(url))]
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Problem(sheet, *place, code, {"text": url, "maker": sheet}, max(1, len(url)))
