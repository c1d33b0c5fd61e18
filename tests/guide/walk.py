"""The way that the pages below /editing/ show, really walked: from a Word file of our own to a page.

Everything happens in a scratch folder; the screens are what the commands print there, so that a picture can
be made again, and compared with the one in `docs/assets/images/editing/`.
"""

import contextlib
import io
import shutil
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import openpyxl
import xlsxwriter

from ledger import cli
from ledger.commands import document_import
from tests.importing.building import build_document

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
REGION = "name: 示例县\nlevel: county\nname_status: stated\n"
SOURCE = """\
- id: example-2025-table
  title: 2025年重点工作任务分解表
  kind: plan
  year: 2025
  year_basis: stated
  year_reason: 表的标题写明。
  period: 2025
  completeness: whole
  legibility: clean
"""
SUMMARY = "2024年工作总结.docx"
TASKS = "2025年任务分解表.xlsx"
TASK_ROWS = [
    ["2025年重点工作任务分解表"],
    ["序号", "主要任务", "责任单位", "完成时限"],
    [1, "改造村卫生室12所", "基层卫生股", "2025年12月底"],
    [2, "适龄儿童免疫规划疫苗接种率达到90%以上", "疾控中心", "2025年11月底"],
]
PAGE = "example/2024/elderly-health/"
ELDERLY = "content/regions/example/2024/elderly-health.md"
RULE = "─" * 40
LIMITS = "程序做不到的"


@dataclass(frozen=True)
class Walk:
    """A scratch folder in which the commands are run.

    Args:
        folder: holds `content/`, as a project does.
    """

    folder: Path
    importing = f"ledger import {SUMMARY} --region example"

    def run(self, command: str, *, keys: str = "") -> str:
        """Run one command and return what stood on the screen, the command itself included."""
        printed = io.StringIO()
        reports = self.folder / ".cache/import"
        with (
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(printed),
            mock.patch.object(document_import, "REPORTS", reports),
            mock.patch("sys.stdin", io.StringIO(keys)),
        ):
            cli.main([*command.split()[1:], "--content", "content"])
        shown = printed.getvalue().replace(f"{self.folder}/", "")
        return f"$ {command}\n{shown}"

    def change(self, name: str, old: str, new: str) -> None:
        """Edit a file as an editor would."""
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old)
        file.write_text(text.replace(old, new), encoding="utf-8")


def begin(folder: Path) -> Walk:
    """Lay out a scratch folder: the real dictionary, one region, one Word file, one table."""
    region = folder / "content/regions/example"
    region.mkdir(parents=True)
    shutil.copytree(PROJECT / "content/dictionary", folder / "content/dictionary")
    shutil.copy(PROJECT / "content/site.yml", folder / "content")
    (region / "region.yml").write_text(REGION, encoding="utf-8")
    (region / "sources.yml").write_text(SOURCE, encoding="utf-8")
    build_document(HERE / "annual_summary.docx.txt", folder).rename(folder / SUMMARY)
    with xlsxwriter.Workbook(str(folder / TASKS)) as book:
        sheet = book.add_worksheet("分解表")
        for number, row in enumerate(TASK_ROWS):
            sheet.write_row(number, 0, row)
    return Walk(folder)


def walk_the_document(walk: Walk) -> dict[str, str]:
    """Import the Word file and confirm what was found; return the screens on the way by name."""
    screens = {}
    said = walk.run(walk.importing)
    screens["import"] = said.split(LIMITS)[0]
    screens["review-repair"] = RULE + next(
        part
        for part in walk.run("ledger review", keys="\n" * 80).split(RULE)
        if " raw: " in part and " value: " in part
    )
    walk.change(ELDERLY, "value: 15206", "value: 15,206")
    screens["check"] = walk.run("ledger check")
    return screens


def walk_the_table(walk: Walk) -> dict[str, str]:
    """Import the table, write it, export it, change one cell and see the change; return the screens."""
    command = f"ledger import {TASKS} --region example"
    screens = {"table": walk.run(command)}
    walk.run(f"{command} --source example-2025-table --write")
    walk.run("ledger review", keys="\n" * 80)
    walk.run("ledger export --region example --year 2025 --out 表格")
    (exported,) = (walk.folder / "表格").glob("*分解表*.xlsx")
    book = openpyxl.load_workbook(exported)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == "2025-11-30":
                cell.value = "2025-10-31"
    book.save(exported)
    screens["table-change"] = walk.run(f"ledger import 表格/{exported.name} --region example")
    return screens
