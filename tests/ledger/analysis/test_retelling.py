"""One fact told more than once."""

from dataclasses import replace

import pytest

from ledger.analysis.agreement import Obstacle
from ledger.analysis.retelling import Likeness, retellings
from tests.ledger.builders import indicator, measure

RATE = indicator()


def told(*values, **changes):
    """Tellings of one fact as (value, unit, word)."""
    return [measure(*value, local=f"m{place}", **changes) for place, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "likeness"),
    [
        ([("120", "张"), ("120", "张")], Likeness.EQUAL),
        ([("1.2", "万人"), ("12000", "人")], Likeness.EQUAL),
        # 1.2 万 stands for 11,500 up to 13,000.
        ([("1.2", "万人"), ("11987", "人")], Likeness.COMPATIBLE),
        ([("1.2", "万人"), ("11499", "人")], Likeness.DIFFERS),
        ([("11987", "人"), ("1.2", "万人", "近")], Likeness.COMPATIBLE),
        ([("12001", "人"), ("1.2", "万人", "近")], Likeness.DIFFERS),
        ([("12001", "人"), ("9", "人", "约")], Likeness.COMPATIBLE),
        # Each of the outer two fits the one between them, but not the other.
        ([("11600", "人"), ("1.2", "万人"), ("12900", "人")], Likeness.DIFFERS),
    ],
)
def test_tellings_are_held_against_each_other(values, likeness):
    (found,) = retellings(told(*values), {})
    assert (found.likeness, found.obstacle) == (likeness, None)


def test_a_masked_telling_beside_an_open_one_is_told():
    (found,) = retellings(told(("redacted", "张"), ("120", "张")), {})
    assert (len(found.measures), found.likeness, found.obstacle) == (2, None, Obstacle.REDACTED)


def test_another_region_period_unit_or_name_is_another_fact():
    first = measure("1", "张", local="a")
    others = [
        measure("2", "张", local="b", region="other"),
        measure("2", "张", local="c", period="2023-H1"),
        measure("2", "人", local="d"),
        replace(measure("2", "张", local="e"), name="别的"),
    ]
    assert retellings([first, *others], {}) == []


def test_a_period_that_is_not_known_is_no_period_in_common():
    assert retellings(told(("1", "张"), ("2", "张"), period="2023-01/?"), {}) == []


def test_an_indicator_is_known_by_any_of_its_names():
    synonym = replace(RATE, synonyms=("规范管理率",))
    records = [
        replace(measure("60", local="a", indicator=RATE.id), name="管理率"),
        replace(measure("70", local="b", indicator=RATE.id), name="规范管理率"),
        replace(measure("80", local="c", indicator=RATE.id), name="男性管理率"),
    ]
    (found,) = retellings(records, {RATE.id: synonym})
    assert [item.key.local for item in found.measures] == ["a", "b"]


def test_a_figure_that_nobody_gave_tells_nothing():
    assert retellings(told(("1", "张"), ("not_reported", "张")), {}) == []
