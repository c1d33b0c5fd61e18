"""Names that are listed before their numbers, and names that share one number."""

import pytest

from ledger.importers.figures.number import NumberReader
from ledger.importers.figures.several import names_in_order, names_of_one
from tests.ledger.importers.content_dictionary import content_dictionary

# Sentence → name of each number that is told in order.
IN_ORDER = {
    "门诊量、住院量分别增长5%、6%": ["门诊量", "住院量"],
    "高血压、糖尿病患者管理率分别为72%和70%": ["高血压患者管理率", "糖尿病患者管理率"],
    "孕产妇和3岁以下儿童系统管理率分别为96%、95%": ["孕产妇系统管理率", "3岁以下儿童系统管理率"],
    "婴儿死亡率、儿童死亡率分别控制在3‰、4‰以内": ["婴儿死亡率", "儿童死亡率"],
    "门诊和住院满意度依次为95%、93%": ["门诊满意度", "住院满意度"],
    "阳性率分别为2%、3%": ["阳性率", "阳性率"],
    "门诊量、住院量分别增长5%": [],
    "门诊量增长5%、住院量增长6%": [],
}


def amounts(sentence):
    return NumberReader(content_dictionary()).read(sentence)


@pytest.mark.parametrize("sentence", IN_ORDER)
def test_numbers_in_order_take_the_names_in_order(sentence):
    assert list(names_in_order(sentence, amounts(sentence)).values()) == IN_ORDER[sentence]


# Sentence → names that share its first number.
OF_ONE = {
    "办结率、满意率均为100%": ("办结率", "满意率"),
    "药占比和耗材占比降到30%": ("药占比", "耗材占比"),
    "医院、卫生院的满意率为95%": (),
    "满意率95%": (),
}


@pytest.mark.parametrize("sentence", OF_ONE)
def test_rates_that_share_a_number_are_named_each(sentence):
    assert names_of_one(sentence, amounts(sentence), 0) == OF_ONE[sentence]
