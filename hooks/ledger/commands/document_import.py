"""`ledger import FILE --region R`: a document becomes drafts of content, which a person has to confirm."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.builder import PROJECT
from ledger.commands.exit_code import ExitCode, StopError
from ledger.commands.trial import problems_after, require_region, sound_ledger, write_texts

if TYPE_CHECKING:
    from ledger.importers.drafts.import_plan import ImportPlan
    from ledger.importers.extraction import Extraction
    from ledger.importers.reading import Reading
    from ledger.model.dictionary import Dictionary

REPORTS = PROJECT / ".cache" / "import"
_PASTED = "-"
_UNNAMED = "粘贴的文字"


def run(arguments: argparse.Namespace) -> int:
    """Read a document, and write what was found in it as drafts.

    Args:
        arguments: the parsed command line.
    """
    from ledger.commands.import_words import report
    from ledger.commands.terminal import harmless, say

    require_region(arguments.content, arguments.region)
    dictionary = sound_ledger(arguments.content).dictionary
    extraction = _extraction(arguments, dictionary)
    plan = _plan(arguments, extraction, dictionary)
    problems = problems_after(arguments.content, plan.texts, drafts=True)
    write_texts(arguments.content, plan.texts)
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


def _extraction(arguments: argparse.Namespace, dictionary: "Dictionary") -> "Extraction":
    from ledger.importers.extractor import UnknownYearError, extract

    print("正在读文件…", flush=True)
    reading = _reading(arguments.file)
    print(f"正在找数字、承诺、成效和问题（{len(reading.blocks)} 段）…", flush=True)
    try:
        return extract(reading, dictionary, arguments.year)
    except UnknownYearError as error:
        raise StopError(f"{error.reason}\n加上 --year 年份再运行，如 --year 2023。") from None


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
        message = fault.message.format_map({**error.details, "name": error.details["name"] or _UNNAMED})
        raise StopError(f"{error.code}: {message}\n    改法: {fault.plain_mend}") from None
    except OSError:
        raise StopError(f"打不开 {name}：看看文件名和文件夹写得对不对。") from None


def _plan(arguments: argparse.Namespace, extraction: "Extraction", dictionary: "Dictionary") -> "ImportPlan":
    from ledger.content.record_lines import UnreadableTextError
    from ledger.importers.drafts.import_plan import AlreadyImportedError, plan_import

    try:
        return plan_import(arguments.content, arguments.region, extraction, dictionary, arguments.year)
    except AlreadyImportedError as error:
        raise StopError(
            f"这份文件已经在账里：来源 {error.source}。要重新导入，先删去它和它的草稿。"
        ) from None
    except UnreadableTextError:
        raise StopError(
            "要加草稿的文件里有草稿读不懂，或有一个列表写在 [ ] 里。先改成每条另起一行，再导入。"
        ) from None
