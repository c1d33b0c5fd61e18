"""A PDF file with a text layer → blocks."""

import pypdfium2  # type: ignore[import-untyped] # It has no types.

from ledger.importers.block import Block
from ledger.importers.documents.pdf_page import PageLine, has_drawings, has_pictures, lines_of_page
from ledger.importers.documents.pdf_paragraphs import page_furniture, paragraphs
from ledger.importers.documents.text_line import has_unreadable, one_line
from ledger.importers.documents.unreadable import Unreadable, UnreadableDocumentError
from ledger.importers.reading import Dropped, DropReason, Reading, Shortfall

_PASSWORD = "password"  # noqa: S105 -- a word in pdfium's message
# A document of more pages than this is none of an office's reports.
_MOST_PAGES = 2000
# What a scanner leaves on a page of pictures, such as its own name.
_FEWEST_CHARACTERS = 6


def read_pdf(data: bytes, name: str) -> Reading:
    """Read the text layer of a PDF file.

    Args:
        data: its bytes.
        name: name of the file.

    Raises:
        UnreadableDocumentError: it is broken, has a password, is too long or holds pictures only.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = _PASSWORD in str(error).lower()
        code = Unreadable.PASSWORD if locked else Unreadable.BROKEN
        raise UnreadableDocumentError(code, {"name": name}) from error
    try:
        return _read(document, name)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocumentError(Unreadable.BROKEN, {"name": name}) from error
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument, name: str) -> Reading:
    if len(document) > _MOST_PAGES:
        raise UnreadableDocumentError(Unreadable.TOO_LARGE, {"name": name})
    pages: list[list[PageLine]] = []
    shortfalls: set[Shortfall] = set()
    for number, page in enumerate(document, 1):
        lines = lines_of_page(page, number)
        pages.append(lines)
        if sum(len(line.text) for line in lines) < _FEWEST_CHARACTERS and has_drawings(page):
            shortfalls.add(Shortfall.SOME_PAGES_WITHOUT_TEXT)
        elif has_pictures(page):
            shortfalls.add(Shortfall.PICTURES)
        page.close()
    furniture = page_furniture(pages)
    found = paragraphs([[line for line in lines if line not in furniture] for lines in pages])
    if sum(len(one.text) for one in found) < _FEWEST_CHARACTERS:
        code = Unreadable.NO_TEXT_LAYER if shortfalls else Unreadable.EMPTY
        raise UnreadableDocumentError(code, {"name": name})
    if any(has_unreadable(one.text) for one in found):
        shortfalls.add(Shortfall.UNREADABLE_CHARACTERS)
    dropped = [one_line(line.text) for lines in pages for line in lines if line in furniture]
    return Reading(
        name,
        "pdf",
        tuple(Block(one.text, number, page=one.page) for number, one in enumerate(found, 1)),
        dropped=tuple(Dropped(text, DropReason.PAGE_FURNITURE) for text in dict.fromkeys(dropped)),
        shortfalls=tuple(one for one in Shortfall if one in shortfalls),
    )
