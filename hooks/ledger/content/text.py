"""Bytes to text, and text to front matter and body."""

import re
from dataclasses import dataclass
from pathlib import Path

from ledger.problems import Problem

_FENCE = "---"
_TAG = re.compile(r"</?[A-Za-z][^>\n]*>?|<[!?]")
# Headings, pictures, link definitions, and links to anything but the web.
_HYPHENS = re.compile(r" {0,3}-+\s*$")
_FORBIDDEN = re.compile(r"^[ >*+-]*(\d+\.\s*)?(#|=+\s*$)|^ {0,3}(\[[^\]]+\]:)|!\[|\]\(\s*(?!https?://)|\]\[")


@dataclass(frozen=True)
class Document:
    """A content file taken apart.

    Args:
        front_matter: the YAML between the fences, which begins on line 2.
        body: the Markdown after them, blank lines and all.
        body_line: line of the file on which the body begins.
    """

    front_matter: str
    body: str
    body_line: int


def read_text(file: Path, path: str) -> tuple[str | None, list[Problem]]:
    """Read a file as UTF-8, forgiving a byte order mark and any kind of line end.

    Args:
        file: the file.
        path: how to name it in problems.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [Problem(path, 1, 1, "MZ001")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def split_document(text: str, path: str) -> tuple[Document | None, list[Problem]]:
    """Split a content file at its fences.

    Args:
        text: the whole file.
        path: how to name it in problems.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, [Problem(path, 1, 1, "MZ002")]
    closing = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if closing is None:
        return None, [Problem(path, 1, 1, "MZ003")]
    return Document("\n".join(lines[1:closing]), "\n".join(lines[closing + 1 :]), closing + 2), []


def find_forbidden(line: str, above: str = "") -> re.Match[str] | None:
    """Find the first heading, picture or link in a narrative that could break its page or do harm.

    Args:
        line: a line of Markdown.
        above: the line before it; hyphens below text make a heading of it.
    """
    return _FORBIDDEN.search(line) or (_HYPHENS.match(line) if above.strip() else None)


def find_tag(line: str) -> re.Match[str] | None:
    """Find the first HTML tag, comment or instruction.

    Args:
        line: any text.
    """
    return _TAG.search(line)
