"""The walk through the drafts: what is shown next, and what each key does."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ledger.commands.review_draft import Draft
from ledger.commands.review_questions import ask_record, ask_rest, ask_topic, field_named, read_names
from ledger.commands.review_sentence import Sentence, is_copied, repeats, unknown_unit
from ledger.commands.review_session import Session
from ledger.commands.review_words import HELP, KEYS, SENTENCE_KEYS, draft_lines, sentence_lines, shown
from ledger.commands.terminal import END, ask, key, say, value_of

_ENTER = ("", "\r", "\n")
_ACCEPT = "y"
# What many drafts have in common; what makes each of them what it is has to be typed for each.
_REPEATED = frozenset({"lead", "support", "owner", "due", "note"})
# A slip of the keys is no text of its own.
_LEAST_WORDS = 4
Shown = TypeVar("Shown", Draft, Sentence)


@dataclass
class Walk:
    """One walk through the drafts.

    Args:
        session: the drafts.
        single: the draft that is looked at alone, before its turn.
    """

    session: Session
    single: Draft | None = None

    def __post_init__(self) -> None:
        """Read the names of topics and indicators, which are shown beside the drafts."""
        self._topics, self._names = read_names(self.session.content, self.session.memory)
        self._last: dict[str, str] = {}

    def run(self) -> None:
        """Show one sentence after the other and do what the keys say."""
        while (sentence := self._next()) is not None:
            draft = self._alone(sentence)
            word = self._show(sentence, draft)
            if word == END:
                return
            word = _ACCEPT if word in _ENTER else word
            if draft is not None:
                self._do(self._steps().get(word), draft)
            elif word.isdecimal() and 0 < int(word) <= len(sentence.drafts):
                self.single = sentence.drafts[int(word) - 1]
            else:
                self._do(self._sentence_steps().get(word), sentence)

    @staticmethod
    def _do(step: Callable[[Shown], None] | None, shown: Shown) -> None:
        if step is None:
            print("没有这个键。按 ? 看帮助。")
        else:
            step(shown)

    def _steps(self) -> dict[str, Callable[[Draft], None]]:
        return {
            _ACCEPT: self._accept,
            "m": self._mend,
            "t": self._move,
            "w": self._add_unit,
            "e": self._edit,
            "d": self._drop,
            "D": self._drop_rest,
            "a": self._add,
            "s": lambda draft: self.session.skip([draft]),
            "u": lambda _: self._undo(),
            "?": self._help,
        }

    def _sentence_steps(self) -> dict[str, Callable[[Sentence], None]]:
        return {
            _ACCEPT: self._accept_sentence,
            "r": self._drop_repeated,
            "d": self._drop_sentence,
            "D": lambda sentence: self._drop_rest(sentence.drafts[0]),
            "g": self._merge,
            "a": lambda sentence: self._add(sentence.drafts[0], stay=False),
            "s": lambda sentence: self.session.skip(sentence.drafts),
            "u": lambda _: self._undo(),
            "?": lambda _: print(HELP),
        }

    def _next(self) -> Sentence | None:
        if self.single is not None:
            wanted = self.single.key
            again = next((draft for draft in self.session.drafts() if draft.key == wanted), None)
            self.single = again
            if again is not None:
                return Sentence("", None, (again,))
        return next(iter(self.session.sentences()), None)

    def _alone(self, sentence: Sentence) -> Draft | None:
        draft = sentence.drafts[0] if len(sentence.drafts) == 1 else None
        self.single = None
        return draft

    def _show(self, sentence: Sentence, draft: Draft | None) -> str:
        left = f"[还剩 {len(self.session.drafts())} 条] "
        if draft is not None:
            path = draft.file.relative_to(self.session.content.parent).as_posix()
            place = f"{left}{path} 第 {draft.record.first} 行"
            lines = draft_lines(draft, place, self.session.problems(draft))
        else:
            first = sentence.drafts[0]
            number = f"第 {sentence.number} 句" if sentence.number else ""
            place = f"{left}{first.source}　{first.record.fields.get('at', '')}　{number}"
            lines = sentence_lines(sentence, place, self.session.problems, self._names)
        say("\n".join(lines))
        print(f"{SENTENCE_KEYS if draft is None else KEYS} > ", end="", flush=True)
        return key()

    def _accept_sentence(self, sentence: Sentence) -> None:
        sure = [draft for draft in sentence.drafts if not self.session.is_doubtful(draft)]
        ready = []
        known = {draft.key for draft in sure}
        for draft in sure:
            first = self.session.needed(draft)
            if first is None or first.key in known:
                ready.append(draft)
            else:
                known.discard(draft.key)
        if ready:
            self.session.accept([self._in_own_words(draft) for draft in ready])
            print(f"已接受 {len(ready)} 条。")
        left = next((draft for draft in sentence.drafts if draft not in ready), None)
        if left is not None:
            print("还有要单看的：")
            first = None if self.session.is_doubtful(left) else self.session.needed(left)
            self.single = first or left

    def _in_own_words(self, draft: Draft) -> Draft:
        """Ask for other words where the text is that of the document; give the draft as it is then."""
        if not is_copied(draft):
            return draft
        text = str(draft.record.fields["text"])
        say(f"{draft.record.id} 和原文一字不差。改成自己的话；直接回车就照用。")
        words = ask("> ", text)
        if len(words) < _LEAST_WORDS:
            print("太短，没有改。")
        elif words != text:
            self.session.mend(draft, {**draft.record.fields, "text": words})
        return next(item for item in self.session.every() if item.key == draft.key)

    def _accept(self, draft: Draft) -> None:
        if self._is_ready(draft):
            self.session.accept([self._in_own_words(draft)])
            print("已接受。")

    def _is_ready(self, draft: Draft) -> bool:
        """Tell whether a draft can be accepted; say what comes first where it cannot."""
        if self.session.problems(draft):
            print("这一条有错，先按 m 改好，或按 d 删去，才能接受。")
            self.single = draft
        elif first := self.session.needed(draft):
            say(f"它用到的 {first.record.id} 还没有确认，先看那一条。")
            self.session.skipped.discard(first.key)
            self.single = first
        elif (late := self._late(draft)) is not None:
            say(late)
            self.single = draft
        else:
            return True
        return False

    def _late(self, draft: Draft) -> str | None:
        problem = self.session.late_day(draft) if not draft.prefix else None
        return f"还不能接受：{problem.message}。{problem.mend}，并改好 as_of_reason。" if problem else None

    def _mend(self, draft: Draft) -> None:
        self.single = draft
        fields = dict(shown(draft))
        word = ask("改第几个（号，或字段的英文名；回车不改）：")
        if not word:
            return
        name = field_named(word, list(fields), draft)
        if name is None:
            return
        old = fields.get(name, "")
        # A field that is missing begins with what was typed for it last: several drafts often lack the same.
        filled = old if isinstance(old, str) else ""
        if name not in fields and name in _REPEATED:
            filled = self._last.get(name, "")
        text = ask(f"{name}（写 - 去掉这个字段）：", filled)
        if not text or text == old:
            return
        self._last[name] = text
        if text == "-":
            fields.pop(name, None)
        else:
            fields[name] = value_of(text, name)
        self.session.mend(draft, {**fields, "draft": "true"})
        print("已改。" if not self.session.problems(draft) else "已改，还有错：")

    def _move(self, draft: Draft) -> None:
        topic = ask_topic(self._topics, draft.file.stem) if draft.prefix else None
        if topic is None or topic == draft.file.stem:
            print("没有移。")
            self.single = draft
            return
        self.session.move(draft, topic)
        print("已移过去。")

    def _add_unit(self, draft: Draft) -> None:
        self.single = draft
        unit = unknown_unit(self.session.problems(draft))
        if unit is None:
            print("这一条的单位在单位表里。")
        elif ask(f"把“{unit}”当作计数的单位加进 units.yml？(y/n) ") == _ACCEPT:
            self.session.add_unit(unit)
            print("已加上。" if unknown_unit(self.session.problems(draft)) is None else "没有加上。")

    def _edit(self, draft: Draft) -> None:
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        self.single = draft
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

    def _drop(self, draft: Draft) -> None:
        others = self.session.mentions(draft)
        ids = "、".join(item.record.id for item in others[:10])
        question = f"有 {len(others)} 条引用它（{ids}），一起去掉这些引用？(y/n) "
        if not draft.prefix:
            question = f"这份文件还有 {len(others)} 条草稿，一起删？(y/n) "
        if others and ask(question) != _ACCEPT:
            print("没有删。")
            self.single = draft
            return
        self.session.drop([draft])
        print("已删。")

    def _drop_rest(self, draft: Draft) -> None:
        rest = [item for item in self.session.drafts() if draft.prefix and item.file == draft.file]
        others = {item.key for gone in rest for item in self.session.mentions(gone)} - {x.key for x in rest}
        if not ask_rest("/".join(draft.file.parts[-3:]), len(rest), len(others)):
            print("没有删。")
            self.single = draft
            return
        self.session.drop(rest)
        print(f"已删 {len(rest)} 条；按 u 可以回退。")

    def _drop_repeated(self, sentence: Sentence) -> None:
        found = [draft for draft in sentence.drafts if repeats(draft, sentence.drafts)]
        if found:
            self.session.drop(found)
        print(f"已删 {len(found)} 条重复的。" if found else "这一句里没有重复的。")

    def _drop_sentence(self, sentence: Sentence) -> None:
        if ask(f"这一句的 {len(sentence.drafts)} 条都不要，引用它们的也一起去掉？(y/n) ") != _ACCEPT:
            print("没有删。")
            return
        self.session.drop(sentence.drafts)
        print(f"已删 {len(sentence.drafts)} 条。")

    def _merge(self, sentence: Sentence) -> None:
        words = ask("把第几条并进第几条（如 3 1；留下的是后一条）：").split()
        numbers = [int(word) for word in words if word.isdecimal() and 0 < int(word) <= len(sentence.drafts)]
        chosen = [sentence.drafts[number - 1] for number in dict.fromkeys(numbers)]
        if len(chosen) != 2 or chosen[0].record.kind != chosen[1].record.kind or not chosen[0].prefix:
            print("没有合并：要两个不同的号，而且是同一种（两个成效、两个数字……）。")
            return
        self.session.merge(*chosen)
        print("已合并。")

    def _add(self, draft: Draft, *, stay: bool = True) -> None:
        if stay:
            self.single = draft
        added = ask_record(draft, self._topics) if draft.prefix else None
        if added is None:
            print("没有补。")
            return
        self.session.add(*added)
        print("已补上一条草稿，看过再接受。")

    def _undo(self) -> None:
        print("已回退一步。" if self.session.undo() else "没有可以回退的。")

    def _help(self, draft: Draft) -> None:
        print(HELP)
        self.single = draft
