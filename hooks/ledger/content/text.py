"""A content file's text, and its front matter and body."""

import re
from dataclasses import dataclass
from pathlib import Path

from ledger.content.raw_text import MOST_BYTES, decode, find_characters, find_conflicts
from ledger.problems import Limit, Problem

_FENCE = "---"
_TAG = re.compile(r"</?[A-Za-z][^>\n]*>?|<[!?]")
# What people, word processors and input methods make of three hyphens.
_NEAR_FENCE = re.compile(r"\s*[-‐-―−─━－ー﹣_]{2,}\s*|\s*[—―─━－]\s*|\s+---\s*")


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
    """Read a file's text; what only makes it unsightly is reported and left out of the text.

    Args:
        file: the file.
        path: how to name it in problems.

    Returns:
        The text, line by line the file's own, or None when nothing more can be said of it; and the problems.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            return None, [Problem(path, 1, 1, "MZ034", {"limit": Limit.SIZE})]
        data = file.read_bytes()
    except OSError:
        return None, [Problem(path, 1, 1, "MZ058", {"name": file.name})]
    text, problems = decode(data, path)
    if text is None:
        return None, problems
    cleaned, problems = find_characters(text, path)
    conflicts = list(find_conflicts(cleaned, path))
    return (None if conflicts else cleaned), problems + conflicts


def split_document(text: str, path: str) -> tuple[Document | None, list[Problem]]:
    """Split a content file at its fences.

    Args:
        text: the whole file.
        path: how to name it in problems.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, [_wrong_opening(lines, path)]
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            return Document("\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2), []
        if _NEAR_FENCE.fullmatch(line):
            return None, [_wrong_fence(line, number + 1, path)]
    return None, [Problem(path, 1, 1, "MZ003", width=len(_FENCE))]


def _wrong_opening(lines: list[str], path: str) -> Problem:
    if _NEAR_FENCE.fullmatch(lines[0]) or lines[0].startswith(_FENCE):
        return _wrong_fence(lines[0], 1, path)
    if not lines[0].strip() and next(filter(str.strip, lines), "").rstrip() == _FENCE:
        return Problem(path, 1, 1, "MZ052")
    return Problem(path, 1, 1, "MZ002", width=max(1, len(lines[0])))


def _wrong_fence(line: str, number: int, path: str) -> Problem:
    return Problem(path, number, 1, "MZ051", {"text": line.rstrip()}, len(line.rstrip()))


def find_tag(line: str) -> re.Match[str] | None:
    """Find the first HTML tag, comment or instruction.

    Args:
        line: any text.
    """
    return _TAG.search(line)
