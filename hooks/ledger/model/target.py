"""Targets as plans write them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from ledger.model.quantity import Unit


class Operator(Enum):
    """How a value is held against its target."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EQUAL = "="
    APPROXIMATE = "approx"
    YES = "yes"


@dataclass(frozen=True)
class Target:
    """What a commitment wants to reach.

    Args:
        operator: how a value is compared; YES for things that are either there or not.
        value: the number, or None when it is masked or the target is YES.
        unit: unit of the number; None for YES.
        redacted: whether the document masks the number.
    """

    operator: Operator
    value: Decimal | None = None
    unit: Unit | None = None
    redacted: bool = False

    @property
    def is_numeric(self) -> bool:
        """Whether the target is a number, open or masked."""
        return self.operator is not Operator.YES
