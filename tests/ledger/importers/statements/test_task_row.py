import pytest

from ledger.importers.statements.task_row import TaskRow, claim_in, is_bare, task_row, told
from ledger.model.outcome import Claim


def test_cells_are_sorted_by_the_headings_of_their_columns():
    cells = (
        ("序号", "3"),
        ("重点任务", "建设康复病区"),
        ("牵头单位", "医政科"),
        ("配合单位", "财务科"),
        ("完成时限", "9月底"),
        ("进展情况", "正常推进"),
        ("存在问题", "资金缺口大"),
    )
    assert task_row(cells) == TaskRow(
        "建设康复病区", "", "", "正常推进", "资金缺口大", "9月底", "医政科", "财务科"
    )


def test_empty_cells_hold_nothing():
    assert task_row((("任务", "建设康复病区"), ("存在问题", "无"), ("进展", "—"))) == TaskRow("建设康复病区")


def test_a_bare_number_is_told_with_the_name_of_its_task():
    row = task_row((("指标名称", "随访率"), ("年度目标值", "≥70"), ("实际完成值", "71.5")))
    assert told(row) == ("随访率≥70", "随访率71.5")


def test_words_about_progress_stand_for_themselves():
    row = task_row((("任务", "改造病房"), ("完成情况", "病房改造已经完成并投用")))
    assert told(row) == ("改造病房", "病房改造已经完成并投用")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            (
                ("建设内容", "新建病区"),
                ("年度任务", "主体封顶"),
                ("形象进度", "已封顶"),
                ("存在困难", "缺资金"),
            ),
            TaskRow("新建病区", "主体封顶", "", "已封顶", "缺资金"),
        ),
        (
            (
                ("重点工作", "设立门诊"),
                ("责任科室", "医政科"),
                ("下一步打算", "招聘医师"),
                ("推进情况", "已选址"),
            ),
            TaskRow("设立门诊", progress="已选址", lead="医政科", next="招聘医师"),
        ),
        (
            (("事项", "建托育园"), ("是否完成", "否"), ("未完成原因", "场地未定")),
            TaskRow("建托育园", problem="场地未定", state="是否完成：否"),
        ),
        ((("年度任务", "培训村医"), ("完成率", "85%")), TaskRow("培训村医", state="完成率：85%")),
    ],
)
def test_tables_of_progress_with_other_headings(cells, expected):
    assert task_row(cells) == expected


@pytest.mark.parametrize(
    ("cells", "claim"),
    [
        ((("事项", "建托育园"), ("是否完成", "是")), Claim.DONE),
        ((("事项", "建托育园"), ("是否完成", "否")), Claim.NOT_DONE),
        ((("事项", "建托育园"), ("状态", "进行中"), ("进展情况", "已建成一所")), Claim.PROGRESSING),
        ((("事项", "建托育园"), ("完成率", "108%")), Claim.EXCEEDED),
        ((("事项", "建托育园"), ("完成率", "100%")), Claim.DONE),
        ((("事项", "建托育园"), ("完成率", "85%")), Claim.STATED),
        ((("事项", "建托育园"), ("进展情况", "尚未动工")), Claim.NOT_STARTED),
    ],
)
def test_the_column_for_it_says_how_far_a_task_is(cells, claim):
    assert claim_in(task_row(cells)) is claim


def test_a_bare_word_of_state_is_told_with_its_heading():
    row = task_row((("事项", "建托育园"), ("是否完成", "是")))
    assert told(row) == ("建托育园", "建托育园（是否完成：是）")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("92.4", True),
        ("1,200", True),
        ("xxxx", True),
        ("90%", False),
        ("≥90", False),
        ("3家", False),
        ("", False),
    ],
)
def test_a_cell_that_holds_a_number_alone(cell, expected):
    assert is_bare(cell) is expected
