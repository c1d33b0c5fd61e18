"""Takes a clause that lists several things apart, so that each of them can be a record of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

from ledger.importers.statements.clause import Clause, covered
from ledger.importers.statements.verb import governs, head, is_name
from ledger.own_table import read_own_table

_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_JOINT = re.compile(_WORDS["joint"])
_TAIL = re.compile(rf"{_WORDS['tail']}$")
_REST = re.compile(_WORDS["rest"])
_MODIFIER = re.compile(_WORDS["modifier"])
_CLASS, _MODIFIED = re.compile(_WORDS["class"]), re.compile(_WORDS["modified"])
_SITE = re.compile(_WORDS["site"])
_ENTIRE = re.compile(_WORDS["entire"])
_BRIDGE = re.compile(_WORDS["bridge"])
_TITLE = re.compile(_WORDS["title"])
_QUALITY = re.compile(_WORDS["quality"])
_PREDICATE = re.compile(_WORDS["predicate"])
_TOTAL, _DIGIT = re.compile(_WORDS["total"]), re.compile(_WORDS["digit"])
_WHOLE = re.compile(_WORDS["whole"])


def items_of(clause: Clause) -> tuple[Clause, ...]:
    """Take a clause apart; one that names a single thing comes back as it is.

    Args:
        clause: a clause without labels and connectives.
    """
    cuts = _cuts(clause.text)
    parts = _between(clause, cuts)
    if len(parts) > 1 and _are_acts(parts) and not _is_phrase(parts):
        return tuple(item for part in parts for item in items_of(part))
    after = governs(clause.text)
    return _shared(clause, after) if after else (clause,)


def _are_acts(parts: tuple[Clause, ...]) -> bool:
    """Whether each piece has a verb and a thing of its own, and not a verb that serves as a name."""
    first, second, *_ = texts = [part.text.strip() for part in parts]
    if not all(map(head, texts)) or min(map(len, texts)) <= _WORDS["bare"]:
        return False
    is_named = is_name(second) and len(first) - head(first) <= _WORDS["bare"]
    return not is_named and not _QUALITY.search(texts[-1])


def _between(clause: Clause, cuts: list[tuple[int, int]]) -> tuple[Clause, ...]:
    """The pieces of a clause between cuts."""
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(clause.text)]
    return tuple(
        Clause(clause.start + start, clause.start + end, clause.text[start:end])
        for start, end in zip(starts, ends, strict=True)
    )


def _cuts(text: str) -> list[tuple[int, int]]:
    inside = covered(text)
    return [
        (place, place + 1) for place, sign in enumerate(text) if sign == _WORDS["sign"] and not inside[place]
    ]


def _shared(clause: Clause, after: int) -> tuple[Clause, ...]:
    """Give the verb before a list, and what stands after it, to each of its things."""
    prefix, listed = clause.text[:after], clause.text[after:]
    found = _REST.search(listed)
    inner = listed[: found.start()] if found else listed
    cuts = _cuts(inner)
    if _ENTIRE.search(prefix) or not _separable(listed, inner):
        return (clause,)
    body = Clause(clause.start + after, clause.start + after + len(inner), inner)
    pieces = _between(body, sorted([*cuts, *_joints(inner, cuts)]))
    if len(pieces) < 2 or not all(piece.text.strip() for piece in pieces):
        return (clause,)
    *before, last = (piece.text.strip() for piece in pieces)
    if _TOTAL.search(last) and not any(map(_DIGIT.search, before)):
        return (clause,)
    if any(_PREDICATE.match(piece.text.strip()) for piece in pieces[1:]):
        return (clause,)
    if found is None and cuts and _is_phrase(pieces):
        return (clause,)
    return tuple(_items(prefix, pieces))


def _separable(listed: str, inner: str) -> bool:
    # What stands between marks is a name: its words say nothing of the list.
    last = _TITLE.sub("", inner).rpartition(_WORDS["sign"])[2]
    return not _WHOLE.search(listed) and not _MODIFIER.search(last)


def _is_phrase(pieces: tuple[Clause, ...]) -> bool:
    """Whether a list of short words is one thing said in several beats."""
    first, second, *_ = texts = [piece.text.strip() for piece in pieces]
    if len(second) <= _WORDS["idiom"] and second[:2] in first[-_WORDS["idiom"] :]:
        return True
    if max(map(len, texts)) <= _WORDS["idiom"]:
        return first[:1] == second[:1]
    return max(map(len, texts[:-1])) <= _WORDS["short"] and not _SITE.search(texts[-1])


def _joints(inner: str, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Find an `and` between two things that are long enough to be named alone."""
    inside = covered(inner)
    found = [m for m in _JOINT.finditer(inner) if not inside[m.start()]]
    start = cuts[-1][1] if cuts else 0
    for joint in found:
        is_last = joint is found[-1] and joint.start() > start
        stands = is_last and _joins(inner[start : joint.start()], inner[joint.end() :], in_list=bool(cuts))
        if stands or (cuts and joint[0] == _WORDS["and_also"]):
            yield joint.span()


def _joins(left: str, right: str, *, in_list: bool) -> bool:
    if min(len(left), len(right)) < _WORDS["least"] or _BRIDGE.search(right):
        return False
    # 危重孕产妇和危重新生儿救治网络: two of a kind.
    parallel = right[:2] in left
    return (
        in_list
        or parallel
        or not (_MODIFIED.search(right) or (_CLASS.search(right) and not _CLASS.search(left)))
    )


def _tail(pieces: tuple[Clause, ...]) -> str:
    """What the last thing says for all: behind the same kind of name, or a word that lists end with."""
    *_, before, last = (piece.text.strip() for piece in pieces)
    for size in (2, 1):
        place = last.find(before[-size:], 1)
        if 0 < place < len(last) - size and (size == 2 or before[-1] in _WORDS["places"]):
            return last[place + size :]
    tail = _TAIL.search(last)
    return tail[0] if tail and tail.start() > 1 else ""


def _items(prefix: str, pieces: tuple[Clause, ...]) -> Iterator[Clause]:
    shared = _tail(pieces)
    for piece in pieces:
        text = piece.text.strip()
        ending = "" if text.endswith(shared) or _TAIL.search(text) else shared
        yield Clause(piece.start, piece.end, f"{prefix}{text}{ending}")
