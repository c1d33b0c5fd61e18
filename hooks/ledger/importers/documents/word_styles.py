"""Styles of a Word file → which paragraphs are headings or list items by their style alone."""

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc [1-9]|toc heading", re.IGNORECASE)
_MOST_PARENTS = 20


@dataclass(frozen=True)
class Standing:
    """What a paragraph is by its style and its own settings.

    Args:
        heading: 1 to 9, or 0.
        is_title: whether it is the title of the document.
        is_contents: whether it belongs to a table of contents.
        list_id: id of the list that numbers it, or nothing.
        level: its level in that list, from 0.
    """

    heading: int = 0
    is_title: bool = False
    is_contents: bool = False
    list_id: str = ""
    level: int = 0


class WordStyles:
    """The styles of one document.

    Args:
        styles: the root of styles.xml.
        numbering: the root of numbering.xml, whose levels may be bound to a style; None if there is none.
    """

    def __init__(self, styles: Any, numbering: Any | None) -> None:  # noqa: ANN401 -- lxml has no types
        self._styles = {one.get(qn("w:styleId")): one for one in styles.findall(qn("w:style"))}
        self._bound = {
            str(bound.get(qn("w:val"))): int(level.get(qn("w:ilvl"), "0"))
            for level in (() if numbering is None else numbering.iter(qn("w:lvl")))
            if (bound := level.find(qn("w:pStyle"))) is not None
        }

    def standing(self, paragraph: Any) -> Standing:  # noqa: ANN401 -- as above
        """Say what a paragraph is.

        Args:
            paragraph: a `w:p` element.
        """
        own = paragraph.find(qn("w:pPr"))
        chain = self._chain(_value(own, "w:pStyle"))
        settings = [own, *(style.find(qn("w:pPr")) for style in chain)]
        names = [_value(style, "w:name") for style in chain]
        outline = next(
            (int(found) for one in settings if (found := _value(one, "w:outlineLvl")).isdigit()), 9
        )
        named = next((int(one[1]) for name in names if (one := _HEADING.fullmatch(name))), 0)
        list_id, level = self._list_of(settings, chain)
        return Standing(
            heading=outline + 1 if outline < 9 else named,
            is_title="Title" in names[:1],
            is_contents=any(_CONTENTS.fullmatch(name) for name in names),
            list_id=list_id,
            level=level,
        )

    def _chain(self, style_id: str) -> list[Any]:
        chain: list[Any] = []
        while style_id in self._styles and len(chain) < _MOST_PARENTS:
            chain.append(self._styles[style_id])
            style_id = _value(chain[-1], "w:basedOn")
        return chain

    def _list_of(self, settings: list[Any], chain: list[Any]) -> tuple[str, int]:
        list_id = level = ""
        for place, one in enumerate(settings):
            numbering = None if one is None else one.find(qn("w:numPr"))
            if numbering is None:
                continue
            list_id = list_id or _value(numbering, "w:numId")
            level = level or _value(numbering, "w:ilvl")
            if place and not level:
                level = str(self._bound.get(chain[place - 1].get(qn("w:styleId")), ""))
        # List 0 takes a paragraph out of the list of its style.
        return ("" if list_id == "0" else list_id, int(level) if level.isdigit() else 0)


def _value(element: Any | None, name: str) -> str:  # noqa: ANN401 -- as above
    found = None if element is None else element.find(qn(name))
    return "" if found is None else str(found.get(qn("w:val"), ""))
