"""Where in its outline a document stands: the labels that are open, and the locator they make."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ledger.importers.block import Block
from ledger.importers.outline.label import ARABIC, CHINESE, DECIMAL, POINT, Label, nested_words
from ledger.importers.outline.sentence import COLONS
from ledger.own_table import read_own_table

WORDS: dict[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))
BARE = "bare"
ASIDE = "aside"


@dataclass(frozen=True)
class Level:
    """A label that is open, and the heading behind it.

    Args:
        label: the label; of a heading without one, its words stand in for it.
        heading: the words of its heading, without the label; empty where it has none.
        style: level of its heading from the file's own styles, 0 where the file does not say.
        is_nested: whether it is an item of a series inside an item of another.
    """

    label: Label
    heading: str = ""
    style: int = 0
    is_nested: bool = False

    @property
    def kind(self) -> str:
        """The kind of its label."""
        return self.label.kind


Levels = tuple[Level, ...]


def opened(levels: Levels, label: Label, ranks: Mapping[str, int], *, nested: bool = False) -> Levels:
    """The open labels after one more.

    Args:
        levels: those open before it, outermost first.
        label: the new one.
        ranks: how deep each kind stands in this document.
        nested: whether it begins a series inside the innermost item.
    """
    if nested:
        words = nested_words(levels[-1].label.words, label.number)
        return (*levels, Level(replace(label, words=words), is_nested=True))
    for depth in range(len(levels) - 1, -1, -1):
        if levels[depth].kind == label.kind and _continues(levels[depth], label):
            return (*levels[:depth], _next(levels, depth, label))
    keep = len(levels)
    while (
        keep
        and levels[keep - 1].kind not in {BARE, ASIDE}
        and ranks[levels[keep - 1].kind] > ranks[label.kind]
    ):
        keep -= 1
    # 1.1 names the item 1 around it, too.
    is_nested = label.kind == DECIMAL and keep > 0 and levels[keep - 1].kind == ARABIC
    return (*levels[:keep], Level(label, is_nested=is_nested))


def _next(levels: Levels, depth: int, label: Label) -> Level:
    """The next item of an open series; inside another item it is named after that."""
    if label.kind == DECIMAL or not levels[depth].is_nested:
        return Level(label, is_nested=levels[depth].is_nested)
    words = nested_words(levels[depth - 1].label.words, label.number)
    return Level(replace(label, words=words), is_nested=True)


def _continues(level: Level, label: Label) -> bool:
    """Whether a label may be the next of an open one's series, or begin that series anew."""
    if label.kind != POINT or not level.is_nested:
        return True
    return not label.opens and label.number in {0, level.label.number + 1}


def without_asides(levels: Levels) -> Levels:
    """The levels that a new paragraph without a label is still inside."""
    keep = len(levels)
    while keep and not levels[keep - 1].label.opens and levels[keep - 1].kind not in {CHINESE, BARE}:
        keep -= 1
    return levels[:keep]


def led_over(levels: Levels, words: str, following: Label | None) -> Levels:
    """The levels of a paragraph without a label that leads over to a new series of a kind that is open.

    Args:
        levels: those that are open before it.
        words: the paragraph.
        following: the next label at the start of a paragraph.
    """
    kinds = [level.kind for level in levels]
    if not words.rstrip().endswith(COLONS) or following is None or following.number != 1:
        return levels
    if following.kind not in kinds:
        return levels
    return (*levels[: kinds.index(following.kind)], aside(str(WORDS["after_all"])))


def aside(words: str) -> Level:
    """A level that the document does not number, such as an introduction."""
    return Level(Label(ASIDE, 0, words, 0, 0, opens=True))


def locator(levels: Levels) -> str:
    """The place that open labels make, such as 篇一(二)一是."""
    inner = (*levels, None)[1:]
    named = [
        level for level, next_one in zip(levels, inner, strict=True) if not (next_one and next_one.is_nested)
    ]
    words = "".join(level.label.words + _joint(level.kind) for level in named[:-1])
    return words + named[-1].label.words.rstrip() if named else str(WORDS["before_all"])


def _joint(kind: str) -> str:
    return str(WORDS["joint"]) if kind in {CHINESE, BARE} else ""


def opened_bare(levels: Levels, block: Block, following: Label | None, ranks: Mapping[str, int]) -> Levels:
    """The open labels after a heading without one.

    Args:
        levels: those open before it.
        block: the heading.
        following: the next label at the start of a paragraph.
        ranks: how deep each kind of label stands in this document.
    """
    keep = len(levels)
    if block.heading:
        while keep and (levels[keep - 1].style or block.heading) >= block.heading:
            keep -= 1
    elif following and following.number == 1:
        around = [
            depth for depth, level in enumerate(levels) if ranks.get(level.kind, -1) >= ranks[following.kind]
        ]
        keep = around[0] if around else keep
    while keep and levels[keep - 1].kind in {POINT, BARE} and not block.heading:
        keep -= 1
    words = block.text.strip()
    return (*levels[:keep], Level(Label(BARE, 0, words, 0, 0, opens=True), words, block.heading))
