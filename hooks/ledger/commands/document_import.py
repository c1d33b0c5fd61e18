"""`ledger import FILE --region R`: a document becomes drafts of content, which a person has to confirm."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.builder import PROJECT
from ledger.commands.exit_code import ExitCode

if TYPE_CHECKING:
    from ledger.importers.drafts.import_plan import ImportPlan
    from ledger.importers.extraction import Extraction
    from ledger.importers.reading import Reading
    from ledger.model.dictionary import Dictionary
    from ledger.problems import Problem

REPORTS = PROJECT / ".cache" / "import"
_PASTED = "-"


class _StopError(Exception):
    """The command cannot go on; its words say why and what to do."""


def run(arguments: argparse.Namespace) -> int:
    """Read a document, and write what was found in it as drafts.

    Args:
        arguments: the parsed command line.
    """
    from ledger.commands.import_words import report
    from ledger.commands.terminal import harmless, say

    try:
        dictionary = _dictionary(arguments)
        extraction = _extraction(arguments, dictionary)
        plan = _plan(arguments, extraction, dictionary)
    except _StopError as error:
        say(str(error))
        return ExitCode.CONTENT
    problems = _problems(arguments.content, plan)
    try:
        _write(arguments.content, plan)
    except OSError as error:
        print(f"写不了内容文件（{error.strerror}），所以一个也没有改动。看看磁盘和权限，再运行一次。")
        return ExitCode.TOOL
    say("\n".join(report(plan, problems, dictionary, whole=False)))
    file = REPORTS / f"{plan.source}.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = "\n".join([*report(plan, problems, dictionary, whole=True), ""])
    file.write_text(harmless(whole), encoding="utf-8")
    drafts = sum(len(entries) for item in plan.drafts.values() for entries in item.entries.values())
    print(f"写好了 {drafts} 条草稿和 1 个来源，在 {len(plan.texts)} 个内容文件里；都没有公开。")
    print(f"全部清单：{file}")
    print("下一步：ledger review 一条一条确认；make serve 在网页上看。")
    return ExitCode.GOOD


def _dictionary(arguments: argparse.Namespace) -> "Dictionary":
    from ledger.content.loader import load_ledger

    content: Path = arguments.content
    if not (content / "regions" / arguments.region / "region.yml").is_file():
        known = sorted(file.parent.name for file in (content / "regions").glob("*/region.yml"))
        raise _StopError(
            f"没有“{arguments.region}”这个地区；已有：{'、'.join(known)}。\n"
            f"新的地区先建：ledger new region {arguments.region}"
        )
    ledger, problems = load_ledger(content)
    if ledger is None:
        raise _StopError(f"内容有 {len(problems)} 处问题，先运行 ledger check 逐条改好，再导入。")
    return ledger.dictionary


def _extraction(arguments: argparse.Namespace, dictionary: "Dictionary") -> "Extraction":
    from ledger.importers.extractor import UnknownYearError, extract

    print("正在读文件…", flush=True)
    reading = _reading(arguments.file)
    print(f"正在找数字、承诺、成效和问题（{len(reading.blocks)} 段）…", flush=True)
    try:
        return extract(reading, dictionary, arguments.year)
    except UnknownYearError as error:
        raise _StopError(f"{error.reason}\n加上 --year 年份再运行，如 --year 2023。") from None


def _reading(name: str) -> "Reading":
    from ledger.importers.documents.document import read_document, read_pasted
    from ledger.importers.documents.unreadable import UnreadableDocumentError
    from ledger.problems import CATALOGUE

    try:
        if name == _PASTED:
            return read_pasted(sys.stdin.read())
        return read_document(Path(name))
    except UnreadableDocumentError as error:
        fault = CATALOGUE[error.code]
        message = fault.message.format_map(error.details)
        raise _StopError(f"{error.code}: {message}\n    改法: {fault.plain_mend}") from None
    except OSError:
        raise _StopError(f"打不开 {name}：看看文件名和文件夹写得对不对。") from None


def _plan(arguments: argparse.Namespace, extraction: "Extraction", dictionary: "Dictionary") -> "ImportPlan":
    from ledger.content.record_lines import UnreadableTextError
    from ledger.importers.drafts.import_plan import AlreadyImportedError, plan_import

    try:
        return plan_import(arguments.content, arguments.region, extraction, dictionary, arguments.year)
    except AlreadyImportedError as error:
        raise _StopError(
            f"这份文件已经在账里：来源 {error.source}。要重新导入，先删去它和它的草稿。"
        ) from None
    except UnreadableTextError:
        raise _StopError(
            "要加草稿的文件里有草稿读不懂，或有一个列表写在 [ ] 里。先改成每条另起一行，再导入。"
        ) from None


def _problems(content: Path, plan: "ImportPlan") -> "list[Problem]":
    """Load the content as it would be, drafts included, and give what is wrong in the changed files."""
    from ledger.content.loader import load_ledger

    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(shutil.copytree(content, Path(scratch) / content.resolve().name))
        for name, text in plan.texts.items():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes(text.encode())
        _, problems = load_ledger(copy, drafts=True)
    changed = {f"{copy.name}/{name}" for name in plan.texts}
    return [problem for problem in problems if problem.path in changed]


def _write(content: Path, plan: "ImportPlan") -> None:
    from ledger.content.writing import write_files

    write_files({content / name: text for name, text in plan.texts.items()})
