"""What scans and page breaks did to a text → proposed repairs, each with the file's own characters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ledger.importers.block import Block, Damage, Repair
from ledger.importers.documents.page_labels import PageLabel, find_page_labels
from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_suffix(".toml"))
_LETTERS = _TABLE["letters"]
_TOKEN, _NUMBER, _WORDS, _SINGLE, _SINGLE_AFTER = (
    re.compile(_LETTERS[name]) for name in ("token", "number", "words", "single", "single_after")
)
_RULES = tuple(
    (
        re.compile(rule["pattern"]),
        rule["mended"],
        Damage(rule.get("damage", "bracket")),
        rule.get("balanced", ""),
    )
    for rule in (*_TABLE["rule"], *_TABLE["quote"])
)
_TARGET = re.compile(_TABLE["bracket"]["pattern"])
_OPENING, _CLOSING = _TABLE["bracket"]["opening"], _TABLE["bracket"]["closing"]
_BEFORE, _AFTER, _AFTER_BRACKET = (
    re.compile(_TABLE["shown"][name]) for name in ("before", "after", "after_bracket")
)
_BREAK = " "


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    mended: str
    damage: Damage


def mend(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Mend what is certain to be damaged; every block says what was mended in it.

    Args:
        blocks: paragraphs and tables, in reading order.
    """
    return tuple(_mend_block(block) for block in _join_pages(blocks))


def _join_pages(blocks: Sequence[Block]) -> Iterator[Block]:
    """Take out the labels of pages; a sentence that went on behind one becomes whole."""
    labels: dict[int, list[PageLabel]] = {}
    for label in find_page_labels([block.text for block in blocks]):
        labels.setdefault(label.block, []).append(label)
    waiting: list[tuple[Block, list[_Edit]]] = []
    for index, block in enumerate(blocks):
        edits = [_Edit(one.start, one.end, "", Damage.PAGE_LABEL) for one in labels.get(index, [])]
        if waiting and any(one.start == 0 and one.breaks for one in labels.get(index, [])):
            before, earlier = waiting[-1]
            shift = len(before.text) + len(_BREAK)
            moved = [_Edit(one.start + shift, one.end + shift, "", one.damage) for one in edits]
            moved[0] = replace(moved[0], start=shift - len(_BREAK))
            waiting[-1] = (replace(before, text=f"{before.text}{_BREAK}{block.text}"), [*earlier, *moved])
        else:
            waiting.append((block, edits))
    for block, edits in waiting:
        yield _apply(block, edits)


def _mend_block(block: Block) -> Block:
    if block.rows:
        # A cell has no place for repairs, and nothing is mended silently.
        return block
    mended = _apply(block, sorted(_letters(block.text), key=lambda edit: edit.start))
    mended = _apply(mended, list(_marks(mended.text)))
    return _apply(mended, list(_brackets(mended.text)))


def _letters(text: str) -> Iterator[_Edit]:
    for found in _TOKEN.finditer(text):
        name = found.lastgroup if found.lastgroup in {"scaled", "inner"} else "token"
        token, (start, end) = found[name], found.span(name)
        if not re.search("[A-Za-z]", token):
            continue
        number = "".join(_LETTERS["read_as"].get(character, character) for character in token)
        if not _NUMBER.fullmatch(number) or not _is_certain(token, found["after"] or "", text[:start]):
            continue
        yield from _narrowed(token, number, start, end)


def _is_certain(token: str, after: str, before: str) -> bool:
    if after[:1] in {"%", "‰"} or any(character.isdecimal() for character in token):
        return True
    if _WORDS.fullmatch(token):
        return False
    return len(token) > 1 or bool(_SINGLE.fullmatch(token) and _SINGLE_AFTER.search(before))


def _narrowed(token: str, number: str, start: int, end: int) -> Iterator[_Edit]:
    """One repair from the first wrong letter to the last one, so that right digits stay outside."""
    places = [place for place, character in enumerate(token) if character in _LETTERS["read_as"]]
    before, after = places[0], len(token) - places[-1] - 1
    yield _Edit(start + before, end - after, number[before : len(number) - after], Damage.LETTER)


def _marks(text: str) -> Iterator[_Edit]:
    found = [
        _Edit(*match.span("wrong"), mended, damage)
        for pattern, mended, damage, pair in _RULES
        for match in pattern.finditer(text)
        if not pair or text.count(pair[0], 0, match.start()) == text.count(pair[1], 0, match.start())
    ]
    end = 0
    for edit in sorted(found, key=lambda edit: edit.start):
        if edit.start >= end:
            yield edit
            end = edit.end


def _brackets(text: str) -> Iterator[_Edit]:
    for found in _TARGET.finditer(text):
        close = found.start("close")
        if not _is_open(text[: found.start("at")]):
            opening = _OPENING[_CLOSING.index(text[close])]
            yield _Edit(found.start("at"), found.start("at"), opening, Damage.BRACKET)


def _is_open(text: str) -> bool:
    """Say whether a bracket is still open at the end of a text."""
    last_open = max(text.rfind(bracket) for bracket in _OPENING)
    return last_open > max(text.rfind(bracket) for bracket in _CLOSING)


def _apply(block: Block, edits: Sequence[_Edit]) -> Block:
    """Make repairs from edits of a block's text, none of which overlap."""
    text, repairs = block.text, list(block.repairs)
    for edit in reversed(edits):
        longer = len(edit.mended) - (edit.end - edit.start)
        repairs = [_moved(repair, edit.end, longer) for repair in repairs]
        before, wrong, after = text[: edit.start], text[edit.start : edit.end], text[edit.end :]
        text = f"{before}{edit.mended}{after}"
        left, right = _around(before, after, edit.damage)
        repairs.append(
            Repair(
                edit.start,
                edit.start + len(edit.mended),
                f"{left}{wrong}{right}",
                f"{left}{edit.mended}{right}",
                edit.damage,
            )
        )
    return replace(block, text=text, repairs=tuple(sorted(repairs, key=lambda repair: repair.start)))


def _moved(repair: Repair, end: int, longer: int) -> Repair:
    if repair.start < end:
        return repair
    return replace(repair, start=repair.start + longer, end=repair.end + longer)


def _around(before: str, after: str, damage: Damage) -> tuple[str, str]:
    left = _BEFORE.search(before)
    right = (_AFTER_BRACKET if damage is Damage.BRACKET else _AFTER).search(after)
    return left[0] if left else "", right[0] if right else ""
