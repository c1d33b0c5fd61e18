"""`ledger import` of a table from the command line: the plan, what is written, and what never is."""

import openpyxl
import pytest

from ledger import cli
from ledger.content.loader import load_ledger
from tests.ledger.builders import MINIMAL_CONTENT, snapshot, write_content
from tests.ledger.commands.test_export import FILE
from tests.ledger.importers.office_files import save_workbook

PATH = "regions/example/2023/elderly-health.md"
SOURCE = ("--source", "example-2023-summary")
TASKS = [
    ["示例区2023年任务分解表", None, None, None, None],
    ["序号", "具体举措", "工作目标", "责任处室", "完成时限"],
    [1, "老年人健康管理", "不低于65%", "老龄科", "6月底前"],
    [2, "健康知识宣传", "", "宣教科", "长期推进"],
    ["合计", None, None, None, None],
]


@pytest.fixture
def content(tmp_path):
    return write_content(tmp_path, {PATH: FILE})


@pytest.fixture
def run(capsys, content):
    """A function that imports a file and returns the exit code and what was printed."""

    def run(file, *words, command="import"):
        first = [str(file), "--region", "example"] if command == "import" else ["--region", "example"]
        code = cli.main([command, *first, "--content", str(content), *words])
        printed = capsys.readouterr()
        assert printed.err == ""
        return code, printed.out

    return run


def test_a_plan_says_what_each_column_and_each_row_becomes_and_writes_nothing(run, content, tmp_path):
    before = snapshot(content)
    code, said = run(save_workbook(tmp_path / "表.xlsx", TASKS, merges=("A1:E1",), title="分解"))
    assert code == 0
    assert snapshot(content) == before
    for line in (
        "工作表“分解”：任务分解表；标题在第 2 行，下面 3 行",
        "B 任务 ← “具体举措”",
        "D 牵头 ← “责任处室”",
        "表1!B3 承诺：老年人健康管理；目标 ≥65%；期限 2023-06-30；牵头 老龄科；主题 老年健康",
        "表1!B4 承诺：健康知识宣传；期限 长期推进；牵头 宣教科；主题 健康教育",
        "第 5 行 合计一类的行：合计",
        "以上还没有写入：新草稿 2 条，改动 0 处。",
    ):
        assert line in said


def test_drafts_are_written_only_when_asked(run, content, tmp_path):
    file = save_workbook(tmp_path / "表.xlsx", TASKS)
    code, said = run(file, "--write", *SOURCE)
    assert code == 0
    assert "写了 2 条草稿" in said
    text = (content / PATH).read_text(encoding="utf-8")
    assert "  - id: c2\n    source: example-2023-summary\n    text: 老年人健康管理\n" in text
    assert "    at: 表1 第3行\n" in text
    new = (content / "regions/example/2023/health-education.md").read_text(encoding="utf-8")
    assert new.startswith("---\nsource: example-2023-summary\ncommitments:\n")
    assert "    due: ongoing\n" in new


def test_without_a_source_the_table_becomes_one_itself_as_a_draft(run, content, tmp_path):
    code, said = run(save_workbook(tmp_path / "表.xlsx", TASKS), "--write")
    assert code == 0
    assert "登记成来源 example-2023-plan，也是草稿" in said
    sources = (content / "regions/example/sources.yml").read_text(encoding="utf-8")
    before = (MINIMAL_CONTENT / "regions/example/sources.yml").read_text(encoding="utf-8")
    assert sources == before + (
        "- id: example-2023-plan\n  title: 示例区2023年任务分解表\n  kind: plan\n  year: 2023\n"
        "  year_basis: stated\n  year_reason: 文件标题写明2023年。\n  period: 2023\n"
        "  completeness: whole\n  legibility: clean\n  draft: true\n"
    )
    new = (content / "regions/example/2023/health-education.md").read_text(encoding="utf-8")
    assert new.startswith("---\nsource: example-2023-plan\n")
    assert load_ledger(content)[1] == []
    ledger, problems = load_ledger(content, drafts=True)
    assert problems == []
    assert ledger.sources["example-2023-plan"].draft


def test_a_table_that_reports_is_a_summary_and_is_named_after_its_file(run, content, tmp_path):
    rows = [["指标", "年度指标值", "实际完成值"], ["老年人健康管理率", "≥62%", "63.9%"]]
    assert run(save_workbook(tmp_path / "2024年自评.xlsx", rows), "--write")[0] == 0
    sources = (content / "regions/example/sources.yml").read_text(encoding="utf-8")
    assert "- id: example-2024-summary\n  title: 2024年自评\n  kind: summary\n" in sources
    assert "year_basis: stated" in sources.partition("example-2024-summary")[2]


def test_the_same_table_is_refused_the_second_time_unless_its_source_is_named(run, content, tmp_path):
    file = save_workbook(tmp_path / "表.xlsx", TASKS)
    run(file, "--write")
    before = snapshot(content)
    code, said = run(file, "--write")
    assert (code, "--source example-2023-plan" in said) == (1, True)
    assert snapshot(content) == before
    # Its source is still a draft.
    assert run(file, "--write", "--source", "example-2023-plan")[0] == 0
    assert (content / PATH).read_text(encoding="utf-8").count("text: 老年人健康管理\n") == 2


def test_a_source_that_is_not_there_is_refused_with_the_one_that_was_meant(run, content, tmp_path):
    before = snapshot(content)
    file = save_workbook(tmp_path / "表.xlsx", TASKS)
    code, said = run(file, "--write", "--source", "example-2023-sumary")
    assert (code, "是不是 example-2023-summary？" in said) == (1, True)
    assert snapshot(content) == before


def test_a_region_of_drafts_only_may_be_added_to(run, content, tmp_path):
    (content / PATH).unlink()
    sources = content / "regions/example/sources.yml"
    sources.write_text(sources.read_text(encoding="utf-8") + "  draft: true\n", encoding="utf-8")
    assert run(save_workbook(tmp_path / "表.xlsx", TASKS), "--write")[0] == 0
    assert (content / PATH).is_file()


def test_a_list_in_brackets_is_left_to_a_person(run, content, tmp_path):
    text = "---\nsource: example-2023-summary\ncommitments: [{id: c1, text: 甲, at: 一}]\n---\n"
    (content / PATH).write_text(text, encoding="utf-8")
    before = snapshot(content)
    code, said = run(save_workbook(tmp_path / "表.xlsx", TASKS), "--write")
    assert (code, "写在 [ ] 里" in said) == (1, True)
    assert snapshot(content) == before


def test_problems_are_told_with_sheet_and_cell(run, tmp_path):
    rows = [["指标", "年度指标值", "实际完成值"], ["老年人健康管理率", "≥62%", "=1/0"]]
    code, said = run(save_workbook(tmp_path / "表.xlsx", rows, title="自评"), "--year", "2023")
    assert code == 1
    assert "表.xlsx 工作表“自评” C2: 错误 MZ165: 这个单元格是公式 =1/0" in said


def test_a_file_that_cannot_be_read_gives_one_sentence(run, tmp_path):
    file = tmp_path / "表.xls"
    file.write_bytes(b"x")
    code, said = run(file)
    assert code == 1
    assert said.startswith("表.xls: 错误 MZ160: .xls 格式的表格读不了\n    改法: ")


def test_columns_may_be_declared(run, tmp_path):
    rows = [["2023年"], ["事", "谁", "完成时限", "序号"], ["老年人健康管理", "老龄科", "年底", 1]]
    file = save_workbook(tmp_path / "表.xlsx", rows)
    assert run(file)[0] == 1
    code, said = run(file, "--map", "任务=事,牵头=谁")
    assert code == 0
    assert "承诺：老年人健康管理；期限 2023-12-31；牵头 老龄科" in said


def test_a_sheet_may_be_chosen_and_hidden_or_empty_ones_are_told(run, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "空"
    book.create_sheet("底稿").sheet_state = "hidden"
    for name in ("底稿", "第二"):
        sheet = book[name] if name in book.sheetnames else book.create_sheet(name)
        sheet.append(["任务", "完成时限"])
        sheet.append([f"老年人健康管理{name}", "年底"])
    book.save(tmp_path / "表.xlsx")
    _, said = run(tmp_path / "表.xlsx", "--year", "2023")
    assert "工作表“空”是空的" in said
    assert "工作表“底稿”是隐藏的" in said
    assert "老年人健康管理第二" in said
    assert "老年人健康管理底稿" not in said
    _, said = run(tmp_path / "表.xlsx", "--year", "2023", "--sheet", "底稿")
    assert "老年人健康管理底稿" in said
    code, said = run(tmp_path / "表.xlsx", "--year", "2023", "--sheet", "无此表")
    assert code == 2
    assert "空、底稿、第二" in said


def test_the_year_is_asked_for_where_the_table_does_not_say_it(run, tmp_path):
    file = save_workbook(tmp_path / "表.xlsx", [["任务", "完成时限"], ["甲", "年底"]])
    code, said = run(file)
    assert (code, "--year" in said) == (2, True)
    _, said = run(save_workbook(tmp_path / "b.xlsx", TASKS), "--year", "2022")
    assert "写着 2023 年，--year 写的是 2022" in said


def test_an_unknown_region_or_topic_is_told(run, tmp_path, content, capsys):
    file = save_workbook(tmp_path / "表.xlsx", TASKS)
    assert cli.main(["import", str(file), "--region", "exampel", "--content", str(content)]) == 1
    assert "是不是 example？" in capsys.readouterr().out
    assert run(file, "--topic", "nothing")[0] == 2


class TestExported:
    """A table that was exported, changed by the office and imported again."""

    @pytest.fixture
    def folder(self, run, tmp_path):
        run(None, "--year", "2023", "--out", str(tmp_path), command="export")
        return tmp_path

    def change(self, folder, name, cell, value):
        book = openpyxl.load_workbook(folder / name)
        book.worksheets[0][cell] = value
        book.save(folder / name)

    @pytest.mark.parametrize("name", ["任务分解表.xlsx", "自评表.xlsx"])
    def test_unchanged_it_brings_nothing(self, run, folder, name):
        code, said = run(folder / name)
        assert code == 0
        assert said.endswith("没有要写的。\n")
        assert "账里已有的 1 行" in said

    def test_a_change_is_told_and_written_only_when_asked(self, run, folder, content):
        self.change(folder, "任务分解表.xlsx", "F3", "2023年6月30日")
        code, said = run(folder / "任务分解表.xlsx")
        assert code == 0
        assert "第 3 行 完成时限：2023-12-31 → 2023年6月30日（example-2023-elderly-health-c1）" in said
        assert (content / PATH).read_text(encoding="utf-8") == FILE
        code, said = run(folder / "任务分解表.xlsx", "--write")
        assert code == 0
        assert "corrections.yml" in said
        expected = FILE.replace("due: 2023-12-31", "due: 2023-06-30")
        assert (content / PATH).read_text(encoding="utf-8") == expected

    def test_a_changed_value_is_written_with_its_digits(self, run, folder, content):
        self.change(folder, "自评表.xlsx", "D3", 64.1)
        run(folder / "自评表.xlsx", "--write")
        # The cell still shows two decimals.
        expected = FILE.replace("value: 63.90", "value: 64.10")
        assert (content / PATH).read_text(encoding="utf-8") == expected
        assert run(folder / "自评表.xlsx")[1].endswith("没有要写的。\n")

    def test_a_change_that_would_spoil_the_content_is_taken_back(self, run, folder, content):
        self.change(folder, "任务分解表.xlsx", "F3", "2019-06-30")
        before = snapshot(content)
        code, said = run(folder / "任务分解表.xlsx", "--write")
        assert code == 1
        assert "一处也没有改" in said
        assert snapshot(content) == before

    def test_a_deleted_row_is_named_and_its_record_stays(self, run, folder, content):
        book = openpyxl.load_workbook(folder / "任务分解表.xlsx")
        sheet = book.worksheets[0]
        sheet.append([2, "老年人健康管理新办法"])
        sheet.append([3, "同一条", None, None, None, None, None, "example-2023-elderly-health-c9"])
        book.save(folder / "任务分解表.xlsx")
        code, said = run(folder / "任务分解表.xlsx")
        assert code == 1
        assert "H5: 错误 MZ173: 账里没有编号“example-2023-elderly-health-c9”" in said
        sheet.delete_rows(3)
        book.save(folder / "任务分解表.xlsx")
        _, said = run(folder / "任务分解表.xlsx")
        assert "承诺：老年人健康管理新办法" in said
        assert "表里删去了 1 行" in said
        assert "    example-2023-elderly-health-c1\n" in said
        assert (content / PATH).read_text(encoding="utf-8") == FILE
