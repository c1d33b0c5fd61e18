from ledger.importers.tables.sheet import Sheet
from ledger.importers.tables.table_file import read_table_file
from ledger.importers.tables.table_layout import find_layout
from tests.ledger.importers.office_files import save_workbook

HEADINGS = ["序号", "任务", "牵头单位", "完成时限"]


def layout_of(folder, rows, merges=()):
    return find_layout(read_table_file(save_workbook(folder / "a.xlsx", rows, merges=merges)).sheets[0])


def headings(layout):
    return [column.heading for column in layout.columns]


def test_the_table_stands_below_titles_and_above_notes(tmp_path):
    rows = [
        ["某区2024年任务分解表", None, None, None],
        [None, None, None, "单位：万元"],
        HEADINGS,
        [1, "甲", "基层科", "年底"],
        [2, "乙", "医政科", "年底"],
        ["注：按季度调度", None, None, None],
        ["填表人：某某", None, None, "审核人：某某"],
    ]
    layout = layout_of(tmp_path, rows, ("A1:D1",))
    assert layout.heading_rows == (2,)
    assert layout.titles == ("某区2024年任务分解表", "单位：万元")
    assert layout.unit == "万元"
    assert layout.body == (3, 4)
    assert [row for row, _ in layout.notes] == [5, 6]


def test_headings_may_stand_in_the_seventh_row(tmp_path):
    rows = [
        ["关于印发任务分解表的通知"],
        [],
        ["各科室："],
        ["现印发给你们。"],
        [],
        ["2024年1月5日"],
        HEADINGS,
        [1, "甲"],
    ]
    layout = layout_of(tmp_path, rows)
    assert (layout.heading_rows, layout.body) == ((6,), (7,))


def test_two_levels_of_headings_are_joined(tmp_path):
    rows = [
        ["指标", "完成情况", None, "分值"],
        [None, "年度指标值", "实际完成值", None],
        ["签约率", "75%", "80%", 5],
    ]
    layout = layout_of(tmp_path, rows, ("A1:A2", "B1:C1", "D1:D2"))
    assert layout.heading_rows == (0, 1)
    assert headings(layout) == ["指标", "完成情况/年度指标值", "完成情况/实际完成值", "分值"]
    assert [column.bare for column in layout.columns] == ["指标", "年度指标值", "实际完成值", "分值"]


def test_three_levels_of_headings_are_joined(tmp_path):
    rows = [
        ["指标", "全年", None],
        [None, "完成情况", None],
        [None, "年度指标值", "实际完成值"],
        ["签约率", "75%", "80%"],
    ]
    layout = layout_of(tmp_path, rows, ("A1:A3", "B1:C1", "B2:C2"))
    assert layout.heading_rows == (0, 1, 2)
    assert layout.body == (3,)
    assert headings(layout)[2] == "全年/完成情况/实际完成值"


def test_two_levels_without_merged_cells_are_joined_too():
    rows = (
        ("指标", "完成情况", "", "分值"),
        ("", "年度指标值", "实际完成值", ""),
        ("签约率", "75%", "80%", "5"),
    )
    layout = find_layout(Sheet("", 1, rows))
    assert layout.heading_rows == (0, 1)
    assert headings(layout) == ["指标", "完成情况/年度指标值", "完成情况/实际完成值", "分值"]


def test_cells_merged_below_the_headings_do_not_make_a_heading_of_the_body(tmp_path):
    rows = [HEADINGS, [1, "甲", "基层科", "年底"], [2, "乙", None, "年底"]]
    layout = layout_of(tmp_path, rows, ("C2:C3",))
    assert (layout.heading_rows, layout.body) == ((0,), (1, 2))


def test_units_and_years_stand_apart_from_the_heading(tmp_path):
    layout = layout_of(tmp_path, [["指标", "2024年实际完成值（万元）", "率(%)", "单位"], ["收入", 5, 1, ""]])
    amount = layout.columns[1]
    assert (amount.bare, amount.bracket, amount.year) == ("实际完成值", "万元", 2024)
    assert layout.columns[2].bracket == "%"


def test_headings_inside_the_table_speak_of_the_rows_below(tmp_path):
    rows = [HEADINGS, ["一、妇幼健康"], [1, "甲"], ["二、老年健康"], [2, "乙"]]
    layout = layout_of(tmp_path, rows, ("A2:D2",))
    assert layout.breaks == (1, 3)
    assert layout.sections == {2: "一、妇幼健康", 4: "二、老年健康"}


def test_headings_repeated_on_the_next_page_are_no_row(tmp_path):
    assert layout_of(tmp_path, [HEADINGS, [1, "甲"], HEADINGS, [2, "乙"]]).body == (1, 3)


def test_without_two_known_headings_there_is_no_table(tmp_path):
    assert layout_of(tmp_path, [["甲", "乙"], [1, 2]]) is None
    assert layout_of(tmp_path, []) is None
