"""Records joined with what their rows in the open data tell beside them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ledger.analysis.findings import Findings
from ledger.model.ledger import Ledger
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.source import Source
from ledger.model.target import Target


@dataclass(frozen=True)
class MeasureRow:
    """A figure with the target it answers to and the figures it is made from.

    Args:
        measure: the figure.
        target: the target of the commitment it answers, if any.
        numerator: the figure it divides, if stated.
        denominator: the figure it is divided by, if stated.
    """

    measure: Measure
    target: Target | None
    numerator: Measure | None
    denominator: Measure | None


@dataclass(frozen=True)
class SourceRow:
    """A document with counts of what the ledger took from it.

    Args:
        source: the document.
        disclosed: open figures.
        redacted: masked figures.
        commitments: promises.
        outcomes: results.
        stated_problems: admitted problems.
    """

    source: Source
    disclosed: int
    redacted: int
    commitments: int
    outcomes: int
    stated_problems: int


def measure_rows(ledger: Ledger, findings: Findings) -> list[MeasureRow]:
    """List every figure in the files' order; those that a file promises and nobody gave follow its own.

    Args:
        ledger: the ledger.
        findings: what follows from it.
    """
    return [_measure_row(ledger, measure) for measure in _with_absent(ledger, findings)]


def _with_absent(ledger: Ledger, findings: Findings) -> Iterator[Measure]:
    absent: dict[tuple[str, int, str], list[Measure]] = {}
    for measure in (*findings.missing, *findings.awaited):
        key = measure.key
        absent.setdefault((key.region, key.year, key.topic), []).append(measure)
    for file in ledger.files:
        yield from file.measures
        yield from absent.get((file.region, file.year, file.topic), ())


def _measure_row(ledger: Ledger, measure: Measure) -> MeasureRow:
    answered = ledger.commitments.get(measure.commitment or "")
    return MeasureRow(
        measure,
        answered.target if answered else None,
        ledger.measures.get(measure.numerator or ""),
        ledger.measures.get(measure.denominator or ""),
    )


def source_rows(ledger: Ledger) -> list[SourceRow]:
    """List every document in reading order, with counts.

    Args:
        ledger: the ledger.
    """
    figures = Counter((record.origin.source, record.status) for record in ledger.measures.values())
    commitments = Counter(record.origin.source for record in ledger.commitments.values())
    outcomes = Counter(record.origin.source for record in ledger.outcomes.values())
    stated_problems = Counter(record.origin.source for record in ledger.stated_problems.values())
    return [
        SourceRow(
            source,
            figures[id_, MeasureStatus.DISCLOSED],
            figures[id_, MeasureStatus.REDACTED],
            commitments[id_],
            outcomes[id_],
            stated_problems[id_],
        )
        for id_, source in ledger.sources.items()
    ]
