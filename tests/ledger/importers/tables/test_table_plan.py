import sys
from collections import Counter
from decimal import Decimal

from ledger.importers.figure import Goal
from ledger.importers.tables.cell_values import Doubt
from ledger.importers.tables.mapping import TableKind
from ledger.importers.tables.table_record import LeftOut, RecordKind
from ledger.model.measure import MeasureStatus
from ledger.model.outcome import Claim
from tests.ledger.importers.office_files import codes, plan_file, plan_rows

TASKS = ["序号", "任务", "目标", "牵头单位", "配合单位", "完成时限", "备注"]
SELF = ["指标", "年度指标值", "实际完成值", "单位", "偏差原因", "改进措施"]


def test_a_task_becomes_a_commitment(tmp_path):
    row = [1, "提高家庭医生签约率", "≥75%", "基层科", "财政局、人社局", "2024年12月底前", "市里督办"]
    (record,) = plan_rows(tmp_path, [TASKS, row]).records
    assert record.kind is RecordKind.COMMITMENT
    assert (record.text, record.goal) == ("提高家庭医生签约率", Goal(">=", Decimal(75), "%"))
    assert (record.lead, record.support) == ("基层科", ("财政局", "人社局"))
    assert (record.due, record.note, record.topic) == ("2024-12-31", "市里督办", "family-doctor")
    assert (record.at, record.row, record.column) == ("表1 第2行", 1, 1)


def test_a_target_in_words_is_kept_with_the_task_and_its_number_is_found(tmp_path):
    rows = [
        TASKS,
        [1, "家庭医生签约", "重点人群签约率不低于75%"],
        [2, "疫苗接种", "巩固成果"],
        [3, "老年食堂", "投入120万元，建成12个"],
    ]
    plan = plan_rows(tmp_path, rows)
    assert [record.text for record in plan.records] == [
        "家庭医生签约：重点人群签约率不低于75%",
        "疫苗接种：巩固成果",
        "老年食堂：投入120万元，建成12个",
    ]
    assert [record.goal for record in plan.records] == [Goal(">=", Decimal(75), "%"), None, None]
    assert [(doubt.row, doubt.doubt) for doubt in plan.doubts] == [(3, Doubt.SEVERAL_NUMBERS)]


def test_merged_leading_units_belong_to_each_row(tmp_path):
    rows = [TASKS, [1, "疫苗接种", None, "疾控科"], [2, "无偿献血", None, None]]
    plan = plan_rows(tmp_path, rows, merges=("D2:D3",))
    assert [record.lead for record in plan.records] == ["疾控科", "疾控科"]


def test_an_indicator_becomes_a_target_and_the_figure_that_answers_it(tmp_path):
    rows = [SELF, ["65岁及以上老年人健康管理率", 0.62, 0.639, "", "", ""]]
    plan = plan_rows(tmp_path, rows, formats={"B2": "0%", "C2": "0.0%"})
    goal, figure = plan.records
    assert plan.mapped.kind is TableKind.SELF_ASSESSMENT
    assert goal.goal == Goal(">=", Decimal(62), "%")
    assert (figure.status, str(figure.value), figure.unit) == (MeasureStatus.DISCLOSED, "63.9", "%")
    assert figure.commitment == goal.key
    assert goal.indicator == figure.indicator == "elderly-health-management-rate"
    assert goal.topic == figure.topic == "elderly-health"
    assert [doubt.doubt for doubt in plan.doubts] == [Doubt.BARE_TARGET]


def test_a_number_without_a_word_follows_the_dictionary(tmp_path):
    goal, _ = plan_rows(tmp_path, [SELF, ["婴儿死亡率", "4‰", "3.1‰", "‰"]]).records
    assert goal.goal == Goal("<=", Decimal(4), "‰")


def test_reason_and_remedy_become_a_problem_and_a_new_promise(tmp_path):
    rows = [SELF, ["产后访视率", "≥90%", "85%", "%", "人手不足", "招聘10人"]]
    goal, _, problem, remedy = plan_rows(tmp_path, rows).records
    assert (problem.kind, problem.text) == (RecordKind.PROBLEM, "人手不足")
    assert (remedy.kind, remedy.text) == (RecordKind.COMMITMENT, "招聘10人")
    assert problem.addressed_by == (goal.key, remedy.key)


def test_reason_and_remedy_in_one_cell_are_told_apart(tmp_path):
    rows = [["指标", "年度指标值", "实际完成值", "偏差原因分析及改进措施"]]
    rows.append(["产后访视率", "≥90%", "85%", "原因：人手不足。改进措施：招聘10人"])
    texts = [record.text for record in plan_rows(tmp_path, rows).records]
    assert texts[2:] == ["人手不足", "招聘10人"]


def test_masked_and_unreported_values_stay_what_they_are(tmp_path):
    rows = [SELF, ["献血人次", "", "xx", "人次"], ["活产数", "", "未见报告", "人"]]
    figures = plan_rows(tmp_path, rows).records
    assert [record.status for record in figures] == [MeasureStatus.REDACTED, MeasureStatus.NOT_REPORTED]
    assert [record.value for record in figures] == [None, None]


def test_units_come_from_the_cell_the_row_the_heading_and_the_line_above(tmp_path):
    rows = [
        ["单位：万元", None, None],
        ["指标", "目标值", "完成值（元）"],
        ["专项补助", 5, 3],
        ["总支出（亿元）", 7, "8万元"],
    ]
    records = plan_rows(tmp_path, rows).records
    assert [(record.goal or record).unit for record in records] == ["万元", "元", "亿元", "万元"]


def test_an_indicator_table_has_a_baseline_and_a_nature(tmp_path):
    rows = [["指标", "基期", "目标值", "现状", "指标性质", "单位"], ["活产数", 80, "≥90", 85, "约束性", "人"]]
    goal, figure = plan_rows(tmp_path, rows).records
    assert (figure.value, figure.baseline, goal.note) == (Decimal(85), Decimal(80), "约束性")


def test_a_livelihood_project_has_progress_a_rate_and_a_state(tmp_path):
    rows = [["项目", "目标", "进展", "完成率", "责任单位", "状态"]]
    rows.append(["建设急救站", "2个", "已建成1个，另一个在建", 0.5, "急救中心", "推进中"])
    goal, rate, outcome = plan_rows(tmp_path, rows, formats={"D2": "0%"}).records
    assert (goal.goal, goal.lead) == (Goal(">=", Decimal(2), "个"), "急救中心")
    assert (rate.text, rate.value, rate.unit, rate.commitment) == ("建设急救站完成率", Decimal(50), "%", None)
    assert (outcome.claim, outcome.commitment, outcome.measures) == (Claim.PROGRESSING, goal.key, (rate.key,))
    assert outcome.text == "已建成1个，另一个在建"


def test_total_rows_are_left_out_and_held_against_the_sum_of_their_parts(tmp_path):
    rows = [
        ["任务", "牵头单位", "投入（万元）"],
        ["甲", "一科", 12],
        ["乙", "一科", 30.5],
        ["小计", "", 42.5],
    ]
    rows += [["丙", "二科", 7], ["丁", "二科", 1], ["小 计", "", 9], ["合计", "", 50.5]]
    plan = plan_rows(tmp_path, rows)
    assert [record.text for record in plan.records] == ["甲", "乙", "丙", "丁"]
    assert [row for row, reason in plan.left_out if reason is LeftOut.TOTAL] == [3, 6, 7]
    assert codes(plan) == [("MZ172", 7, 3)]
    assert [str(total.summed) for total in plan.totals] == ["42.5", "8", "50.5"]


def test_rates_and_mixed_units_are_not_added_up(tmp_path):
    rows = [
        ["指标", "年度指标值", "实际完成值", "单位"],
        ["活产数", "", 5, "人"],
        ["收入", "", 7, "元"],
        ["合计", "", 99, "人"],
    ]
    rows += [["产后访视率", "", "90%", "%"], ["早孕建册率", "", "80%", "%"], ["总计", "", "85%", "%"]]
    assert codes(plan_rows(tmp_path, rows)) == []


def test_a_row_with_an_error_cell_is_left_out_and_the_others_stay(tmp_path):
    rows = [SELF, ["活产数", "", 5, "人"], ["婴儿死亡率", "≤4‰", "=1/0", "‰"]]
    plan = plan_rows(tmp_path, rows)
    assert [record.text for record in plan.records] == ["活产数"]
    assert codes(plan) == [("MZ165", 3, 3)]
    assert plan.left_out == ((2, LeftOut.PROBLEM),)


def test_an_error_in_a_column_that_is_not_used_costs_no_row(tmp_path):
    rows = [[*SELF, "测算"], ["活产数", "", 5, "人", "", "", "=1/0"]]
    assert len(plan_rows(tmp_path, rows).records) == 1


def test_ragged_rows_are_left_out_and_told_with_row_and_column(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(
        "某区任务表\n任务,牵头单位,完成时限\n甲,一科,年底\n乙,二科\n丙,三科,年底,多出\n注：完\n".encode("gbk")
    )
    plan = plan_file(file)
    assert [record.text for record in plan.records] == ["甲"]
    assert codes(plan) == [("MZ166", 4, 3), ("MZ166", 5, 4)]


def test_a_row_without_a_name_is_left_out(tmp_path):
    plan = plan_rows(tmp_path, [TASKS, [1, "", "≥75%", "基层科"]])
    assert plan.left_out == ((1, LeftOut.NO_NAME),)


def test_an_empty_sheet_is_told(tmp_path):
    assert codes(plan_rows(tmp_path, [])) == [("MZ167", 1, 1)]


def test_ids_that_are_unknown_or_stand_twice_are_told(tmp_path):
    rows = [
        ["任务", "完成时限", "编号"],
        ["甲", "", "a-2024-health-c1"],
        ["乙", "", "a-2024-health-c1"],
        ["丙", "", "a-2024-health-c9"],
    ]
    plan = plan_rows(tmp_path, rows, known=["a-2024-health-c1"])
    assert codes(plan) == [("MZ174", 3, 3), ("MZ173", 4, 3)]
    assert plan.ids == ((1, "a-2024-health-c1"),)
    assert plan.records == ()


def test_a_column_of_plain_numbers_called_id_is_no_id(tmp_path):
    assert len(plan_rows(tmp_path, [["编号", "任务", "完成时限"], [1, "甲", ""]], known=["x"]).records) == 1


def test_words_that_begin_like_formulas_stay_words(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("任务,牵头单位\n=1+1,@科\n+2,-3\n", encoding="utf-8")
    assert [(record.text, record.lead) for record in plan_file(file).records] == [
        ("=1+1", "@科"),
        ("+2", "-3"),
    ]


def task_file(folder, count):
    rows = [["任务", "目标", "牵头单位"], *([f"任务{number}", "≥75%", "科"] for number in range(count))]
    file = folder / f"{count}.csv"
    file.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    return file


def test_ten_thousand_rows_are_read(tmp_path):
    assert len(plan_file(task_file(tmp_path, 10_000)).records) == 10_000


def test_ten_times_the_rows_take_ten_times_the_steps(tmp_path):
    def steps(count):
        file, calls = task_file(tmp_path, count), Counter()
        sys.setprofile(lambda frame, event, arg: calls.update([event]))
        try:
            plan_file(file)
        finally:
            sys.setprofile(None)
        return calls["call"] + calls["c_call"]

    # What is read once for all tables is read before it is counted.
    steps(10)
    assert steps(500) < 11 * steps(50)
