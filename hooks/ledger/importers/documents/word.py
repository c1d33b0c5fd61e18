"""A Word file → blocks, in reading order, with the numbers that Word makes itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from ledger.importers.block import Block
from ledger.importers.documents.text_line import has_unreadable
from ledger.importers.documents.unreadable import Unreadable, UnreadableDocumentError
from ledger.importers.documents.word_numbering import WordNumbering
from ledger.importers.documents.word_package import BROKEN, open_package
from ledger.importers.documents.word_styles import Standing, WordStyles
from ledger.importers.documents.word_text import lines_of
from ledger.importers.reading import Dropped, DropReason, Reading, Shortfall

# Frames around paragraphs and tables that mean nothing for their order.
_FRAMES = {qn(name) for name in ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo")}
_MOST_COLUMNS = 200


@dataclass
class _Found:
    """What has been read so far."""

    styles: WordStyles
    numbering: WordNumbering
    blocks: list[Block] = field(default_factory=list)
    contents: list[Dropped] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    shortfalls: set[Shortfall] = field(default_factory=set)

    def add(self, text: str, heading: int = 0, rows: tuple[tuple[str, ...], ...] = ()) -> None:
        self.blocks.append(Block(text, len(self.blocks) + 1, heading, rows))
        if has_unreadable(text) or any(has_unreadable(cell) for row in rows for cell in row):
            self.shortfalls.add(Shortfall.UNREADABLE_CHARACTERS)


def read_word(data: bytes, name: str) -> Reading:
    """Read a Word file.

    Args:
        data: its bytes.
        name: name of the file.

    Raises:
        UnreadableDocumentError: it cannot be opened.
    """
    document = open_package(data, name)
    try:
        return _read(document, name)
    except BROKEN as error:
        raise UnreadableDocumentError(Unreadable.BROKEN, {"name": name}) from error


def _read(document: Any, name: str) -> Reading:  # noqa: ANN401 -- lxml has no types
    numbering = _numbering_of(document)
    found = _Found(WordStyles(document.styles.element, numbering), WordNumbering(numbering))
    _read_parts(document.element.body, found)
    furniture = [Dropped(line, DropReason.PAGE_FURNITURE) for line in _margin_lines(document)]
    facts = {"title": "".join(found.title)} if found.title else {}
    return Reading(
        name,
        "docx",
        tuple(found.blocks),
        dropped=(*found.contents, *furniture),
        facts=facts,
        shortfalls=tuple(one for one in Shortfall if one in found.shortfalls),
    )


def _numbering_of(document: Any) -> Any | None:  # noqa: ANN401 -- as above
    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except (KeyError, AttributeError):
        return None


def _margin_lines(document: Any) -> list[str]:  # noqa: ANN401 -- as above
    """The lines of page headers and footers, each once."""
    margins = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
    parts = [one.target_part for one in document.part.rels.values() if one.reltype in margins]
    paragraphs = [paragraph for part in parts for paragraph in part.element.iter(qn("w:p"))]
    return list(dict.fromkeys(line for paragraph in paragraphs for line in lines_of(paragraph, set())))


def _read_parts(element: Any, found: _Found) -> None:  # noqa: ANN401 -- as above
    for child in element:
        if child.tag == qn("w:p"):
            _read_paragraph(child, found)
        elif child.tag == qn("w:tbl"):
            _read_table(child, found)
        elif child.tag in _FRAMES:
            _read_parts(child, found)
        elif child.tag in {qn("w:del"), qn("w:moveFrom")}:
            found.shortfalls.add(Shortfall.TRACKED_CHANGES)


def _read_paragraph(paragraph: Any, found: _Found) -> None:  # noqa: ANN401 -- as above
    standing = found.styles.standing(paragraph)
    lines = _numbered_lines(paragraph, standing, found)
    if standing.is_contents:
        found.contents += [Dropped(line, DropReason.NAVIGATION) for line in lines]
        return
    if standing.is_title:
        found.title += lines
    for place, line in enumerate(lines):
        found.add(line, 0 if place else standing.heading)


def _numbered_lines(paragraph: Any, standing: Standing, found: _Found) -> list[str]:  # noqa: ANN401 -- as above
    lines = lines_of(paragraph, found.shortfalls)
    # An empty paragraph of a list shows its number too, but says nothing.
    label = found.numbering.label(standing.list_id, standing.level) if standing.list_id and lines else ""
    if not label:
        return lines
    blank = " " if label[-1].isdecimal() and lines[0][:1].isdecimal() else ""
    return [f"{label}{blank}{lines[0]}", *lines[1:]]


def _read_table(table: Any, found: _Found) -> None:  # noqa: ANN401 -- as above
    rows = list(_rows(table, found))
    if len(rows) == 1 and len(set(map(id, _cells(table)))) == 1:
        # A frame around text, drawn as a table of one cell.
        for cell in _cells(table):
            _read_parts(cell, found)
    elif any(cell for row in rows for cell in row):
        found.add("", rows=tuple(rows))


def _cells(table: Any) -> list[Any]:  # noqa: ANN401 -- as above
    return [cell for row in _children(table, "w:tr") for cell in _children(row, "w:tc")]


def _children(element: Any, name: str) -> Iterator[Any]:  # noqa: ANN401 -- as above
    for child in element:
        if child.tag == qn(name):
            yield child
        elif child.tag in _FRAMES:
            yield from _children(child, name)


def _rows(table: Any, found: _Found) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 -- as above
    above: tuple[str, ...] = ()
    for row in _children(table, "w:tr"):
        settings = row.find(qn("w:trPr"))
        if settings is not None and settings.find(qn("w:del")) is not None:
            found.shortfalls.add(Shortfall.TRACKED_CHANGES)
            continue
        cells = [""] * _number(settings, "w:gridBefore", 0)
        for cell in _children(row, "w:tc"):
            own = cell.find(qn("w:tcPr"))
            merged = None if own is None else own.find(qn("w:vMerge"))
            continues = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
            place = len(cells)
            text = above[place] if continues and place < len(above) else _cell_text(cell, found)
            cells += [text] * min(_number(own, "w:gridSpan", 1), _MOST_COLUMNS)
        above = tuple(cells)
        yield above


def _number(settings: Any | None, name: str, otherwise: int) -> int:  # noqa: ANN401 -- as above
    found = None if settings is None else settings.find(qn(name))
    value = "" if found is None else str(found.get(qn("w:val"), ""))
    return min(int(value), _MOST_COLUMNS) if value.isascii() and value.isdigit() else otherwise


def _cell_text(cell: Any, found: _Found) -> str:  # noqa: ANN401 -- as above
    lines: list[str] = []
    for child in cell.iter(qn("w:p")):
        if _inside_drawing(child, cell):
            continue
        lines += _numbered_lines(child, found.styles.standing(child), found)
    return " ".join(lines)


def _inside_drawing(paragraph: Any, cell: Any) -> bool:  # noqa: ANN401 -- as above
    parent = paragraph.getparent()
    while parent is not None and parent is not cell:
        if parent.tag == qn("w:txbxContent"):
            return True
        parent = parent.getparent()
    return False
