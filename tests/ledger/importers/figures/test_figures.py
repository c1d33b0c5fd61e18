"""Figures of sentences and table rows: names, targets, earlier values, changes, parts and ratios."""

from decimal import Decimal

import pytest

from ledger.importers.figure import Goal, Movement
from ledger.importers.figures.figures import find_figures
from ledger.importers.passage import Passage, Role
from tests.ledger.importers.content_dictionary import content_dictionary


def figures(*sentences, role=Role.SUMMARY, year=2023):
    passages = [Passage(sentence, "一", role, block=1) for sentence in sentences]
    return find_figures(passages, content_dictionary(), year)


def row(role=Role.SUMMARY, **cells):
    text = "，".join(f"{heading}：{cell}" for heading, cell in cells.items())
    passage = Passage(text, "一表1第1行", role, block=1, cells=tuple(cells.items()))
    return find_figures([passage], content_dictionary(), 2023)


# Sentence → the names of its figures.
NAMED = {
    "全市建立居民电子健康档案5120份": ["建立居民电子健康档案"],
    "今年以来共举办健康讲座32场": ["举办健康讲座"],
    "全县19个乡镇卫生院通过验收": ["乡镇卫生院"],
    "在6个镇开展120个村卫生室评价": ["镇", "开展村卫生室评价"],
    "其中执业医师860人、注册护士1020人": ["执业医师", "注册护士"],
    "家庭医生签约12.6万人,签约率41.2%": ["家庭医生签约", "家庭医生签约率"],
    "0-6岁儿童1200人,健康管理1100人": ["0-6岁儿童", "0-6岁儿童健康管理"],
    "高血压、糖尿病患者规范管理率分别为72.3%、70.15%": ["高血压患者规范管理率", "糖尿病患者规范管理率"],
    "监测场所30户90项次": ["监测场所", "监测场所"],
    "四级手术占比、医疗收入占比和人员支出占比力争达到55%": ["四级手术占比", "医疗收入占比", "人员支出占比"],
    "许可公共场所xx家": ["许可公共场所"],
    "在岗培训全科医生12人": ["在岗培训全科医生"],
    "现场审查230户次": ["现场审查"],
    "项目执行率达全年预算的77.5%": ["项目执行率"],
}


@pytest.mark.parametrize("sentence", NAMED)
def test_a_figure_is_named_in_the_words_that_stand_there(sentence):
    assert [figure.name for figure in figures(sentence)] == NAMED[sentence]


# Sentence → the target beside its figure.
GOALS = {
    "电子档案建档率91.2%(全年任务90%)": (">=", "90", "%"),
    "家庭医生签约率完成38.2%(目标值≥35%)": (">=", "35", "%"),
    "早孕建册率93.5%，目标90%": (">=", "90", "%"),
    "疫苗接种率98%，高于95%的年度目标": (">=", "95", "%"),
    "年初目标85%，实际完成88.4%": (">=", "85", "%"),
    "婴儿死亡率2.1‰(目标值5‰)": ("<=", "5", "‰"),
    "产后访视率90.1%(任务xx%)": (">=", None, "%"),
}


@pytest.mark.parametrize("sentence", GOALS)
def test_a_target_beside_a_result_belongs_to_it(sentence):
    (figure,) = figures(sentence)
    operator, value, unit = GOALS[sentence]
    assert figure.goal == Goal(operator, None if value is None else Decimal(value), unit)
    assert not figure.is_goal


# Sentence of a plan → its target.
PLANS = {
    "家庭医生签约率达到42%以上": (">=", "42", "%"),
    "孕产妇死亡率控制在9/10万以内": ("<=", "9", "/10万"),
    "平均住院日降至7天": ("<=", "7", "天"),
    "群众满意度不低于95%": (">=", "95", "%"),
    "次均费用增幅不超过5%": ("<=", "5", "%"),
    "病例组合指数值力争达到2左右": ("approx", "2", "指数值"),
    "新建村卫生室6所": (">=", "6", "所"),
}


@pytest.mark.parametrize("sentence", PLANS)
def test_a_number_of_a_plan_is_a_target(sentence):
    (figure,) = figures(sentence, role=Role.PLAN)
    operator, value, unit = PLANS[sentence]
    assert figure.goal == Goal(operator, Decimal(value), unit)
    assert figure.is_goal


@pytest.mark.parametrize("sentence", ["截至上月底，建成村卫生室6所", "目前有村卫生室6所", "培训了村医6名"])
def test_what_a_plan_tells_of_the_present_is_no_target(sentence):
    assert not figures(sentence, role=Role.PLAN)[0].is_goal


def test_a_task_named_in_a_summary_is_a_target():
    planned, done = figures("全年计划灭蚊任务xx万㎡，实际灭蚊xx万㎡")
    assert (planned.is_goal, planned.goal) == (True, Goal(">=", None, "万㎡"))
    assert not done.is_goal


def test_a_masked_share_of_the_task_is_a_result():
    assert not figures("完成上级下达的目标任务xxx.x%")[0].is_goal


def test_what_was_decided_is_a_fact_and_a_target():
    (figure,) = figures("我局决定把巡查频次从一年两次增加到一年六次")
    assert (figure.value, figure.is_goal) == (Decimal(6), False)
    assert figure.goal == Goal(">=", Decimal(6), "次/年")


def test_a_limit_that_must_be_kept_is_a_target():
    (figure,) = figures("接到投诉后两小时内须答复")
    assert figure.goal == Goal("<=", Decimal(2), "小时")


def test_vaccinations_of_a_programme_are_no_plan():
    assert not figures("接种免疫规划疫苗12.7万剂次")[0].is_goal


def test_a_share_of_the_target_is_a_result():
    figure = figures("献血1.2万人次，完成年度目标的103%")[1]
    assert (figure.value, figure.unit, figure.is_goal) == (Decimal(103), "%", False)


# Sentence → value, earlier value.
BASELINES = {
    "线上预约率由41%上升到77%": ("77", "41"),
    "县域就诊率从86.1%提升至91.30%": ("91.30", "86.1"),
    "平均住院日由8.6天降至7.9天": ("7.9", "8.6"),
}


@pytest.mark.parametrize("sentence", BASELINES)
def test_an_earlier_value_stands_beside_the_later_one(sentence):
    (figure,) = figures(sentence)
    assert (str(figure.value), str(figure.baseline)) == BASELINES[sentence]


# Sentence → value of its first figure, its change, unit and comparison.
CHANGES = {
    "住院分娩率98.36%，同比上升0.57个百分点": ("98.36", "0.57", "百分点", "同比"),
    "人口出生率8.02‰，同比下降了0.60个千分点": ("8.02", "-0.60", "个千分点", "同比"),
    "总诊疗人次612.4万人次，同比增长8.2%": ("612.4", "8.2", "%", "同比"),
    "职工2345人，比上年增加112人": ("2345", "112", "人", "比上年"),
    "药占比26.4%，较2021年下降3个百分点": ("26.4", "-3", "百分点", "较2021年"),
    "投诉举报同比下降15.3%": (None, "-15.3", "%", "同比"),
    "住院人次减少300人次": (None, "-300", "人次", None),
    "平均转运时间缩短8分钟": (None, "-8", "分钟", None),
    "门诊量是原来的两倍，住院量同比增长2倍": (None, "2", "倍", "同比"),
}


@pytest.mark.parametrize("sentence", CHANGES)
def test_a_change_belongs_to_the_figure_it_speaks_of(sentence):
    figure = figures(sentence)[0]
    value, change, unit, against = CHANGES[sentence]
    assert figure.movement == Movement(Decimal(change), unit, against)
    assert figure.value == (None if value is None else Decimal(value))


def test_changes_in_a_row_go_to_the_figures_in_a_row():
    found = figures("管理率分别为72%、70%，较去年同期分别提高2.1个和1.8个百分点")
    assert [figure.movement.value for figure in found] == [Decimal("2.1"), Decimal("1.8")]
    assert {figure.movement.unit for figure in found} == {"百分点"}


def test_a_rate_of_growth_is_a_figure_of_its_own():
    (figure,) = figures("次均费用增幅为4.2%")
    assert (figure.name, figure.value, figure.movement) == ("次均费用增幅", Decimal("4.2"), None)


def test_reaching_a_number_is_no_change():
    (figure,) = figures("覆盖率提高到90%")
    assert (figure.value, figure.movement) == (Decimal(90), None)


def test_parts_name_their_total():
    found = figures("共有机构97家，其中卫生院9家，村卫生室80家，服务居民5万人")
    assert [figure.part_of for figure in found] == [None, 0, 0, None]


def test_parts_in_brackets_belong_to_the_count_before_the_bracket():
    found = figures("医院13个、基层机构40个(服务中心(站)12个、卫生院28个)，学会3个")
    assert [figure.part_of for figure in found] == [None, None, 1, 1, None]
    assert [figure.name for figure in found[2:]] == ["服务中心(站)", "卫生院", "学会"]


def test_a_part_in_brackets_ends_with_them():
    found = figures("健康镇11个(其中3个通过评审)，卫生镇3个")
    assert [figure.part_of for figure in found] == [None, 0, None]


def test_counts_beside_a_rate_are_its_numerator_and_denominator():
    found = figures("0-6岁儿童1000人，健康管理939人，健康管理率93.9%")
    assert (found[2].numerator, found[2].denominator) == (1, 0)


def test_a_count_that_does_not_give_the_rate_is_no_denominator():
    found = figures("在册患者2000人，规范管理939人，规范管理率93.9%")
    assert (found[2].numerator, found[2].denominator) == (1, None)


def test_indices_count_in_the_whole_document():
    found = figures("开展活动3场。", "早孕建册950人，活产数1000人，早孕建册率95.0%。")
    assert (found[3].numerator, found[3].denominator) == (1, 2)


# Sentence → indicator of its last figure.
INDICATORS = {
    "65岁及以上老年人健康管理4577人，健康管理服务率61.2%": "elderly-health-management-rate",
    "65岁及以上老年人中医药健康管理531人，健康管理率71.6%": "elderly-tcm-management-rate",
    "高血压病患规范管理服务率66.1%": "hypertension-standard-management-rate",
    "全市婴儿死亡率3.1‰": "infant-mortality-rate",
    "平价门诊占全部门诊的9.7%": "affordable-outpatient-share",
    "严重精神障碍在册患者200人，规范管理率95%": "smi-standard-management-rate",
    # The words are alike, the thing is another.
    "婴儿死亡率下降的县5个": None,
    "设备完好率98%": None,
    "高血压患者血压达标率61%": None,
}


@pytest.mark.parametrize("sentence", INDICATORS)
def test_an_indicator_is_found_by_name_and_by_what_was_said_before(sentence):
    assert figures(sentence)[-1].indicator == INDICATORS[sentence]


# Sentence → period of its first figure.
PERIODS = {
    "截至6月底，完成筛查500人": "?/2023-06-30",
    "上半年完成筛查500人": "2023-H1",
    "2021年出生人口500人": "2021",
    "1-9月诊疗500人次": "2023-01/2023-09",
    "第三季度接种500剂次": "2023-Q3",
    "完成筛查500人": None,
    "门诊500人次，比2022年增加20人次": None,
}


@pytest.mark.parametrize("sentence", PERIODS)
def test_a_stated_period_is_written_as_content_files_write_it(sentence):
    assert figures(sentence)[0].period == PERIODS[sentence]


def test_a_target_column_belongs_to_the_result_beside_it():
    (figure,) = row(指标名称="电子健康档案建档率", 单位="%", 年度目标值="≥90", 实际完成值="92.70")
    assert (figure.name, figure.value, figure.unit) == ("电子健康档案建档率", Decimal("92.70"), "%")
    assert figure.goal == Goal(">=", Decimal(90), "%")
    assert figure.indicator == "ehr-coverage-rate"


def test_the_unit_stands_in_the_heading_of_a_column():
    found = row(机构名称="示例镇卫生院", **{"床位数（张）": "60", "门诊人次（万人次）": "3.5"})
    assert [(str(one.value), one.unit) for one in found] == [("60", "张"), ("3.5", "万人次")]
    assert found[0].name == "示例镇卫生院床位数"


def test_words_in_cells_are_read_as_sentences():
    (figure,) = row(项目名称="适龄妇女筛查", 年度任务="筛查5000人", 完成情况="已筛查5230人")
    assert (figure.value, figure.goal) == (Decimal(5230), Goal(">=", Decimal(5000), "人"))


def test_a_row_that_assigns_tasks_is_a_plan():
    (figure,) = row(任务="新建接种门诊5个", 牵头单位="疾控科", 完成时限="2023年9月底")
    assert figure.is_goal


def test_running_numbers_and_deadlines_of_a_table_are_no_figures():
    assert row(序号="3", 任务="完善制度", 完成时限="2023年9月30日") == ()


def test_masked_figures_keep_their_unit_and_never_a_value():
    found = figures("补助经费xx.x万元，让利群众xx万元左右，配送率xx.xx%")
    assert [(one.redacted, one.value, one.unit) for one in found] == [
        (True, None, "万元"),
        (True, None, "万元"),
        (True, None, "%"),
    ]


@pytest.mark.parametrize("run", ["1", "x", "(", "一", "“", "1,", "1:", "的"])
def test_a_long_run_of_one_sign_is_read_to_its_end(run):
    assert figures(run * (100_000 // len(run)), role=Role.PLAN) == ()
