"""What a number counts."""

from decimal import Decimal

import pytest

from ledger.importers.figure import Figure
from ledger.importers.figures.naming import (
    completed,
    growth_of,
    is_bare,
    name_before,
    name_behind,
    named,
    trimmed,
)
from ledger.importers.figures.number import NumberReader
from tests.ledger.importers.content_dictionary import content_dictionary

# Words of a clause → the name in them.
TRIMMED = {
    "全市先后选派": "选派",
    "高效完成转运": "完成转运",
    "年末全区总人口": "总人口",
    "重大慢病过早死亡率降": "重大慢病过早死亡率",
    "体检人数达到": "体检人数",
    "体检人数及以上": "体检人数",
    "病床使用率比": "病床使用率",
    "医疗服务收入占比": "医疗服务收入占比",
    "卫技人员净增": "卫技人员",
    "死亡率连续三年": "死亡率",
    "站点的基础上": "站点",
    "及时率": "及时率",
    "争取上级资金": "争取上级资金",
    "辖区面积": "辖区面积",
    "辖区内医院": "医院",
    "去年存在的": "去年存在",
    "使用率": "使用率",
}


@pytest.mark.parametrize("words", TRIMMED)
def test_words_that_do_not_belong_to_a_name_are_cut(words):
    assert trimmed(words) == TRIMMED[words].removeprefix("去年")


def test_the_words_of_the_clause_before_the_number_name_it():
    assert name_before("新建医院,招聘护士5名", 0, 9) == "招聘护士"


def test_the_noun_behind_the_number_ends_with_the_verb():
    assert name_behind("5家卫生院通过验收", 2, 9) == "卫生院"


# Sentence → name of its last number.
NAMED = {
    "选派15批次1658名医疗队员": "医疗队员",
    "有3268人次参加献血": "参加献血",
    "对586名医师": "医师",
    "发放手册20份、宣传品30件": "宣传品",
}


@pytest.mark.parametrize("sentence", NAMED)
def test_a_number_is_named_by_the_words_on_both_sides(sentence):
    amounts = NumberReader(content_dictionary()).read(sentence)
    last = len(amounts) - 1
    start = amounts[last - 1].end if last else 0
    assert named(sentence, amounts, last, start, amounts[last].start) == NAMED[sentence]


def test_a_share_in_words_may_add_to_the_name():
    assert (growth_of("零增长"), growth_of("九成")) == ("增长", "")


@pytest.mark.parametrize(("name", "bare"), [("管理率", True), ("", True), ("儿童管理率", False)])
def test_a_name_is_bare_when_it_lacks_its_subject(name, bare):
    assert is_bare(name) is bare


# Bare name, name of the figure before, what the sentence said → whole name.
COMPLETED = [
    ("规范管理率", "患者在册", "", "患者规范管理率"),
    ("完成", "计划改造村卫生室", "", "改造村卫生室完成"),
    ("培训", "举办培训班", "", "培训"),
    ("", "出院人数", "", "出院人数"),
    ("完成率", "", "门诊预约率65%,目标值60%,", "门诊预约完成率"),
    ("儿童管理率", "患者", "", "儿童管理率"),
]


@pytest.mark.parametrize(("name", "last", "before", "whole"), COMPLETED)
def test_a_bare_name_takes_the_subject_that_was_said_last(name, last, before, whole):
    figures = [Figure(0, 0, 0, last, Decimal(1), "人")] if last else []
    assert completed(name, before, figures) == whole
