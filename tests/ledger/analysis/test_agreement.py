from ledger.analysis.agreement import Obstacle, obstacle_of
from tests.ledger.builders import measure


def test_a_mask_is_named_before_a_gap():
    masked, silent, open_ = measure("redacted"), measure("not_reported"), measure("1")
    assert obstacle_of([open_, masked, None]) is Obstacle.REDACTED
    assert obstacle_of([open_, silent]) is obstacle_of([open_, None]) is Obstacle.NOT_GIVEN
    assert obstacle_of([open_, open_]) is None
