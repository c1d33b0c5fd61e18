"""How deep each kind of label stands in a document, seen from the way its series restart."""

from collections import Counter
from collections.abc import Iterable

from ledger.importers.outline.label import KINDS, Label


def ranks_of(labels: Iterable[Label]) -> dict[str, int]:
    """Depth of each kind, 0 outermost.

    The usual order holds unless a kind that usually stands inside counts on while the one around it begins
    anew: 1. (一) (二) 2. (一) (二) 3.

    Args:
        labels: of the whole document, in reading order.
    """
    votes = _votes(labels)
    order = list(KINDS)
    for inner in KINDS:
        for outer in KINDS[: KINDS.index(inner)]:
            if votes[inner, outer] > votes[outer, inner] and order.index(inner) > order.index(outer):
                order.remove(inner)
                order.insert(order.index(outer), inner)
    return {kind: rank for rank, kind in enumerate(order)}


def _votes(labels: Iterable[Label]) -> Counter[tuple[str, str]]:
    """How often a kind was seen around another."""
    votes: Counter[tuple[str, str]] = Counter()
    last: dict[str, int] = {}
    since: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
    for label in labels:
        usually_around = KINDS[: KINDS.index(label.kind)]
        between = {kind: first for kind, first in since[label.kind].items() if kind in usually_around}
        if label.number == 1:
            votes.update((kind, label.kind) for kind, first in between.items() if first > 1)
        elif last.get(label.kind) == label.number - 1 and set(between.values()) == {1}:
            votes.update((label.kind, kind) for kind in between)
        last[label.kind] = label.number
        since[label.kind] = {}
        for kind, seen in since.items():
            if kind != label.kind:
                seen.setdefault(label.kind, label.number)
    return votes
