"""Numerators, denominators and parts."""

from decimal import Decimal

import pytest

from ledger.importers.figure import Figure
from ledger.importers.figures.ratio import with_parts, with_ratios
from tests.ledger.importers.content_dictionary import content_dictionary


def figures(*told):
    """Figures of a row such as `name 12 unit`."""
    parts = (line.split() for line in told)
    return [Figure(0, 0, 0, name, Decimal(value), unit) for name, value, unit in parts]


# Figures, the last one a rate → places of its numerator and its denominator.
RATIOS = [
    (("儿童 1000 人", "儿童健康管理 939 人", "儿童健康管理率 93.9 %"), (1, 0)),
    # 939 of 2000 are not 93.9%.
    (("儿童 2000 人", "儿童健康管理 939 人", "儿童健康管理率 93.9 %"), (1, None)),
    (("采样 60 所", "合格 56 所", "合格率 93.3 %"), (1, 0)),
    # So round a rate could be that of many pairs.
    (("经费 4 万元", "支出 2 万元", "使用率 50 %"), (None, None)),
    (("经费 1260 万元", "支出 1158 万元", "执行率 91.9 %"), (1, 0)),
    (("活产数 1.2 万人", "死亡 36 人", "婴儿死亡率 3.00 ‰"), (1, 0)),
    (("医院 10 家", "患者 5 人", "治愈率 50.0 %"), (None, None)),
]


@pytest.mark.parametrize(("told", "pair"), RATIOS)
def test_a_rate_has_the_counts_that_give_it(told, pair):
    rate = with_ratios(figures(*told), content_dictionary(), 0)[-1]
    assert (rate.numerator, rate.denominator) == pair


def test_places_count_from_the_base():
    rate = with_ratios(figures("采样 60 所", "合格 56 所", "合格率 93.3 %"), content_dictionary(), 7)[-1]
    assert (rate.numerator, rate.denominator) == (8, 7)


# Sentence, its figures → the total of each.
PARTS = [
    ("机构9家,其中医院4家、卫生院5家", [None, 0, 0]),
    ("机构9家,医院4家、卫生院5家", [None, None, None]),
    ("机构9家(医院4家),卫生院5家", [None, 0, None]),
    ("机构9家,其中医院4家,另有卫生院5家", [None, 0, None]),
    # A part is not larger than its total.
    ("机构3家,其中医院4家、卫生院5家", [None, None, None]),
]


@pytest.mark.parametrize(("text", "totals"), PARTS)
def test_a_part_knows_its_total(text, totals):
    found, start = [], 0
    for value in (char for char in text if char.isdigit()):
        start = text.index(value, start) if not found else text.index(value + "家", found[-1].end)
        found.append(Figure(0, start, start + 2, "", Decimal(value), "家"))
    assert [figure.part_of for figure in with_parts(found, text, 0)] == totals
