"""`ledger overlap`: how much of one text stands in another, for the field `repeats` of sources.yml."""

import argparse
from pathlib import Path

from ledger.analysis.overlap import RUN, overlap
from ledger.commands.exit_code import ExitCode


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument("text", type=Path, metavar="甲.txt", help="要比的文字")
    options.add_argument("other", type=Path, metavar="乙.txt", help="与它比的文字")


def run(arguments: argparse.Namespace) -> int:
    """Print how much of each text stands in the other.

    Args:
        arguments: the parsed command line.
    """
    try:
        texts = [path.read_text(encoding="utf-8-sig") for path in (arguments.text, arguments.other)]
    except (OSError, UnicodeDecodeError):
        print("打不开其中一个文件，或它不是 UTF-8 编码的文字。")
        return ExitCode.TOOL
    print(f"不计空格和标点；连着 {RUN} 个字以上相同才算相同，句子整句相同才算相同。")
    for name, one, other in (("甲在乙里", *texts), ("乙在甲里", *reversed(texts))):
        found = overlap(one, other)
        print(
            f"{name}：{found.characters} 个字里 {found.shared_characters} 个相同"
            f"（degree: {found.degree:.1f}），{found.sentences} 句里 {found.shared_sentences} 句相同"
        )
    return ExitCode.GOOD
