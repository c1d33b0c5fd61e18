"""Takes a clause that lists several things apart, so that each of them can be a record of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

from ledger.importers.clause import Clause, covered
from ledger.importers.verb import first_verb, head
from ledger.own_table import read_own_table

_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_JOINT = re.compile(_WORDS["joint"])
_TAIL = re.compile(rf"{_WORDS['tail']}$")
_REST = re.compile(_WORDS["rest"])
_WHOLE = re.compile(_WORDS["whole"])


def items_of(clause: Clause) -> tuple[Clause, ...]:
    """Take a clause apart; one that names a single thing comes back as it is.

    Args:
        clause: a clause without labels and connectives.
    """
    cuts = _cuts(clause.text)
    parts = _between(clause, cuts)
    if len(parts) > 1 and all(head(part.text) for part in parts):
        return tuple(item for part in parts for item in items_of(part))
    verb = first_verb(clause.text)
    if verb is None:
        return (clause,)
    return _shared(clause, verb[1])


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
    return [(place, place + 1) for place, sign in enumerate(text) if sign == _WORDS["sign"] and not inside[place]]


def _shared(clause: Clause, after: int) -> tuple[Clause, ...]:
    """Give the verb before a list, and what stands after it, to each of its things."""
    prefix, listed = clause.text[:after], clause.text[after:]
    found = _REST.search(listed)
    inner = listed[: found.start()] if found else listed
    cuts = [cut for cut in _cuts(inner)]
    if not _separable(listed, inner):
        return (clause,)
    body = Clause(clause.start + after, clause.start + after + len(inner), inner)
    pieces = _between(body, sorted([*cuts, *_joints(inner, cuts)]))
    if len(pieces) < 2 or not all(piece.text.strip() for piece in pieces):
        return (clause,)
    if all(len(piece.text) <= _WORDS["short"] for piece in pieces[:-1]):
        return (clause,)
    return tuple(_items(prefix, pieces))


def _separable(listed: str, inner: str) -> bool:
    last = inner.rpartition(_WORDS["sign"])[2]
    return not _WHOLE.search(listed) and _WORDS["modifier"] not in last


def _joints(inner: str, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Find an `and` between two things that are long enough to be named alone."""
    start = cuts[-1][1] if cuts else 0
    inside = covered(inner)
    found = [m for m in _JOINT.finditer(inner, start) if not inside[m.start()]]
    if not found:
        return
    left, right = found[-1].start() - start, len(inner) - found[-1].end()
    if min(left, right) > (3 if cuts else 4):
        yield found[-1].span()


def _items(prefix: str, pieces: tuple[Clause, ...]) -> Iterator[Clause]:
    tail = _TAIL.search(pieces[-1].text)
    shared = tail[0] if tail and tail.start() > 1 else ""
    for piece in pieces:
        text = piece.text.strip()
        ending = "" if text.endswith(shared) or _TAIL.search(text) else shared
        yield Clause(piece.start, piece.end, f"{prefix}{text}{ending}")
