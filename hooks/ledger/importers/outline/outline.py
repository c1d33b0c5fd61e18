"""A document's sentences with their place in its outline and what their section is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from ledger.importers.block import Block, Repair
from ledger.importers.outline.introduction import with_asides
from ledger.importers.outline.label import POINT
from ledger.importers.outline.place import WORDS, locator
from ledger.importers.outline.role import (
    begins_problems,
    ends_problems,
    is_background,
    is_frame,
    is_general_problem,
    is_section_name,
    is_shortcoming,
    role_of_section,
    role_of_sentence,
    turns_to_plans,
    year_of_heading,
)
from ledger.importers.outline.section_role import headings_of, section_roles
from ledger.importers.outline.sentence import COLONS, sentences
from ledger.importers.outline.stretch import Stretch, find_stretches
from ledger.importers.outline.table_row import body_rows, role_of_row, row_text
from ledger.importers.passage import Passage, Role


def find_passages(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Cut a document into sentences and rows, each with its place, its headings and its role.

    Labels and the names of the document itself are no part of a passage's text.

    Args:
        blocks: in reading order, as they were read.
    """
    stretches = with_asides(tuple(find_stretches(blocks)))
    tables = count(1)
    found: list[Passage] = []
    for stretch, role in zip(stretches, section_roles(stretches), strict=True):
        if stretch.block.rows:
            found += _rows(stretch, next(tables), role)
        elif not stretch.is_title:
            found += _sentences(stretch, role)
    return tuple(_in_turns(found))


def _in_turns(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Sentences whose paragraph turns from what was done to what is wanting, or to what comes next.

    The turn holds to the end of the paragraph; where it ends in a colon, for the items that follow.
    """
    turned, before, lead = None, 0, None
    for passage in passages:
        if passage.block != before and not (lead and passage.at != lead and passage.at.startswith(lead)):
            turned, lead = None, None
        before = passage.block
        if passage.cells:
            yield passage
            continue
        turned = _turn(passage.text) or turned
        if turned and passage.text.endswith(COLONS):
            lead = passage.at
        yield _as_turned(passage, turned) if passage.role is Role.SUMMARY else passage


def _as_turned(passage: Passage, turned: Role | None) -> Passage:
    """The passage with the role of its turn; words that only say that something is wanting tell nothing.

    A sentence among others that says what is wanting needs no turn.
    """
    is_lead = turned is Role.PROBLEM and (ends_problems(passage.text) or is_general_problem(passage.text))
    own = Role.PROBLEM if is_shortcoming(passage.text) else passage.role
    return replace(passage, role=Role.FRAME if is_lead else turned or own)


def _turn(sentence: str) -> Role | None:
    if begins_problems(sentence):
        return Role.PROBLEM
    return Role.PLAN if turns_to_plans(sentence) else None


def _sentences(stretch: Stretch, of_section: Role | None) -> Iterator[Passage]:
    text, at = stretch.block.text, locator(stretch.levels)
    inner, outer = headings_of(stretch.levels), headings_of(stretch.levels[:-1])
    spans = [
        *_spans(stretch, stretch.start, stretch.heading_end),
        *_spans(stretch, stretch.heading_end, stretch.end),
    ]
    for start, end in spans:
        words, is_heading = text[start:end], start < stretch.heading_end
        headings = outer if is_heading else inner
        year = year_of_heading(inner)
        role = _own_role(words, of_section, year)
        if stretch.is_frame or (_is_name(stretch) if is_heading else is_frame(words)):
            role = Role.FRAME
        repairs = _repairs(stretch.block.repairs, start, end)
        yield Passage(words, at, role, headings, stretch.block.number, year, repairs)


def _own_role(words: str, of_section: Role | None, year: int | None) -> Role:
    """What a sentence tells in its section; a plan may say what was done before it."""
    if of_section is Role.PLAN and is_background(words, year):
        return Role.SUMMARY
    return of_section or role_of_sentence(words)


def _is_name(stretch: Stretch) -> bool:
    """Whether its heading only names a section; items of a series always tell something."""
    level = stretch.levels[-1]
    return level.kind != POINT and is_section_name(level.heading)


def _spans(stretch: Stretch, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, without the spaces around it."""
    text = stretch.block.text
    for begin, stop in sentences(text, start, end, stretch.is_outside):
        words = text[begin:stop]
        yield begin + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip())


def _repairs(repairs: Sequence[Repair], start: int, end: int) -> tuple[Repair, ...]:
    """The repairs inside a piece of text, with spans of that piece."""
    return tuple(
        replace(repair, start=max(repair.start, start) - start, end=min(repair.end, end) - start)
        for repair in repairs
        if repair.start < end and (repair.end > start or repair.start == repair.end == start)
    )


def _rows(stretch: Stretch, table: int, of_section: Role | None) -> Iterator[Passage]:
    caption, rows = body_rows(stretch.block.rows)
    headings = headings_of(stretch.levels) + ((caption,) if caption else ())
    place = locator(stretch.levels) if stretch.levels else ""
    for number, cells in rows:
        at = str(WORDS["row"]).format(at=place, table=table, row=number)
        role = role_of_row(cells) or role_of_section(headings) or of_section or Role.SUMMARY
        year = year_of_heading(headings)
        yield Passage(row_text(cells), at, role, headings, stretch.block.number, year, (), cells)
