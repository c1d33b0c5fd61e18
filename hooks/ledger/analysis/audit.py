"""How much was checked, kind by kind: what agrees, what differs, what cannot be checked and why."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ledger.analysis.agreement import Agreement, Obstacle
from ledger.analysis.findings import Findings
from ledger.analysis.retelling import Likeness


class Check(Enum):
    """Kinds of checks."""

    RATE = "rate"
    TOTAL = "total"
    CHANGE = "change"
    CLAIM = "claim"
    RETELLING = "retelling"
    DATE = "date"


@dataclass(frozen=True)
class Audit:
    """The checks of one kind, counted.

    Args:
        check: the kind.
        agreeing: checks whose two sides fit.
        differing: checks whose two sides do not.
        unchecked: what cannot be checked, by reason.
    """

    check: Check
    agreeing: int
    differing: int
    unchecked: Counter[Obstacle]

    @property
    def checked(self) -> int:
        """All that could be checked."""
        return self.agreeing + self.differing


def audit(findings: Findings) -> list[Audit]:
    """Count every kind of check.

    Args:
        findings: what follows from a ledger.
    """
    rates = [item.agreement is not Agreement.DIFFERS for item in findings.recomputations.values()]
    totals, changes = findings.checks.totals.values(), findings.checks.movements.values()
    claims, dates = findings.checks.claims, findings.checks.chronology
    return [
        _count(Check.RATE, rates, findings.checks.unchecked_rates),
        _count(
            Check.TOTAL,
            (not item.adding.is_conflict for item in totals if item.adding),
            Counter(item.obstacle for item in totals if item.adding is None and item.obstacle),
        ),
        _count(
            Check.CHANGE,
            (item.agreement is not Agreement.DIFFERS for item in changes if item.agreement),
            Counter(item.obstacle for item in changes if item.obstacle),
        ),
        Audit(Check.CLAIM, claims.agreeing, len(claims.contradictions), claims.unchecked),
        _count(
            Check.RETELLING,
            (item.likeness is not Likeness.DIFFERS for item in findings.checks.retellings if item.likeness),
            Counter(
                item.obstacle for item in findings.checks.retellings if not item.likeness and item.obstacle
            ),
        ),
        Audit(
            Check.DATE,
            dates.checked - len(dates.anachronisms),
            len(dates.anachronisms),
            Counter({Obstacle.NOT_GIVEN: dates.unknown}) if dates.unknown else Counter(),
        ),
    ]


def _count(check: Check, fits: Iterable[bool], unchecked: Counter[Obstacle]) -> Audit:
    counted = Counter(fits)
    return Audit(check, counted[True], counted[False], unchecked)
