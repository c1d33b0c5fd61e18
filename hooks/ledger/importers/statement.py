"""Commitments, outcomes and problems that were found in a document, before anyone has confirmed them."""

from dataclasses import dataclass
from enum import Enum

from ledger.importers.figure import Goal
from ledger.model.outcome import Claim


class StatementKind(Enum):
    """What a statement becomes in a content file."""

    COMMITMENT = "commitment"
    OUTCOME = "outcome"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Statement:
    """One thing promised, done or found wanting.

    Args:
        passage: index of its passage.
        start: first character in the passage's text, from 0.
        end: the character after the last one.
        kind: commitment, outcome or problem.
        text: the thing in as few of the document's words as say it whole, for the editor to put into his own.
        topic: proposed topic id.
        claim: of an outcome, the body's own claim.
        goal: of a commitment, its target.
        is_yes: of a commitment, whether its target is that a thing is there at all.
        indicator: of a commitment, dictionary id of what its target is measured by.
        due: of a commitment, `2025-12-31` or `ongoing` where the text says so.
        lead: leading unit.
        support: supporting units.
        owner: of a commitment that is quoted, whose it is.
        figures: indices of the figures that belong to it.
        answers: of an outcome, statement indices of the commitments whose target it has beside it.
    """

    passage: int
    start: int
    end: int
    kind: StatementKind
    text: str
    topic: str
    claim: Claim | None = None
    goal: Goal | None = None
    is_yes: bool = False
    indicator: str | None = None
    due: str | None = None
    lead: str | None = None
    support: tuple[str, ...] = ()
    owner: str | None = None
    figures: tuple[int, ...] = ()
    answers: tuple[int, ...] = ()
