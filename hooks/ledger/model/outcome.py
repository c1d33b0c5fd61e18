"""What an authority says was done."""

from dataclasses import dataclass
from enum import Enum

from ledger.model.record import Key, Origin


class Claim(Enum):
    """The issuing body's own word for how far a thing is."""

    EXCEEDED = "exceeded"
    DONE = "done"
    PROGRESSING = "progressing"
    ONGOING = "ongoing"
    NOT_DONE = "not_done"
    NOT_STARTED = "not_started"
    STATED = "stated"
    NONE = "none"

    @property
    def is_finished(self) -> bool:
        """Whether the body says the thing is done."""
        return self in {Claim.DONE, Claim.EXCEEDED}

    @property
    def is_unfinished(self) -> bool:
        """Whether the body says that something is still to be done."""
        return self in {Claim.PROGRESSING, Claim.NOT_DONE, Claim.NOT_STARTED}


@dataclass(frozen=True)
class Outcome:
    """One reported result, alone or in answer to commitments.

    Args:
        key: address of the record.
        text: what was done, in our words.
        claim: the body's own claim.
        origin: where it stands.
        commitments: ids of the commitments it answers.
        measures: ids of the figures that belong to it.
    """

    key: Key
    text: str
    claim: Claim
    origin: Origin
    commitments: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id that is unique in the whole ledger."""
        return self.key.id
