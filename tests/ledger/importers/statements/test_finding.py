import pytest

from ledger.importers.passage import Passage, Role
from ledger.importers.statements.finding import findings_of


def told(text, role):
    return [(finding.kind.value, finding.text) for finding in findings_of(Passage(text, "一", role))]


def promised(text):
    return [words for kind, words in told(text, Role.PLAN) if kind == "commitment"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("加强巡诊，推进远程会诊，完善转诊制度。", ["加强巡诊", "推进远程会诊", "完善转诊制度"]),
        ("在县委领导下，以医防融合为抓手，建设健康驿站，不断提升服务水平。", ["建设健康驿站"]),
        ("通过专家带教等方式，培养村医。", ["培养村医"]),
        ("去年已建成急救站，今年新设急救站4个。", ["今年新设急救站4个"]),
        ("同时，进一步完善转诊制度。", ["完善转诊制度"]),
        ("每月开展抽查，抽查结果不低于90分。", ["每月开展抽查", "抽查结果不低于90分"]),
    ],
)
def test_a_sentence_of_a_plan_gives_one_promise_for_each_act(sentence, expected):
    assert promised(sentence) == expected


def test_a_sentence_of_a_summary_gives_results_with_their_subject():
    assert told("县中医院设立康复科，开展夜间门诊，门诊率达到12%。", Role.SUMMARY) == [
        ("outcome", "县中医院设立康复科"),
        ("outcome", "县中医院开展夜间门诊"),
    ]


def test_one_act_is_one_result_with_all_its_counts_unless_its_things_are_named():
    assert told("重点检查门诊、病房、药房，筛查学生800人、教师90人。", Role.SUMMARY) == [
        ("outcome", "重点检查门诊、病房、药房"),
        ("outcome", "筛查学生800人、教师90人"),
    ]
    assert told("印发《巡诊办法》《转诊办法》，修订《采购办法》、《处方办法》。", Role.SUMMARY) == [
        ("outcome", "印发《巡诊办法》《转诊办法》"),
        ("outcome", "修订《采购办法》"),
        ("outcome", "修订《处方办法》"),
    ]
    assert told("完成急救演练、献血招募等任务。", Role.SUMMARY) == [
        ("outcome", "完成急救演练"),
        ("outcome", "完成献血招募"),
    ]


def test_an_intent_in_a_summary_is_a_promise():
    assert told("完成病房改造，下一步将采购设备。", Role.SUMMARY) == [
        ("outcome", "完成病房改造"),
        ("commitment", "采购设备"),
    ]
    assert told("下半年，改造病房，采购设备。", Role.SUMMARY) == [
        ("commitment", "改造病房"),
        ("commitment", "采购设备"),
    ]


def test_what_is_wanting_comes_one_by_one_with_its_cause():
    assert told("受编制限制，护士短缺，设备陈旧。", Role.PROBLEM) == [
        ("problem", "受编制限制，护士短缺"),
        ("problem", "设备陈旧"),
    ]
    assert told("随着人口流动加快，随访难度加大。", Role.PROBLEM) == [
        ("problem", "随着人口流动加快，随访难度加大")
    ]


def test_one_want_of_two_things_is_two_problems():
    assert told("社区随访工作和职业健康监管面临挑战。", Role.PROBLEM) == [
        ("problem", "社区随访工作面临挑战"),
        ("problem", "职业健康监管面临挑战"),
    ]


def test_a_frame_says_nothing():
    assert told("现将情况报告如下，推进巡诊。", Role.FRAME) == []


def test_a_promise_reaches_over_the_clause_that_gives_its_number():
    (finding,) = findings_of(Passage("逐步提高手术占比，力争达到60%左右。", "一", Role.PLAN))
    assert finding.text == "逐步提高手术占比"
    assert (finding.start, finding.end, finding.reach) == (0, 8, 18)


def test_hostile_sentences_are_read_quickly():
    for text in (
        "加强" * 10_000,
        "“（" * 10_000,
        "推进、" * 10_000,
        "1，" * 10_000,
        "通过" * 10_000,
        "加强" + "1" * 20_000,
    ):
        findings_of(Passage(text, "一", Role.PLAN))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("村医每周只来半天。", ["村医每周只来半天"]),
        ("一些诊所夜里没人，电话也打不通。", ["一些诊所夜里没人，电话也打不通"]),
        ("加强人才引进，建设新的门诊楼。", []),
        ("人才工作取得了明显成效。", []),
        ("以上情况供参考。", []),
        ("人才队伍", []),
    ],
)
def test_a_sentence_among_problems_is_one_in_any_words_unless_it_tells_a_deed(sentence, expected):
    found = findings_of(Passage(sentence, "三", Role.PROBLEM))
    assert [finding.text for finding in found] == expected


@pytest.mark.parametrize(
    "sentence",
    ["2024年主要指标完成情况见下表。", "各项指标详见附件1："],
)
def test_a_sentence_that_points_at_a_table_tells_nothing(sentence):
    assert findings_of(Passage(sentence, "一", Role.SUMMARY)) == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("采血3.2吨，由上年的2.8吨增长14.3%。", ["采血3.2吨"]),
        ("人均寿命达到79岁，比2016年提高0.4岁。", ["人均寿命达到79岁"]),
        ("完成产值2亿元，增长11.3%。", ["完成产值2亿元"]),
    ],
)
def test_a_change_belongs_to_the_result_before_it(sentence, expected):
    found = findings_of(Passage(sentence, "一", Role.SUMMARY))
    assert [finding.text for finding in found] == expected


def test_a_slogan_of_one_by_one_is_no_promise():
    found = findings_of(Passage("开展专项整治，发现一起、严惩一起。", "一", Role.PLAN))
    assert [finding.text for finding in found] == ["开展专项整治"]


@pytest.mark.parametrize(
    "task", ["通过检验检测机构资质认定评审", "编写急救手册", "更换呼叫系统", "普查学生视力"]
)
def test_verbs_of_single_tasks(task):
    found = findings_of(Passage(f"{task}。", "一", Role.PLAN))
    assert [finding.text for finding in found] == [task]
