"""A document's sentences with their place in its outline and what their section is about."""

from collections.abc import Iterator, Sequence

from ledger.importers.block import Block, Repair
from ledger.importers.introduction import with_asides
from ledger.importers.passage import Passage, Role
from ledger.importers.place import WORDS, locator
from ledger.importers.role import (
    begins_problems,
    ends_problems,
    is_frame,
    is_section_name,
    role_of_document,
    role_of_section,
    role_of_sentence,
    year_of_heading,
)
from ledger.importers.sentence import sentences
from ledger.importers.stretch import Stretch, find_stretches
from ledger.importers.table_row import body_rows, is_plan_row, row_text


def find_passages(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Cut a document into sentences and rows, each with its place, its headings and what its section is about.

    Labels and the names of the document itself are no part of a passage's text.

    Args:
        blocks: in reading order, as they were read.
    """
    stretches = with_asides(tuple(find_stretches(blocks)))
    titles = [stretch.block.text[stretch.start : stretch.end] for stretch in stretches if stretch.is_title]
    of_document = next((role for title in titles if (role := role_of_document(title))), None)
    return tuple(_passages(stretches, of_document))


def _passages(stretches: Sequence[Stretch], of_document: Role | None) -> Iterator[Passage]:
    table, is_wanting, block = 0, False, 0
    for stretch in stretches:
        if stretch.is_title:
            continue
        if stretch.block.rows:
            table += 1
            yield from _rows(stretch, table, of_document)
            continue
        is_wanting = is_wanting and stretch.block.number == block
        block = stretch.block.number
        for passage in _sentences(stretch, of_document):
            is_wanting = _is_wanting(passage, before=is_wanting)
            yield _as_problem(passage) if is_wanting else passage


def _is_wanting(passage: Passage, *, before: bool) -> bool:
    if passage.role is not Role.SUMMARY:
        return False
    if before:
        return not ends_problems(passage.text)
    return begins_problems(passage.text)


def _as_problem(passage: Passage) -> Passage:
    return Passage(
        passage.text, passage.at, Role.PROBLEM, passage.headings, passage.block, passage.year, passage.repairs
    )


def _sentences(stretch: Stretch, of_document: Role | None) -> Iterator[Passage]:
    text, at = stretch.block.text, locator(stretch.levels)
    inner = tuple(level.heading for level in stretch.levels if level.heading)
    outer = tuple(level.heading for level in stretch.levels[:-1] if level.heading)
    spans = [*_spans(stretch, stretch.start, stretch.heading_end), *_spans(stretch, stretch.heading_end, stretch.end)]
    for start, end in spans:
        is_heading = start < stretch.heading_end
        headings = outer if is_heading else inner
        words = text[start:end]
        role = role_of_section(headings) or of_document or role_of_sentence(words)
        if is_heading:
            role = Role.FRAME if is_section_name(stretch.levels[-1].heading) else role
        elif is_frame(words):
            role = Role.FRAME
        repairs = _repairs(stretch.block.repairs, start, end)
        yield Passage(words, at, role, headings, stretch.block.number, year_of_heading(headings), repairs)


def _spans(stretch: Stretch, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = stretch.block.text
    for begin, stop in sentences(text, start, end, stretch.is_outside):
        words = text[begin:stop]
        yield begin + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip())


def _repairs(repairs: Sequence[Repair], start: int, end: int) -> tuple[Repair, ...]:
    """The repairs inside a piece of text, with spans of that piece."""
    return tuple(
        Repair(max(r.start, start) - start, min(r.end, end) - start, r.raw, r.mended, r.damage)
        for r in repairs
        if r.start < end and (r.end > start or r.start == r.end == start)
    )


def _rows(stretch: Stretch, table: int, of_document: Role | None) -> Iterator[Passage]:
    caption, rows = body_rows(stretch.block.rows)
    headings = tuple(level.heading for level in stretch.levels if level.heading) + ((caption,) if caption else ())
    for number, cells in rows:
        at = str(WORDS["row"]).format(at=locator(stretch.levels) if stretch.levels else "", table=table, row=number)
        plans = is_plan_row(cells)
        role = Role.PLAN if plans else role_of_section(headings) or of_document or Role.SUMMARY
        role = Role.SUMMARY if plans is False else role
        yield Passage(row_text(cells), at, role, headings, stretch.block.number, year_of_heading(headings), (), cells)
