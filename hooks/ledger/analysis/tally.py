"""Counts of verdicts over any set of commitments."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ledger.analysis.verdict import Assessment, Verdict


@dataclass(frozen=True)
class Tally:
    """How many commitments have which verdict.

    Args:
        counts: number by verdict; every verdict is there.
    """

    counts: Mapping[Verdict, int]

    @property
    def total(self) -> int:
        """All commitments counted."""
        return sum(self.counts.values())

    @property
    def kept(self) -> int:
        """Commitments whose figures reach or pass their target."""
        return sum(count for verdict, count in self.counts.items() if verdict.is_kept)


def tally(assessments: Iterable[Assessment]) -> Tally:
    """Count the verdicts on a region's own commitments; those of other bodies are left out.

    Args:
        assessments: any assessments.
    """
    counts = Counter(item.verdict for item in assessments if item.commitment.is_own)
    return Tally({verdict: counts[verdict] for verdict in Verdict})
