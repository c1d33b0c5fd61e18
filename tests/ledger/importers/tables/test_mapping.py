import pytest

from ledger.importers.tables.mapping import TableKind, map_columns, read_declared
from ledger.importers.tables.sheet import Sheet
from ledger.importers.tables.table_layout import find_layout


def mapped(headings, *, declared=None, year=2024, title=""):
    rows = ((title, *[""] * (len(headings) - 1)), tuple(headings), tuple("甲" for _ in headings))
    sheet = Sheet("表", 1, rows)
    return map_columns(sheet, find_layout(sheet), "a.xlsx", declared or {}, year)


def by_field(found):
    return {field: column.heading for field, column in found.columns.items()}


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["序号", "具体举措", "责任处室", "完成时限"], TableKind.TASK_LIST),
        (["序号", "工作任务", "牵头单位", "配合单位", "备注"], TableKind.TASK_LIST),
        (
            ["指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
            TableKind.SELF_ASSESSMENT,
        ),
        (["指标", "基期", "目标值", "现状", "指标性质", "单位"], TableKind.INDICATOR_TABLE),
        (["项目", "目标", "进展", "完成率", "责任单位", "状态"], TableKind.LIVELIHOOD),
    ],
)
def test_the_kind_follows_from_the_headings(headings, kind):
    found = mapped(headings)
    assert found.kind is kind
    assert found.unplaced == ()
    assert found.problems == ()


def test_known_headings_and_those_that_hold_one_are_placed_and_the_others_are_told():
    found = mapped(["序号", "工作任务", "牵头责任单位名单", "完成时限", "督办领导"])
    assert by_field(found)["lead"] == "牵头责任单位名单"
    assert found.guessed == {"lead"}
    assert [column.heading for column in found.unplaced] == ["督办领导"]


def test_a_heading_with_a_slip_is_near_enough_but_not_sure():
    found = mapped(["指标名称", "年度指标值", "实际完戓值"])
    assert by_field(found)["value"] == "实际完戓值"
    assert found.guessed == {"value"}


def test_a_heading_that_is_known_goes_before_one_that_only_holds_it():
    found = mapped(["任务", "责任单位联系人", "责任单位"])
    assert by_field(found)["lead"] == "责任单位"
    assert [column.heading for column in found.unplaced] == ["责任单位联系人"]


def test_of_columns_that_differ_by_year_the_wanted_year_is_taken():
    for year in (2023, 2024):
        found = mapped(["指标", "2023年完成值", "2024年完成值", "目标值"], year=year)
        assert by_field(found)["value"] == f"{year}年完成值"
        assert found.problems == ()


def test_the_same_heading_twice_is_told_at_the_second():
    (problem,) = mapped(["任务", "牵头单位", "牵头单位"]).problems
    assert (problem.code, problem.column) == ("MZ169", 3)


def test_a_table_without_its_name_column_is_told_with_what_it_has():
    found = mapped(["序号", "牵头单位", "完成时限"])
    assert found.kind is None
    assert [problem.code for problem in found.problems] == ["MZ168"]
    assert "牵头、完成时限" in found.problems[0].message


def test_declared_columns_are_taken_as_they_are_declared():
    found = mapped(["事", "谁", "完成时限", "序号"], declared={"task": "事", "lead": "谁"})
    assert found.kind is TableKind.TASK_LIST
    assert by_field(found) == {"task": "事", "lead": "谁", "due": "完成时限", "serial": "序号"}


def test_a_declared_column_ends_the_doubt_between_two():
    found = mapped(["任务", "牵头单位", "责任单位", "完成时限"], declared={"lead": "责任单位"})
    assert by_field(found)["lead"] == "责任单位"
    assert found.problems == ()


def test_what_is_declared_wrongly_is_told_with_the_nearest():
    found = mapped(["任务", "牵头单位"], declared={"人物": "任务", "lead": "牵头单伟"})
    assert [problem.code for problem in found.problems] == ["MZ170", "MZ171"]
    assert "牵头单位" in found.problems[1].mend


def test_a_mapping_is_read_from_words_or_from_a_file(tmp_path):
    expected = {"task": "工作内容", "lead": "谁来做"}
    assert read_declared("任务=工作内容,牵头=谁来做") == expected
    assert read_declared("任务＝工作内容，牵头单位＝谁来做") == expected
    file = tmp_path / "对应.txt"
    file.write_text("# 说明\n任务=工作内容\n牵头=谁来做\n", encoding="utf-8")
    assert read_declared(str(file)) == expected
