import pytest

from ledger.model.outcome import Claim
from tests.ledger.builders import outcome

FINISHED = {Claim.DONE, Claim.EXCEEDED}
UNFINISHED = {Claim.PROGRESSING, Claim.NOT_DONE, Claim.NOT_STARTED}


@pytest.mark.parametrize("claim", Claim)
def test_claims_that_say_finished_or_unfinished(claim):
    assert (claim in FINISHED) is claim.is_finished
    assert (claim in UNFINISHED) is claim.is_unfinished


def test_id_is_that_of_the_whole_ledger():
    assert outcome("done").id == "example-2023-elderly-health-o1"
