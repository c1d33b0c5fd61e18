"""Figures that were promised and are not there: missing when due, awaited before."""

from ledger.model.commitment import Commitment
from ledger.model.ledger import Ledger
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.period import Period
from ledger.model.record import Key, Origin


def missing_measures(ledger: Ledger) -> list[Measure]:
    """List a not-reported measure for every open numeric target that is due and that no figure answers.

    Args:
        ledger: the ledger.
    """
    due = (item for item in _unanswered(ledger) if item.due < ledger.settings.as_of)
    return [_absent(ledger, commitment) for commitment in due]


def awaited_measures(ledger: Ledger) -> list[Measure]:
    """List the same for targets that are not due yet: nothing is wrong with their silence.

    Args:
        ledger: the ledger.
    """
    early = (item for item in _unanswered(ledger) if item.due >= ledger.settings.as_of)
    return [_absent(ledger, commitment) for commitment in early]


def _unanswered(ledger: Ledger) -> list[Commitment]:
    # Targets of other bodies are left out: no figure of the region is due for them.
    return [
        commitment
        for commitment in ledger.commitments.values()
        if commitment.is_own
        and commitment.target is not None
        and commitment.target.value is not None
        and commitment.id not in ledger.measures_by_commitment
    ]


def _absent(ledger: Ledger, commitment: Commitment) -> Measure:
    indicator = ledger.dictionary.indicators.get(commitment.indicator or "")
    target = commitment.target
    if target is None or target.unit is None:
        raise ValueError(commitment.id)
    key = commitment.key
    return Measure(
        Key(key.region, key.year, key.topic, f"{key.local}-figure"),
        indicator.name if indicator else commitment.text,
        MeasureStatus.NOT_REPORTED,
        None,
        target.unit,
        Period.parse(f"{commitment.due.year:04}"),
        Origin(commitment.origin.source, commitment.origin.at, line=commitment.origin.line),
        indicator=commitment.indicator,
        commitment=commitment.id,
    )
