"""Command line: arguments, progress and exit codes; 0 is good, 1 wrong content, 2 the tool itself."""

import argparse
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

_PROJECT = Path(__file__).resolve().parents[2]
_GOOD, _CONTENT, _TOOL = 0, 1, 2
_ADVICE = "加 --debug 再运行一次，把输出发给维护者。"


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
        self.exit(_TOOL, f"看不懂这条命令。\n{self.format_usage()}加 -h 看说明。\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: the words after the program's name; those of the process by default.

    Returns:
        Exit code: 0 good, 1 content has problems, 2 the tool failed.
    """
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except KeyboardInterrupt:
        print("已停止。")
        return _GOOD if command is _serve else _TOOL
    except Exception as error:  # noqa: BLE001 -- whatever happens, an editor sees one Chinese sentence
        if options.debug:
            traceback.print_exc()
        print(f"程序内部错误（{type(error).__name__}）：这不是内容的问题。{_ADVICE}")
        return _TOOL


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="ledger", description="卫健明账：检查内容、生成网站、预览。")
    parser.set_defaults(debug=False)
    parser.add_options()
    commands = parser.add_subparsers(required=True, title="命令", metavar="命令")
    for name, command, help_ in (
        ("check", _check, "检查内容，列出全部问题"),
        ("build", _build, "检查内容并生成网站"),
        ("serve", _serve, "在本机预览，改了内容立即可见"),
    ):
        sub = commands.add_parser(name, help=help_)
        sub.set_defaults(command=command)
        options = sub.add_options()
        options.add_argument("--content", type=Path, default=_PROJECT / "content", help="内容文件夹")
        options.add_argument("--debug", action="store_true", help="出错时显示程序细节")
        if name == "build":
            options.add_argument(
                "--site-dir", type=Path, default=_PROJECT / "site", help="网站放在哪个文件夹"
            )
        if name == "serve":
            options.add_argument("--port", type=int, default=8000, help="端口")
    return parser


def _check(options: argparse.Namespace) -> int:
    from ledger.content.loader import load_ledger

    ledger, problems = load_ledger(options.content)
    for problem in problems:
        print(problem)
    if ledger is None:
        print(f"共 {len(problems)} 处问题。按“改法”改好后再运行一次。")
        return _CONTENT
    print(f"内容检查通过：{len(ledger.regions)} 个地区，{len(ledger.files)} 个文件，没有发现问题。")
    return _GOOD


def _build(options: argparse.Namespace) -> int:
    from ledger.publishing import publish

    print("正在检查内容并生成网站…", flush=True)
    return _run(
        options, lambda: _report(publish(_PROJECT, options.content, options.site_dir), options.site_dir)
    )


def _report(counts: dict[str, int], site_dir: Path) -> None:
    print(
        f"已生成：{counts['regions']} 个地区，{counts['files']} 个内容文件，{counts['pages']} 个页面\n"
        f"  承诺 {counts['commitments']} 项，成效 {counts['outcomes']} 项，自述问题 {counts['problems']} 个\n"
        f"  数字：公开 {counts['disclosed']} 个，隐去 {counts['redacted']} 个，"
        f"未见报告 {counts['not_reported']} 个\n"
        f"网站在 {site_dir}，打开其中的 index.html，或运行 make serve 预览。"
    )


def _serve(options: argparse.Namespace) -> int:
    from ledger.publishing import run_mkdocs

    address = f"127.0.0.1:{options.port}"
    print(
        f"预览地址 http://{address}/ ，改动 content/ 后自动更新；改动程序后请重新运行。按 Ctrl+C 结束。",
        flush=True,
    )
    return _run(
        options, lambda: run_mkdocs(_PROJECT, options.content, "serve", "--quiet", "--dev-addr", address)
    )


def _run(options: argparse.Namespace, work: Callable[[], None]) -> int:
    from ledger.publishing import BuilderError, ContentError, ForeignFolderError

    try:
        work()
    except ContentError:
        print("没有生成网站，原来的网站没有改动。请按上面的“改法”修改后再运行。")
        return _CONTENT
    except ForeignFolderError:
        print(f"{options.site_dir} 里有别的文件，不是以前生成的网站，所以没有改动。请换一个空文件夹。")
        return _TOOL
    except BuilderError as error:
        print(error.log if options.debug else "\n".join(error.warnings))
        print("没有生成网站，原来的网站没有改动。上面若有 WARNING 行，请改好 docs/ 里对应的页面；")
        print(f"若没有，{_ADVICE}")
        return _TOOL
    return _GOOD


if __name__ == "__main__":
    sys.exit(main())
