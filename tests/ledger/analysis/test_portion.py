"""Rates as so many out of a hundred; every count worked out by hand beside it."""

from dataclasses import replace

import pytest

from ledger.analysis.portion import portion_of
from ledger.model.indicator import Share, Variation
from tests.ledger.builders import indicator, measure

SHARE = Share("老人", "名", "接受了健康管理")
FACTORS = {"%": 100, "‰": 1000, "/10万": 100_000}


def defined(unit="%", **changes):
    """An indicator whose numerator is a part of its denominator."""
    words = {"factor": FACTORS.get(unit), "share": SHARE, **changes}
    return replace(indicator(unit_=unit), **words)


def told(value, unit="%", word=None, name="管理率", **changes):
    """Base, count, whether it is rounded, and the word beside it; None where nothing is said."""
    figure = replace(measure(value, unit, word), name=name)
    found = portion_of(figure, defined(unit, **changes))
    return found and (found.base, found.count, found.is_rounded, found.qualifier and found.qualifier.id)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("64", "%", (100, 64, False, None)),
        ("64.00", "%", (100, 64, False, None)),
        ("63.9", "%", (100, 64, True, None)),
        ("63.5", "%", (100, 64, True, None)),
        ("63.49", "%", (100, 63, True, None)),
        ("100", "%", (100, 100, False, None)),
        ("1", "%", (100, 1, False, None)),
        # 0.77 of 100 is less than one: 7.7 of 1 000.
        ("0.77", "%", (1000, 8, True, None)),
        ("0.8", "%", (1000, 8, False, None)),
        ("0.004", "%", (100_000, 4, False, None)),
        # 99.87 of 100 would round to all: 998.7 of 1 000.
        ("99.87", "%", (1000, 999, True, None)),
        ("99", "%", (100, 99, False, None)),
        ("99.4", "%", (1000, 994, False, None)),
        ("11.02", "‰", (1000, 11, True, None)),
        # 0.5 of 1 000 is 5 of 10 000.
        ("0.5", "‰", (10_000, 5, False, None)),
        ("6.59", "/10万", (100_000, 7, True, None)),
        # No base of at most 100 000 tells a whole one of these.
        ("0.0004", "%", None),
        ("0", "%", None),
        ("100.1", "%", None),
        ("-1", "%", None),
    ],
)
def test_counts(value, unit, expected):
    assert told(value, unit) == expected


@pytest.mark.parametrize(
    ("value", "word", "expected"),
    [
        ("85", "以上", (100, 85, False, "以上")),
        # “At least 63.9” is not “at least 64”, but it is “at least 639 of 1 000”.
        ("63.9", "以上", (1000, 639, False, "以上")),
        ("63.95", "近", (10_000, 6395, False, "近")),
        ("63.9", "约", (100, 64, True, "约")),
        # 33.333333 is whole with no base of at most 100 000.
        ("33.333333", "以上", None),
    ],
)
def test_a_bound_is_carried_and_never_rounded(value, word, expected):
    assert told(value, word=word) == expected


@pytest.mark.parametrize("status", ["redacted", "not_reported"])
def test_nothing_is_said_of_what_is_not_open(status):
    assert told(status) is None


def test_nothing_is_said_where_it_is_not_known_to_be_true():
    assert told("64", share=None) is None
    assert told("64", factor=None) is None
    assert told("64", varies=frozenset({Variation.DENOMINATOR})) is None
    assert told("64", varies=frozenset({Variation.NUMERATOR})) == (100, 64, False, None)
    assert portion_of(measure("64"), None) is None
    # A share of people is not told of a number of people.
    assert told("64", "人", factor=100) is None
    # Nor a change in permille of a rate in percent.
    assert portion_of(replace(measure("64", "‰"), name="管理率"), defined("%")) is None


def test_a_name_of_its_own_may_speak_of_fewer_people():
    assert told("64", name="镇区管理率") is None
    assert told("64", name="管理服务率", synonyms=("管理服务率",)) == (100, 64, False, None)
