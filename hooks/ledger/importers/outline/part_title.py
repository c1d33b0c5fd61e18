"""Titles inside a file that holds several documents, by which their places are told apart."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ledger.importers.outline.acceptance import Paragraph
from ledger.importers.outline.heading import is_title
from ledger.importers.outline.label import WHOLES, Label, number_of
from ledger.importers.outline.place import Level, Levels
from ledger.importers.outline.role import role_of_document
from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))
_DOCUMENT, _PIECE, _SHORT = (re.compile(_RULES[name]) for name in ("document", "piece", "short"))
_KIND = WHOLES[0]


def part_titles(paragraphs: Sequence[Paragraph], ranks: dict[str, int]) -> dict[int, Levels]:
    """The paragraphs that name a document inside a file, with the level that each opens.

    Either they count themselves, as pages do that collect documents, or the outermost series begins anew
    below a title. The first document is named only then, and not by a title that covers all of them.

    Args:
        paragraphs: of the file, in reading order.
        ranks: how deep each kind of label stands.
    """
    if any(label.kind in WHOLES for paragraph in paragraphs if (label := paragraph.opening)):
        return {}
    pieces = {index: found for index, found in _pieces(paragraphs) if found}
    if len({found["words"] for found in pieces.values()}) == len(pieces) > 1:
        return {
            index: _level(found["words"], number_of(found["number"]), found.string)
            for index, found in pieces.items()
        }
    titles = {index: paragraphs[index].block.text.strip() for index in _restarts(paragraphs, ranks)}
    for shorten in (_short, str):
        words = {index: shorten(title) for index, title in titles.items()}
        if len(set(words.values())) == len(titles):
            numbers = enumerate(titles.items(), start=1)
            return {
                index: _level(words[index] + _RULES["joint"], number, title)
                for number, (index, title) in numbers
            }
    return {}


def _level(words: str, number: int, heading: str) -> Levels:
    return (Level(Label(_KIND, number, words, 0, 0, opens=True), heading),)


def _short(title: str) -> str:
    found = _SHORT.search(title)
    return found[0] if found else title


def _pieces(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, re.Match[str] | None]]:
    for index, paragraph in enumerate(paragraphs):
        if not paragraph.block.rows and len(paragraph.block.text) <= int(_RULES["longest"]):
            yield index, _PIECE.fullmatch(paragraph.block.text.strip())


def _restarts(paragraphs: Sequence[Paragraph], ranks: dict[str, int]) -> list[int]:
    """The titles below which the outermost series begins, where it begins more than once."""
    openings = [label for paragraph in paragraphs if (label := paragraph.opening)]
    outermost = min((label.kind for label in openings), key=lambda kind: ranks[kind], default="")
    found: list[int] = []
    title, seen = None, False
    for index, paragraph in enumerate(paragraphs):
        label = paragraph.opening
        if label and label.kind == outermost:
            if title is not None and label.number == 1 and (seen or _is_single(paragraphs[title])):
                found.append(title)
            title, seen = None, True
        elif not label and _names_document(paragraph):
            title = index
    is_several = bool(found) and (len(found) > 1 or not _is_first(found[0], paragraphs, outermost))
    return found if is_several else []


def _names_document(paragraph: Paragraph) -> bool:
    text = paragraph.block.text.strip()
    is_short = not paragraph.block.rows and len(text) <= int(_RULES["longest"])
    return is_short and is_title(text) and bool(_DOCUMENT.search(text))


def _is_single(paragraph: Paragraph) -> bool:
    """Whether a title speaks of one thing alone: what was done, or what will be."""
    return role_of_document(paragraph.block.text) is not None


def _is_first(index: int, paragraphs: Sequence[Paragraph], outermost: str) -> bool:
    return not any(
        (label := paragraph.opening) and label.kind == outermost for paragraph in paragraphs[:index]
    )
