"""A content file as it may be offered to readers: without drafts and without the notes of its editors."""

import re
from collections.abc import Iterator
from pathlib import Path

from ledger.content.drafts import is_draft
from ledger.content.nodes import Mapping, Node, Scalar, Sequence, read_yaml
from ledger.content.raw_text import decode, find_characters
from ledger.content.syntax import check_syntax
from ledger.content.text import split_document

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_COMMENT = re.compile(r"[ \t\ufeff]*#")
# Behind the sign that begins a block of text, a comment may share its line.
_BEHIND_THE_SIGN = re.compile(r"[ \t]+#[^\r\n]*")


def publishable(file: Path) -> bytes | None:
    """Give the bytes of a content file without drafts and comments, the rest as it stands.

    Args:
        file: a file of the content folder that could be read.

    Returns:
        The bytes, or None where nothing would be left but what nobody has confirmed.
    """
    data = file.read_bytes()
    text = find_characters(decode(data, file.name)[0] or "", file.name)[0]
    document = split_document(text, file.name)[0] if file.suffix == ".md" else None
    if file.suffix == ".md" and document is None:
        # A guide for editors has no fields.
        return data
    first = 2 if document else 1
    syntax = check_syntax(document.front_matter if document else text, file.name, first)
    root = read_yaml(syntax.text or "", file.name, first)[0]
    if root is None or _holds_drafts_only(root):
        return None
    lines = _LINE.findall(data.decode())
    last = document.body_line - 2 if document else len(lines)
    cut = {*_draft_lines(root, lines), *_comment_lines(root, lines[:last])}
    for block in _scalars(root):
        line = lines[block.line - 1]
        if line[block.column - 1 : block.column] in {"|", ">"}:
            lines[block.line - 1] = line[: block.column] + _BEHIND_THE_SIGN.sub("", line[block.column :])
    return "".join(line for number, line in enumerate(lines, 1) if number not in cut).encode()


def record_lines(item: Node, lines: list[str]) -> range:
    """Name the lines of a record, from that with its hyphen to that with its last character.

    Args:
        item: the record.
        lines: the lines of its file.
    """
    line = item.line
    while line > 1 and not lines[line - 1].lstrip().startswith("-"):
        line -= 1
    return range(line, item.last_line + 1)


def record_lists(root: Node) -> dict[str, Sequence]:
    """Give the lists of records of a file by their names; a file that is a list has one without a name.

    Args:
        root: the fields of a topic file, or the list of another one.
    """
    named = root.entries if isinstance(root, Mapping) else ((Scalar("", 1, 1), root),)
    return {key.text: value for key, value in named if isinstance(value, Sequence)}


def _holds_drafts_only(root: Node) -> bool:
    records = [item for found in record_lists(root).values() for item in found.items]
    return bool(records) and all(map(is_draft, records))


def _draft_lines(root: Node, lines: list[str]) -> Iterator[int]:
    for found in record_lists(root).values():
        for item in filter(is_draft, found.items):
            yield from record_lines(item, lines)


def _comment_lines(root: Node, lines: list[str]) -> Iterator[int]:
    # Where text goes on from line to line, a number sign is text.
    text = {number for item in _scalars(root) for number in range(item.line + 1, item.last_line + 1)}
    for number, line in enumerate(lines, 1):
        if number not in text and _COMMENT.match(line):
            yield number


def _scalars(node: Node) -> Iterator[Scalar]:
    """Find all text that goes on from line to line."""
    if isinstance(node, Scalar):
        if node.last_line > node.line:
            yield node
        return
    below = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    for item in below:
        yield from _scalars(item)
