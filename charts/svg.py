"""Vega's SVG made fit for a page: small, inert, without English, and coloured by the page's style sheet."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, tostring

from charts.chart import DATUM
from charts.theme import FONT_STACK, PALETTE

NAMESPACE = "http://www.w3.org/2000/svg"
DRAWN = frozenset({"path", "line", "text"})
PLACE = ("transform", "d", "x2", "y2")
LOOK = ("fill", "stroke", "stroke-width", "stroke-dasharray", "text-anchor", "font-size", "font-weight")
# What these say is so without them.
NEEDLESS = frozenset(
    [
        ("transform", "translate(0,0)"),
        ("x2", "0"),
        ("y2", "0"),
        ("text-anchor", "start"),
        ("font-weight", "400"),
    ]
)
COLOURS = {colour.light: name for name, colour in PALETTE.items()}
# As Vega writes numbers: with a sign and perhaps an exponent, but never two of them without a separator.
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")


def count_marks(root: Element) -> int:
    """Number of marks in a drawing by Vega that stand for data and have a place and a shape."""
    # Vega writes the name of a layer into the class of its group.
    groups = (group for group in root.iter(_qualified("g")) if DATUM in group.get("class", ""))
    return sum(_is_visible(mark) for group in groups for mark in group)


def dressed(root: Element, texts: Sequence[str], label: str) -> str:
    """The SVG of a drawing by Vega.

    Args:
        root: the drawing, with one text element for every word.
        texts: the words, in the order of those elements.
        label: what the chart shows, for readers who cannot see it.
    """
    if len(list(root.iter(_qualified("text")))) != len(texts):
        raise ValueError("the drawing must have one text element for every word")
    words = iter(texts)
    figure = Element("svg", {"xmlns": NAMESPACE, "class": "chart-svg", "role": "img", "aria-label": label})
    figure.attrib |= {"width": "100%", "viewBox": _rounded(root.attrib["viewBox"]), "font-family": FONT_STACK}
    # Lines have no area; Vega says so once, on its outermost group.
    figure.attrib |= {"fill": "none", "overflow": "visible"}
    # A list, because `extend` says of any error inside a generator that it has the wrong type.
    figure.extend([part for child in root for part in _cleaned(child, words)])
    return tostring(figure, encoding="unicode")


def _qualified(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _is_visible(mark: Element) -> bool:
    """Whether the mark has a shape, and a place made of numbers."""
    geometry = " ".join(mark.get(name, "") for name in PLACE)
    return bool(mark.get("d")) and "NaN" not in geometry and "undefined" not in geometry


def _cleaned(element: Element, words: Iterator[str]) -> Iterator[Element]:
    """The same element without what readers do not see, with the next word in place of its text."""
    tag = element.tag.removeprefix(_qualified(""))
    if element.get("class") in {"background", "foreground"}:
        return
    if tag == "g":
        parts = [part for child in element for part in _cleaned(child, words)]
        yield from _grouped(_attributes(element, ("transform",)), parts)
    elif tag in DRAWN:
        part = Element(tag, _attributes(element, PLACE + LOOK))
        part.text = next(words) if tag == "text" else None
        yield part
    else:
        raise ValueError(f"a chart must not hold this element: {tag}")


def _grouped(attributes: dict[str, str], parts: list[Element]) -> Iterator[Element]:
    """The parts in a group that says once what all have in common, or as they are if it says nothing."""
    common = set.intersection(*(_look(part) for part in parts)) if len(parts) > 1 else set()
    for part in parts:
        for name, _ in common:
            del part.attrib[name]
    attributes |= dict(sorted(common))
    if attributes and parts:
        group = Element("g", attributes)
        group.extend(parts)
        yield group
    else:
        yield from parts


def _look(part: Element) -> set[tuple[str, str]]:
    return {(name, value) for name, value in part.items() if name not in PLACE}


def _attributes(element: Element, names: Sequence[str]) -> dict[str, str]:
    given = {name: element.attrib[name] for name in names if name in element.attrib}
    found = {name: _rounded(value) for name, value in given.items() if value != "transparent"}
    # The value stays beside the class, for the bare file and for browsers without custom properties.
    classes = [f"{name[0]}-{_colour_name(found[name])}" for name in ("fill", "stroke") if name in found]
    found = {name: value for name, value in found.items() if (name, value) not in NEEDLESS}
    return {"class": " ".join(classes), **found} if classes else found


def _colour_name(value: str) -> str:
    """The name by which the style sheet knows a colour."""
    if value not in COLOURS:
        raise ValueError(f"not a colour of the palette: {value}")
    return COLOURS[value]


def _rounded(value: str) -> str:
    """The same attribute with at most two decimals in its numbers; colours are left alone."""
    return value if value.startswith("#") else _NUMBER.sub(_round, value)


def _round(match: re.Match[str]) -> str:
    # Adding 0 turns -0 into 0.
    return f"{round(float(match[0]), 2) + 0:.2f}".rstrip("0").rstrip(".")
