"""Lines of pages → paragraphs, and what only belongs to the pages."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from ledger.importers.documents.pdf_page import PageLine
from ledger.importers.documents.text_line import half_width, one_line
from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_name("boilerplate.toml"))
_NUMBERED, _PAGE_NUMBER = (re.compile(_TABLE[name]) for name in ("numbered", "page_number"))
_DIGITS = re.compile(r"\d+")
# Headers and footers stand in these shares of the page, and on at least this share of the pages.
_MARGIN = 0.13
_MOST_PAGES = 0.5
# In characters: an indent, and how far from the edge the last line of a paragraph may end.
_INDENT, _SHORT = 0.8, 1.6
# A gap this much larger than usual parts paragraphs.
_GAP = 1.6
# Characters this much larger than most are those of a title.
_TITLE = 1.2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a paged file.

    Args:
        text: its words on one line.
        page: where it begins.
    """

    text: str
    page: int


@dataclass(frozen=True)
class _Layout:
    """Where most lines begin and end, how far apart they stand, and how high their characters are."""

    left: float
    right: float
    step: float
    height: float


def page_furniture(pages: Sequence[Sequence[PageLine]]) -> set[PageLine]:
    """Find headers, footers and page numbers.

    Args:
        pages: the lines of each page.
    """
    edges = [line for lines in pages for line in lines if not _MARGIN < line.middle < 1 - _MARGIN]
    on_pages: dict[str, set[int]] = {}
    for line in edges:
        on_pages.setdefault(_shape(line), set()).add(line.page)
    often = max(2.0, _MOST_PAGES * len(pages))
    return {
        line
        for line in edges
        if len(on_pages[_shape(line)]) >= often or _PAGE_NUMBER.fullmatch(half_width(one_line(line.text)))
    }


def paragraphs(pages: Sequence[Sequence[PageLine]]) -> list[Paragraph]:
    """Join lines to paragraphs, across pages too.

    Args:
        pages: the lines of each page, without what belongs to the page alone.
    """
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    layout = _Layout(
        _edge(lines, "left"), _edge(lines, "right"), _step(pages), median(line.height for line in lines)
    )
    return [_paragraph(group) for group in _groups(lines, layout)]


def _shape(line: PageLine) -> str:
    return _DIGITS.sub("0", one_line(line.text))


def _edge(lines: Sequence[PageLine], side: str) -> float:
    """Where most lines begin or end, to the point."""
    places = sorted(getattr(line, side) for line in lines)
    return float(places[len(places) // 10] if side == "left" else places[-1 - len(places) // 10])


def _step(pages: Sequence[Sequence[PageLine]]) -> float:
    steps = [
        one.top - two.top for page in pages for one, two in itertools.pairwise(page) if one.top > two.top
    ]
    return median(steps) if steps else 0.0


def _groups(lines: Sequence[PageLine], layout: _Layout) -> Iterator[list[PageLine]]:
    group = [lines[0]]
    for before, line in itertools.pairwise(lines):
        if _begins(before, line, layout):
            yield group
            group = [line]
        else:
            group.append(line)
    yield group


def _begins(before: PageLine, line: PageLine, layout: _Layout) -> bool:
    """Say whether a line begins a paragraph."""
    height = median((before.height, line.height))
    far = line.page == before.page and before.top - line.top > _GAP * layout.step * (height / layout.height)
    if before.has_columns or line.has_columns or far or _other_size(before, line):
        return True
    if height > _TITLE * layout.height and not _NUMBERED.match(half_width(one_line(line.text))):
        # A title in large characters takes several lines of any length.
        return line.page != before.page
    if before.right < layout.right - _SHORT * height:
        return True
    return line.left > layout.left + _INDENT * height and line.left > before.left - _INDENT * height


def _other_size(before: PageLine, line: PageLine) -> bool:
    return abs(before.height - line.height) > 0.3 * max(before.height, line.height)


def _paragraph(group: Sequence[PageLine]) -> Paragraph:
    text = ""
    for line in group:
        words = one_line(line.text)
        # Words of letters are parted by blanks, characters of the language by nothing.
        blank = " " if text[-1:].isascii() and text[-1:].isalpha() and words[:1].isascii() else ""
        text += (blank if words[:1].isalpha() else "") + words
    return Paragraph(text, group[0].page)
