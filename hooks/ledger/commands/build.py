"""`ledger build`: check the content, make the site, and put it in place of the earlier one."""

import argparse
from pathlib import Path

from ledger.commands.builder import PROJECT, run_builder


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
    return run_builder(
        arguments,
        lambda: _report(publish(PROJECT, arguments.content, arguments.site_dir), arguments.site_dir),
    )


def _report(counts: dict[str, int], site_dir: Path) -> None:
    print(
        f"已生成：{counts['regions']} 个地区，{counts['files']} 个内容文件，{counts['pages']} 个页面\n"
        f"  承诺 {counts['commitments']} 项，成效 {counts['outcomes']} 项，自述问题 {counts['problems']} 个\n"
        f"  数字：公开 {counts['disclosed']} 个，隐去 {counts['redacted']} 个，"
        f"未见报告 {counts['not_reported']} 个\n"
        f"网站在 {site_dir}，打开其中的 index.html，或运行 make serve 预览。"
    )
