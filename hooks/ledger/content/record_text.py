"""Records as the lines of a content file: new ones added to a list, single fields of old ones replaced."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import yaml

# A text, several, or fields; numbers come as their digits, so that none is lost.
FieldText: TypeAlias = str | Sequence[str] | Mapping[str, str] | None

# The mark of a draft, which is no text.
_DRAFT = "true"
_LIST_ORDER = ("measures", "commitments", "outcomes", "problems")
_FENCE = "---"
_ITEM = re.compile(r"(?P<indent> *)- (?! *\{)")
_ID = re.compile(r"^(?:\s*- |\s+)(?:\{ *)?id: *[\"']?(?P<id>[a-z]+(?P<number>\d+))\b", re.MULTILINE)
_PLAIN = re.compile(r"[\w\u3400-\u9fff（“≥≤][^#:\[\]{},&*!|>'\"%@`\\]*", re.ASCII)


class NotPlainError(Exception):
    """The lines of a record or a list are written in a way that is only changed by hand."""


def field_text(value: str | Sequence[str] | Mapping[str, str]) -> str:
    """Write the value of a field in one line of YAML.

    Args:
        value: a text, a list of texts, or fields.
    """
    if isinstance(value, str):
        return value if value == _DRAFT else _scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_scalar(text)}" for name, text in value.items()) + "}"
    return "[" + ", ".join(map(_scalar, value)) + "]"


def _scalar(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) is not None and text == text.strip() and text.isprintable()
    if is_plain and not isinstance(yaml.safe_load(text), bool | None):
        return text
    number = re.fullmatch(r"-?\d+(?:\.\d+)?", text)
    return text if number else json.dumps(text, ensure_ascii=False)


def replace_fields(text: str, line: int, edits: Iterable[tuple[str, FieldText]]) -> str:
    """Replace, add or take out fields of the record that begins on a line.

    Args:
        text: the content file.
        line: the record's first line, from 1.
        edits: field and its new value; None takes it out.

    Raises:
        NotPlainError: if the record is written between brackets.
    """
    lines = text.split("\n")
    for name, value in edits:
        first = line - 1
        item = _ITEM.match(lines[first])
        if item is None:
            raise NotPlainError(name)
        indent = len(item.group())
        last = _end(lines, first, indent)
        pattern = re.compile(rf" {{{indent}}}{name}:(?: |$)")
        places = [place for place in range(first, last) if pattern.match(_without_dash(lines[place]))]
        new = [] if value is None else [f"{' ' * indent}{name}: {field_text(value)}"]
        if places and places[0] == first:
            if value is None:
                raise NotPlainError(name)
            new = [lines[first][:indent] + new[0][indent:]]
        start = places[0] if places else last
        stop = _end_of_field(lines, start, last, indent) if places else last
        lines[start:stop] = new
    return "\n".join(lines)


def _without_dash(line: str) -> str:
    return line.replace("- ", "  ", 1) if line.lstrip().startswith("- ") else line


def _end(lines: list[str], first: int, indent: int) -> int:
    """Index after the last line of a record; blank lines and comments below it belong to the next."""
    last = first + 1
    for place in range(first + 1, len(lines)):
        line = lines[place]
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            break
        if line.strip() and not line.lstrip().startswith("#"):
            last = place + 1
    return last


def _end_of_field(lines: list[str], start: int, last: int, indent: int) -> int:
    stop = start + 1
    while stop < last and (
        not lines[stop].strip() or len(lines[stop]) - len(lines[stop].lstrip(" ")) > indent
    ):
        stop += 1
    return stop


def next_numbers(text: str) -> dict[str, int]:
    """Find the first free number of the ids m1, c1, o1 … of a file.

    Args:
        text: the content file.

    Returns:
        Letters → the number after the highest.
    """
    numbers: dict[str, int] = {}
    for match in _ID.finditer(text):
        letters = match["id"].removesuffix(match["number"])
        numbers[letters] = max(numbers.get(letters, 1), int(match["number"]) + 1)
    return numbers


def add_records(text: str | None, source: str, records: Mapping[str, Sequence[str]]) -> str:
    """Add records to the lists of a file, or make a new file.

    Args:
        text: the content file; None for a new one.
        source: default source of a new file.
        records: list → records, each as `record_text` writes it.

    Raises:
        NotPlainError: if a list is written between brackets, or the file has no front matter.
    """
    lines = [_FENCE, f"source: {field_text(source)}", _FENCE, ""] if text is None else text.split("\n")
    for name in _LIST_ORDER:
        added = [line for record in records.get(name, ()) for line in record.split("\n")]
        if added:
            _add(lines, name, added)
    return "\n".join(lines)


def _add(lines: list[str], name: str, added: list[str]) -> None:
    if lines[0].strip() != _FENCE or _FENCE not in (line.rstrip() for line in lines[1:]):
        raise NotPlainError(name)
    fence = next(place for place in range(1, len(lines)) if lines[place].rstrip() == _FENCE)
    start = next((place for place in range(1, fence) if lines[place].startswith(f"{name}:")), None)
    if start is None:
        lines[fence:fence] = [f"{name}:", *_indented(added, 2)]
        return
    if lines[start].partition(":")[2].strip() or _is_flow(lines, start, fence):
        raise NotPlainError(name)
    items = [match for line in lines[start + 1 : fence] if (match := _ITEM.match(line))]
    stop = start + 1
    while stop < fence and (not lines[stop].strip() or lines[stop][0] in " -#"):
        stop += 1
    lines[stop:stop] = _indented(added, len(items[0]["indent"]) if items else 2)


def _is_flow(lines: list[str], start: int, fence: int) -> bool:
    return any(line.lstrip().startswith("- {") and line.startswith("{") for line in lines[start:fence])


def _indented(lines: list[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{line}" for line in lines]


def record_text(fields: Mapping[str, FieldText], comment: str = "") -> str:
    """Write a record as lines that begin with `- `.

    Args:
        fields: its fields in order; those that are None are left out.
        comment: what stands above it for the editor's eyes.
    """
    given = [(name, value) for name, value in fields.items() if value is not None]
    lines = [
        f"{'  ' if place else '- '}{name}: {field_text(value)}" for place, (name, value) in enumerate(given)
    ]
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in comment).split())
    return "\n".join([f"# {shown}", *lines] if shown else lines)
