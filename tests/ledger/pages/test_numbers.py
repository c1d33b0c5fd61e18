from decimal import Decimal

import pytest

from ledger.pages import numbers
from tests.ledger.builders import unit


@pytest.mark.parametrize("text", ["95.50", "100", "0.0", "1000000", "0.0000001"])
def test_a_published_number_keeps_every_digit(text):
    assert numbers.plain(Decimal(text)) == text


@pytest.mark.parametrize(
    ("value", "text"), [("5.50", "5.5"), ("5.00", "5"), ("100", "100"), ("1E+2", "100"), ("-0.30", "-0.3")]
)
def test_a_derived_number_has_no_trailing_zeros(value, text):
    assert numbers.trimmed(Decimal(value)) == text


def test_the_size_of_a_difference_has_no_sign():
    assert numbers.magnitude(Decimal("-2.50")) == "2.5"


@pytest.mark.parametrize(
    ("written", "kind"), [("%", "percentage"), ("‰", "permille"), ("/10万", "plain"), ("万人", "plain")]
)
def test_shares_differ_in_points(written, kind):
    assert numbers.difference_kind(unit(written)) == kind


@pytest.mark.parametrize(("value", "text"), [("36.3636", "36.4"), ("50", "50.0"), ("0.04", "0.0")])
def test_a_share_is_rounded_to_one_decimal(value, text):
    assert numbers.rounded(Decimal(value)) == text
