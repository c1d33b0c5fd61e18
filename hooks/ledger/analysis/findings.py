"""The whole analysis of a ledger, worked out once and read by every page and export."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from ledger.analysis.agreement import Obstacle
from ledger.analysis.chronology import Chronology, chronology
from ledger.analysis.comparison import Comparison, compare
from ledger.analysis.continuation import Succession, flag_all, successions
from ledger.analysis.contradiction import Claims, hold_claims
from ledger.analysis.lineage import lineages
from ledger.analysis.movement import Movement, movements
from ledger.analysis.recomputation import Recomputation, recompute_all, unchecked_rates
from ledger.analysis.retelling import Retelling, retellings
from ledger.analysis.series import Series, series_of
from ledger.analysis.silence import awaited_measures, missing_measures
from ledger.analysis.total import Total, totals
from ledger.analysis.verdict import Assessment, assess_all
from ledger.model.commitment import Commitment
from ledger.model.ledger import Ledger
from ledger.model.measure import Measure


@dataclass(frozen=True)
class Checks:
    """What the records say to each other, beside the rates.

    Args:
        unchecked_rates: number of rates that cannot be recomputed, by reason.
        totals: totals with their parts, by measure id.
        movements: stated changes worked out again, by measure id.
        retellings: facts told more than once.
        claims: claims held against figures.
        chronology: dates held against each other.
    """

    unchecked_rates: Counter[Obstacle] = field(default_factory=Counter)
    totals: Mapping[str, Total] = field(default_factory=dict)
    movements: Mapping[str, Movement] = field(default_factory=dict)
    retellings: tuple[Retelling, ...] = ()
    claims: Claims = field(default_factory=lambda: Claims((), 0, Counter()))
    chronology: Chronology = field(default_factory=lambda: Chronology((), 0, 0))


@dataclass(frozen=True)
class Findings:
    """Everything derived from a ledger.

    Args:
        assessments: by commitment id.
        recomputations: by measure id.
        missing: figures that are due and not there.
        awaited: figures that are promised and not due yet.
        series: by indicator id.
        lineages: by commitment id.
        successions: promises that carry on others, or are worded like those of the year before.
        checks: what the records say to each other.
        comparisons: which figures of an indicator may stand side by side, by indicator id.
    """

    assessments: Mapping[str, Assessment]
    recomputations: Mapping[str, Recomputation]
    missing: tuple[Measure, ...]
    awaited: tuple[Measure, ...]
    series: Mapping[str, list[Series]]
    lineages: Mapping[str, tuple[Commitment, ...]]
    successions: tuple[Succession, ...] = ()
    checks: Checks = field(default_factory=Checks)
    comparisons: Mapping[str, Comparison] = field(default_factory=dict)


def analyse(ledger: Ledger) -> Findings:
    """Work out everything that follows from a ledger.

    Args:
        ledger: the ledger.
    """
    missing = tuple(missing_measures(ledger))
    assessments = flag_all(ledger, assess_all(ledger))
    series = series_of(ledger, missing)
    return Findings(
        assessments,
        recompute_all(ledger.measures),
        missing,
        tuple(awaited_measures(ledger)),
        series,
        lineages(ledger),
        tuple(successions(ledger)),
        check_all(ledger, assessments),
        compare(ledger, series),
    )


def check_all(ledger: Ledger, assessments: Mapping[str, Assessment]) -> Checks:
    """Hold all records of a ledger against each other.

    Args:
        ledger: the ledger.
        assessments: by commitment id.
    """
    measures = ledger.measures
    return Checks(
        unchecked_rates(measures),
        totals(measures),
        movements(measures.values()),
        tuple(retellings(measures.values(), ledger.dictionary.indicators)),
        hold_claims(assessments.values()),
        chronology(measures.values(), ledger.commitments.values(), ledger.sources),
    )
