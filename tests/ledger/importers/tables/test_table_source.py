"""A table's own entry among the sources."""

import pytest

from ledger.importers.tables.table_source import draft_table_source, table_title
from tests.ledger.importers.office_files import plan_rows

TASKS = ["任务", "完成时限"], ["建老年食堂", "年底"]
FIGURES = ["指标", "年度指标值", "实际完成值"], ["签约率", "≥60%", "61%"]


def entry(folder, *rows, name="表.xlsx", given=None, taken=()):
    plans = [plan_rows(folder, rows, year=2023, topic="elderly-health")]
    return draft_table_source(name, plans, "example", 2023, given, taken).fields


@pytest.mark.parametrize(("rows", "kind"), [(TASKS, "plan"), (FIGURES, "summary")])
def test_a_list_of_tasks_is_a_plan_and_all_other_tables_report(tmp_path, rows, kind):
    found = entry(tmp_path, ["2023年的表"], *rows)
    assert (found["kind"], found["id"]) == (kind, f"example-2023-{kind}")


def test_the_title_row_tells_title_year_and_publisher(tmp_path):
    assert entry(tmp_path, ["示例区卫生健康局2023年重点任务分解表"], *TASKS) == {
        "id": "example-2023-plan",
        "title": "示例区卫生健康局2023年重点任务分解表",
        "kind": "plan",
        "publisher": "示例区卫生健康局",
        "year": "2023",
        "year_basis": "stated",
        "year_reason": "文件标题写明2023年。",
        "period": "2023",
        "completeness": "whole",
        "legibility": "clean",
        "draft": "true",
    }


def test_without_a_title_row_the_file_gives_its_name(tmp_path):
    found = entry(tmp_path, *TASKS, name="2023年任务.xlsx")
    assert (found["title"], found["year_basis"]) == ("2023年任务", "stated")


def test_a_year_that_only_the_file_names_is_inferred(tmp_path):
    found = entry(tmp_path, ["重点任务分解表"], *TASKS, name="2023年任务.xlsx")
    assert (found["year"], found["year_basis"]) == ("2023", "inferred")
    assert found["year_reason"] == "表里没有写年份，文件名写着2023年。"
    assert "publisher" not in found


def test_a_year_that_the_editor_gave_is_said_to_be_given(tmp_path):
    found = entry(tmp_path, ["重点任务分解表"], *TASKS, given=2023)
    assert (found["year_basis"], found["year_reason"]) == ("inferred", "年份由编辑给出，文件里没有写明。")


def test_a_table_without_a_table_still_has_a_title(tmp_path):
    assert table_title("表.xlsx", [plan_rows(tmp_path, [])]) == "表"
