"""`ledger explain MZ012`: what a code means, why it matters, an example, and how to mend it."""

import argparse
import re
import textwrap
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ledger.commands.exit_code import ExitCode

if TYPE_CHECKING:
    from ledger.problems import Fault

# First number of a range of codes, and which command tells them.
_TOLD_BY = (
    (101, "ledger build 生成网站以后、发布以前"),
    (1, "ledger check、ledger build、预览和提交后的自动检查"),
)


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument("code", nargs="?", metavar="编号", help="错误编号，如 MZ012；不写就列出全部编号")


def run(arguments: argparse.Namespace) -> int:
    """Explain one code, or list all of them.

    Args:
        arguments: the parsed command line.
    """
    from ledger.problems import CATALOGUE, printable

    if arguments.code is None:
        for code, fault in CATALOGUE.items():
            print(f"{code} {fault.plain_message}")
        return ExitCode.GOOD
    code = _code(arguments.code)
    if code in CATALOGUE:
        _print_fault(code, CATALOGUE[code])
        return ExitCode.GOOD
    nearest = f"最接近的是 {_nearest(code, CATALOGUE)}；" if CATALOGUE else ""
    print(f"没有“{printable(arguments.code)}”这个编号；{nearest}运行 ledger explain 列出全部编号。")
    return ExitCode.TOOL


def _code(text: str) -> str:
    """Complete a code as people write it: mz12, 12, MZ012."""
    written = re.fullmatch(r"(?:mz)?0*([0-9]{1,3})", text.strip(), re.IGNORECASE | re.ASCII)
    return f"MZ{int(written[1]):03}" if written else text.strip().upper()


def _nearest(code: str, catalogue: Mapping[str, "Fault"]) -> str:
    digits = re.sub(r"[^0-9]", "", code)
    if digits:
        return min(catalogue, key=lambda known: abs(int(known[2:]) - int(digits)))
    return (get_close_matches(code, catalogue, n=1, cutoff=0) or list(catalogue))[0]


def _print_fault(code: str, fault: "Fault") -> None:
    told = next(words for first, words in _TOLD_BY if int(code[2:]) >= first)
    print(f"{code} {fault.plain_message}\n")
    print(f"为什么：{fault.why}\n")
    for name, example in (("错的写法", fault.bad), ("对的写法", fault.good)):
        print(f"{name}：\n{textwrap.indent(example.rstrip(), '    ')}\n")
    print(f"改法：{fault.plain_mend}")
    print(f"在哪里报告：{told}")
