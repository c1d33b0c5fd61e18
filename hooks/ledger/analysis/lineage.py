"""One promise through time: what it continues, and what continues it."""

from ledger.model.commitment import Commitment
from ledger.model.ledger import Ledger


def lineages(ledger: Ledger) -> dict[str, tuple[Commitment, ...]]:
    """Chain commitments by `continues`, oldest first.

    Args:
        ledger: the ledger.

    Returns:
        The whole chain by the id of each of its members; every commitment is in one.
    """
    chains: dict[str, tuple[Commitment, ...]] = {}
    followed: dict[str, list[Commitment]] = {}
    for commitment in ledger.commitments.values():
        if commitment.continues:
            followed.setdefault(commitment.continues, []).append(commitment)
    # A member that is met before its first one gets the whole chain when that comes; a circle has no first.
    for commitment in ledger.commitments.values():
        if commitment.id not in chains:
            members = _descend(commitment, followed, set())
            chain = tuple(sorted(members, key=lambda item: item.key.year))
            chains.update({member.id: chain for member in chain})
    return chains


def _descend(
    commitment: Commitment, followed: dict[str, list[Commitment]], seen: set[str]
) -> tuple[Commitment, ...]:
    if commitment.id in seen:
        return ()
    seen.add(commitment.id)
    later = [
        member for child in followed.get(commitment.id, ()) for member in _descend(child, followed, seen)
    ]
    return (commitment, *later)
