"""Figures of a document: disclosed, masked, or missing."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from ledger.model.period import Period
from ledger.model.quantity import Change, Qualifier, Unit
from ledger.model.record import Key, Origin


class MeasureStatus(Enum):
    """Whether the figure is open, masked, or not there."""

    DISCLOSED = "disclosed"
    REDACTED = "redacted"
    NOT_REPORTED = "not_reported"


@dataclass(frozen=True)
class Measure:
    """One figure of one document.

    Args:
        key: address of the record.
        name: what is measured.
        status: disclosed, redacted or not_reported.
        value: the number as written, None unless disclosed.
        unit: unit as written.
        period: the span or day it speaks of.
        origin: where it stands.
        indicator: dictionary id, if it is a standard indicator.
        qualifier: a word that widens the number.
        baseline: the earlier value in "由 A 上升到 B", in the same unit.
        change: a stated change.
        numerator: id of the measure that is the numerator.
        denominator: id of the measure that is the denominator.
        part_of: id of the measure that is the total of which this is a part.
        commitment: id of the commitment it answers.
        parts: `all` where the document lists every part of this total.
    """

    key: Key
    name: str
    status: MeasureStatus
    value: Decimal | None
    unit: Unit
    period: Period
    origin: Origin
    indicator: str | None = None
    qualifier: Qualifier | None = None
    baseline: Decimal | None = None
    change: Change | None = None
    numerator: str | None = None
    denominator: str | None = None
    part_of: str | None = None
    commitment: str | None = None
    parts: str | None = None

    @property
    def id(self) -> str:
        """The id that is unique in the whole ledger."""
        return self.key.id

    @property
    def base_value(self) -> Decimal | None:
        """The number in base units, or None."""
        return None if self.value is None else self.unit.to_base(self.value)
