from decimal import Decimal

import pytest

from tests.ledger.builders import unit


@pytest.mark.parametrize(
    ("value", "written", "base"),
    [
        ("93.90", "%", "93.90"),
        ("1.17", "万人", "11700"),
        ("1.170", "万人", "11700"),
        ("0.00015", "万人", "1.5"),
        ("-2", "亿元", "-200000000"),
        ("0", "万人", "0"),
        # Fifteen digits, the longest number that content may hold, in the largest unit.
        ("999999999999999", "亿元", "99999999999999900000000"),
        ("9.99999999999999", "亿元", "999999999.999999"),
    ],
)
def test_a_number_is_converted_exactly_and_written_plainly(value, written, base):
    assert base == str(unit(written).to_base(Decimal(value)))
