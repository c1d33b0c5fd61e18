"""Personal data is found and honest words are left alone; the cases stand in personal_data.yml."""

import re
from pathlib import Path

import pytest
import yaml

from ledger.content import personal_data
from ledger.content.personal_data import find_personal_data, masked_details
from ledger.problems import Problem

CASES = yaml.safe_load(
    Path(__file__).with_suffix("").with_name("personal_data.yml").read_text(encoding="utf-8")
)
LOOK_ALIKES = CASES["look_alikes"]


@pytest.mark.parametrize(("text", "kind", "part"), CASES["seeded"], ids=range(len(CASES["seeded"])))
def test_personal_data_is_found_where_it_stands(text, kind, part):
    start = text.index(part)
    assert find_personal_data(text) == [(start, start + len(part), kind)]


@pytest.mark.parametrize("text", LOOK_ALIKES, ids=range(len(LOOK_ALIKES)))
def test_what_only_looks_like_it_is_left_alone(text):
    assert find_personal_data(text) == []


def test_the_lists_are_long_enough_to_mean_something():
    assert len({text for text, _, _ in CASES["seeded"]}) >= 40
    assert len(set(LOOK_ALIKES)) >= 200


def test_all_look_alikes_in_one_text_are_left_alone_too():
    assert find_personal_data("\n".join(LOOK_ALIKES)) == []


def test_several_are_found_from_left_to_right():
    text = "患者张三3病区12床，电话13800000000或15900000000"
    assert [text[start:end] for start, end, _ in find_personal_data(text)] == [
        "患者张三3病区12床",
        "13800000000",
        "15900000000",
    ]


@pytest.mark.parametrize("last", "0123456789X")
def test_an_identity_number_with_any_other_check_sign_is_none(last):
    # The weighted digits of 11999919000101001 add up to 286 = 26 × 11: remainder 0, so the check sign is 1.
    expected = [(0, 18, "id_number")] if last == "1" else []
    assert find_personal_data(f"11999919000101001{last}") == expected


def test_the_report_repeats_nothing_but_the_first_sign():
    text = "电话13800000000"
    problem = Problem("content/a.md", 1, 3, "MZ080", masked_details(text, find_personal_data(text)[0]))
    assert "手机号码：1**********" in str(problem)
    assert "1380" not in str(problem)


def unbounded(tree):
    """Every repetition without an upper bound in a parsed regular expression."""
    for part in tree:
        if isinstance(part, tuple | list | re._parser.SubPattern):
            yield from unbounded(part)
    if isinstance(tree, tuple) and re._parser.MAXREPEAT in tree:
        yield tree


@pytest.mark.parametrize("name", ["_ID_NUMBER", "_MOBILE", "_PATIENT"])
def test_a_hostile_text_costs_a_constant_for_each_of_its_signs(name):
    # Without an unbounded repetition no match can be longer than the rule, wherever it begins.
    assert list(unbounded(re._parser.parse("a{2,}"))) != []
    assert list(unbounded(re._parser.parse(getattr(personal_data, name).pattern))) == []
