"""Totals beside their parts; every sum is added by hand."""

import pytest

from ledger.analysis.agreement import Obstacle
from ledger.analysis.total import Adding, totals
from tests.ledger.builders import ledger, measure


def total_of(whole, *parts, **changes):
    """The total t with parts as (value, unit, word)."""
    t = measure(*whole, local="t", **changes)
    records = [measure(*part, local=f"p{place}", part_of=t.id) for place, part in enumerate(parts)]
    return totals(ledger(t, *records).measures)[t.id]


@pytest.mark.parametrize(
    ("whole", "parts", "added", "adding"),
    [
        # 1 + 21 + 10 + 67 = 99
        (("99", "张"), [("1", "张"), ("21", "张"), ("10", "张"), ("67", "张")], "99", Adding.EQUAL),
        (("100", "张"), [("1", "张"), ("21", "张"), ("10", "张"), ("67", "张")], "99", Adding.LESS),
        (("98", "张"), [("1", "张"), ("21", "张"), ("10", "张"), ("67", "张")], "99", Adding.EXCEEDS),
        # 1.2 万 is 11,500 up to 13,000; 6,000 + 6,999 = 12,999; 6,000 + 7,000 = 13,000.
        (("1.2", "万人"), [("6000", "人"), ("6999", "人")], "12999", Adding.EQUAL),
        (("1.2", "万人"), [("6000", "人"), ("7000", "人")], "13000", Adding.EXCEEDS),
        # At least 60 is more than 59, and at most 60 may be less.
        (("59", "人"), [("60", "人", "以上")], "60", Adding.EXCEEDS),
        (("59", "人"), [("60", "人", "近")], "60", Adding.EQUAL),
    ],
)
def test_parts_are_added_up(whole, parts, added, adding):
    found = total_of(whole, *parts)
    assert (str(found.sum), found.adding, found.obstacle) == (added, adding, None)


def test_parts_that_are_said_to_be_all_must_reach_the_total():
    assert total_of(("32", "张"), ("10", "张"), ("21", "张"), parts="all").adding is Adding.SHORT
    assert total_of(("31", "张"), ("10", "张"), ("21", "张"), parts="all").adding is Adding.EQUAL


def test_only_too_much_or_too_little_of_all_is_a_conflict():
    assert [kind for kind in Adding if kind.is_conflict] == [Adding.SHORT, Adding.EXCEEDS]


def test_what_is_masked_is_said_and_too_much_is_still_too_much():
    found = total_of(("30", "张"), ("10", "张"), ("redacted", "张"))
    assert (str(found.sum), found.adding, found.obstacle) == ("10", None, Obstacle.REDACTED)
    assert total_of(("30", "张"), ("31", "张"), ("redacted", "张")).adding is Adding.EXCEEDS
    hidden = total_of(("redacted", "张"), ("31", "张"))
    assert (hidden.adding, hidden.obstacle) == (None, Obstacle.REDACTED)
    assert total_of(("30", "张"), ("not_reported", "张")).obstacle is Obstacle.NOT_GIVEN


def test_other_units_and_rough_numbers_are_not_added():
    found = total_of(("30", "人"), ("10", "人"), ("90", "张"))
    assert (str(found.sum), found.adding, found.obstacle) == ("10", None, Obstacle.UNITS)
    assert total_of(("30", "人"), ("10", "人", "约"), ("5", "人")).obstacle is Obstacle.QUALIFIED
    assert total_of(("30", "人", "约"), ("40", "人")).adding is None


def test_a_figure_without_parts_is_no_total():
    assert totals(ledger(measure("1"), measure("2", local="p", part_of="elsewhere")).measures) == {}
