"""Figures that were promised and never given."""

from ledger.model.ledger import Ledger
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.period import Period
from ledger.model.record import Key


def missing_measures(ledger: Ledger) -> list[Measure]:
    """List a not-reported measure for every open numeric target that no figure answers.

    Targets of other bodies quoted in a document are left out: no figure of the region is due for them.

    Args:
        ledger: the ledger.
    """
    return [
        _missing(ledger, id_)
        for id_, commitment in ledger.commitments.items()
        if commitment.is_own
        and commitment.target is not None
        and commitment.target.value is not None
        and id_ not in ledger.measures_by_commitment
    ]


def _missing(ledger: Ledger, commitment_id: str) -> Measure:
    commitment = ledger.commitments[commitment_id]
    indicator = ledger.dictionary.indicators.get(commitment.indicator or "")
    target = commitment.target
    if target is None or target.unit is None:
        raise ValueError(commitment_id)
    key = commitment.key
    return Measure(
        Key(key.region, key.year, key.topic, f"{key.local}-figure"),
        indicator.name if indicator else commitment.text,
        MeasureStatus.NOT_REPORTED,
        None,
        target.unit,
        Period.parse(str(key.year)),
        commitment.origin,
        indicator=commitment.indicator,
        commitment=commitment_id,
    )
