from decimal import Decimal

from tests.ledger.builders import measure


def test_base_value_is_the_number_without_scale():
    assert measure("1.17", "万人").base_value == Decimal(11_700)


def test_masked_and_missing_figures_have_no_number():
    assert measure("redacted").base_value is None
    assert measure("not_reported").base_value is None


def test_zero_is_a_number():
    assert measure("0").base_value == 0
