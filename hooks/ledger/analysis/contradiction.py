"""Claims that say one thing and figures that say another."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.analysis.agreement import Obstacle
from ledger.analysis.attainment import Attainment
from ledger.analysis.verdict import Assessment, Evidence, Flag
from ledger.model.outcome import Claim


@dataclass(frozen=True)
class Claims:
    """Claims held against the figures beside them.

    Args:
        contradictions: promises whose claim and figure do not fit.
        agreeing: promises whose claim and figure fit.
        unchecked: number of promises with a claim and a numeric target that no figure decides, by reason.
    """

    contradictions: tuple[Assessment, ...]
    agreeing: int
    unchecked: Counter[Obstacle]


def hold_claims(assessments: Iterable[Assessment]) -> Claims:
    """Hold every claim of a numeric promise against its figure.

    Args:
        assessments: any assessments.
    """
    claimed = [item for item in assessments if item.commitment.is_numeric and item.claim is not Claim.NONE]
    decided = [item for item in claimed if item.attainment is not Attainment.UNDECIDED]
    found = tuple(item for item in decided if Flag.CLAIM_CONTRADICTS_FIGURE in item.flags)
    unchecked = Counter(_obstacle(item) for item in claimed if item.attainment is Attainment.UNDECIDED)
    return Claims(found, len(decided) - len(found), unchecked)


def _obstacle(item: Assessment) -> Obstacle:
    if item.evidence is Evidence.REDACTED:
        return Obstacle.REDACTED
    return Obstacle.QUALIFIED if item.measure and item.measure.value is not None else Obstacle.NOT_GIVEN
