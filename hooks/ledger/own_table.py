"""Tables of our own: the TOML files that stand beside the program. Imports nothing of the ledger."""

import re
import tomllib
from pathlib import Path
from typing import Any

# How tomllib ends its sentences; at the end of a file it names no line.
_PLACE = re.compile(r"\(at line (?P<line>[0-9]+), column (?P<column>[0-9]+)\)$")


class UnreadableTableError(Exception):
    """A table of our own that is not there, is no UTF-8, or is no TOML.

    Args:
        file: the table.
        line: where it cannot be read, from 1.
        column: in characters, from 1.
    """

    def __init__(self, file: Path, line: int, column: int) -> None:
        super().__init__(file, line, column)
        self.file, self.line, self.column = file, line, column


def read_own_table(file: Path) -> dict[str, Any]:
    """Read a table of our own.

    Args:
        file: the table.

    Raises:
        UnreadableTableError: with the place at which it cannot be read.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise UnreadableTableError(file, 1, 1) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableTableError(file, *_end(data[: error.start].decode("utf-8"))) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line, column = (int(place["line"]), int(place["column"])) if place else _end(text.rstrip("\r\n"))
        raise UnreadableTableError(file, line, column) from error


def _end(text: str) -> tuple[int, int]:
    """Line and column right after a text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")
