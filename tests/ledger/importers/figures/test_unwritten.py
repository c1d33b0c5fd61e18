"""Units that go without saying."""

import pytest

from ledger.importers.figures.number import NumberReader
from ledger.importers.figures.sign import fold
from tests.ledger.importers.content_dictionary import content_dictionary

# Sentence → value and unit of its last number.
UNITS = {
    "总人口63.3万,": "63.3 万人",
    "投入资金2.6亿,人口5万,": "5 万人",
    "投入资金2.6亿,": "2.6 亿元",
    "体检人数突破100万": "100 万人",
    "门诊人次达3万": "3 万人次",
    "服务3万居民": "3 万人",
    "编制床位600,": "600 张",
    "满意度得分92.6,": "92.6 分",
    "发展指数86.4,": "86.4 指数值",
    "发展指数86.4,比上年提高1.6,": "1.6 指数值",
    "性别比由112.6下降到108.5,": "108.5 指数值",
    "孕产妇死亡率为0,": "0 /10万",
    "婴儿死亡率连续三年为零,": "0 ‰",
    "差错率保持0,": "0 %",
    "加成由15%降为零。": "0 %",
    "资金3亿6千万元,": "",
    "资金6千万元,": "6 千万元",
    "健康积分突破3万,": "3 万分",
    # What is counted is not said.
    "阅读突破3万,": "",
    "综合得分由三方评定": "",
    "床位比0,": "",
}


@pytest.mark.parametrize("sentence", UNITS)
def test_a_name_tells_the_unit_that_is_left_out(sentence):
    found = NumberReader(content_dictionary()).read(fold(sentence))
    assert (f"{found[-1].value} {found[-1].unit}" if found else "") == UNITS[sentence]
