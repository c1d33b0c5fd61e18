"""Promises: one thing to be done each."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.model.record import Key, Origin
from ledger.model.target import Target


class DueBasis(Enum):
    """Where a due date comes from."""

    STATED = "stated"
    PLAN_YEAR = "plan_year"
    ONGOING = "ongoing"


class OwnerKind(Enum):
    """Whether a promise is the region's own or quoted from another body."""

    OWN = "own"
    QUOTED = "quoted"


@dataclass(frozen=True)
class Commitment:
    """One promise of a plan, or a target stated beside its outcome.

    Args:
        key: address of the record.
        text: what is to be done, in our words.
        due: the last day; the year's end where the document states none.
        due_basis: whether that day is stated, assumed, or the work is ongoing.
        origin: where it stands.
        target: the number or state to reach.
        indicator: dictionary id.
        lead: leading unit.
        support: supporting units.
        owner: whoever promises it, if not the region's own authority.
        continues: id of the earlier commitment it carries on.
    """

    key: Key
    text: str
    due: date
    due_basis: DueBasis
    origin: Origin
    target: Target | None = None
    indicator: str | None = None
    lead: str | None = None
    support: tuple[str, ...] = ()
    owner: str | None = None
    continues: str | None = None

    @property
    def id(self) -> str:
        """The id that is unique in the whole ledger."""
        return self.key.id

    @property
    def is_numeric(self) -> bool:
        """Whether it has a number to reach, open or masked."""
        return self.target is not None and self.target.is_numeric

    @property
    def owner_kind(self) -> OwnerKind:
        """Whether the region's own authority promises it."""
        return OwnerKind.OWN if self.owner is None else OwnerKind.QUOTED

    @property
    def is_own(self) -> bool:
        """Whether the region's own authority promises it."""
        return self.owner_kind is OwnerKind.OWN
