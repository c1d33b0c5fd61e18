"""The verdict on a commitment, from claim, evidence and timing, by the rules of the methodology page.

The rules R1 to R9 are those of docs/methodology.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from ledger.analysis.attainment import Attainment, attainment_of, margin, targets_differ
from ledger.model.commitment import Commitment, DueBasis
from ledger.model.indicator import Direction
from ledger.model.ledger import Ledger
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.outcome import Claim, Outcome
from ledger.model.source import Source

_REACHED = {Attainment.BETTER, Attainment.EQUAL}


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

    @property
    def is_kept(self) -> bool:
        """Whether a figure reaches or passes its target."""
        return self in {Verdict.EXCEEDED, Verdict.MET}

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to be done; what is finished need not be promised again."""
        return self.is_kept or self is Verdict.DONE_CLAIMED


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
    WORDED_AS_BEFORE = "worded_as_before"
    NOT_SEEN_AGAIN = "not_seen_again"


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
        attainment: how the figure stands to the target.
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
    attainment: Attainment = Attainment.UNDECIDED


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
    # The figures of an outcome that answers several promises cannot be told apart by promise.
    single = [outcome for outcome in outcomes if len(outcome.commitments) == 1]
    cited = [ledger.measures[id_] for outcome in single for id_ in outcome.measures]
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
    attainment = attainment_of(measure, target, direction) if measure and target else Attainment.UNDECIDED
    evidence = _evidence(commitment, measures, outcomes, measure)
    decides = attainment is not Attainment.UNDECIDED
    reaches = _reaches_due(commitment, measure if decides else None, outcomes, sources)
    verdict = _verdict(commitment, attainment, evidence, claim, reaches=reaches, as_of=as_of)
    return Assessment(
        commitment,
        claim,
        evidence,
        _timing(commitment, verdict, claim, reaches=reaches, as_of=as_of),
        verdict,
        tuple(_flags(commitment, claim, attainment, earlier)),
        measure,
        tuple(measures),
        tuple(outcomes),
        margin(measure, target) if measure and target else None,
        attainment,
    )


def _claim(outcomes: Sequence[Outcome], sources: Mapping[str, Source]) -> Claim:
    if not outcomes:
        return Claim.NONE
    reports = [(_reported(sources[outcome.origin.source]), outcome.claim) for outcome in outcomes]
    latest = max(day for day, _ in reports)
    claims = [claim for day, claim in reports if day == latest]
    # Several reports of one promise: it is finished only when all that say how far it is say so.
    telling = [claim for claim in claims if claim is not Claim.STATED] or claims
    return next((claim for claim in telling if not claim.is_finished), telling[0])


def _reported(source: Source) -> tuple[int, date]:
    return source.year, source.period.end or date.min


def _deciding(commitment: Commitment, measures: Sequence[Measure]) -> Measure | None:
    if not commitment.is_numeric:
        return None
    answers = [measure for measure in measures if measure.commitment == commitment.id]
    given = [measure for measure in answers if measure.status is not MeasureStatus.NOT_REPORTED]
    return max(given, key=_weight, default=None)


def _weight(measure: Measure) -> tuple[date, bool]:
    # The latest figure decides; of two for the same time, the one that is open.
    return measure.period.end or date.min, measure.status is MeasureStatus.DISCLOSED


def _evidence(
    commitment: Commitment, measures: Sequence[Measure], outcomes: Sequence[Outcome], deciding: Measure | None
) -> Evidence:
    statuses = {measure.status for measure in ((deciding,) if deciding else measures)}
    statuses.discard(MeasureStatus.NOT_REPORTED)
    masked_target = commitment.target is not None and commitment.target.redacted
    if MeasureStatus.REDACTED in statuses and (deciding or MeasureStatus.DISCLOSED not in statuses):
        return Evidence.REDACTED
    if masked_target and (outcomes or statuses):
        return Evidence.REDACTED
    if MeasureStatus.DISCLOSED in statuses:
        return Evidence.FIGURE
    return Evidence.CLAIM if outcomes else Evidence.NONE


def _reaches_due(
    commitment: Commitment,
    measure: Measure | None,
    outcomes: Sequence[Outcome],
    sources: Mapping[str, Source],
) -> bool:
    if measure is not None:
        return measure.period.reaches(commitment.due)
    reports = (sources[outcome.origin.source] for outcome in outcomes)
    # The period of a plan is what it plans for, not what it reports on.
    return any(source.kind != "plan" and source.period.reaches(commitment.due) for source in reports)


def _verdict(
    commitment: Commitment,
    attainment: Attainment,
    evidence: Evidence,
    claim: Claim,
    *,
    reaches: bool,
    as_of: date,
) -> Verdict:
    if attainment is Attainment.BETTER:
        return Verdict.EXCEEDED
    if attainment is Attainment.EQUAL:
        return Verdict.MET
    if attainment is Attainment.WORSE:
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


def _timing(commitment: Commitment, verdict: Verdict, claim: Claim, *, reaches: bool, as_of: date) -> Timing:
    if commitment.due_basis is DueBasis.ONGOING:
        return Timing.ONGOING
    if as_of <= commitment.due:
        return Timing.NOT_DUE
    says_unfinished = claim.is_unfinished and verdict not in {Verdict.EXCEEDED, Verdict.MET}
    is_unfinished = verdict is Verdict.NOT_MET or says_unfinished
    return Timing.OVERDUE if is_unfinished and reaches else Timing.DUE


def _flags(
    commitment: Commitment, claim: Claim, attainment: Attainment, earlier: Commitment | None
) -> list[Flag]:
    flags = []
    denied = claim in {Claim.NOT_DONE, Claim.NOT_STARTED} and attainment in _REACHED
    if denied or (claim.is_finished and attainment is Attainment.WORSE):
        flags.append(Flag.CLAIM_CONTRADICTS_FIGURE)
    before, now = earlier.target if earlier else None, commitment.target
    if before and now and targets_differ(before, now):
        flags.append(Flag.TARGET_ADJUSTED)
    return flags
