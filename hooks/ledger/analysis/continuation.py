"""What becomes of a promise in the next year: carried on, changed, worded as before, or not seen again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ledger.analysis.attainment import targets_differ
from ledger.analysis.verdict import Assessment, Flag
from ledger.model.commitment import Commitment
from ledger.model.ledger import Ledger


@dataclass(frozen=True)
class Succession:
    """Two promises of neighbouring years, or of a chain, that belong together.

    Args:
        earlier: the promise before.
        later: the promise after.
        is_linked: whether the content says that one continues the other.
        same_text: whether the ledger words them alike.
        target_changed: whether they surely ask for different things.
    """

    earlier: Commitment
    later: Commitment
    is_linked: bool
    same_text: bool
    target_changed: bool


def successions(ledger: Ledger) -> list[Succession]:
    """List every promise that carries on another, and those of a next year that are merely worded alike.

    Args:
        ledger: the ledger.
    """
    by_text: dict[tuple[str, int, str], Commitment] = {}
    for item in ledger.commitments.values():
        by_text.setdefault((item.key.region, item.key.year, _letters(item.text)), item)
    return list(_successions(ledger, by_text))


def _successions(ledger: Ledger, by_text: Mapping[tuple[str, int, str], Commitment]) -> Iterator[Succession]:
    for later in ledger.commitments.values():
        earlier = ledger.commitments.get(later.continues or "")
        if earlier is None:
            earlier = by_text.get((later.key.region, later.key.year - 1, _letters(later.text)))
        if earlier is not None and earlier is not later:
            targets = earlier.target, later.target
            changed = bool(targets[0] and targets[1] and targets_differ(targets[0], targets[1]))
            alike = _letters(earlier.text) == _letters(later.text)
            yield Succession(earlier, later, bool(later.continues), alike, changed)


# The same words are held against each other for several questions.
@lru_cache(maxsize=1 << 16)
def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def unseen(ledger: Ledger, assessments: Mapping[str, Assessment]) -> set[str]:
    """Find the unfinished promises that a held plan for the next year does not come back to.

    Only where the ledger holds such a plan of the region, and that plan promises something on the same topic.

    Args:
        ledger: the ledger.
        assessments: by commitment id.
    """
    planned = {
        (item.key.region, item.key.year, item.key.topic)
        for item in ledger.commitments.values()
        if item.is_own and _plans(ledger, item)
    }
    followed = {item.earlier.id for item in successions(ledger)}
    again = {(item.key.region, item.key.year, item.indicator) for item in ledger.commitments.values()}
    return {
        id_
        for id_, item in ledger.commitments.items()
        if item.is_own
        and not assessments[id_].verdict.is_finished
        and (item.key.region, item.key.year + 1, item.key.topic) in planned
        and id_ not in followed
        and not (item.indicator and (item.key.region, item.key.year + 1, item.indicator) in again)
    }


def _plans(ledger: Ledger, commitment: Commitment) -> bool:
    source = ledger.sources[commitment.origin.source]
    start = source.plan_period.start if source.plan_period else None
    year = source.year if source.kind == "plan" else start.year if start else None
    return year == commitment.key.year


def flag_all(ledger: Ledger, assessments: Mapping[str, Assessment]) -> dict[str, Assessment]:
    """Put what became of the promises beside their verdicts.

    Args:
        ledger: the ledger.
        assessments: by commitment id.
    """
    repeated = {item.later.id for item in successions(ledger) if item.is_linked and item.same_text}
    lost = unseen(ledger, assessments)
    more = {
        id_: (
            *((Flag.WORDED_AS_BEFORE,) if id_ in repeated else ()),
            *((Flag.NOT_SEEN_AGAIN,) if id_ in lost else ()),
        )
        for id_ in repeated | lost
    }
    return {
        id_: replace(item, flags=(*item.flags, *more[id_])) if id_ in more else item
        for id_, item in assessments.items()
    }
