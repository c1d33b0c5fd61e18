"""Lines that a website or a page layout put around a document → left out, and what they say of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ledger.importers.block import Block
from ledger.importers.documents.byline import facts_of_a_byline, facts_of_cells, settled
from ledger.importers.documents.page_breaks import join_over_pages
from ledger.importers.documents.site_words import site_words, without
from ledger.importers.documents.text_line import half_width
from ledger.importers.documents.titles import (
    bare,
    begins_with,
    find_title,
    is_file_name,
    is_title,
    sent_title,
)
from ledger.importers.reading import Dropped, DropReason, Reading
from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_suffix(".toml"))
_PROSE, _NUMBER, _LETTER = (re.compile(_TABLE[name]) for name in ("prose", "number", "letter"))
# Word and PDF files are documents from their first line to their last.
_PAPER = frozenset({"docx", "pdf"})
# Entries of a list of other pages are titles.
_LONGEST_ENTRY = 90
# No rule speaks of longer lines, and to try them would take its time.
_LONGEST_LINE = 400


@dataclass(frozen=True)
class _Rule:
    pattern: re.Pattern[str]
    reason: DropReason
    only: str
    begins_list: bool
    on_paper: bool


@dataclass(frozen=True)
class _Left:
    """What is left out: the reason of each place, and what those lines say."""

    reasons: dict[int, DropReason]
    facts: dict[str, str]

    def add(self, place: int, reason: DropReason, facts: Mapping[str, str | None]) -> None:
        self.reasons[place] = reason
        for name, text in facts.items():
            if text:
                self.facts.setdefault(name, text.strip())


_RULES = tuple(
    _Rule(
        re.compile(rule["pattern"]),
        DropReason(rule["reason"]),
        rule.get("only", ""),
        rule.get("list", False),
        rule.get("paper", False),
    )
    for rule in _TABLE["rule"]
)


def leave_out(reading: Reading) -> Reading:
    """Leave boilerplate out of a reading; nothing goes without being listed.

    Args:
        reading: everything that stands in a file.
    """
    on_paper = reading.form in _PAPER
    left = _Left({}, dict(reading.facts))
    words: list[Dropped] = []
    if not on_paper:
        reading, words = _without_site_words(reading)
    lines = [half_width(block.text) for block in reading.blocks]
    first, last = _span(lines)
    for place, line in enumerate(lines):
        zone = "head" if place < first else "tail" if place > last else ""
        _judge(place, reading.blocks[place], line, zone, left, on_paper=on_paper)
    if not on_paper:
        _leave_lists(lines, last, left)
    _settle_titles(lines, first, last, left, on_paper=on_paper)
    pages = {place for place, reason in left.reasons.items() if reason is DropReason.PAGE_FURNITURE}
    kept = [place for place in range(len(lines)) if place not in left.reasons or place in pages]
    furniture = {index: reading.blocks[place].text for index, place in enumerate(kept) if place in pages}
    dropped = [
        Dropped(_words(reading.blocks[place]), reason) for place, reason in sorted(left.reasons.items())
    ]
    return replace(
        reading,
        blocks=join_over_pages([reading.blocks[place] for place in kept], furniture),
        dropped=(*reading.dropped, *words, *dropped),
        facts=settled(left.facts),
    )


def _without_site_words(reading: Reading) -> tuple[Reading, list[Dropped]]:
    """Take out what a site says in the middle of a line; a whole line of it is left to the rules."""
    blocks, words = [], []
    for block in reading.blocks:
        line = half_width(block.text)
        spans = () if _known(line, anywhere=True) else site_words(line)
        words += [Dropped(block.text[start:end].strip(), DropReason.REPOSTER) for start, end in spans]
        text = without(block.text, spans)
        if text or block.rows:
            blocks.append(replace(block, text=text) if spans else block)
    return replace(reading, blocks=tuple(blocks)), words


def _span(lines: list[str]) -> tuple[int, int]:
    """The places of the first and the last paragraph of the document."""
    prose = [
        place
        for place, line in enumerate(lines)
        if _PROSE.search(line) and not _LETTER.search(line[:_LONGEST_LINE]) and not _known(line)
    ]
    return (prose[0], prose[-1]) if prose else (len(lines), -1)


def _known(line: str, *, anywhere: bool = False) -> bool:
    """Say whether a rule knows a line; one that holds anywhere, or any."""
    rules = (rule for rule in _RULES if not (anywhere and rule.only))
    return len(line) <= _LONGEST_LINE and any(rule.pattern.fullmatch(line) for rule in rules)


def _judge(place: int, block: Block, line: str, zone: str, left: _Left, *, on_paper: bool) -> None:
    if block.rows:
        facts = facts_of_cells([[half_width(cell) for cell in row] for row in block.rows]) if zone else None
    else:
        facts = facts_of_a_byline(line) if zone else None
    if facts is not None and on_paper:
        # The labels of an office's own file belong to it; what they say is noted all the same.
        left.facts.update({name: text for name, text in facts.items() if name not in left.facts})
    elif facts is not None:
        left.add(place, DropReason.NAVIGATION, facts)
    elif not block.rows:
        _try_rules(place, line, zone, left, on_paper=on_paper)


def _try_rules(place: int, line: str, zone: str, left: _Left, *, on_paper: bool) -> None:
    for rule in _RULES if len(line) <= _LONGEST_LINE else ():
        if (on_paper and not rule.on_paper) or not _holds(rule.only, zone):
            continue
        found = rule.pattern.fullmatch(line)
        if found:
            left.add(place, rule.reason, found.groupdict())
            return


def _holds(only: str, zone: str) -> bool:
    return not only or (zone == "tail" if only == "tail" else bool(zone))


def _leave_lists(lines: list[str], last: int, left: _Left) -> None:
    """Leave out the titles of other pages below the document."""
    reason = None
    for place in range(last + 1, len(lines)):
        begun = [rule for rule in _RULES if rule.begins_list and rule.pattern.fullmatch(lines[place])]
        reason = begun[0].reason if begun else reason
        if reason and place not in left.reasons and len(lines[place]) <= _LONGEST_ENTRY:
            left.add(place, reason, {})


def _settle_titles(lines: list[str], first: int, last: int, left: _Left, *, on_paper: bool) -> None:
    head = {place: line for place, line in enumerate(lines[:first]) if place not in left.reasons and line}
    for place in [place for place, line in head.items() if _NUMBER.fullmatch(line)]:
        left.facts.setdefault("number", head.pop(place))
        if not on_paper:
            left.reasons[place] = DropReason.NAVIGATION
    chosen = find_title(head)
    if not chosen:
        return
    title = sent_title("".join(lines[place] for place in chosen))
    if not is_file_name(title):
        left.facts["title"] = title
    else:
        left.facts.setdefault("title", title.rpartition(".")[0])
    if on_paper:
        return
    names = {bare(title)}
    for place, line in enumerate(lines):
        outside = place < first or place > last
        if outside and place not in {*chosen, *left.reasons} and bare(line) in names and is_title(line):
            left.add(place, DropReason.REPEATED_TITLE, {})
    if is_file_name(title) and first < len(lines) and begins_with(lines[first], title):
        left.add(chosen[-1], DropReason.REPEATED_TITLE, {"title": title.rpartition(".")[0]})


def _words(block: Block) -> str:
    return block.text or " ".join(cell for row in block.rows for cell in dict.fromkeys(row))
