"""Words as outlines: a picture of pixels needs letters, and they must not come from the machine's fonts."""

from functools import cache, lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import pylopdf_fonts_zh_cn
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

# The sign that typesetters put where their font has no letter.
MISSING = "〓"
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def line(text: str, x: float, y: float, size: float, colour: str, *, bold: bool = False) -> Element:
    """One line of text as outlines.

    Args:
        text: what it says; a character that the font lacks becomes the sign for a missing letter.
        x: left edge, in the units of the drawing.
        y: baseline.
        size: font size.
        colour: hexadecimal.
        bold: whether outlines are made stronger; the font has one weight.
    """
    place = {"transform": f"translate({x:g},{y:g})"}
    look = {"fill": colour, "font-size": f"{size:g}", "font-weight": "600" if bold else "400"}
    return _outlines(text, look, place)


def lettered(element: Element, inherited: dict[str, str] | None = None) -> Element:
    """A drawing whose text elements are replaced by the outlines of their words.

    Args:
        element: part of a drawing by `charts.drawing`.
        inherited: attributes of the elements around it.
    """
    look = {**(inherited or {}), **element.attrib}
    if element.tag.rpartition("}")[2] == "text":
        place = {name: value for name, value in element.items() if name == "transform"}
        return _outlines(element.text or "", look, place)
    copy = Element(element.tag.rpartition("}")[2], element.attrib)
    copy.extend([lettered(child, look) for child in element])
    return copy


def _outlines(text: str, look: dict[str, str], place: dict[str, str]) -> Element:
    scale = float(look["font-size"].removesuffix("px")) / _units()
    letters = [_letter(character) for character in text]
    left = -sum(width for width, _ in letters) * _ANCHORS[look.get("text-anchor", "start")]
    # The edge of bold letters is a fortieth of the font size, in units of the font.
    is_bold = look.get("font-weight", "400") != "400"
    edge = {"stroke": look["fill"], "stroke-width": f"{_units() / 40:g}"} if is_bold else {"stroke": "none"}
    around, group = Element("g", place), Element("g", {"transform": f"scale({scale:.6f},{-scale:.6f})"})
    group.attrib |= {"fill": look["fill"], **edge}
    around.append(group)
    for width, outline in letters:
        group.append(Element("path", {"transform": f"translate({left:g},0)", "d": outline}))
        left += width
    return around


@cache
def _font() -> Any:  # noqa: ANN401 -- the library says no more
    return TTFont(pylopdf_fonts_zh_cn.sans_path(), lazy=True)


@cache
def _units() -> int:
    return int(_font()["head"].unitsPerEm)


@lru_cache(maxsize=5000)
def _letter(character: str) -> tuple[float, str]:
    """Width and outline of a character, in units of the font with its ordinates upwards."""
    names = _font().getBestCmap()
    name = names.get(ord(character)) or names[ord(MISSING)]
    glyph = _font().getGlyphSet()[name]
    pen = SVGPathPen(None)
    glyph.draw(pen)
    return float(glyph.width), pen.getCommands()
