"""The words of a command: checked against the content, and asked for one by one where there is a terminal."""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.exit_code import ExitCode, StopError

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

Known = Callable[[Path, "Ledger"], Mapping[str, str]]
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_MOST_LISTED = 30


@dataclass(frozen=True)
class Word:
    """One word that a command takes.

    Args:
        name: its name in the parsed command line.
        label: what it is called in the help.
        help: what it is for.
        field: the kind of content and the field that it becomes, which say what it may be.
        is_required: whether the command cannot do without it.
        is_place: whether it stands at a place of its own instead of behind its name.
        known: gives ids with their names, of which it is one.
        is_new: whether it is none of them.
    """

    name: str
    label: str
    help: str
    field: tuple[str, str] | None = None
    is_required: bool = True
    is_place: bool = False
    known: Known | None = None
    is_new: bool = False

    @property
    def option(self) -> str:
        """How it is written on the command line."""
        return self.label if self.is_place else f"--{self.name.replace('_', '-')} {self.label}"


@dataclass(frozen=True)
class Asking:
    """Checks and asks for the words of one command.

    Args:
        content: the content folder.
        ledger: the ledger.
    """

    content: Path
    ledger: "Ledger"

    def complete(self, words: Sequence[Word], said: Mapping[str, str | None], example: str) -> dict[str, str]:
        """Give every word, asked for where it lacks and somebody can be asked.

        Args:
            words: the words.
            said: what was said of them.
            example: the whole command, shown where nobody can be asked.

        Raises:
            StopError: words lack or are wrong; all of them are told.
        """
        given: dict[str, str] = {}
        wrong = []
        for word in words:
            text, fault = self._settle(word, said[word.name])
            if fault:
                wrong.append(f"  {word.option}：{fault}")
            elif text is not None:
                given[word.name] = text
        if wrong:
            listed = "\n".join(wrong)
            told = f"这 {len(wrong)} 项还不对，没有写入：\n{listed}\n完整的例子：\n  {example}"
            raise StopError(told, ExitCode.TOOL)
        return given

    def _settle(self, word: Word, text: str | None) -> tuple[str | None, str]:
        """A word that is right, or what is wrong with it."""
        while True:
            choices = self.choices(word)
            text = next((id_ for id_, name in choices.items() if text == name), text)
            fault = self._fault(word, text, choices)
            if not fault or not sys.stdin.isatty():
                return text, fault
            if text is not None:
                print(fault)
            text = ask(word.label, word.help, {} if word.is_new else choices)

    def choices(self, word: Word) -> Mapping[str, str]:
        """Give the ids that a word may be with their names; none where it is free.

        Args:
            word: the word.
        """
        from ledger.importers.drafts.scaffold import words_of

        if word.known:
            return word.known(self.content, self.ledger)
        return words_of(*word.field, self.ledger.dictionary) if word.field else {}

    def _fault(self, word: Word, text: str | None, choices: Mapping[str, str]) -> str:
        """What is wrong with a word, with the one that may be meant."""
        if text is None:
            listed = "" if word.is_new else _listed(choices)
            return f"还没有写。{word.help}{listed}" if word.is_required else ""
        if word.is_new and text in choices:
            return f"已经有“{text}”（{choices[text]}），换一个编号"
        if word.known and not word.is_new and text not in choices:
            return unknown(word.label, text, choices)
        if word.name == "year" and not _YEAR.fullmatch(text):
            return f"“{text}”不是四位的年份，如 2025"
        return _field_fault(*word.field, text, self.ledger) if word.field else ""


def unknown(label: str, text: str, choices: Mapping[str, str]) -> str:
    """Say that there is no such id, and which one may be meant.

    Args:
        label: what it is called.
        text: the id that is not there.
        choices: those that are there, with their names.
    """
    from ledger.content.lookups import meant
    from ledger.problems import nearest

    near = nearest(meant(text, choices), choices)
    told = f"，是不是 {near} {choices[near]}".rstrip() + "？" if near else _listed(choices)
    return f"没有{label}“{text}”{told}"


def ask(label: str, help_: str, choices: Mapping[str, str]) -> str:
    """Ask for one word at the terminal.

    Args:
        label: what it is called.
        help_: what it is for.
        choices: ids that it may be, with their names.

    Raises:
        StopError: the input has ended.
    """
    print(f"{label}（{help_}{_listed(choices)}）：", end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        raise StopError("\n没有写完，什么也没有写入。", ExitCode.TOOL)
    return line.strip()


def _listed(choices: Mapping[str, str]) -> str:
    if not 0 < len(choices) <= _MOST_LISTED:
        return ""
    return "；有：" + "、".join(f"{id_} {name}".strip() for id_, name in choices.items())


def _field_fault(kind: str, name: str, text: str, ledger: "Ledger") -> str:
    """What the loader will say of a field with this text; nothing where it is right."""
    from ledger.content import fields
    from ledger.content.nodes import Mapping as Record
    from ledger.content.nodes import read_yaml
    from ledger.content.values import Reader
    from ledger.content.writer import scalar_text

    if not text.strip():
        return "是空的"
    root, problems = read_yaml(f"{name}: {scalar_text(text)}\n", "")
    node = root.get(name) if isinstance(root, Record) else None
    reader = Reader("", ledger.dictionary)
    if node is not None:
        fields.KINDS[kind][name].type(node, name, reader)
    told = [*problems, *reader.problems]
    return f"{told[0].message}；{told[0].mend}" if told else ""
