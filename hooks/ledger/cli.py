"""The command line as a whole: which commands there are, and what nobody but the maintainer may see."""

import argparse
import io
import os
import sys
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from ledger.commands import (
    audit,
    build,
    check,
    diff,
    explain,
    export,
    file_import,
    gates,
    new,
    overlap,
    review,
    schema,
    serve,
)
from ledger.commands.builder import PROJECT
from ledger.commands.exit_code import ADVICE, ExitCode, StopError
from ledger.commands.new_form import Form
from ledger.commands.terminal import say
from ledger.own_table import UnreadableTableError

# Name, module and one line of help, in the order in which an editor meets them.
COMMANDS = (
    ("check", check, "检查内容，列出全部问题"),
    ("explain", explain, "解释一个错误编号"),
    ("build", build, "检查内容并生成网站"),
    ("new", new, "新建一个地区、一年、一个主题或一个指标"),
    ("import", file_import, "把一份文件或一张表读成草稿"),
    ("review", review, "一条一条确认草稿"),
    ("diff", diff, "与旧版比较，看改了什么、缺哪些更正"),
    ("export", export, "把一地一年的内容写成任务分解表和自评表"),
    ("audit", audit, "列出数字互相核对的结果"),
    ("gates", gates, "检查生成好的网站能不能发布"),
    ("overlap", overlap, "比较两份文字有多少相同"),
    ("serve", serve, "在本机预览，改了内容立即可见"),
    ("schema", schema, "编辑器用的字段说明在哪里，加 --write 重写"),
)


class _Help(argparse.HelpFormatter):
    """Help whose first word is Chinese too."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with 用法 instead of usage."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese throughout."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 -- whatever argparse takes
        super().__init__(add_help=False, formatter_class=_Help, **settings)

    def add_options(self) -> argparse._ArgumentGroup:
        """Make the group of options, with the one for help."""
        group = self.add_argument_group("选项")
        group.add_argument("-h", "--help", action="help", help="显示这份说明")
        return group

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 -- argparse's own words are English
        """Say in Chinese that the command was not understood."""
        self.exit(ExitCode.TOOL, f"看不懂这条命令。\n{self.format_usage()}加 -h 看说明。\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the words after the program's name; those of the process by default.

    Returns:
        Exit code: 0 good, 1 content has problems, 2 the tool failed.
    """
    # What editors wrote is shown as far as the terminal knows its signs, and never stops a report.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(arguments)
    try:
        code = int(options.run(options))
        # What is still held back is written here, where a closed pipe can be told from a fault.
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads the output, such as head, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.TOOL
    except KeyboardInterrupt:
        print("已停止。")
        return ExitCode.TOOL
    except StopError as error:
        say(str(error))
        return error.code
    except UnreadableTableError as error:
        if options.debug:
            traceback.print_exc()
        place = f"{_name(error.file)}:{error.line}:{error.column}"
        print(f"{place}: 错误: 程序自己的这个文件读不懂")
        print("    改法: 撤销最近对它的改动，或对照 TOML 的写法改好这一行")
        return ExitCode.TOOL
    except Exception as error:  # noqa: BLE001 -- whatever happens, an editor sees one Chinese sentence
        if options.debug:
            traceback.print_exc()
        print(f"程序内部错误（{type(error).__name__}）：这不是内容的问题。{ADVICE}")
        return ExitCode.TOOL
    return code


def _name(file: Path) -> str:
    """Name a file of the program as problems do."""
    return file.relative_to(PROJECT).as_posix() if file.is_relative_to(PROJECT) else file.as_posix()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="ledger", description="卫健明账：检查内容、生成网站、预览。")
    parser.set_defaults(debug=False)
    parser.add_options()
    commands = parser.add_subparsers(required=True, title="命令", metavar="命令")
    for name, module, help_ in COMMANDS:
        sub = commands.add_parser(name, help=help_)
        if module is not new:
            _add_options(sub, module)
            continue
        sub.add_options()
        forms = sub.add_subparsers(required=True, title="新建什么", metavar="什么")
        for form in new.FORMS:
            _add_options(forms.add_parser(form.name, help=form.help), form)
    return parser


def _add_options(parser: _Parser, command: ModuleType | Form) -> None:
    """Add what every command takes, and what this one takes beside."""
    parser.set_defaults(run=command.run)
    options = parser.add_options()
    options.add_argument(
        "--content", type=Path, default=PROJECT / "content", metavar="文件夹", help="内容文件夹"
    )
    options.add_argument("--debug", action="store_true", help="出错时显示程序细节")
    command.add_arguments(options)


if __name__ == "__main__":
    sys.exit(main())
