"""Numbers of sentences: unit, scale, widening words, masks, and what is no figure."""

from decimal import Decimal

import pytest

from ledger.importers.figures.number import NumberReader
from ledger.importers.figures.sign import fold
from tests.ledger.importers.content_dictionary import content_dictionary

# Sentence → its figures as value (x for a mask), unit and qualifier.
FIGURES = {
    "门诊 1,234,567人次": "1234567 人次",
    "职工８６０人": "860 人",
    "签约率91.50%": "91.50 %",
    "培训1.5万余人次": "1.5 万人次 余",
    "培训1.5万多人": "1.5 万人 多",
    "投入约3.2亿元": "3.2 亿元 约",
    "发放近200份": "200 份 近",
    "检查不少于50户次": "50 户次 不低于",
    "使用率≥90%": "90 % 不低于",
    "使用率达到90%以上": "90 % 以上",
    "建成5个左右": "5 个 左右",
    "死亡率控制在9/10万以内": "9 /10万 以内",
    "出生率8.12‰": "8.12 ‰",
    "签约26.3万人": "26.3 万人",
    "更新彩超1台": "1 台",
    "诊疗1 234人次": "1234 人次",
    "服务8.3万居民": "8.3 万人",
    "投资2.6亿,新建楼房": "2.6 亿元",
    "活产数318,": "318 人",
    "出生人口性别比106.3。": "106.3 指数值",
    "床位6.5张/千人": "6.5 张/千人",
    "每月培训不低于2小时": "2 小时/月 不低于",
    "巡诊由一年两次提高到一年四次": "2 次/年; 4 次/年",
    "全省排名第三,": "3 位",
    "医护比达到1:1.25": "1.25 1:",
    "出院人数15-20万人": "15 万人",
    "健康素养水平达到百分之三十点五": "30.5 %",
    "合格率九成以上": "90 % 以上",
    "约三分之一的卫生院": "1 /3 约",
    "药费零增长": "0 %",
    "培训医生一百二十余人": "120 人 余",
    "等三所医院": "3 所",
    "共有十二项": "12 项",
    "举办了两次培训": "2 次",
    "新建一所卫生院": "1 所",
    "两小时内反馈": "2 小时 以内",
    "反应时间达到15分钟": "15 分钟",
    "平均住院日为8.7日,": "8.7 日",
    "人均期望寿命79.4岁": "79.4 岁",
    "登记xx例": "x 例",
    "补助XX.X万元": "x 万元",
    "救治×××人": "x 人",
    "接种__人": "x 人",
    "完成率***%": "x %",
    "建档〇〇份": "x 份",
    "对xx名医师考核": "x 名",
    "灭蚊xx万mx": "x 万㎡",
    "健康素养66条80本": "80 本",
}
# None of these numbers is a figure.
NAMES = [
    "2023年5月12日上午9:30召开会议",
    "2021-2023年",
    "国卫发〔2023〕10号",
    "拨打12345热线或120电话",
    "65岁及以上老年人",
    "0-6岁儿童",
    "第35个爱国卫生月",
    "“3个80%”目标",
    "3个80%就是三项占比",
    "落实1+3政策",
    "5G急救",
    "甲型H7N9禽流感",
    "实行24小时值班",
    "产后3-7天访视",
    "每3年一次",
    "三级医院一把手负责",
    "三甲医院和五位一体",
    "增强“四个意识”",
    "第一人民医院",
    "一体化、一票否决、一次性",
    "党的十九大",
    "二次供水",
    "落实五项制度",
    "xx市xx区xx街道",
    "xxxx年xx月底",
    "xx人民医院",
    "xx项目",
    "xx家庭医生",
    "xx分局",
    "xxx平米以上烧烤店",
    "1.加强管理",
    "联系电话0551-62998000",
]


def told(sentence):
    """The figures of a sentence, written as in the table above."""
    found = NumberReader(content_dictionary()).read(fold(sentence))
    return "; ".join(
        " ".join(
            filter(None, ("x" if one.redacted else str(one.value), one.unit, one.qualifier)),
        )
        for one in found
    )


@pytest.mark.parametrize("sentence", FIGURES)
def test_a_number_is_carried_with_its_digits_unit_and_widening_word(sentence):
    assert told(sentence) == FIGURES[sentence]


@pytest.mark.parametrize("sentence", NAMES)
def test_names_dates_and_classes_are_no_figures(sentence):
    assert told(sentence) == ""


def test_a_range_has_both_its_ends():
    (found,) = NumberReader(content_dictionary()).read("报销比例提高5-8个百分点")
    assert (found.value, found.upper, found.unit) == (Decimal(5), Decimal(8), "百分点")


def test_a_unit_that_the_dictionary_lacks_is_kept_as_written():
    (found,) = NumberReader(content_dictionary()).read("栽种2株")
    assert (found.unit, found.known) == ("株", False)


def test_the_place_covers_number_unit_and_widening_words():
    text = "培训约300余人次,"
    (found,) = NumberReader(content_dictionary()).read(text)
    assert text[found.start : found.end] == "约300余人次"
    assert text[found.digits :].startswith("300")
