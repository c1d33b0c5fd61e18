import pytest

from tests.ledger.builders import target


@pytest.mark.parametrize("goal", [">= 62", "<= 9.5", "= 5", "approx 2", ">= redacted"])
def test_numbers_are_numeric_even_when_masked(goal):
    assert target(goal).is_numeric


def test_yes_is_not_numeric():
    assert not target("yes").is_numeric
