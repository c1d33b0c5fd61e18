"""Claims that say one thing and figures that say another."""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.analysis.comparison import Comparison
from ledger.analysis.verdict import Assessment, Flag
from ledger.model.outcome import Claim


@dataclass(frozen=True)
class Claims:
    """Claims held against the figures beside them.

    Args:
        contradictions: promises whose claim and figure do not fit.
        agreeing: promises whose claim and figure fit.
        unchecked: promises with a claim and a numeric target, of which no open figure decides.
    """

    contradictions: tuple[Assessment, ...]
    agreeing: int
    unchecked: int


def hold_claims(assessments: Iterable[Assessment]) -> Claims:
    """Hold every claim of a numeric promise against its figure.

    Args:
        assessments: any assessments.
    """
    claimed = [item for item in assessments if item.commitment.is_numeric and item.claim is not Claim.NONE]
    decided = [item for item in claimed if item.comparison is not Comparison.UNDECIDED]
    found = tuple(item for item in decided if Flag.CLAIM_CONTRADICTS_FIGURE in item.flags)
    return Claims(found, len(decided) - len(found), len(claimed) - len(decided))
