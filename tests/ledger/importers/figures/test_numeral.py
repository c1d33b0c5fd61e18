"""Numerals in characters."""

import pytest

from ledger.importers.figures.numeral import read_numeral

NUMERALS = {"两": 2, "十": 10, "十二": 12, "二十": 20, "三百": 300, "一百零五": 105, "二千三百一十": 2310}
NO_NUMERALS = ["", "一二", "百千", "十百", "甲"]


@pytest.mark.parametrize("written", NUMERALS)
def test_a_numeral_is_read(written):
    assert read_numeral(written) == NUMERALS[written]


@pytest.mark.parametrize("written", NO_NUMERALS)
def test_what_is_no_numeral_has_no_value(written):
    assert read_numeral(written) is None
