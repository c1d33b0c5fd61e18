"""Rows of tables."""

from ledger.importers.outline.table_row import body_rows, role_of_row, row_text
from ledger.importers.passage import Role


def test_headings_over_two_rows_are_joined():
    rows = (
        ("项目", "全年", "全年"),
        ("项目", "目标", "完成"),
        ("筛查", "1万人", "1.2万人"),
    )

    assert body_rows(rows) == ("", ((1, (("项目", "筛查"), ("全年目标", "1万人"), ("全年完成", "1.2万人"))),))


def test_a_first_row_over_all_columns_names_the_table():
    rows = (("进度表", "进度表"), ("项目", "进展"), ("托位", "已建20个"))

    assert body_rows(rows) == ("进度表", ((1, (("项目", "托位"), ("进展", "已建20个"))),))


def test_merged_cells_of_a_first_data_row_are_no_second_heading():
    rows = (("项目", "一月", "二月"), ("门诊", "5", "5"), ("住院", "1", "2"))

    assert [number for number, _ in body_rows(rows)[1]] == [1, 2]


def test_empty_rows_are_left_out_and_counted():
    rows = (("项目", "进展"), ("", ""), ("托位", "已建"))

    assert [number for number, _ in body_rows(rows)[1]] == [2]


def test_a_row_reads_as_one_line_without_empty_cells():
    assert row_text((("项目", "托位"), ("备注", ""), ("", "已建"))) == "项目：托位，已建"


def test_what_a_row_tells_by_its_columns():
    assert role_of_row((("任务", "甲"), ("完成情况", "乙"))) is Role.SUMMARY
    assert role_of_row((("任务", "甲"), ("牵头单位", "乙"))) is Role.PLAN
    assert role_of_row((("地区", "甲"), ("人口", "乙"))) is None
