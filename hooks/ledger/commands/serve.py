"""`ledger serve`: a preview on this machine that follows every change of the content."""

import argparse
import errno
import gc
import os
import re
import traceback
from contextlib import closing
from typing import TYPE_CHECKING

from ledger.commands.builder import PROJECT, settings_problems
from ledger.commands.exit_code import ExitCode

if TYPE_CHECKING:
    from ledger.preview.preview import Preview
    from ledger.preview.server import PreviewServer

_LARGEST_PORT = 65535
# Ports that are tried when the one that was asked for is taken.
_TRIED = 20
_TAKEN = {errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)}


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument("--port", default="8000", help="端口")


def run(arguments: argparse.Namespace) -> int:
    """Serve the preview until it is stopped, which is how it ends well.

    Args:
        arguments: the parsed command line.
    """
    port = int(arguments.port) if re.fullmatch("[0-9]{1,5}", arguments.port) else -1
    if not 0 <= port <= _LARGEST_PORT:
        print(f"端口要在 0 到 {_LARGEST_PORT} 之间，例如 --port 8000。")
        return ExitCode.TOOL
    if problems := settings_problems(PROJECT):
        from ledger.reports.text import as_text

        print("\n".join(as_text(problems, PROJECT)))
        print("没有开始预览。这是设置的错，不是内容的错：请把上面的输出发给维护者。")
        return ExitCode.TOOL
    try:
        return _serve(arguments, port)
    except KeyboardInterrupt:
        print("已停止。")
        # The system takes everything back at once; looking through it first takes a second.
        gc.freeze()
        return ExitCode.GOOD


def _serve(arguments: argparse.Namespace, port: int) -> int:
    from ledger.preview.preview import Preview

    def tell(error: Exception) -> None:
        if arguments.debug:
            traceback.print_exception(error)
        else:
            print(f"程序内部错误（{type(error).__name__}），浏览器里有说明。", flush=True)

    # The texts that are remembered are many objects without a cycle: looking through them costs a quarter.
    gc.set_threshold(200_000, 50, 100)
    with closing(Preview(PROJECT, arguments.content, tell)) as preview:
        server = _open(preview, port)
        if server is None:
            last = min(port + _TRIED, _LARGEST_PORT)
            print(f"端口 {port} 到 {last} 都被占用。请用 --port 写另一个，例如 --port 9000。")
            return ExitCode.TOOL
        with server:
            _show(preview, server.server_port, port)
            server.serve_forever()
    return ExitCode.GOOD


def _show(preview: "Preview", port: int, asked: int) -> None:
    if asked not in {port, 0}:
        print(f"端口 {asked} 正被别的程序占用（也许是另一个预览），这次改用 {port}。")
    if os.environ.get("SITE_URL"):
        print("预览不用 SITE_URL：分享图片和带完整网址的订阅，正式构建时才有。")
    print("正在读内容…", flush=True)
    preview.answer("")
    print(
        f"预览地址 http://127.0.0.1:{port}/ ，用浏览器打开。\n"
        "保存 content/ 或 docs/ 里的文件，网页会自己更新；改动程序后请重新运行。按 Ctrl+C 结束。",
        flush=True,
    )


def _open(preview: "Preview", first: int) -> "PreviewServer | None":
    from ledger.preview.server import PreviewServer

    for port in range(first, min(first + _TRIED, _LARGEST_PORT) + 1):
        try:
            return PreviewServer(preview, port)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
    return None
