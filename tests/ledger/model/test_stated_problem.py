from ledger.model.stated_problem import StatedProblem
from tests.ledger.builders import key, origin


def test_id_is_that_of_the_whole_ledger():
    assert StatedProblem(key("p1"), "不足", origin()).id == "example-2023-elderly-health-p1"
