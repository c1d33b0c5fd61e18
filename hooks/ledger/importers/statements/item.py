"""Items of a plan: who does what their sentences say, and which of them only such a note makes a task."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ledger.importers.passage import Passage, Role
from ledger.importers.statements.caption import announces
from ledger.importers.statements.creed import is_creed, is_notice
from ledger.importers.statements.duty import Duty, duty_of, is_note, together
from ledger.importers.statements.finding import SHORTEST, findings_of

_STOPS = "\u3002\uff1b; "


def duties_of(passages: Sequence[Passage]) -> list[Duty]:
    """Say of each sentence who does it; a note that closes an item speaks of all its sentences.

    Args:
        passages: sentences of a document, in reading order.
    """
    own = [Duty() if passage.cells else duty_of(passage.text) for passage in passages]
    duties = list(own)
    for item, notes in _items(passages):
        noted = together([own[index] for index in notes])
        for index in item:
            duties[index] = noted if own[index] == Duty() else own[index]
    return duties


def bare_tasks(passages: Sequence[Passage]) -> frozenset[int]:
    """Find the sentences of a plan that promise something only because somebody is named to do it.

    Args:
        passages: sentences of a document, in reading order.
    """
    found: list[int] = []
    for item, notes in _items(passages):
        told = [index for index in item if index not in notes and _is_plan(passages[index])]
        says = (findings_of(passages[index]) for index in told if not announces(passages, index))
        if notes and not any(says):
            found.extend(index for index in told if len(task_in(passages[index])) >= SHORTEST)
    return frozenset(found)


def task_in(passage: Passage) -> str:
    """Give the words of a sentence that is a task as a whole.

    Args:
        passage: a sentence.
    """
    return passage.text.strip().rstrip(_STOPS)


def _is_plan(passage: Passage) -> bool:
    return passage.role is Role.PLAN and not (
        passage.cells or is_creed(passage) or is_notice(passage.text) or is_note(passage.text)
    )


def _items(passages: Sequence[Passage]) -> Iterator[tuple[list[int], list[int]]]:
    """The sentences of every item, and those of its notes; notes below it may be paragraphs of their own."""
    item: list[int] = []
    notes: list[int] = []
    inside = False
    for _, group in groupby(range(len(passages)), lambda index: (passages[index].block, passages[index].at)):
        block = list(group)
        own = [index for index in block if is_note(passages[index].text)]
        follows = bool(item) and passages[item[0]].at == passages[block[0]].at
        if len(own) == len(block) and follows and not inside:
            notes.extend(own)
            continue
        if item:
            yield item, notes
        item, notes, inside = block, own, bool(own)
    if item:
        yield item, notes
