"""`ledger build`: check the content, make the site, and put it in place of the earlier one."""

import argparse
import errno
from pathlib import Path

from ledger.commands.builder import PROJECT, run_builder
from ledger.commands.exit_code import ExitCode

# Why a folder cannot be written, as far as its owner can do something about it.
_REASONS = {
    errno.ENOSPC: "磁盘满了，请腾出空间",
    errno.EDQUOT: "磁盘配额用完了，请腾出空间",
    errno.EROFS: "那里只能读，请换一个文件夹",
    errno.EACCES: "没有写的权限，请换一个文件夹",
    errno.EPERM: "没有写的权限，请换一个文件夹",
    errno.ENAMETOOLONG: "名字太长，请换一个短的",
}


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument("--site-dir", type=Path, default=PROJECT / "site", help="网站放在哪个文件夹")


def run(arguments: argparse.Namespace) -> int:
    """Build the site and say what was built.

    Args:
        arguments: the parsed command line.
    """
    from ledger.publishing import publish

    print("正在检查内容并生成网站…", flush=True)
    try:
        return run_builder(
            arguments,
            lambda: _report(publish(PROJECT, arguments.content, arguments.site_dir), arguments.site_dir),
        )
    except OSError as error:
        if arguments.debug:
            raise
        reason = _REASONS.get(error.errno or 0, "请检查这个文件夹，或换一个")
        print(f"{arguments.site_dir} 旁边写不了文件，所以没有生成网站，原来的网站没有改动。")
        print(f"原因：{reason}。")
        return ExitCode.TOOL


def _report(counts: dict[str, int], site_dir: Path) -> None:
    print(
        f"已生成：{counts['regions']} 个地区，{counts['files']} 个内容文件，{counts['pages']} 个页面\n"
        f"  承诺 {counts['commitments']} 项，成效 {counts['outcomes']} 项，自述问题 {counts['problems']} 个\n"
        f"  数字：公开 {counts['disclosed']} 个，隐去 {counts['redacted']} 个，"
        f"未见报告 {counts['not_reported']} 个\n"
        f"网站在 {site_dir}，打开其中的 index.html，或运行 make serve 预览。"
    )
