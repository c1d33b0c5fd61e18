"""Makes the pictures of program output below /editing/ again: `python -m tests.guide.remake`.

Run it after a change of what the commands or the preview show; `test_pictures.py` says when that is due.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ledger.preview.preview import Preview
from tests.browser.conftest import BROWSER_ARGUMENTS
from tests.browser.setup_browser import find_chromium
from tests.guide.page_picture import page_picture
from tests.guide.terminal_picture import terminal_picture
from tests.guide.walk import ELDERLY, PAGE, PROJECT, Walk, begin, walk_the_document, walk_the_table

PICTURES = PROJECT / "docs/assets/images/editing"


@contextmanager
def open_preview(walk: Walk) -> Iterator[Preview]:
    """Open a preview of the walk's content in the project's own frame."""

    def tell(error):
        raise error

    with closing(Preview(PROJECT, walk.folder / "content", tell, lambda _: None)) as preview:
        yield preview


def preview_moments(walk: Walk) -> Iterator[str]:
    """Bring the content into each state that a picture shows, and name the picture."""
    yield "page-drafts"
    walk.run("ledger review", keys="\n" * 80)
    yield "page-finished"
    walk.change(ELDERLY, "value: 15206", "value: 15,206")
    yield "page-error"


def screens(folder: Path) -> dict[str, str]:
    """Walk both ways and return what stood on the screen, by the name of the picture."""
    table, document = folder / "table", folder / "document"
    return walk_the_table(begin(table)) | walk_the_document(begin(document))


def main() -> None:
    """Write all pictures."""
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        for screen, text in screens(Path(name)).items():
            (PICTURES / f"{screen}.svg").write_text(terminal_picture(text), encoding="utf-8")
        walk = begin(Path(name) / "preview")
        walk.run(walk.importing)
        with open_preview(walk) as preview, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=BROWSER_ARGUMENTS)

            def answer(address):
                found = preview.answer(address)
                return found.status, found.body, found.kind

            for moment in preview_moments(walk):
                (PICTURES / f"{moment}.png").write_bytes(page_picture(browser, answer, PAGE))
            browser.close()
    sys.stdout.write(f"已重画 {PICTURES.relative_to(PROJECT)}/ 里的图，请看过再提交。\n")


if __name__ == "__main__":
    sys.exit(main())
