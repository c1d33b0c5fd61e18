"""What a number counts, in the document's own words."""

import re
from collections.abc import Sequence
from functools import cache

from ledger.importers.figure import Figure
from ledger.importers.figures.amount import Amount
from ledger.importers.figures.indicator_match import naming_table
from ledger.importers.figures.unit import number_table

_CLAUSE = re.compile(r"[,;。:!?，；：！？]")
_OPENING = re.compile(r"[(（【]")
_ASIDE = re.compile("、")
# A shorter name may lack the noun that follows the number.
_COMPLETE = 4
_PAIRS = (("(", ")"), ("“", "”"), ("《", "》"), ("[", "]"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A regular expression of the table."""
    return re.compile(naming_table()[name])


def name_before(text: str, start: int, end: int) -> str:
    """The words before a number that say what it counts.

    Args:
        text: the sentence, folded.
        start: the end of the number before it.
        end: where the number begins.
    """
    clause = _CLAUSE.split(text[max(start, end - 80) : end])[-1]
    return trimmed(clause)


def name_behind(text: str, start: int, end: int) -> str:
    """The noun behind a number.

    Args:
        text: the sentence, folded.
        start: the end of the number.
        end: where the next number begins.
    """
    clause = _CLAUSE.split(text[start : min(end, start + 40)])[0]
    clause = _OPENING.split(clause)[0].removeprefix(naming_table()["of"])
    noun = _pattern("verbs").split(clause)[0]
    return trimmed(_ASIDE.split(noun)[0])


def trimmed(name: str) -> str:
    """A name without the words around it that do not belong to it.

    Args:
        name: the words of a clause.
    """
    lead, trail = _pattern("lead"), _pattern("trail")
    position = 0
    while found := lead.match(name[position:]):
        position += found.end()
    name = name[position:]
    while found := trail.search(name[-12:]):
        name = name[: len(name) - len(name[-12:]) + found.start()]
    for opening, closing in _PAIRS:
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name


def named(text: str, amounts: Sequence[Amount], index: int, start: int, until: int) -> str:
    """The name of a number from the words on both its sides.

    Args:
        text: the sentence, folded.
        amounts: its numbers.
        index: which of them.
        start: where the number before it ends, 0 if there is none.
        until: where the words before it end.
    """
    before = name_before(text, start, until)
    if start and not _CLAUSE.search(text[start:until]):
        before = _after_noun(text[start:until])
    following = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
    if len(before) >= _COMPLETE and text.startswith(naming_table()["of"], amounts[index].end):
        return before[-naming_table()["longest"] :]
    whole = before + name_behind(text, amounts[index].end, following)
    if not whole:
        whole = trimmed(_CLAUSE.split(text[amounts[index].end : min(following, amounts[index].end + 20)])[0])
    share = _pattern("share").match(whole)
    return (share[1] if share else whole)[-naming_table()["longest"] :]


def _after_noun(between: str) -> str:
    """What of the words between two numbers belongs to the second: from the bracket, or from the verb on."""
    if bracket := _OPENING.match(between):
        return trimmed(between[bracket.end() :])
    listed = between.rfind(_ASIDE.pattern)
    verb = _pattern("verbs").search(between)
    # What a list ends in "and others" counts all of it, from its verb on.
    whole = verb and verb.start() < listed and _pattern("others").search(between, listed)
    if listed >= 0 and not whole:
        return trimmed(between[listed:])
    return trimmed(between[verb.start() :]) if verb else ""


def growth_of(written: str) -> str:
    """The word that a share written in words adds to the name: no growth is a growth of nothing.

    Args:
        written: the number as it stands in the sentence.
    """
    zero = str(number_table()["spoken"]["zero_growth"])
    return zero[1:] if written.startswith(zero) else ""


def is_bare(name: str) -> bool:
    """Whether a name only says what was done, and not to whom or what.

    Args:
        name: the words beside a number.
    """
    return not name or _pattern("bare").match(name) is not None


def completed(name: str, before: str, figures: Sequence[Figure]) -> str:
    """A name with the subject that the clauses before it give.

    Args:
        name: the words beside the number, maybe only what was done.
        before: the sentence up to the number, folded.
        figures: of the same sentence, before this one.
    """
    if not is_bare(name):
        return name
    if not name and figures:
        return figures[-1].name
    for figure in reversed(figures[-4:]):
        if not is_bare(figure.name) and not _pattern("rate").search(figure.name):
            return _joined(figure.name, name)
    return _joined(_subject(before, name), name)


def _joined(subject: str, name: str) -> str:
    """Subject and name, without saying twice what both say."""
    if not name or not subject:
        return subject or name
    if _pattern("per").match(name):
        return name + subject
    if name in subject and not subject.endswith(name):
        return name
    ending = _pattern("counted").sub("", _pattern("planned").sub("", _pattern("listed").sub("", subject)))
    for length in range(min(len(ending), len(name)), 0, -1):
        if ending.endswith(name[:length]):
            return ending + name[length:]
    return ending + name


def _subject(before: str, name: str) -> str:
    """What the clauses before speak of."""
    clauses = [
        clause
        for clause in (trimmed(re.split(r"\d", one)[0]) for one in _CLAUSE.split(before[-160:]))
        if not _pattern("aim").match(clause)
    ]
    return next((clause for clause in reversed(clauses[-4:]) if len(clause) > 1 and clause != name), "")
