"""How much is open, masked or missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ledger.model.ledger import Ledger
from ledger.model.measure import Measure, MeasureStatus


@dataclass(frozen=True)
class Disclosure:
    """Counts of figures by status.

    Args:
        disclosed: open figures.
        redacted: masked figures.
        not_reported: figures that are due and missing.
    """

    disclosed: int
    redacted: int
    not_reported: int

    @property
    def total(self) -> int:
        """All figures counted."""
        return self.disclosed + self.redacted + self.not_reported

    @property
    def redacted_share(self) -> Decimal:
        """Masked figures per 100 open or masked ones; 0 when there are none."""
        written = self.disclosed + self.redacted
        return Decimal(100) * self.redacted / written if written else Decimal(0)


def count_disclosure(measures: Iterable[Measure]) -> Disclosure:
    """Count figures by status.

    Args:
        measures: any figures.
    """
    statuses = [measure.status for measure in measures]
    return Disclosure(*(statuses.count(status) for status in MeasureStatus))


def disclosure_by_source(ledger: Ledger, missing: Iterable[Measure] = ()) -> dict[str, Disclosure]:
    """Count every document's figures by status.

    Args:
        ledger: the ledger.
        missing: figures that are due and not there.

    Returns:
        Counts by source id, in reading order.
    """
    groups: dict[str, list[Measure]] = {source: [] for source in ledger.sources}
    for measure in (*ledger.measures.values(), *missing):
        groups[measure.origin.source].append(measure)
    return {source: count_disclosure(measures) for source, measures in groups.items()}
