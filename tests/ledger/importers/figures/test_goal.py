"""Which numbers are targets."""

import pytest

from ledger.importers.figures.goal import (
    operator_of,
    tells_a_plan,
    tells_a_result,
    tells_an_intent,
    tells_plans,
)
from ledger.importers.figures.number import NumberReader
from tests.ledger.importers.content_dictionary import content_dictionary

# Sentence → whether its last number is called a target.
PLANNED = {
    "年度任务120人": True,
    "计划改造村卫生室50个": True,
    "拟新建卫生院2所": True,
    "应完成800人": True,
    "按计划改造村卫生室50个": False,
    "完成年度目标任务120个": False,
    "已全面完成筛查任务8000人": False,
    "计划完成任务120个": True,
    "完成目标任务的103%": False,
    "接种免疫规划疫苗3万剂次": False,
}


def last(sentence):
    return NumberReader(content_dictionary()).read(sentence)[-1]


@pytest.mark.parametrize("sentence", PLANNED)
def test_the_words_before_a_number_call_it_a_target(sentence):
    assert tells_a_plan(sentence, last(sentence)) is PLANNED[sentence]


# What a plan says before a number → whether the number is a fact.
RESULTS = {
    "目前,全市有": True,
    "截至上月底,建成": True,
    "去年完成筛查5万人,今年要完成": False,
    "目前有示范社区18个,年内再创建": False,
    "截至上月底建成6所,下一步新建": False,
    "目前主要有": True,
    "力争": False,
}


@pytest.mark.parametrize("before", RESULTS)
def test_a_plan_tells_facts_until_it_turns_to_what_is_to_be_done(before):
    assert tells_a_result(before) is RESULTS[before]


@pytest.mark.parametrize(("words", "plans"), [("今年力争", True), ("为", False), ("的主要需求是", False)])
def test_some_words_say_that_what_follows_is_still_to_be_done(words, plans):
    assert tells_plans(words) is plans


@pytest.mark.parametrize(
    ("sentence", "intent"), [("决定新建卫生院2所", True), ("两小时内须答复", True), ("建成卫生院2所", False)]
)
def test_what_was_decided_or_must_be_kept_is_a_target(sentence, intent):
    assert tells_an_intent(sentence, last(sentence)) is intent


# Sentence → operator of its target.
OPERATORS = {
    "签约率达到42%": ">=",
    "时间≤30分钟": "<=",
    "死亡率控制在9/10万": "<=",
    "办结不得超过3人": "<=",
    "最多5人": "<=",
    "至少5人": ">=",
    "不得少于5人": ">=",
    "5人左右": "approx",
}


@pytest.mark.parametrize("sentence", OPERATORS)
def test_words_of_limit_decide_the_operator(sentence):
    assert operator_of(sentence, last(sentence), None) == OPERATORS[sentence]


def test_a_rate_that_had_better_be_low_is_not_to_be_exceeded():
    indicator = content_dictionary().indicators["infant-mortality-rate"]
    assert operator_of("婴儿死亡率5‰", last("婴儿死亡率5‰"), indicator) == "<="
