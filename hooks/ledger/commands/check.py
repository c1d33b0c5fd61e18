"""`ledger check`: everything that is wrong with the content, without building anything."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledger.commands.exit_code import ExitCode

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger
    from ledger.reports.selection import Selection

_FORMATS = ("text", "json", "github")
# What is mended, by its kind.
_FIXED = {
    "byte_order_mark": "删去文件开头的标记",
    "line_ends": "统一换行符",
    "invisible": "删去不可见字符",
    "blanks": "空格改为半角",
    "colon": "冒号改为半角",
    "number": "数字改为半角",
    "date": "改日期写法",
}


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument(
        "files", nargs="*", type=Path, metavar="文件", help="只列出这些文件的问题；不写就列出全部"
    )
    options.add_argument(
        "--format",
        choices=_FORMATS,
        metavar="形式",
        default="text",
        help="text 给人看，json 给程序读，github 给 GitHub Actions",
    )
    options.add_argument("--fix", action="store_true", help="先自动改好没有疑问的写法，再检查")


def run(arguments: argparse.Namespace) -> int:
    """Check the content and tell every problem.

    Args:
        arguments: the parsed command line.
    """
    from ledger.content.authored import check_authored
    from ledger.content.loader import load_ledger
    from ledger.problems import printable
    from ledger.reports.selection import select

    content = arguments.content.resolve()
    if content.is_file():
        print(f"{printable(str(arguments.content))} 不是文件夹；--content 后面写内容文件夹。")
        return ExitCode.TOOL
    files = [file.parent.resolve() / file.name for file in arguments.files]
    if arguments.fix and not _fix(content, files, arguments.format):
        return ExitCode.TOOL
    places = _places(content)
    ledger, problems = load_ledger(content)
    problems = sorted([*problems, *(problem for docs in places[1:] for problem in check_authored(docs))])
    selection = select(problems, {_name(file, content.parent) for file in files})
    if arguments.format == "json":
        _print_json(selection, content, files)
    else:
        _print_text(selection, content.parent)
        if arguments.format == "github":
            _print_for_github(selection)
        _print_remarks(files, places)
        _print_conclusion(selection, None if problems else ledger)
    return ExitCode.CONTENT if problems else ExitCode.GOOD


def _places(content: Path) -> list[Path]:
    """Give the folders to be checked: the content, and beside that of a whole site its authored pages."""
    return [content, content.parent / "docs"] if (content.parent / "mkdocs.yml").is_file() else [content]


def _name(file: Path, root: Path) -> str:
    """Name a file as problems do; one outside of the project keeps its whole path."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def _print_text(selection: "Selection", root: Path) -> None:
    from ledger.reports.text import as_text

    for text in as_text(selection.told, root):
        print(text)


def _print_json(selection: "Selection", content: Path, files: list[Path]) -> None:
    from ledger.reports.json import as_json

    # JSON is UTF-8 wherever it goes.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    checked = [file for file in _content_files(files or [content]) if file.is_relative_to(content)]
    print(as_json(selection.told, checked, content.parent, len(selection.others)))


def _content_files(places: Iterable[Path]) -> list[Path]:
    found = [file for place in places for file in (place.rglob("*") if place.is_dir() else (place,))]
    return [file for file in found if file.is_file() and not file.name.startswith(".")]


def _print_for_github(selection: "Selection") -> None:
    from ledger.reports.github import LARGEST_SUMMARY, annotations, summary, with_head

    for annotation in annotations(selection.told, len(selection.others)):
        print(annotation)
    problems = (*selection.told, *selection.others)
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path and problems:
        # The summary repeats what is printed above; without it nothing is lost.
        with suppress(OSError), Path(path).open("a", encoding="utf-8") as file:
            text = summary(problems, with_head(os.environ, _event()), LARGEST_SUMMARY - file.tell())
            file.write(text)


def _event() -> dict[str, Any]:
    """Read what started the run; nothing where it is not known."""
    path = Path(os.environ.get("GITHUB_EVENT_PATH") or "nowhere")
    try:
        event = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return event if isinstance(event, dict) else {}


def _print_remarks(files: list[Path], places: list[Path]) -> None:
    from ledger.problems import printable

    for file in files:
        name = printable(_name(file, places[0].parent))
        if not file.exists():
            print(f"没有 {name} 这个文件；如果是刚删除的，引用它的地方也已经查过。")
        elif not any(_touch(file, place) for place in places):
            print(f"这里不检查 {name}，它不是内容文件，也不是网站的手写页面。")


def _touch(file: Path, place: Path) -> bool:
    return file.is_relative_to(place) or place.is_relative_to(file)


def _print_conclusion(selection: "Selection", ledger: "Ledger | None") -> None:
    from ledger.reports.text import left_out

    if selection.told:
        count = len({problem.path for problem in selection.told})
        print(f"共 {len(selection.told)} 处问题，在 {count} 个文件里。按“改法”改好后再运行一次。")
    if selection.others:
        first = selection.others[0]
        count = len({problem.path for problem in selection.others})
        print(
            f"其他 {count} 个文件里还有 {len(selection.others)} 处问题，可能由这次改动引起。"
            f"第一处：{first.headline}\n运行 ledger check 列出全部。"
        )
    if ledger:
        print(f"内容检查通过：{len(ledger.regions)} 个地区，{len(ledger.files)} 个文件，没有发现问题。")
        for line in left_out(ledger.drafts):
            print(line)


def _fix(content: Path, files: list[Path], format_: str) -> bool:
    """Let the machine mend what is beyond doubt, and say what it changed; False where it may not."""
    from ledger.content.fixes import fix_content
    from ledger.problems import printable, without_commands

    if os.environ.get("CI"):
        print("--fix 会改写内容文件，不能在持续集成里运行。请在自己的电脑上运行，看过改动再提交。")
        return False
    if format_ != "text":
        print("--fix 只能和 --format text 一起用。")
        return False
    path = None
    for fix in fix_content(content, _content_files(files) if files else None):
        if fix.path != path:
            path = fix.path
            print(f"已改 {printable(path)}")
        change = f"{_visible(fix.old)} → {_visible(fix.new)}" if fix.new else _visible(fix.old)
        # Ends of lines are told once, at the first that was mended.
        place = f"第 {fix.line} 行起" if fix.code == "line_ends" else f"第 {fix.line} 行"
        print(without_commands(f"  {place} {_FIXED[fix.code]}：{change}"))
    if path is None:
        print("没有可以自动改的写法。")
    return True


def _visible(text: str) -> str:
    """Name every sign that cannot be seen, since such signs are what is mended."""
    return "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in text)
