"""`ledger import 表.xlsx`: a table of an office → a plan in words, and drafts where they are asked for."""

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.exit_code import ExitCode, StopError
from ledger.commands.table_writing import Job, write_job
from ledger.commands.trial import require_region, sound_ledger

if TYPE_CHECKING:
    from ledger.importers.tables.sheet import Sheet, TableFile

PLACE = "表{sheet} 第{row}行"
_YEAR = re.compile(r"(?<!\d)(20\d{2})年")
_TITLE_ROWS = 3


def add_table_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options that only tables have.

    Args:
        options: the group they belong to.
    """
    options.add_argument(
        "--map", metavar="对应", help="哪一列是什么：任务=列名,牵头=列名；或者写着这些的小文件"
    )
    options.add_argument(
        "--sheet", action="append", metavar="工作表", help="只读这一张（名称或第几张），可重复"
    )
    options.add_argument("--topic", metavar="主题", help="表里看不出主题的行归到这个主题编号")
    options.add_argument(
        "--source", metavar="来源", help="表在 sources.yml 里的编号；不写就登记成一份新的草稿"
    )
    options.add_argument("--write", action="store_true", help="把表写入；不加只列出会写什么")


def run(arguments: argparse.Namespace) -> int:
    """Print what a table would become, and write it where that is asked for.

    Args:
        arguments: the parsed command line.
    """
    from ledger.commands.table_words import plan_lines, problem_lines
    from ledger.importers.tables.table_file import read_table_file

    path = Path(arguments.file)
    file = read_table_file(path)
    if file.problems:
        print("\n".join(problem_lines(file.problems)))
        return ExitCode.CONTENT
    job = _job(arguments, file)
    stated = _stated_year(path, [plan.sheet for plan in job.plans])
    if stated not in {None, job.wanted.year}:
        print(f"表的标题或文件名写着 {stated} 年，--year 写的是 {job.wanted.year}：请核对。")
    for plan, changes in zip(job.plans, job.changes, strict=True):
        print("\n".join(plan_lines(file, plan, changes, job.ledger)))
    has_problems = any(plan.problems for plan in job.plans)
    if arguments.write:
        write_job(arguments, job)
    else:
        print(_next_step(job))
    return ExitCode.CONTENT if has_problems else ExitCode.GOOD


def _job(arguments: argparse.Namespace, file: "TableFile") -> Job:
    from ledger.commands.export import tables_of
    from ledger.importers.tables.mapping import read_declared
    from ledger.importers.tables.table_changes import TableChanges, compare_table
    from ledger.importers.tables.table_plan import Wanted, plan_table, recognised_rows
    from ledger.problems import nearest

    require_region(arguments.content, arguments.region)
    ledger = sound_ledger(arguments.content)
    if arguments.topic and arguments.topic not in ledger.dictionary.topics:
        near = nearest(arguments.topic, ledger.dictionary.topics)
        meant = f"，是不是 {near}？" if near else "。"
        told = f"没有主题“{arguments.topic}”{meant}主题编号见 dictionary/topics.yml。"
        raise StopError(told, ExitCode.TOOL)
    sheets = _sheets(file, arguments.sheet)
    year = arguments.year or _year(Path(arguments.file), sheets)
    known = frozenset([*ledger.measures, *ledger.commitments])
    declared = read_declared(arguments.map) if arguments.map else {}
    wanted = Wanted(year, declared, arguments.topic, PLACE, known)
    job = Job(file, ledger, wanted, arguments.region)
    exported = {table.kind: table for table in tables_of(ledger, arguments.region, year)}
    for sheet in sheets:
        plan = plan_table(file, sheet, wanted, ledger.dictionary)
        rows = recognised_rows(plan, wanted, ledger.dictionary)
        # A table whose ids are all unknown was exported too; one without any was not.
        is_exported = rows or any(problem.code == "MZ173" for problem in plan.problems)
        kind = plan.mapped.kind if plan.mapped else None
        table = exported.get(kind) if kind and is_exported else None
        job.plans.append(plan)
        job.changes.append(compare_table(table, ledger, rows) if table else TableChanges())
    return job


def _sheets(file: "TableFile", names: list[str] | None) -> "list[Sheet]":
    """The sheets that are asked for; without a word all that are shown and hold anything."""
    from ledger.importers.tables.sheet import SheetRemark

    if not names:
        shown = [
            sheet
            for sheet in file.sheets
            if all(remark.kind is not SheetRemark.HIDDEN_SHEET for remark in sheet.remarks)
        ]
        filled = [sheet for sheet in shown if sheet.rows]
        for sheet in file.sheets:
            if sheet not in filled:
                reason = "空的" if sheet in shown else "隐藏的"
                print(f"工作表“{sheet.name}”是{reason}，没有读；要读就加 --sheet {sheet.name}")
        return filled or shown[:1]
    found = []
    for name in names:
        match = [sheet for sheet in file.sheets if name in {sheet.name, str(sheet.number)}]
        if not match:
            known = "、".join(sheet.name for sheet in file.sheets)
            raise StopError(f"没有工作表“{name}”。有的是：{known}", ExitCode.TOOL)
        found += match
    return found


def _year(path: Path, sheets: "list[Sheet]") -> int:
    year = _stated_year(path, sheets)
    if year is None:
        raise StopError("表的标题和文件名里都没有年份：加上 --year，如 --year 2025", ExitCode.TOOL)
    return year


def _stated_year(path: Path, sheets: "list[Sheet]") -> int | None:
    """The year of the first lines of a sheet, else of the file's name."""
    texts = [text for sheet in sheets for row in sheet.rows[:_TITLE_ROWS] for text in row]
    years = (_YEAR.search(text) for text in (*texts, path.stem))
    return next((int(match[1]) for match in years if match), None)


def _next_step(job: Job) -> str:
    drafts = sum(len(records) for _, records in job.records())
    edits = sum(bool(change.edits) for changes in job.changes for change in changes.changes)
    if not drafts and not edits:
        return "没有要写的。"
    return f"以上还没有写入：新草稿 {drafts} 条，改动 {edits} 处。看过没有问题，加 --write 再运行一次。"
