"""Command line: arguments, progress and exit codes; 0 is good, 1 wrong content, 2 the tool itself."""

import argparse
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[2]
_GOOD, _CONTENT, _TOOL = 0, 1, 2
_ADVICE = "加 --debug 再运行一次，把输出发给维护者。"


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
        return _TOOL
    except Exception as error:  # noqa: BLE001 -- whatever happens, an editor sees one Chinese sentence
        if options.debug:
            traceback.print_exc()
        print(f"程序内部错误（{type(error).__name__}）：这不是内容的问题。{_ADVICE}")
        return _TOOL


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ledger", description="卫健明账：检查内容、生成网站、预览。")
    parser.set_defaults(debug=False)
    commands = parser.add_subparsers(required=True, metavar="命令")
    for name, command, help_ in (
        ("check", _check, "检查内容，列出全部问题"),
        ("build", _build, "检查内容并生成网站"),
        ("serve", _serve, "在本机预览，改了内容立即可见"),
    ):
        sub = commands.add_parser(name, help=help_)
        sub.set_defaults(command=command)
        sub.add_argument("--content", type=Path, default=_PROJECT / "content", help="内容文件夹")
        sub.add_argument("--debug", action="store_true", help="出错时显示程序细节")
        if name == "build":
            sub.add_argument("--site-dir", type=Path, default=_PROJECT / "site", help="网站放在哪个文件夹")
        if name == "serve":
            sub.add_argument("--port", type=int, default=8000, help="端口")
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
    from ledger.publishing import BuilderError, ContentError

    try:
        work()
    except ContentError:
        print("没有生成网站，原来的网站没有改动。请按上面的“改法”修改后再运行。")
        return _CONTENT
    except BuilderError as error:
        print(error.log if options.debug else "\n".join(error.warnings))
        print("没有生成网站，原来的网站没有改动。上面若有 WARNING 行，请改好 docs/ 里对应的页面；")
        print(f"若没有，{_ADVICE}")
        return _TOOL
    return _GOOD


if __name__ == "__main__":
    sys.exit(main())
