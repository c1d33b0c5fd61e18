"""`ledger serve`: a preview on this machine that follows every change of the content."""

import argparse

from ledger.commands.builder import PROJECT, run_builder
from ledger.commands.exit_code import ExitCode


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument("--port", type=int, default=8000, help="端口")


def run(arguments: argparse.Namespace) -> int:
    """Serve the preview until it is stopped, which is how it ends well.

    Args:
        arguments: the parsed command line.
    """
    from ledger.publishing import run_mkdocs

    address = f"127.0.0.1:{arguments.port}"
    print(
        f"预览地址 http://{address}/ ，改动 content/ 后自动更新；改动程序后请重新运行。按 Ctrl+C 结束。",
        flush=True,
    )
    words = ("serve", "--quiet", "--dev-addr", address)
    try:
        return run_builder(arguments, lambda: run_mkdocs(PROJECT, arguments.content, *words))
    except KeyboardInterrupt:
        print("已停止。")
        return ExitCode.GOOD
