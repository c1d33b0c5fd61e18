"""`ledger review`: the drafts sentence by sentence, accepted, mended or dropped with one key."""

import argparse
from pathlib import Path

from ledger.commands.exit_code import ExitCode


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument("files", nargs="*", type=Path, metavar="文件", help="只看这些内容文件；不写就看全部")
    options.add_argument("--region", action="append", default=[], metavar="地区", help="只看这个地区，可重复")
    options.add_argument("--source", metavar="来源", help="只看这一份文件的草稿")
    options.add_argument("--topic", action="append", default=[], metavar="主题", help="只看这个主题，可重复")
    options.add_argument("--doubtful", action="store_true", help="只看有疑问或者有错的句子")


def run(arguments: argparse.Namespace) -> int:
    """Walk the drafts until none is left or somebody has had enough.

    Args:
        arguments: the parsed command line.
    """
    from ledger.commands.review_session import Session
    from ledger.commands.review_walk import Walk
    from ledger.commands.review_words import left_lines
    from ledger.commands.terminal import say

    content: Path = arguments.content.resolve()
    session = Session(
        content,
        frozenset(arguments.region),
        arguments.source,
        frozenset(file.resolve() for file in arguments.files),
        frozenset(arguments.topic),
        arguments.doubtful,
    )
    before = len(session.drafts())
    if before:
        print("正在检查全部内容…", flush=True)
        Walk(session).run()
    for file in sorted(session.unreadable):
        say(f"读不懂 {file.relative_to(content.parent)}：先运行 ledger check 改好它。")
    drafts = session.drafts()
    left = len(drafts)
    for line in left_lines(drafts, session.problems, session.skipped) if before else ():
        say(line)
    if before:
        print(f"这一次处理了 {before - left} 条。" if before >= left else f"这一次多了 {left - before} 条。")
    print(f"还剩 {left} 条草稿；再运行 ledger review 接着看。" if left else "没有草稿了。")
    return ExitCode.GOOD
