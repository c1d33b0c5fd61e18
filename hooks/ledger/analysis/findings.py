"""The whole analysis of a ledger, worked out once and read by every page and export."""

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.analysis.lineage import lineages
from ledger.analysis.recomputation import Recomputation, recompute_all
from ledger.analysis.series import Series, series_of
from ledger.analysis.silence import awaited_measures, missing_measures
from ledger.analysis.verdict import Assessment, assess_all
from ledger.model.commitment import Commitment
from ledger.model.ledger import Ledger
from ledger.model.measure import Measure


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
    """

    assessments: Mapping[str, Assessment]
    recomputations: Mapping[str, Recomputation]
    missing: tuple[Measure, ...]
    awaited: tuple[Measure, ...]
    series: Mapping[str, list[Series]]
    lineages: Mapping[str, tuple[Commitment, ...]]


def analyse(ledger: Ledger) -> Findings:
    """Work out everything that follows from a ledger.

    Args:
        ledger: the ledger.
    """
    missing = tuple(missing_measures(ledger))
    return Findings(
        assess_all(ledger),
        recompute_all(ledger),
        missing,
        tuple(awaited_measures(ledger)),
        series_of(ledger, missing),
        lineages(ledger),
    )
