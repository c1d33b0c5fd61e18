"""The line of a file that a problem speaks of, with a caret under what is wrong."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from ledger.problems import Problem, without_commands

_LONGEST_LINE = 120
_LARGEST_FILE = 4_000_000
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CONTROL_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = "\x7f", "\N{SYMBOL FOR DELETE}"


class Excerpts:
    """Lines of the files of a project; each file is read once, however many problems it has.

    Args:
        root: the folder that paths of problems are relative to.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._lines = cache(self._read)

    def excerpt(self, problem: Problem) -> str:
        """Show a problem's line and a caret line; empty where there is no such line of text.

        Args:
            problem: what to show.
        """
        lines = self._lines(problem.path)
        if not lines or not 1 <= problem.line <= len(lines):
            return ""
        line = lines[problem.line - 1]
        if not line or problem.column > len(line) + 1:
            return ""
        return mark(line, problem.line, problem.column - 1, problem.width)

    def _read(self, path: str) -> list[str] | None:
        """Read a file's lines; None for what is missing, outside of the project, huge, or no text."""
        try:
            file = (self._root / path).resolve()
            if not file.is_relative_to(self._root) or not file.is_file():
                return None
            if file.stat().st_size > _LARGEST_FILE:
                return None
            text = file.read_bytes().decode("utf-8-sig")
        except (OSError, ValueError):
            return None
        return None if "\0" in text else re.split("\r\n|\r|\n", text)


def mark(line: str, number: int, start: int, width: int) -> str:
    """Show one line with a caret under each column of a span.

    Both lines begin with a gutter, so that nothing of the content stands where a CI looks for commands.

    Args:
        line: the line.
        number: its number in the file.
        start: first wrong character, from 0; the length of the line is the place behind its end.
        width: number of wrong characters; carets stop at the end of the line.
    """
    end = min(start + max(width, 1), max(len(line), start + 1))
    first, last = _window(len(line), start, end)
    line = without_commands(line)
    before = "…" if first else ""
    before += "".join(_shown(character) for character in line[first:start])
    wrong = "".join(_shown(character, is_wrong=True) for character in line[start : min(end, last)])
    after = "".join(_shown(character) for character in line[end:last])
    after += "…" if last < len(line) else ""
    gutter = f"{number:>5} | "
    carets = " " * columns(before) + "^" * max(columns(wrong), 1)
    return f"{gutter}{before}{wrong}{after}".rstrip() + f"\n{'| ':>{len(gutter)}}{carets}"


def columns(text: str) -> int:
    """Count the columns that a text takes in a terminal.

    Args:
        text: printable text.
    """
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _window(length: int, start: int, end: int) -> tuple[int, int]:
    """Choose the part of a line that is shown: the beginning of what is wrong in its middle."""
    if length <= _LONGEST_LINE:
        return 0, length
    middle = (start + min(end, start + _LONGEST_LINE)) // 2
    first = max(0, min(middle - _LONGEST_LINE // 2, length - _LONGEST_LINE, start))
    return first, first + _LONGEST_LINE


def _shown(character: str, *, is_wrong: bool = False) -> str:
    """Show a character harmlessly: controls as pictures, invisible signs only where they are wrong."""
    if character.isprintable():
        return character
    category = unicodedata.category(character)
    if category == "Zs":
        return character if unicodedata.east_asian_width(character) == "F" else " "
    if category == "Cf":
        return _REPLACEMENT if is_wrong else ""
    if character == _DELETE:
        return _DELETE_PICTURE
    return chr(_CONTROL_PICTURES + ord(character)) if character < " " else _REPLACEMENT
