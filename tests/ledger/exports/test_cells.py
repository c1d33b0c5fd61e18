from datetime import date
from decimal import Decimal

import pytest

from ledger.analysis.verdict import Flag
from ledger.exports.cells import csv_text, json_text
from ledger.model.outcome import Claim
from ledger.model.target import Operator

CELLS = [
    pytest.param(None, "", "null", id="nothing"),
    pytest.param("", "", "null", id="empty words"),
    pytest.param("签约率", "签约率", '"签约率"', id="words"),
    pytest.param('说"好"\n', '说"好"\n', r'"说\"好\"\n"', id="quotes and line ends"),
    pytest.param(2023, "2023", "2023", id="integer"),
    pytest.param(0, "0", "0", id="zero is not blank"),
    pytest.param(Decimal("93.90"), "93.90", "93.90", id="decimal keeps its zeros"),
    pytest.param(Decimal("1.8E+4"), "18000", "18000", id="decimal without exponent"),
    pytest.param(Decimal("1E-7"), "0.0000001", "0.0000001", id="small decimal without exponent"),
    pytest.param(Decimal("-5.61"), "-5.61", "-5.61", id="negative decimal"),
    pytest.param(True, "true", "true", id="true"),
    pytest.param(False, "false", "false", id="false"),
    pytest.param(date(2023, 1, 5), "2023-01-05", '"2023-01-05"', id="day"),
    pytest.param(Claim.NOT_DONE, "not_done", '"not_done"', id="code"),
    pytest.param((), "", "[]", id="no ids"),
    pytest.param(("a-1",), "a-1", '["a-1"]', id="one id"),
    pytest.param(("a-1", "a-2"), "a-1;a-2", '["a-1", "a-2"]', id="several ids"),
    pytest.param((Flag.TARGET_ADJUSTED,), "target_adjusted", '["target_adjusted"]', id="several codes"),
]


@pytest.mark.parametrize(("cell", "in_csv", "in_json"), CELLS)
def test_cell_is_written_for_both_formats(cell, in_csv, in_json):
    assert csv_text(cell) == in_csv
    assert json_text(cell) == in_json


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_words_that_look_like_a_formula_get_an_apostrophe_in_csv_only(start):
    text = f"{start}1+1"

    assert csv_text(text) == f"'{text}"
    assert csv_text((text, "b")) == f"'{text};b"
    assert json_text("＝1") == '"＝1"'


def test_sign_inside_words_is_left_alone():
    assert csv_text("1=1，增长+3%") == "1=1，增长+3%"


def test_numbers_and_codes_never_get_an_apostrophe():
    assert csv_text(Decimal("-0.90")) == "-0.90"
    assert csv_text(-3) == "-3"
    assert csv_text(Operator.EQUAL) == "="
