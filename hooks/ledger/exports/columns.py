"""The columns of the open data: names, order, and how each cell follows from its record.

The order is a promise to everyone who reads the files by script: a new column goes to the end of its table.
What each column means is told in `columns.json`.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from ledger.analysis.verdict import Assessment
from ledger.exports.cells import Cell
from ledger.exports.rows import MeasureRow, SourceRow
from ledger.exports.tables import Columns
from ledger.model.commitment import Commitment, DueBasis
from ledger.model.correction import Correction
from ledger.model.measure import Measure
from ledger.model.outcome import Outcome
from ledger.model.quantity import Change
from ledger.model.stated_problem import StatedProblem
from ledger.model.target import Operator, Target

Part = TypeVar("Part")


def _of(part: Part | None, cell: Callable[[Part], Cell]) -> Cell:
    """Look inside a part that a record may lack; then the cell stays blank."""
    return None if part is None else cell(part)


def _operator(target: Target) -> Operator | None:
    return target.operator if target.is_numeric else None


def _goal(target: Target) -> Decimal | None:
    return None if target.value is None or target.unit is None else target.unit.to_base(target.value)


def _goal_unit(target: Target) -> str | None:
    return None if target.unit is None else target.unit.base


def _baseline(measure: Measure) -> Decimal | None:
    return None if measure.baseline is None else measure.unit.to_base(measure.baseline)


def _change(change: Change) -> Decimal:
    return change.unit.to_base(change.value)


def _change_qualifier(change: Change) -> str | None:
    return None if change.qualifier is None else change.qualifier.id


def _due(commitment: Commitment) -> date | None:
    # Ongoing work has a due day in the model so that it can be judged; no document states it.
    return None if commitment.due_basis is DueBasis.ONGOING else commitment.due


def _kind(commitment: Commitment) -> str:
    return "numeric" if commitment.is_numeric else "measure"


MEASURES: Columns[MeasureRow] = {
    "id": lambda row: row.measure.id,
    "region": lambda row: row.measure.key.region,
    "year": lambda row: row.measure.key.year,
    "topic": lambda row: row.measure.key.topic,
    "indicator": lambda row: row.measure.indicator,
    "name": lambda row: row.measure.name,
    "status": lambda row: row.measure.status,
    "value": lambda row: row.measure.base_value,
    "unit": lambda row: row.measure.unit.base,
    "qualifier": lambda row: _of(row.measure.qualifier, lambda qualifier: qualifier.id),
    "period_start": lambda row: row.measure.period.start,
    "period_end": lambda row: row.measure.period.end,
    "target_op": lambda row: _of(row.target, _operator),
    "target_value": lambda row: _of(row.target, _goal),
    "baseline_value": lambda row: _baseline(row.measure),
    "change_value": lambda row: _of(row.measure.change, _change),
    "change_unit": lambda row: _of(row.measure.change, lambda change: change.unit.base),
    "numerator": lambda row: _of(row.numerator, lambda part: part.base_value),
    "denominator": lambda row: _of(row.denominator, lambda part: part.base_value),
    "source": lambda row: row.measure.origin.source,
    "at": lambda row: row.measure.origin.at,
    "raw": lambda row: row.measure.origin.raw,
    "repaired": lambda row: row.measure.origin.repaired is not None,
    "note": lambda row: row.measure.origin.note,
    "commitment": lambda row: row.measure.commitment,
    "change_against": lambda row: _of(row.measure.change, lambda change: change.against),
    "numerator_id": lambda row: row.measure.numerator,
    "denominator_id": lambda row: row.measure.denominator,
    "repair_note": lambda row: row.measure.origin.repaired,
    "value_written": lambda row: row.measure.value,
    "unit_written": lambda row: row.measure.unit.written,
    "target_unit": lambda row: _of(row.target, _goal_unit),
    "change_qualifier": lambda row: _of(row.measure.change, _change_qualifier),
    "part_of": lambda row: row.measure.part_of,
}

COMMITMENTS: Columns[Assessment] = {
    "id": lambda row: row.commitment.id,
    "region": lambda row: row.commitment.key.region,
    "year": lambda row: row.commitment.key.year,
    "topic": lambda row: row.commitment.key.topic,
    "text": lambda row: row.commitment.text,
    "kind": lambda row: _kind(row.commitment),
    "target_op": lambda row: _of(row.commitment.target, _operator),
    "target_value": lambda row: _of(row.commitment.target, _goal),
    "target_unit": lambda row: _of(row.commitment.target, _goal_unit),
    "indicator": lambda row: row.commitment.indicator,
    "due": lambda row: _due(row.commitment),
    "lead": lambda row: row.commitment.lead,
    "continues": lambda row: row.commitment.continues,
    "verdict": lambda row: row.verdict,
    "claim": lambda row: row.claim,
    "evidence": lambda row: row.evidence,
    "timing": lambda row: row.timing,
    "source": lambda row: row.commitment.origin.source,
    "at": lambda row: row.commitment.origin.at,
    "owner": lambda row: row.commitment.owner,
    "due_basis": lambda row: row.commitment.due_basis,
    "support": lambda row: row.commitment.support,
    "flags": lambda row: row.flags,
    "target_redacted": lambda row: row.commitment.target is not None and row.commitment.target.redacted,
    "note": lambda row: row.commitment.origin.note,
    "raw": lambda row: row.commitment.origin.raw,
    "repaired": lambda row: row.commitment.origin.repaired is not None,
    "repair_note": lambda row: row.commitment.origin.repaired,
}

OUTCOMES: Columns[Outcome] = {
    "id": lambda row: row.id,
    "region": lambda row: row.key.region,
    "year": lambda row: row.key.year,
    "topic": lambda row: row.key.topic,
    "commitment": lambda row: row.commitments,
    "claim": lambda row: row.claim,
    "text": lambda row: row.text,
    "source": lambda row: row.origin.source,
    "at": lambda row: row.origin.at,
    "measures": lambda row: row.measures,
    "note": lambda row: row.origin.note,
}

PROBLEMS: Columns[StatedProblem] = {
    "id": lambda row: row.id,
    "region": lambda row: row.key.region,
    "year": lambda row: row.key.year,
    "topic": lambda row: row.key.topic,
    "text": lambda row: row.text,
    "addressed_by": lambda row: row.addressed_by,
    "source": lambda row: row.origin.source,
    "at": lambda row: row.origin.at,
    "note": lambda row: row.origin.note,
}

SOURCES: Columns[SourceRow] = {
    "id": lambda row: row.source.id,
    "region": lambda row: row.source.region,
    "title": lambda row: row.source.title,
    "kind": lambda row: row.source.kind,
    "publisher": lambda row: row.source.publisher,
    "year": lambda row: row.source.year,
    "year_basis": lambda row: row.source.year_basis,
    "period_start": lambda row: row.source.period.start,
    "period_end": lambda row: row.source.period.end,
    "published": lambda row: row.source.published,
    "completeness": lambda row: row.source.completeness,
    "legibility": lambda row: row.source.legibility,
    "disclosed": lambda row: row.disclosed,
    "redacted": lambda row: row.redacted,
    "year_reason": lambda row: row.source.year_reason,
    "reposter": lambda row: row.source.reposter,
    "reposted": lambda row: row.source.reposted,
    "url": lambda row: row.source.url,
    "commitments": lambda row: row.commitments,
    "outcomes": lambda row: row.outcomes,
    "problems": lambda row: row.stated_problems,
}

CORRECTIONS: Columns[Correction] = {
    "id": lambda row: row.id,
    "region": lambda row: row.region,
    "record": lambda row: row.records,
    "date": lambda row: row.date,
    "field": lambda row: row.field,
    "from": lambda row: row.before,
    "to": lambda row: row.after,
    "what": lambda row: row.what,
    "why": lambda row: row.why,
    "source": lambda row: row.source,
}
