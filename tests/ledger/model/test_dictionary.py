from decimal import Decimal

import pytest

from ledger.model.dictionary import Dictionary
from ledger.model.quantity import Unit
from tests.ledger.builders import SCALES

UNITS = {name: Unit(name, name, "count") for name in ("人", "人次", "万")}
DICTIONARY = Dictionary({}, {}, UNITS, SCALES, {}, {})


@pytest.mark.parametrize(
    ("written", "base", "factor"),
    [("人", "人", 1), ("万人", "人", 10_000), ("亿人次", "人次", 100_000_000)],
)
def test_unit_is_found_with_its_scale(written, base, factor):
    expected = Unit(written, base, "count", Decimal(factor))
    assert expected == DICTIONARY.unit(written)


@pytest.mark.parametrize("written", ["", "户", "千人", "万户", "万万人", "人万", "亿"])
def test_other_words_are_no_units(written):
    assert DICTIONARY.unit(written) is None


def test_unit_of_its_own_comes_before_a_scale():
    assert DICTIONARY.unit("万").factor == 1
