"""Which of the labels that may stand in a text count, seen from their neighbours."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ledger.importers.block import Block
from ledger.importers.outline.label import CHINESE, CHINESE_PAREN, POINT, Label
from ledger.importers.outline.place import Levels
from ledger.importers.outline.rank import ranks_of

# A series that is told paragraph by paragraph has its second item within so many.
_NEAR = 12


@dataclass(frozen=True)
class Paragraph:
    """A block with the labels that may stand in it.

    Args:
        block: the paragraph or table.
        is_outside: what `sentence.outside` says of it.
        labels: in reading order.
    """

    block: Block
    is_outside: bytes
    labels: tuple[Label, ...]

    @property
    def opening(self) -> Label | None:
        """The label it begins with."""
        return self.labels[0] if self.labels and self.labels[0].opens else None

    @cached_property
    def second_items(self) -> dict[str, int]:
        """Where the last second item of a series stands, by kind."""
        return {label.kind: label.start for label in self.labels if label.number == 2}


@dataclass(frozen=True)
class Ahead:
    """What stands further on in a document.

    Args:
        paragraphs: all of them.
        ranks: how deep each kind of label stands.
        seconds: by kind, the paragraphs that have a second item.
        openings: the paragraphs that begin with a label.
    """

    paragraphs: tuple[Paragraph, ...]
    ranks: dict[str, int]
    seconds: dict[str, list[int]]
    openings: list[int]

    def following(self, index: int) -> Block | None:
        """The next block."""
        return self.paragraphs[index + 1].block if index + 1 < len(self.paragraphs) else None

    def is_alone(self, block: Block) -> bool:
        """Whether the file gives no other line the same style of heading."""
        return not block.heading or self.styles[block.heading] == 1

    @cached_property
    def styles(self) -> Counter[int]:
        """How many lines have each style of heading."""
        return Counter(paragraph.block.heading for paragraph in self.paragraphs)

    def follows(self, index: int) -> Label | None:
        """The label that the next block begins with."""
        return self.paragraphs[index + 1].opening if index + 1 < len(self.paragraphs) else None

    def next_opening(self, index: int) -> Label | None:
        """The next label at the start of a paragraph."""
        place = bisect_right(self.openings, index)
        return self.paragraphs[self.openings[place]].opening if place < len(self.openings) else None

    def has_second(self, index: int, label: Label) -> bool:
        """Whether a series that begins here goes on."""
        if self.paragraphs[index].second_items.get(label.kind, -1) > label.start:
            return True
        places = self.seconds[label.kind]
        place = bisect_right(places, index)
        return place < len(places) and places[place] <= index + _NEAR


def look_ahead(paragraphs: tuple[Paragraph, ...]) -> Ahead:
    """Gather what the labels of a document are judged by.

    Args:
        paragraphs: in reading order.
    """
    ranks = ranks_of(label for paragraph in paragraphs for label in paragraph.labels)
    seconds: dict[str, list[int]] = {kind: [] for kind in ranks}
    for index, paragraph in enumerate(paragraphs):
        for kind in paragraph.second_items:
            seconds[kind].append(index)
    openings = [index for index, paragraph in enumerate(paragraphs) if paragraph.opening]
    return Ahead(paragraphs, ranks, seconds, openings)


def accepted(label: Label, levels: Levels, ahead: Ahead, index: int) -> bool:
    """Whether a label counts.

    Args:
        label: it.
        levels: the labels that are open before it.
        ahead: what comes after it.
        index: its paragraph.
    """
    numbers = [level.label.number for level in levels if level.kind == label.kind]
    if label.number == 0:
        return bool(numbers)
    if label.opens and (label.kind != POINT or label.is_sure):
        return True
    if any(0 < label.number - number <= 2 for number in numbers):
        return True
    if label.kind == POINT and label.is_sure:
        return True
    if label.number > 1:
        return label.opens
    return label.kind in {CHINESE, CHINESE_PAREN} or ahead.has_second(index, label)


def is_nested(labels: Sequence[Label], place: int, levels: Levels) -> bool:
    """Whether a first item begins a series inside an item of another.

    Args:
        labels: of its paragraph.
        place: which of them it is.
        levels: those that are open before it.
    """
    label = labels[place]
    if label.kind != POINT or label.number != 1 or not levels or levels[-1].kind != POINT or label.opens:
        return False
    outer = levels[-1].label
    if levels[-1].is_nested:
        return False
    return outer.opens or _goes_on(outer.number, labels, place + 1)


def _goes_on(outer: int, labels: Sequence[Label], place: int) -> bool:
    """Whether an outer series goes on behind an inner one that has just begun."""
    inner = 1
    while place < len(labels):
        label = labels[place]
        if label.kind == POINT and label.number != inner + 1:
            return label.number == outer + 1
        inner += label.kind == POINT
        place += 1
    return False
