"""Numerals in characters, hours and days."""

import pytest

from ledger.importers.figures.number import NumberReader
from ledger.importers.figures.spoken import is_span_of_time
from tests.ledger.importers.content_dictionary import content_dictionary

# Sentence → whether its numeral counts something.
NUMERALS = {
    "救护车六辆": True,
    "建成医联体三个、联盟五个": True,
    "开展义诊百余次": True,
    "发现问题三十多个": True,
    "新建三所卫生院": True,
    "购置设备一台": True,
    "培训至少两次": True,
    "监督二处,": False,
    "每村一名": False,
    "数十家": False,
    "单位数十余家": False,
    "创建一镇一所,": False,
    "上百家": False,
    "成为一家": False,
    "做到三个必须": False,
    "两三家": False,
    "第三家": False,
    "最多跑一次": False,
    "死亡率为零": True,
    "零距离": False,
    "零件": False,
}


@pytest.mark.parametrize("sentence", NUMERALS)
def test_a_numeral_counts_with_a_verb_a_noun_or_a_word_that_widens_it(sentence):
    assert bool(NumberReader(content_dictionary()).read(sentence)) is NUMERALS[sentence]


# Sentence, unit → whether the time before its end is told as a result or a limit.
TIMES = [
    ("反应时间15", "分钟", True),
    ("实行24", "小时", False),
    ("缩短至7", "天", True),
    ("提前7", "天", False),
    ("高于全国2", "岁", True),
    ("培训24", "人", True),
]


@pytest.mark.parametrize(("sentence", "unit", "told"), TIMES)
def test_a_span_of_time_is_told_with_words_of_time(sentence, unit, told):
    digits = next(at for at, char in enumerate(sentence) if char.isdigit())
    assert is_span_of_time(sentence, digits, unit, ()) is told
