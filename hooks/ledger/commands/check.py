"""`ledger check`: everything that is wrong with the content, without building anything."""

import argparse

from ledger.commands.exit_code import ExitCode


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """


def run(arguments: argparse.Namespace) -> int:
    """Check the content and print every problem.

    Args:
        arguments: the parsed command line.
    """
    from ledger.content.loader import load_ledger

    ledger, problems = load_ledger(arguments.content)
    for problem in problems:
        print(problem)
    if ledger is None:
        print(f"共 {len(problems)} 处问题。按“改法”改好后再运行一次。")
        return ExitCode.CONTENT
    print(f"内容检查通过：{len(ledger.regions)} 个地区，{len(ledger.files)} 个文件，没有发现问题。")
    return ExitCode.GOOD
