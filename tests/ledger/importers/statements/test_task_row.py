from ledger.importers.statements.task_row import TaskRow, task_row, told


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
