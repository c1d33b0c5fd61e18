"""The drafts of one sentence together, in the order of the document; which of them need a closer look."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledger.commands.review_draft import Draft, words_of
from ledger.content.writer import Value
from ledger.problems import Problem

_SENTENCE = re.compile(r"原文(?:（第(?P<number>\d+)句）)?：(?P<text>.*)", re.DOTALL)
_UNKNOWN_UNIT = "MZ016"
_MARKS = {ord("⟦"): None, ord("⟧"): None}
# Shorter words can hardly be put in another way.
_LEAST_COPIED = 15
# What a text may hold besides a figure's name, number and unit without saying more than the figure.
_FILLING = re.compile(r"[\W_]|全县|全市|全区|全年|共|的|了|为|达到?|至|到|是|占|累计|实现|余|约|多")
# The number of a sentence that no draft tells: after all others.
UNTOLD = 10**9


@dataclass(frozen=True)
class Sentence:
    """A sentence of a document and what was found in it.

    Args:
        text: the sentence; nothing where no draft tells it.
        number: which sentence of its document it is, where the drafts tell.
        drafts: its drafts, each after those that it refers to.
    """

    text: str
    number: int | None
    drafts: tuple[Draft, ...]


def told(draft: Draft) -> tuple[int, str]:
    """Give the number and the text of the sentence of a draft.

    Args:
        draft: the draft.
    """
    found = next(filter(None, map(_SENTENCE.fullmatch, draft.record.comments)), None)
    if found is None:
        return UNTOLD, ""
    return int(found["number"] or UNTOLD), found["text"].translate(_MARKS)


def sentences(drafts: Iterable[Draft]) -> Iterator[Sentence]:
    """Put together the drafts that follow each other and are of one sentence.

    Args:
        drafts: drafts in their order.
    """
    group: list[Draft] = []
    for draft in drafts:
        if group and (not told(draft)[1] or _place(draft) != _place(group[0])):
            yield _sentence(group)
            group = []
        group.append(draft)
    if group:
        yield _sentence(group)


def _place(draft: Draft) -> tuple[str, int, str]:
    return draft.source, *told(draft)


def _sentence(group: list[Draft]) -> Sentence:
    number, text = told(group[0])
    return Sentence(text, number if number != UNTOLD else None, tuple(group))


def is_doubtful(draft: Draft) -> bool:
    """Tell whether the import was not sure of a draft, or mended what it read.

    Args:
        draft: the draft.
    """
    return any(not _SENTENCE.fullmatch(comment) for comment in draft.record.comments)


def is_copied(draft: Draft) -> bool:
    """Tell whether the text of a draft is that of its document, word for word, and not just a few words.

    Args:
        draft: the draft.
    """
    text = str(draft.record.fields.get("text", ""))
    return len(text) >= _LEAST_COPIED and text in told(draft)[1]


def unknown_unit(problems: Iterable[Problem]) -> str | None:
    """Give the unit that the dictionary lacks, without the 万 or 亿 before it.

    Args:
        problems: what is wrong with a draft.
    """
    found = (problem.details.get("text", "") for problem in problems if problem.code == _UNKNOWN_UNIT)
    return next((str(unit).lstrip("万亿") for unit in found), None)


def repeats(draft: Draft, others: Iterable[Draft]) -> bool:
    """Tell whether an outcome says no more than one of the figures beside it, and answers no promise.

    Args:
        draft: the outcome.
        others: the drafts of its sentence.
    """
    fields = draft.record.fields
    if draft.record.kind != "outcomes" or fields.get("commitment"):
        return False
    used = words_of(fields.get("measures", []))
    figures = (
        item.record.fields
        for item in others
        if item.id in used or (item.file == draft.file and item.record.id in used)
    )
    return any(_says_no_more(str(fields.get("text", "")), figure) for figure in figures)


def _says_no_more(text: str, figure: dict[str, Value]) -> bool:
    for name in ("value", "unit", "qualifier"):
        text = text.replace(str(figure.get(name) or "\0"), "", 1)
    name = _FILLING.sub("", str(figure.get("name", "")))
    return bool(name) and _FILLING.sub("", text).removeprefix("x") in name
