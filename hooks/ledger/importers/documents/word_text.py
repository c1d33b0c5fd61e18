"""One paragraph of a Word file → its lines, and what of it could not be read."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from ledger.importers.documents.text_line import one_line
from ledger.importers.reading import Shortfall

_MATHEMATICS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WRITTEN = {qn("w:tab"): " ", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): " "}
# What was deleted, and what a field would do rather than show; properties hold no words.
_UNREAD = {
    qn(name)
    for name in ("w:delText", "w:instrText", "w:delInstrText", "w:pPr", "w:rPr", "w:sdtPr", "w:rt", "w:tcPr")
}
_DELETED = {qn("w:del"), qn("w:moveFrom")}
_INSERTED = {qn("w:ins"), qn("w:moveTo")}
_NOTES = {qn("w:footnoteReference"), qn("w:endnoteReference")}
_DRAWN = {qn("w:drawing"), qn("w:pict"), qn("w:object"), _ALTERNATIVES}
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"


def lines_of(paragraph: Any, shortfalls: set[Shortfall]) -> list[str]:  # noqa: ANN401 -- lxml has no types
    """Read a paragraph with its insertions and without its deletions; forced line ends part it.

    Args:
        paragraph: a `w:p` element.
        shortfalls: takes what could not be read.
    """
    text = "".join(_pieces(paragraph, shortfalls))
    return [line for part in text.split("\n") if (line := one_line(part))]


def _pieces(element: Any, shortfalls: set[Shortfall]) -> Iterator[str]:  # noqa: ANN401 -- as above
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _UNREAD:
            continue
        if tag == qn("w:t"):
            yield child.text or ""
        elif tag in _WRITTEN:
            yield _WRITTEN[tag]
        elif tag == qn("w:br"):
            yield " " if child.get(qn("w:type")) else "\n"
        elif tag == qn("w:sym"):
            # A sign of a font of symbols has no meaning outside that font.
            shortfalls.add(Shortfall.UNREADABLE_CHARACTERS)
        else:
            yield from _others(child, shortfalls)


def _others(child: Any, shortfalls: set[Shortfall]) -> Iterator[str]:  # noqa: ANN401 -- as above
    tag = child.tag
    if tag in _DELETED:
        shortfalls.add(Shortfall.TRACKED_CHANGES)
    elif tag in _NOTES:
        shortfalls.add(Shortfall.FOOTNOTES)
    elif tag in _DRAWN:
        shortfalls.update(_drawn(child))
    elif tag.startswith(_MATHEMATICS):
        shortfalls.add(Shortfall.FORMULAS)
    else:
        if tag in _INSERTED:
            shortfalls.add(Shortfall.TRACKED_CHANGES)
        yield from _pieces(child, shortfalls)


def _drawn(element: Any) -> Iterator[Shortfall]:  # noqa: ANN401 -- as above
    boxes = [box for box in element.iter(qn("w:txbxContent")) if "".join(box.itertext()).strip()]
    if boxes:
        yield Shortfall.TEXT_BOXES
    if not boxes or next(element.iter(_BLIP), None) is not None:
        yield Shortfall.PICTURES
