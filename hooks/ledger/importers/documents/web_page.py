"""A web page as a browser saves it → blocks, with what stands around the document told apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ledger.importers.block import Block
from ledger.importers.documents.byline import iso_day
from ledger.importers.documents.text_line import half_width, has_unreadable, one_line
from ledger.importers.documents.web_table import is_data_table, table_rows
from ledger.importers.reading import Dropped, DropReason, Reading, Shortfall
from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_suffix(".toml"))
_SILENT, _FLOWING, _AROUND = (frozenset(_TABLE[name]) for name in ("silent", "flowing", "around"))
_SITE, _WEBSITE, _SAVED = (re.compile(_TABLE["title"][name]) for name in ("site", "website", "saved"))
_LINES = read_own_table(Path(__file__).with_name("boilerplate.toml"))
_PROSE, _NUMBERED = (re.compile(_LINES[name]) for name in ("prose", "numbered"))
_KEPT = re.compile(_TABLE["kept"])
_HEADING = re.compile(r"h([1-6])")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
# These need no end, so that many of them nest no deeper.
_ENDLESS = frozenset(_TABLE["endless"])
# A page nests some dozens deep; the time to read it grows with the square of this.
_DEEPEST = 3000
# The source of a page may be broken anywhere; between characters of the language a line end is no blank.
_SOURCE_BREAK = re.compile(r"(?<=[^\x00-\x7f])[ \t\r]*\n\s*(?=[^\x00-\x7f])")
# Text of which this share stands in links is a list of other pages.
_MOST_LINKED = 0.7


@dataclass
class _Line:
    """A line being read; `linked` counts its characters that stand in links."""

    text: str = ""
    linked: int = 0
    heading: int = 0
    around: bool = False
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def is_linked(self) -> bool:
        return self.linked >= _MOST_LINKED * max(1, len(one_line(self.text)))


def read_web_page(text: str, name: str, encoding: str) -> Reading:
    """Read a saved web page.

    Args:
        text: its source.
        name: name of the file.
        encoding: how it was stored.
    """
    tree = LexborHTMLParser(text)
    lines = [line for line in _lines(tree.body) if line.rows or one_line(line.text)] if tree.body else []
    prose = [place for place, line in enumerate(lines) if _is_prose(line)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(lines))
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    for place, line in enumerate(lines):
        outside = place < first or place > last
        words = one_line(line.text)
        if not line.rows and (line.around or line.is_linked) and outside and not _belongs(words):
            reason = DropReason.NAVIGATION if place < first else DropReason.RELATED
            dropped.append(Dropped(words, reason))
        else:
            blocks.append(Block("" if line.rows else words, len(blocks) + 1, line.heading, line.rows))
    return Reading(
        name,
        "html",
        tuple(blocks),
        encoding,
        tuple(dropped),
        _facts(tree, text),
        _shortfalls(tree, blocks),
    )


def is_too_deep(text: str) -> bool:
    """Say whether elements of a page nest more deeply than any page needs.

    Args:
        text: its source.
    """
    depth = 0
    for found in _TAG.finditer(text):
        if found[2].lower() not in _ENDLESS:
            depth = max(0, depth - 1) if found[1] else depth + 1
            if depth > _DEEPEST:
                return True
    return False


def _belongs(words: str) -> bool:
    """Say whether a line belongs to the document even where it is a link: headings and annexes."""
    return bool(_KEPT.match(words) or _NUMBERED.match(half_width(words)))


def _is_prose(line: _Line) -> bool:
    return bool(line.rows) or (
        not line.is_linked and _PROSE.search(half_width(one_line(line.text))) is not None
    )


def _lines(body: LexborNode) -> Iterator[_Line]:
    """Walk a page without recursion: pages nest as deeply as their makers like."""
    line = _Line()
    pending: list[tuple[LexborNode, int, int, bool] | None] = [(body, 0, 0, False)]
    while pending:
        step = pending.pop()
        if step is None:
            yield line
            line = _Line()
            continue
        node, heading, linked, around = step
        tag = node.tag or ""
        if tag == "-text":
            words = _SOURCE_BREAK.sub("", node.text_content or "")
            line.text += words
            line.linked += len(words.strip()) if linked else 0
            line.heading, line.around = line.heading or heading, around
        elif tag == "table" and is_data_table(node):
            yield line
            yield _Line(rows=table_rows(node), around=around)
            line = _Line()
        elif tag == "br":
            yield line
            line = _Line()
        elif not tag.startswith("-") and tag not in _SILENT:
            found = _HEADING.fullmatch(tag)
            inner = (int(found[1]) if found else heading, linked or tag == "a", around or tag in _AROUND)
            parts = [(child, *inner) for child in _children(node)]
            pending += reversed(parts if tag in _FLOWING else [None, *parts, None])


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _facts(tree: LexborHTMLParser, text: str) -> dict[str, str]:
    said = {
        (one.attributes.get("name") or one.attributes.get("property") or "").lower(): one.attributes.get(
            "content"
        )
        for one in tree.css("meta")
    }
    facts = {}
    for fact, names in _TABLE["meta"].items():
        value = next((one_line(value) for name in names if (value := said.get(name.lower()))), "")
        facts[fact] = iso_day(value) if fact == "published" else value
    saved = _SAVED.search(text[:2000])
    if saved:
        facts["url"] = saved[1]
    title = tree.css_first("title")
    parts = _SITE.match(half_width(one_line(title.text()))) if title else None
    if parts and _WEBSITE.match(parts["reposter"]):
        facts["reposter"] = parts["reposter"]
    return {name: value for name, value in facts.items() if value}


def _shortfalls(tree: LexborHTMLParser, blocks: list[Block]) -> tuple[Shortfall, ...]:
    found = set()
    # Pictures inside paragraphs belong to the document; the others are the site's.
    if tree.css_first("p img") is not None:
        found.add(Shortfall.PICTURES)
    if any(has_unreadable(block.text) for block in blocks):
        found.add(Shortfall.UNREADABLE_CHARACTERS)
    return tuple(one for one in Shortfall if one in found)
