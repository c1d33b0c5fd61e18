"""`ledger review`: the drafts one at a time in the terminal, accepted, mended or dropped with one key."""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.exit_code import ExitCode

if TYPE_CHECKING:
    from ledger.commands.review_draft import Draft
    from ledger.commands.review_session import Session
    from ledger.content.writer import Value

_ENTER = ("", "\r", "\n")


def add_arguments(options: argparse._ArgumentGroup) -> None:
    """Add the options of this command.

    Args:
        options: the group they belong to.
    """
    options.add_argument("files", nargs="*", type=Path, metavar="文件", help="只看这些内容文件；不写就看全部")
    options.add_argument("--region", action="append", default=[], metavar="地区", help="只看这个地区，可重复")
    options.add_argument("--source", metavar="来源", help="只看这一份文件的草稿")


def run(arguments: argparse.Namespace) -> int:
    """Walk the drafts until none is left or somebody has had enough.

    Args:
        arguments: the parsed command line.
    """
    from ledger.commands.review_session import Session

    content: Path = arguments.content.resolve()
    files = frozenset(file.resolve() for file in arguments.files)
    session = Session(content, frozenset(arguments.region), arguments.source, files)
    before = len(session.drafts())
    if before:
        Walk(session, before).run()
    for file in sorted(session.unreadable):
        print(f"读不懂 {file.relative_to(content.parent)}：先运行 ledger check 改好它。")
    left = len(session.drafts())
    print(f"还剩 {left} 条草稿；再运行 ledger review 接着看。" if left else "没有草稿了。")
    return ExitCode.GOOD


@dataclass
class Walk:
    """One walk through the drafts.

    Args:
        session: the drafts.
        total: how many there were in the beginning.
        shown: the draft that somebody asked for, before its turn.
    """

    session: "Session"
    total: int
    shown: "Draft | None" = None

    def run(self) -> None:
        """Show one draft after the other and do what the keys say."""
        while (draft := self._next()) is not None:
            self._show(draft)
            key = _key()
            if key == "q":
                return
            step = self._steps().get("y" if key in _ENTER else key)
            if step is None:
                print("没有这个键。按 ? 看帮助。")
            else:
                step(draft)

    def _steps(self) -> "dict[str, Callable[[Draft], None]]":
        return {
            "y": self._accept,
            "m": self._mend,
            "e": self._edit,
            "d": self._drop,
            "s": self._skip,
            "u": self._undo,
            "a": self._accept_rest,
            "?": self._help,
        }

    def _next(self) -> "Draft | None":
        drafts = self.session.drafts()
        if self.shown is not None:
            key, self.shown = self.shown.key, None
            again = next((draft for draft in drafts if draft.key == key), None)
            if again is not None:
                return again
        return next((draft for draft in drafts if draft.key not in self.session.skipped), None)

    def _show(self, draft: "Draft") -> None:
        from ledger.commands.review_words import KEYS, draft_lines

        left = len(self.session.drafts())
        path = draft.file.relative_to(self.session.content.parent).as_posix()
        place = f"[还剩 {left}] {path} 第 {draft.record.first} 行"
        print("\n".join(draft_lines(draft, place, self.session.problems(draft))))
        print(f"{KEYS} > ", end="", flush=True)

    def _accept(self, draft: "Draft") -> None:
        if self._is_ready(draft):
            self.session.accept([draft])
            print("已接受。")

    def _is_ready(self, draft: "Draft") -> bool:
        """Tell whether a draft can be accepted; say what comes first where it cannot."""
        if self.session.problems(draft):
            print("这一条有错，先按 m 改好，或按 d 删去，才能接受。")
            self.shown = draft
        elif first := self.session.needed(draft):
            print(f"它用到的 {first.record.id} 还没有确认，先看那一条。")
            self.session.skipped.discard(first.key)
            self.shown = first
        elif (late := self._late(draft)) is not None:
            print(late)
            self.shown = draft
        else:
            return True
        return False

    def _late(self, draft: "Draft") -> str | None:
        problem = self.session.late_day(draft) if not draft.prefix else None
        return f"还不能接受：{problem.message}。{problem.mend}，并改好 as_of_reason。" if problem else None

    def _mend(self, draft: "Draft") -> None:
        from ledger.commands.review_words import shown

        self.shown = draft
        fields = dict(shown(draft))
        word = _line("改第几个（号，或字段的英文名；回车不改）：")
        if not word:
            return
        name = list(fields)[int(word) - 1] if word.isdecimal() and 0 < int(word) <= len(fields) else word
        if name == "id" or (word.isdecimal() and name == word):
            print("编号不能在这里改。" if name == "id" else "没有这个号。")
            return
        text = _line(f"{name} 的新值（写 - 去掉这个字段；回车不改）：")
        if not text:
            return
        if text == "-":
            fields.pop(name, None)
        else:
            fields[name] = _value(text, name)
        self.session.mend(draft, {**fields, "draft": "true"})
        print("已改。" if not self.session.problems(draft) else "已改，还有错：")

    def _edit(self, draft: "Draft") -> None:
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        self.shown = draft
        if not editor:
            print("没有设 EDITOR。用 m 改，或自己用编辑器打开这个文件改。")
            return
        lines = draft.file.read_bytes().decode().splitlines(keepends=True)
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch) / "draft.yml"
            file.write_bytes("".join(lines[draft.record.above - 1 : draft.record.last]).encode())
            done = subprocess.run([*shlex.split(editor), str(file)], check=False)  # noqa: S603 -- the user's own
            is_saved = not done.returncode and self.session.replace(draft, file.read_bytes().decode())
        print("已改。" if is_saved else "没有改：编辑器没有正常结束，或者改过的读不懂。")

    def _drop(self, draft: "Draft") -> None:
        others = self.session.mentions(draft)
        ids = "、".join(item.record.id for item in others[:10])
        question = f"有 {len(others)} 条引用它（{ids}），一起去掉这些引用？(y/n) "
        if not draft.prefix:
            question = f"这份文件还有 {len(others)} 条草稿，一起删？(y/n) "
        if others and _line(question) != "y":
            print("没有删。")
            self.shown = draft
            return
        self.session.drop(draft)
        print("已删。")

    def _skip(self, draft: "Draft") -> None:
        self.session.skip(draft)

    def _undo(self, _: "Draft") -> None:
        print("已回退一步。" if self.session.undo() else "没有可以回退的。")

    def _accept_rest(self, draft: "Draft") -> None:
        rest = [item for item in self.session.drafts() if item.file == draft.file]
        right = [item for item in rest if not self.session.problems(item)]
        print(f"这个文件还有 {len(rest)} 条草稿，其中 {len(rest) - len(right)} 条有错，不会接受。")
        if _line("没有一条条看过的数字也会公开。真的全部接受？写 yes 才接受：") != "yes":
            print("没有接受。")
            self.shown = draft
            return
        count = 0
        for item in right:
            if not self.session.needed(item) and self._late(item) is None:
                self.session.accept([item])
                count += 1
        print(f"已接受 {count} 条。")

    def _help(self, draft: "Draft") -> None:
        from ledger.commands.review_words import HELP

        print(HELP)
        self.shown = draft


def _line(question: str) -> str:
    print(question, end="", flush=True)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        print(line.strip())
    return line.strip()


def _value(text: str, name: str) -> "Value":
    """Read a new value: in brackets as content files write lists and fields, else as text."""
    from ledger.content.nodes import Mapping, read_yaml
    from ledger.content.writer import fields_of

    if text[0] in "[{":
        root, problems = read_yaml(f"{name}: {text}", "")
        if not problems and isinstance(root, Mapping):
            return fields_of(root)[name]
    return text


def _key() -> str:
    """Read one key; from a pipe one line, whose end is the end of the walk."""
    if sys.stdin.isatty():
        try:
            import termios
            import tty
        except ImportError:
            return _line("")[:1].lower()
        before = termios.tcgetattr(sys.stdin)
        try:
            tty.setcbreak(sys.stdin)
            key = sys.stdin.read(1)
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
        print(key.strip() if key.isprintable() else "")
        # The end of the input is no key: nothing is accepted by it.
        return "q" if key in {"", "\x04"} else key.lower()
    line = sys.stdin.readline()
    print(line.strip())
    return line.strip()[:1].lower() if line else "q"
