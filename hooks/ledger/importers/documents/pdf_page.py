"""One page of a PDF file → its lines with their places."""

from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped] # It has no types.
from pypdfium2 import raw

_LINE_END = frozenset("\r\n")
# pdfium marks a hyphen at the end of a line with a character that is none.
_HYPHEN = "\ufffe"
# Blanks wider than this many characters part the columns of a table.
_COLUMN_GAP = 1.8
_DEEPEST_OBJECT = 3


@dataclass(frozen=True)
class PageLine:
    """A line; places in points from the lower left corner of the page.

    Args:
        text: its characters.
        page: number of the page, from 1.
        left: where it begins.
        right: where it ends.
        middle: how high it stands, as a share of the page: 0 at the foot, 1 at the head.
        top: upper edge.
        height: of its characters.
        has_columns: whether wide gaps part it.
    """

    text: str
    page: int
    left: float
    right: float
    middle: float
    top: float
    height: float
    has_columns: bool = False


def lines_of_page(page: pypdfium2.PdfPage, number: int) -> list[PageLine]:
    """Read the lines of a page in the order of the file.

    Args:
        page: a page.
        number: its number, from 1.
    """
    text_page = page.get_textpage()
    tall = page.get_height() or 1.0
    lines: list[PageLine] = []
    characters: list[tuple[str, tuple[float, float, float, float]]] = []
    for place in range(text_page.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text_page.raw, place))
        if character in _LINE_END:
            lines += _line(characters, number, tall)
            characters = []
        else:
            characters.append(
                ("-" if character == _HYPHEN else character, text_page.get_charbox(place, loose=True))
            )
    return lines + _line(characters, number, tall)


def has_drawings(page: pypdfium2.PdfPage) -> bool:
    """Say whether a page shows anything that is no text.

    Args:
        page: a page.
    """
    return next(iter(page.get_objects(max_depth=_DEEPEST_OBJECT)), None) is not None


def has_pictures(page: pypdfium2.PdfPage) -> bool:
    """Say whether a page shows pictures.

    Args:
        page: a page.
    """
    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST_OBJECT)
    return next(iter(pictures), None) is not None


def _line(
    characters: list[tuple[str, tuple[float, float, float, float]]], number: int, tall: float
) -> list[PageLine]:
    shown = [(character, box) for character, box in characters if not character.isspace()]
    if not shown:
        return []
    left, right = min(box[0] for _, box in shown), max(box[2] for _, box in shown)
    bottom, top = min(box[1] for _, box in shown), max(box[3] for _, box in shown)
    height = max(box[3] - box[1] for _, box in shown)
    text, before, wide = "", None, False
    for character, box in characters:
        if not character.isspace():
            gap = before is not None and box[0] - before > _COLUMN_GAP * height
            text, wide, before = (
                text + (" " if gap and text[-1:] != " " else "") + character,
                wide or gap,
                box[2],
            )
        else:
            text += " "
    return [PageLine(text, number, left, right, (bottom + top) / 2 / tall, top, height, wide)]
