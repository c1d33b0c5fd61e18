"""`ledger diff BASE`: what changed since a commit or a published site, and which corrections are missing."""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.exit_code import ExitCode

if TYPE_CHECKING:
    from ledger.commands.diff_words import Report
    from ledger.model.ledger import Ledger
    from ledger.revisions.snapshot import Snapshot

# What is said of a revision that cannot be had, by the name of what lacks.
_ADVICE = {
    "git": "没有找到 git。装好 git 再运行，或者写一个已生成网站的 data 文件夹来比。",
    "repository": "内容文件夹不在 git 仓库里。写一个已生成网站的 data 文件夹来比。",
    "commit": "没有“{base}”这个版本，也没有这个文件夹。版本写分支名、标签或提交编号，如 main、HEAD~1。",
    "history": "没有“{base}”这个版本：取下来的仓库只有最近的提交。先取全部历史："
    "本机运行 git fetch --unshallow；GitHub Actions 里给 actions/checkout 写 fetch-depth: 0。",
    "content": "“{base}”那一版里没有这个内容文件夹。换一个版本。",
    "data": "“{base}”里的数据读不出来，不是本账的 data 文件夹，或者文件不完整。换一个，或者写一个版本来比。",
}


class _BaseError(Exception):
    """The earlier revision cannot be had; its words say why."""


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument("base", metavar="旧版", help="和什么比：git 的版本，或已生成网站的 data 文件夹")
    options.add_argument(
        "--format", choices=("text", "json", "markdown"), default="text", help="text、json 或 markdown"
    )


def run(arguments: argparse.Namespace) -> int:
    """Compare the content with an earlier revision and print what differs.

    Args:
        arguments: the parsed command line.
    """
    from ledger.content.loader import load_ledger

    ledger, problems = load_ledger(arguments.content)
    if ledger is None:
        for problem in problems:
            print(problem, file=sys.stderr)
        print(f"现在的内容有 {len(problems)} 处问题，改好后再比较。", file=sys.stderr)
        return ExitCode.CONTENT
    try:
        before = _base(arguments)
    except _BaseError as error:
        print(error, file=sys.stderr)
        return ExitCode.TOOL
    report = _report(arguments, before, ledger)
    print(_written(report, arguments.format))
    return ExitCode.CONTENT if report.problems else ExitCode.GOOD


def _base(arguments: argparse.Namespace) -> "Snapshot":
    from ledger.revisions.repository import Lack, RepositoryError
    from ledger.revisions.snapshot import UnreadableDataError, find_data, of_data

    base = _on_one_line(arguments.base)
    try:
        # A commit before a folder: a proposed change could bring a folder with the name of the branch.
        return _commit(arguments)
    except RepositoryError as error:
        data = find_data(Path(arguments.base))
        if data is None or error.lack is Lack.CONTENT:
            raise _BaseError(_ADVICE[error.lack.value].format(base=base)) from error
    try:
        return of_data(data)
    except UnreadableDataError as error:
        raise _BaseError(_ADVICE["data"].format(base=base)) from error


def _commit(arguments: argparse.Namespace) -> "Snapshot":
    from ledger.content.loader import load_ledger
    from ledger.revisions.repository import extract_content
    from ledger.revisions.snapshot import of_ledger

    with tempfile.TemporaryDirectory(prefix="ledger-diff-") as scratch:
        ledger, problems = load_ledger(extract_content(arguments.content, arguments.base, Path(scratch)))
    if ledger is None:
        words = [
            f"现在的程序读不了“{_on_one_line(arguments.base)}”的内容，有 {len(problems)} 处问题，第一处：",
            str(problems[0]),
            "换一个较新的版本，或者写那一版生成的网站的 data 文件夹来比。",
        ]
        raise _BaseError("\n".join(words))
    return of_ledger(ledger)


def _report(arguments: argparse.Namespace, before: "Snapshot", ledger: "Ledger") -> "Report":
    from ledger.commands.diff_words import Report
    from ledger.revisions.comparison import columns_apart
    from ledger.revisions.contradictions import contradictions
    from ledger.revisions.demand import Content, demands, entries_lost
    from ledger.revisions.duty import judge_all
    from ledger.revisions.snapshot import of_ledger

    after = of_ledger(ledger)
    judged = judge_all(before, after)
    content = Content(arguments.content.resolve(), ledger)
    apart = columns_apart(before, after)
    problems = [
        *demands(judged, content),
        *contradictions(before, after, content),
        *entries_lost(before, after, content),
    ]
    return Report(_on_one_line(arguments.base), judged, problems, apart, content)


def _written(report: "Report", format_: str) -> str:
    from ledger.commands import diff_words

    writers = {"text": diff_words.text, "json": diff_words.as_json, "markdown": diff_words.markdown}
    return writers[format_](report)


def _on_one_line(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)
