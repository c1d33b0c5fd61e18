"""One form of `ledger new`: its words, and how they become files."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.commands.asking import Asking, Word
from ledger.commands.exit_code import ExitCode, StopError
from ledger.commands.trial import require_sound, sound_ledger, write_texts

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger


@dataclass(frozen=True)
class Request:
    """What is asked for.

    Args:
        content: the content folder.
        ledger: the ledger.
        given: the words by name.
    """

    content: Path
    ledger: "Ledger"
    given: Mapping[str, str]


@dataclass(frozen=True)
class NewFiles:
    """What is written.

    Args:
        texts: path below the content folder → new text.
        told: what is said of it, line by line.
        next_step: what to do then.
    """

    texts: Mapping[str, str]
    told: tuple[str, ...]
    next_step: str


@dataclass(frozen=True)
class Form:
    """One thing that can be begun.

    Args:
        name: its name on the command line.
        help: one line of help.
        words: the words that it takes.
        example: a whole command.
        make: makes the files.
    """

    name: str
    help: str
    words: tuple[Word, ...]
    example: str
    make: Callable[[Request], NewFiles]

    def add_arguments(self, options: argparse._ArgumentGroup) -> None:
        """Add the words of this form.

        Args:
            options: the group they belong to.
        """
        for word in self.words:
            if word.is_place:
                options.add_argument(word.name, nargs="?", metavar=word.label, help=word.help)
            else:
                flag = f"--{word.name.replace('_', '-')}"
                options.add_argument(flag, dest=word.name, metavar=word.label, help=word.help)

    def run(self, arguments: argparse.Namespace) -> int:
        """Write the files, after the content was checked as it will be.

        Args:
            arguments: the parsed command line.

        Raises:
            StopError: nothing was written, and why.
        """
        from ledger.content.record_lines import UnreadableTextError

        content: Path = arguments.content
        ledger = sound_ledger(content)
        said = {word.name: getattr(arguments, word.name) for word in self.words}
        given = Asking(content, ledger).complete(self.words, said, self.example)
        try:
            files = self.make(Request(content, ledger, given))
        except UnreadableTextError:
            told = "要加草稿的文件读不懂，或有一个列表写在 [ ] 里，没有写入。先改好，再来一次。"
            raise StopError(told) from None
        require_sound(content, files.texts, "这样写")
        print("\n".join(files.told))
        write_texts(content, files.texts)
        print(f"下一步：{files.next_step}")
        return ExitCode.GOOD
