"""`ledger export` from the command line."""

import openpyxl
import pytest

from ledger import cli
from tests.ledger.builders import write_content

FILE = """---
source: example-2023-summary
measures:
  - id: m1
    name: 老年人健康管理率
    value: 63.90
    unit: "%"
    commitment: c1
    at: 一
commitments:
  - id: c1
    text: 老年人健康管理率达到62%
    target: {op: ">=", value: 62, unit: "%"}
    due: 2023-12-31
    lead: 老龄科
    support: [财政局, 民政局]
    at: 一
---
"""


@pytest.fixture
def content(tmp_path):
    return write_content(tmp_path, {"regions/example/2023/elderly-health.md": FILE})


@pytest.fixture
def export(capsys, content, tmp_path):
    """A function that runs the command and returns its exit code and what was printed."""

    def export(*words):
        code = cli.main(["export", "--content", str(content), "--out", str(tmp_path / "out"), *words])
        printed = capsys.readouterr()
        assert printed.err == ""
        return code, printed.out

    return export


def cells(file):
    return [
        [cell.value for cell in row]
        for row in openpyxl.load_workbook(file).worksheets[0].iter_rows(min_row=3)
    ]


def test_both_tables_are_written(export, tmp_path):
    code, said = export("--region", "example", "--year", "2023")
    assert code == 0
    assert "任务分解表.xlsx：1 行" in said
    task = ["老年人健康管理率达到62%", "≥62%", "老龄科", "财政局、民政局", "2023-12-31", "老年健康"]
    assert cells(tmp_path / "out/任务分解表.xlsx") == [[1, *task, "example-2023-elderly-health-c1"]]
    ((_, *row),) = cells(tmp_path / "out/自评表.xlsx")
    assert row == [
        *("老年人健康管理率", "≥62%", 63.9, "%", "超过目标", None, None),
        *("2023年工作总结 一", "example-2023-elderly-health-m1"),
    ]


def test_a_table_that_is_there_is_not_overwritten_unless_asked(export, tmp_path):
    export("--region", "example", "--year", "2023")
    file = tmp_path / "out/任务分解表.xlsx"
    file.write_bytes(b"mine")
    code, said = export("--region", "example", "--year", "2023")
    assert (code, file.read_bytes()) == (2, b"mine")
    assert "任务分解表.xlsx、自评表.xlsx 已经在那里" in said
    code, _ = export("--region", "example", "--year", "2023", "--overwrite")
    assert (code, file.read_bytes()[:2]) == (0, b"PK")


@pytest.mark.parametrize(
    "words", [("--region", "nowhere", "--year", "2023"), ("--region", "example", "--year", "1999")]
)
def test_a_place_without_records_is_told_with_those_that_have_some(export, words, tmp_path):
    code, said = export(*words)
    assert code == 2
    assert "example 2023" in said
    assert not (tmp_path / "out").exists()


def test_content_with_problems_is_not_exported(export, content):
    (content / "regions/example/2023/elderly-health.md").write_text("---\n", encoding="utf-8")
    code, said = export("--region", "example", "--year", "2023")
    assert code == 1
    assert "ledger check" in said
