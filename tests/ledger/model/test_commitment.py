import pytest

from ledger.model.commitment import OwnerKind
from tests.ledger.builders import commitment


@pytest.mark.parametrize(
    ("goal", "is_numeric"), [(">= 62", True), ("<= redacted", True), ("yes", False), (None, False)]
)
def test_numeric_means_a_number_to_reach_open_or_masked(goal, is_numeric):
    assert is_numeric is commitment(goal).is_numeric


def test_promise_of_another_body_is_quoted_and_not_own():
    own, quoted = commitment(), commitment(owner="国务院")
    assert (own.is_own, own.owner_kind) == (True, OwnerKind.OWN)
    assert (quoted.is_own, quoted.owner_kind) == (False, OwnerKind.QUOTED)


def test_id_is_that_of_the_whole_ledger():
    assert commitment(local="c7", year=2021, region="north").id == "north-2021-elderly-health-c7"
