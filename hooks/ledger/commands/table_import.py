"""`ledger import 表.xlsx`: a table of an office → a plan in words, and drafts where they are asked for."""

import argparse
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.exit_code import ExitCode

if TYPE_CHECKING:
    from ledger.importers.tables.sheet import Sheet, TableFile
    from ledger.importers.tables.table_changes import TableChanges
    from ledger.importers.tables.table_plan import Wanted
    from ledger.importers.tables.table_record import TablePlan, TableRecord
    from ledger.model.ledger import Ledger

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
    options.add_argument("--source", metavar="来源", help="表在 sources.yml 里的编号；写草稿时必写")
    options.add_argument("--write", action="store_true", help="把表写入；不加只列出会写什么")


@dataclass
class _Job:
    """One run: what was read, and what would be made of it."""

    file: "TableFile"
    ledger: "Ledger"
    wanted: "Wanted"
    region: str
    plans: "list[TablePlan]" = field(default_factory=list)
    changes: "list[TableChanges]" = field(default_factory=list)

    def records(self) -> "list[tuple[Sheet, list[TableRecord]]]":
        """The proposed records of each sheet."""
        pairs = zip(self.plans, self.changes, strict=True)
        return [(plan.sheet, [*plan.records, *changes.added]) for plan, changes in pairs]


class _StopError(Exception):
    """The command cannot go on; its words say why."""


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
    try:
        job = _job(arguments, file)
    except _StopError as error:
        print(error)
        return ExitCode.TOOL
    stated = _stated_year(path, [plan.sheet for plan in job.plans])
    if stated not in {None, job.wanted.year}:
        print(f"表的标题或文件名写着 {stated} 年，--year 写的是 {job.wanted.year}：请核对。")
    for plan, changes in zip(job.plans, job.changes, strict=True):
        print("\n".join(plan_lines(file, plan, changes, job.ledger)))
    has_problems = any(plan.problems for plan in job.plans)
    if arguments.write:
        return max(_write(arguments, job), ExitCode.CONTENT if has_problems else ExitCode.GOOD)
    print(_next_step(job))
    return ExitCode.CONTENT if has_problems else ExitCode.GOOD


def _job(arguments: argparse.Namespace, file: "TableFile") -> _Job:
    from ledger.commands.export import tables_of
    from ledger.content.loader import load_ledger
    from ledger.importers.tables.mapping import read_declared
    from ledger.importers.tables.table_changes import TableChanges, compare_table
    from ledger.importers.tables.table_plan import Wanted, plan_table, recognised_rows

    ledger, problems = load_ledger(arguments.content)
    if ledger is None:
        raise _StopError(f"内容有 {len(problems)} 处问题，先运行 ledger check 逐条改好。")
    if arguments.region not in ledger.regions:
        raise _StopError(f"没有地区“{arguments.region}”。有的是：{'、'.join(ledger.regions)}")
    if arguments.topic and arguments.topic not in ledger.dictionary.topics:
        raise _StopError(f"没有主题“{arguments.topic}”。主题编号见 dictionary/topics.yml。")
    sheets = _sheets(file, arguments.sheet)
    year = arguments.year or _year(Path(arguments.file), sheets)
    known = frozenset([*ledger.measures, *ledger.commitments])
    declared = read_declared(arguments.map) if arguments.map else {}
    wanted = Wanted(year, declared, arguments.topic, PLACE, known)
    job = _Job(file, ledger, wanted, arguments.region)
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
            raise _StopError(f"没有工作表“{name}”。有的是：{'、'.join(sheet.name for sheet in file.sheets)}")
        found += match
    return found


def _year(path: Path, sheets: "list[Sheet]") -> int:
    year = _stated_year(path, sheets)
    if year is None:
        raise _StopError("表的标题和文件名里都没有年份：加上 --year，如 --year 2025")
    return year


def _stated_year(path: Path, sheets: "list[Sheet]") -> int | None:
    """The year of the first lines of a sheet, else of the file's name."""
    texts = [text for sheet in sheets for row in sheet.rows[:_TITLE_ROWS] for text in row]
    years = (_YEAR.search(text) for text in (*texts, path.stem))
    return next((int(match[1]) for match in years if match), None)


def _next_step(job: _Job) -> str:
    drafts = sum(len(records) for _, records in job.records())
    edits = sum(bool(change.edits) for changes in job.changes for change in changes.changes)
    if not drafts and not edits:
        return "没有要写的。"
    return f"以上还没有写入：新草稿 {drafts} 条，改动 {edits} 处。看过没有问题，加 --write 再运行一次。"


def _write(arguments: argparse.Namespace, job: _Job) -> ExitCode:
    from ledger.importers.tables.table_drafts import DraftPlace, change_records, write_drafts

    drafts = [(sheet, records) for sheet, records in job.records() if records]
    if drafts and not _has_source(arguments, job):
        return ExitCode.TOOL
    every = [change for changes in job.changes for change in changes.changes]
    changed = change_records(arguments.content, job.ledger, every)
    for change in changed.by_hand:
        print(f"{change.record} 写在花括号里，程序不改：请自己把 {change.field} 改成“{change.new}”")
    code = _put(arguments.content, changed.texts) if changed.texts else ExitCode.GOOD
    if code is not ExitCode.GOOD:
        return code
    if changed.texts:
        print(
            f"已改 {len(changed.texts)} 个文件。公布过的数字、目标、期限改了，要在 corrections.yml 写更正："
        )
        print("运行 ledger diff main，会给出可以直接贴的一条。")
    if drafts:
        place = DraftPlace(arguments.content, job.region, job.wanted.year, arguments.source)
        written = write_drafts(place, drafts, job.ledger.dictionary)
        for path, text in written.texts.items():
            _save(arguments.content / path, text)
            print(f"已写 {path}")
        print(f"写了 {written.drafts} 条草稿（draft: true），逐条看过、去掉 draft 才会公开。")
        for record in written.without_topic:
            print(f"{record.at} 看不出主题，没有写：加 --topic 主题编号再导入，或者自己写")
    return ExitCode.GOOD


def _has_source(arguments: argparse.Namespace, job: _Job) -> bool:
    if arguments.source in job.ledger.sources:
        return True
    name = arguments.source or f"{job.region}-{job.wanted.year}-table"
    said = f"sources.yml 里没有来源“{arguments.source}”" if arguments.source else "没有写 --source"
    print(
        f"{said}，没有写入。先在 regions/{job.region}/sources.yml 登记这份表，再加 --source {name}：\n"
        f"- id: {name}\n  title: {Path(arguments.file).stem}\n  kind: statistics\n  year: {job.wanted.year}\n"
        f"  year_basis: stated\n  year_reason: 表的标题写明。\n  period: {job.wanted.year}\n"
        "  completeness: whole\n  legibility: clean"
    )
    return False


def _put(content: Path, texts: dict[str, str]) -> ExitCode:
    """Write changed files; where the content would no longer be right, put the old ones back."""
    from ledger.content.loader import load_ledger

    before = {path: (content / path).read_bytes() for path in texts}
    for path, text in texts.items():
        _save(content / path, text)
    after, problems = load_ledger(content)
    if after is not None:
        return ExitCode.GOOD
    for path, data in before.items():
        (content / path).write_bytes(data)
    print("照表改了以后，内容检查通不过，所以一处也没有改：")
    print("\n".join(str(problem) for problem in problems))
    return ExitCode.CONTENT


def _save(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    scratch = file.with_name(f".{file.name}.new")
    scratch.write_bytes(text.encode())
    scratch.replace(file)
