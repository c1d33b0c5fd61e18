"""`ledger gates`: check a finished site, and say per gate how much was looked at and what was found."""

import argparse
from pathlib import Path

from ledger.commands.builder import PROJECT
from ledger.commands.exit_code import ExitCode

# What each gate looks at, in the words of those who read the list.
NAMES = {
    "links": "链接",
    "anchors": "页内位置",
    "assets": "载入的文件",
    "foreign": "别的网站",
    "active": "标签与属性",
    "csp": "安全策略",
    "charts": "图与表一致",
    "drawings": "图形与订阅文件",
    "sections": "栏目、表格、列表",
    "provenance": "来源与日期",
    "titles": "标题与语言",
    "ids": "编号",
    "files": "文件种类",
    "permissions": "文件权限",
}


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument("--site-dir", type=Path, default=PROJECT / "site", help="要检查的网站文件夹")


def run(arguments: argparse.Namespace) -> int:
    """Check the site and print every problem and all counts.

    Args:
        arguments: the parsed command line.
    """
    from ledger.gates.report import run_gates

    if not arguments.site_dir.is_dir():
        print(f"没有 {arguments.site_dir} 这个文件夹。先运行 ledger build 生成网站。")
        return ExitCode.TOOL
    report = run_gates(arguments.site_dir)
    for problem in report.problems:
        print(problem)
    for gate, (number, wrong) in report.counts.items():
        print(f"{NAMES[gate]}：查了 {number} 处，{wrong} 处有问题")
    print(f"共 {report.files} 个文件，{report.size / 1_000_000:.1f} MB，{len(report.problems)} 处问题。")
    return ExitCode.TOOL if report.problems else ExitCode.GOOD
