"""Pieces of text that stand under one label each, in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ledger.importers.block import Block
from ledger.importers.outline.acceptance import Ahead, Paragraph, accepted, is_nested, look_ahead
from ledger.importers.outline.cover import cover_lines, is_of_notice
from ledger.importers.outline.heading import heading_end, heading_words, is_bare_heading, is_title
from ledger.importers.outline.label import POINT, Label, inline_labels, leaves_series, opening_labels
from ledger.importers.outline.part_title import part_titles
from ledger.importers.outline.place import Levels, led_over, opened, opened_bare, without_asides
from ledger.importers.outline.sentence import CLOSERS, STOPS, outside, sentences


@dataclass(frozen=True)
class Stretch:
    """Text under one label, or the rest of a paragraph.

    Args:
        block: the paragraph or table it stands in.
        start: first character, behind the label.
        end: the character after the last one.
        levels: the labels that are open.
        heading_end: where the heading ends that it begins with; `start` where it begins with none.
        is_title: whether it is the name of the document.
        is_frame: whether it belongs to the notice that sends the document.
        is_outside: what `sentence.outside` says of the paragraph.
    """

    block: Block
    start: int
    end: int
    levels: Levels
    heading_end: int = 0
    is_title: bool = False
    is_frame: bool = False
    is_outside: bytes = b""

    @property
    def is_labelled(self) -> bool:
        """Whether it begins with a heading."""
        return self.heading_end > self.start

    @property
    def words(self) -> str:
        """Its text."""
        return self.block.text[self.start : self.end]


def find_stretches(blocks: Sequence[Block]) -> Iterator[Stretch]:
    """Cut a document at its labels.

    Args:
        blocks: in reading order.
    """
    paragraphs = tuple(_paragraph(block) for block in blocks)
    ahead = look_ahead(paragraphs)
    labelled = [bool(paragraph.labels) or not ahead.is_alone(paragraph.block) for paragraph in paragraphs]
    cover = cover_lines(blocks, labelled)
    parts = part_titles(paragraphs, ahead.ranks)
    levels: Levels = ()
    has_ended = True
    for index, paragraph in enumerate(paragraphs):
        if index in parts:
            levels = parts[index]
            yield Stretch(paragraph.block, 0, len(paragraph.block.text), levels, is_title=True)
            continue
        if index in cover:
            yield _of_cover(paragraph)
            continue
        if has_ended and not paragraph.opening and not paragraph.block.rows:
            levels = without_asides(levels)
            levels = led_over(levels, paragraph.block.text, ahead.follows(index))
        for stretch in _of_paragraph(ahead, index, levels):
            yield stretch
            levels = stretch.levels
        has_ended = paragraph.block.text.rstrip()[-1:] in STOPS


def _of_cover(paragraph: Paragraph) -> Stretch:
    text = paragraph.block.text
    named = is_title(text) and not is_of_notice(text)
    outside_of = paragraph.is_outside
    return Stretch(
        paragraph.block, 0, len(text), (), is_title=named, is_frame=not named, is_outside=outside_of
    )


def _paragraph(block: Block) -> Paragraph:
    if block.rows:
        return Paragraph(block, b"", ())
    is_outside = outside(block.text)
    first = tuple(opening_labels(block.text))
    start = first[-1].end if first else 0
    return Paragraph(block, is_outside, (*first, *inline_labels(block.text, start, is_outside)))


def _of_paragraph(ahead: Ahead, index: int, levels: Levels) -> Iterator[Stretch]:
    paragraph = ahead.paragraphs[index]
    block, end = paragraph.block, len(paragraph.block.text)
    if block.rows:
        yield Stretch(block, 0, 0, levels)
    elif not levels and not paragraph.labels and is_title(block.text) and ahead.is_alone(block):
        yield Stretch(block, 0, end, (), is_title=True)
    elif not paragraph.labels and is_bare_heading(block, ahead.following(index)):
        levels = opened_bare(levels, block, ahead.next_opening(index), ahead.ranks)
        yield Stretch(block, 0, end, levels, end, is_outside=paragraph.is_outside)
    else:
        yield from _cut(ahead, index, levels)


def _cut(ahead: Ahead, index: int, levels: Levels) -> Iterator[Stretch]:
    """The stretches of a paragraph, cut at those of its labels that count."""
    paragraph = ahead.paragraphs[index]
    start = 0
    series: list[Label] = []
    for number, label in enumerate(paragraph.labels):
        if not accepted(label, levels, ahead, index):
            continue
        nested = is_nested(paragraph.labels, number, levels)
        begins = label.kind == POINT and label.number == 1 and not nested
        lead = _lead_start(paragraph, start, label.start) if begins and start else label.start
        if paragraph.block.text[start:lead].strip() or start:
            stretch = _stretch(paragraph, start, lead, levels, has_label=start > 0)
            yield stretch
            levels = stretch.levels
        if lead < label.start:
            levels = without_asides(levels)
            yield _stretch(paragraph, lead, label.start, levels, has_label=False)
        levels = opened(levels, label, ahead.ranks, nested=nested)
        start = label.end
        if begins:
            series.clear()
        series += [label] * (label.kind == POINT)
    end = _series_end(paragraph, series, start)
    yield _stretch(paragraph, start, end, levels, has_label=start > 0)
    if end < len(paragraph.block.text):
        yield _stretch(paragraph, end, len(paragraph.block.text), without_asides(levels), has_label=False)


def _lead_start(paragraph: Paragraph, start: int, end: int) -> int:
    """Where the words begin that lead over to a new series, as in 住院方面，一是; else `end`."""
    spans = [*sentences(paragraph.block.text, start, end, paragraph.is_outside)]
    if len(spans) < 2 or paragraph.block.text[spans[-1][1] - 1] in STOPS:
        return end
    return spans[-1][0]


def _series_end(paragraph: Paragraph, series: list[Label], start: int) -> int:
    """Where the last item of a series inside a paragraph ends.

    A series that is told in one sentence ends with it; one told in several goes on to the end of the
    paragraph unless a sentence speaks of all its items again.
    """
    text = paragraph.block.text
    if not series or series[-1].end != start:
        return len(text)
    spans = [*sentences(text, start, len(text), paragraph.is_outside)]
    if len(series) > 1 and not any(stop in text[series[0].end : start] for stop in STOPS):
        return next(
            (stop for _, stop in spans if text[stop - 1] in STOPS or text[stop - 1] in CLOSERS), len(text)
        )
    return next((begin for begin, stop in spans[1:] if leaves_series(text[begin:stop].strip())), len(text))


def _stretch(paragraph: Paragraph, start: int, end: int, levels: Levels, *, has_label: bool) -> Stretch:
    text, is_outside = paragraph.block.text, paragraph.is_outside
    if not has_label:
        named = not levels and start == 0 and end < len(text) and is_title(text[:end])
        return Stretch(paragraph.block, start, end, levels, start, is_title=named, is_outside=is_outside)
    first = next((stop for _, stop in sentences(text, start, end, is_outside)), start)
    stop = heading_end(text, start, end, first)
    level = replace(levels[-1], heading=heading_words(text[start:stop]))
    return Stretch(paragraph.block, start, end, (*levels[:-1], level), stop, is_outside=is_outside)
