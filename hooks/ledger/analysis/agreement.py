"""How a published number stands to the one that follows from its records, or why no number follows."""

from collections.abc import Iterable
from enum import Enum

from ledger.model.measure import Measure, MeasureStatus


class Agreement(Enum):
    """How a published number stands to the recomputed one."""

    ROUNDED = "rounded"
    CUT_OFF = "cut_off"
    WITHIN_PARTS = "within_parts"
    DIFFERS = "differs"


class Obstacle(Enum):
    """Why a published number cannot be held against others."""

    REDACTED = "redacted"
    NOT_GIVEN = "not_given"
    QUALIFIED = "qualified"
    UNITS = "units"


def obstacle_of(measures: Iterable[Measure | None]) -> Obstacle | None:
    """Name what keeps some figures from being computed with; None when all are open numbers.

    Args:
        measures: the figures that a computation needs; None for one that no record gives.
    """
    statuses = {measure.status if measure else MeasureStatus.NOT_REPORTED for measure in measures}
    if MeasureStatus.REDACTED in statuses:
        return Obstacle.REDACTED
    return Obstacle.NOT_GIVEN if MeasureStatus.NOT_REPORTED in statuses else None
