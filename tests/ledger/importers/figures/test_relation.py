"""What the numbers of a sentence are to each other."""

import pytest

from ledger.importers.figures.number import NumberReader
from ledger.importers.figures.relation import gap_before, relate
from ledger.importers.figures.sign import fold
from tests.ledger.importers.content_dictionary import content_dictionary

# Sentence → for each number its kind, the number it belongs to, and - for a change that falls.
RELATIONS = {
    "签约率由38%提高到42%": "baseline 1; value",
    "就诊率比2019年的82%提高到90%": "baseline 1; value",
    "药占比不低于28%,收入占比提高到35%": "value; value",
    "素养水平32%,较2021年的30%提高2个百分点": "value; baseline 0; change 0",
    "使用率78%,比上年回落2个百分点": "value; change 0 -",
    "得分86.5分,上升4.2分": "value; change 0",
    "职工860人,净增56人": "value; change 0",
    "寿命80.6岁,高于全国2.4岁": "value; change 0",
    "负债率36%,低于全省6个百分点": "value; change 0 -",
    "签约率42%,超年度目标2个百分点": "value; change 0",
    "费用89元,比上年多5元": "value; change 0",
    "费用89元,比上年少5元": "value; change 0 -",
    "收入占比较上年上升2个百分点,达到33%": "change 1; value",
    "出院3万人,比上年增加1万人,增长5%": "value; change 0; change",
    "门诊和住院满意度分别提高5和3个百分点": "change; change",
    "门诊和住院费用分别下降5%和3%": "change -; change -",
    "管理率分别为72%、70%,分别下降2%和1%": "value; value; change 0 -; change 1 -",
    "建册率93%,目标90%": "value; goal 0",
    "年初目标85%,实际完成88%": "goal 1; value",
    "新增床位600张,新增护士50名": "value; value",
    "门诊最多500人次": "value",
}


@pytest.mark.parametrize("sentence", RELATIONS)
def test_numbers_are_values_targets_earlier_values_or_changes(sentence):
    found = relate(sentence, NumberReader(content_dictionary()).read(fold(sentence)))
    told = [
        " ".join([one.kind.value, *([] if one.to is None else [str(one.to)]), *([] if one.rises else ["-"])])
        for one in found
    ]
    assert "; ".join(told) == RELATIONS[sentence]


def test_a_comparison_is_kept_in_the_words_of_the_document():
    text = "寿命80.6岁,高于全国2.4岁"
    assert relate(text, NumberReader(content_dictionary()).read(text))[1].against == "高于全国"


def test_the_gap_lies_between_two_numbers():
    text = "医院5家,护士9名"
    assert gap_before(text, NumberReader(content_dictionary()).read(text), 1) == ",护士"
