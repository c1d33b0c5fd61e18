"""The verdict on a commitment, from claim, evidence and timing, by the rules of the methodology page.

The rules R1 to R8 are those of docs/methodology.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from ledger.analysis.comparison import Comparison, compare, margin
from ledger.model.commitment import Commitment, DueBasis
from ledger.model.indicator import Direction
from ledger.model.ledger import Ledger
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.outcome import Claim, Outcome
from ledger.model.source import Source


class Verdict(Enum):
    """What can be said of a commitment."""

    EXCEEDED = "exceeded"
    MET = "met"
    NOT_MET = "not_met"
    DONE_CLAIMED = "done_claimed"
    PROGRESSING = "progressing"
    ONGOING = "ongoing"
    REDACTED = "redacted"
    UNREPORTED = "unreported"
    NOT_DUE = "not_due"


class Evidence(Enum):
    """What the claim rests on."""

    FIGURE = "figure"
    CLAIM = "claim"
    REDACTED = "redacted"
    NONE = "none"


class Timing(Enum):
    """Where the as-of day stands to the due date."""

    NOT_DUE = "not_due"
    DUE = "due"
    OVERDUE = "overdue"
    ONGOING = "ongoing"


class Flag(Enum):
    """Remarks beside a verdict."""

    TARGET_ADJUSTED = "target_adjusted"
    CLAIM_CONTRADICTS_FIGURE = "claim_contradicts_figure"


@dataclass(frozen=True)
class Assessment:
    """A commitment judged.

    Args:
        commitment: the promise.
        claim: what the body says.
        evidence: what that rests on.
        timing: whether it is due.
        verdict: what follows by the rules.
        flags: remarks beside the verdict.
        measure: the figure held against the target, if any.
        measures: all figures that answer the promise.
        outcomes: the outcomes that answer the promise.
        margin: value minus target in base units, where both are open.
    """

    commitment: Commitment
    claim: Claim
    evidence: Evidence
    timing: Timing
    verdict: Verdict
    flags: tuple[Flag, ...] = ()
    measure: Measure | None = None
    measures: tuple[Measure, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    margin: Decimal | None = None


def assess_all(ledger: Ledger) -> dict[str, Assessment]:
    """Judge every commitment of a ledger.

    Args:
        ledger: the ledger.

    Returns:
        Assessments by commitment id, in the ledger's order.
    """
    return {id_: _assess_in(ledger, commitment) for id_, commitment in ledger.commitments.items()}


def _assess_in(ledger: Ledger, commitment: Commitment) -> Assessment:
    indicator = ledger.dictionary.indicators.get(commitment.indicator or "")
    outcomes = ledger.outcomes_by_commitment.get(commitment.id, [])
    cited = [ledger.measures[id_] for outcome in outcomes for id_ in outcome.measures]
    own = ledger.measures_by_commitment.get(commitment.id, [])
    return assess(
        commitment,
        tuple(dict.fromkeys([*own, *cited])),
        tuple(outcomes),
        sources=ledger.sources,
        as_of=ledger.settings.as_of,
        direction=indicator.direction if indicator else Direction.NONE,
        earlier=ledger.commitments.get(commitment.continues or ""),
    )


def assess(
    commitment: Commitment,
    measures: Sequence[Measure],
    outcomes: Sequence[Outcome],
    *,
    sources: Mapping[str, Source],
    as_of: date,
    direction: Direction = Direction.NONE,
    earlier: Commitment | None = None,
) -> Assessment:
    """Judge one commitment.

    Args:
        commitment: the promise.
        measures: figures that answer it, directly or through an outcome.
        outcomes: outcomes that answer it.
        sources: documents by id; their periods tell how far a report reaches.
        as_of: the day on which due dates are judged.
        direction: which way its indicator is better.
        earlier: the commitment that it continues.
    """
    claim = _claim(outcomes, sources)
    measure = _deciding(commitment, measures)
    target = commitment.target
    comparison = compare(measure, target, direction) if measure and target else Comparison.UNDECIDED
    evidence = _evidence(commitment, measures, outcomes, measure)
    reaches = _reaches_due(commitment, measure, outcomes, sources)
    verdict = _verdict(commitment, comparison, evidence, claim, reaches=reaches, as_of=as_of)
    return Assessment(
        commitment,
        claim,
        evidence,
        _timing(commitment, verdict, reaches=reaches, as_of=as_of),
        verdict,
        tuple(_flags(commitment, claim, comparison, earlier)),
        measure,
        tuple(measures),
        tuple(outcomes),
        margin(measure, target) if measure and target else None,
    )


def _claim(outcomes: Sequence[Outcome], sources: Mapping[str, Source]) -> Claim:
    if not outcomes:
        return Claim.NONE
    latest = max(sources[outcome.origin.source].year for outcome in outcomes)
    claims = [outcome.claim for outcome in outcomes if sources[outcome.origin.source].year == latest]
    # Several reports of one promise: it is finished only when all of them say so.
    return next((claim for claim in claims if not claim.is_finished), claims[0])


def _deciding(commitment: Commitment, measures: Sequence[Measure]) -> Measure | None:
    if not commitment.is_numeric:
        return None
    answers = [measure for measure in measures if measure.commitment == commitment.id]
    return max(answers, key=lambda measure: measure.period.end or date.min, default=None)


def _evidence(
    commitment: Commitment, measures: Sequence[Measure], outcomes: Sequence[Outcome], deciding: Measure | None
) -> Evidence:
    statuses = {measure.status for measure in ((deciding,) if deciding else measures)}
    masked_target = commitment.target is not None and commitment.target.redacted
    if MeasureStatus.REDACTED in statuses and (deciding or MeasureStatus.DISCLOSED not in statuses):
        return Evidence.REDACTED
    if masked_target and (outcomes or measures):
        return Evidence.REDACTED
    if MeasureStatus.DISCLOSED in statuses:
        return Evidence.FIGURE
    return Evidence.CLAIM if outcomes or measures else Evidence.NONE


def _reaches_due(
    commitment: Commitment,
    measure: Measure | None,
    outcomes: Sequence[Outcome],
    sources: Mapping[str, Source],
) -> bool:
    if measure is not None and measure.status is MeasureStatus.DISCLOSED:
        return measure.period.reaches(commitment.due)
    return any(sources[outcome.origin.source].period.reaches(commitment.due) for outcome in outcomes)


def _verdict(
    commitment: Commitment,
    comparison: Comparison,
    evidence: Evidence,
    claim: Claim,
    *,
    reaches: bool,
    as_of: date,
) -> Verdict:
    if comparison is Comparison.BETTER:
        return Verdict.EXCEEDED
    if comparison is Comparison.EQUAL:
        return Verdict.MET
    if comparison is Comparison.WORSE:
        return Verdict.NOT_MET if reaches else Verdict.PROGRESSING
    if evidence is Evidence.REDACTED and commitment.is_numeric:
        return Verdict.REDACTED
    if evidence is Evidence.NONE:
        return _silent(commitment, as_of)
    return _claimed(claim, reaches=reaches)


def _silent(commitment: Commitment, as_of: date) -> Verdict:
    if as_of > commitment.due:
        return Verdict.UNREPORTED
    return Verdict.ONGOING if commitment.due_basis is DueBasis.ONGOING else Verdict.NOT_DUE


def _claimed(claim: Claim, *, reaches: bool) -> Verdict:
    if claim.is_finished:
        return Verdict.DONE_CLAIMED
    if claim is Claim.ONGOING:
        return Verdict.ONGOING
    if claim in {Claim.NOT_DONE, Claim.NOT_STARTED} and reaches:
        return Verdict.NOT_MET
    return Verdict.PROGRESSING


def _timing(commitment: Commitment, verdict: Verdict, *, reaches: bool, as_of: date) -> Timing:
    if commitment.due_basis is DueBasis.ONGOING:
        return Timing.ONGOING
    if as_of <= commitment.due:
        return Timing.NOT_DUE
    unfinished = verdict in {Verdict.NOT_MET, Verdict.PROGRESSING}
    return Timing.OVERDUE if unfinished and reaches else Timing.DUE


def _flags(
    commitment: Commitment, claim: Claim, comparison: Comparison, earlier: Commitment | None
) -> list[Flag]:
    flags = []
    if claim.is_finished and comparison is Comparison.WORSE:
        flags.append(Flag.CLAIM_CONTRADICTS_FIGURE)
    if earlier is not None and earlier.target and commitment.target and earlier.target != commitment.target:
        flags.append(Flag.TARGET_ADJUSTED)
    return flags
