"""Records → the text of content files, in the style in which people write them; the reader's other half."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.content import fields, nodes
from ledger.content.nodes import Node, Scalar, read_yaml
from ledger.content.references import LISTS
from ledger.content.syntax import check_syntax

Value = str | Sequence["Value"] | Mapping[str, "Value"]
Fields = Mapping[str, Value]

WIDEST_COMMENT = 100
_MARGIN = "  "
# How the lines of a long comment begin after its first one.
_CONTINUED = "#   "
# The order in which people write fields; those that are not named keep the order of their declaration.
_FIRST: Mapping[str, tuple[str, ...]] = {
    "measures": ("id", "source", "indicator", "name", "value", "unit", "qualifier", "period"),
    "commitments": ("id", "source", "text", "indicator", "target", "due", "lead", "support", "owner"),
    "outcomes": ("id", "source", "commitment", "claim", "text", "measures"),
    "problems": ("id", "source", "text", "addressed_by"),
}
_LAST = ("raw", "repaired", "at", "note", "draft")
_SAFE = re.compile(r"\w[\w%、，。（）()+./-]*")
# Other readers of YAML take these for something else than text.
_WORDS = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null", "~"})
_MARK = "draft"


@dataclass(frozen=True)
class Entry:
    """A record as it is to be written.

    Args:
        fields: its fields; numbers and dates as they are to be written.
        comments: what editors are to see above it, one comment each.
    """

    fields: Fields
    comments: tuple[str, ...] = ()


def write_topic_file(top: Fields, lists: Mapping[str, Sequence[Entry]], narrative: str = "") -> str:
    """Write a whole topic file.

    Args:
        top: the fields above the lists, such as source.
        lists: the records by the name of their list.
        narrative: the Markdown body.
    """
    lines = ["---", *(f"{name}: {_value(value)}" for name, value in top.items())]
    for name in LISTS:
        if lists.get(name):
            lines += [f"{name}:", *write_entries(lists[name], name, _MARGIN)]
    body = narrative.strip()
    return "\n".join([*lines, "---", *([body] if body else []), ""])


def write_fields(fields_: Fields, kind: str) -> str:
    """Write a file that is one record, such as region.yml.

    Args:
        fields_: its fields.
        kind: the file, as fields.toml names it.
    """
    names = sorted(fields_, key=_order(kind).index)
    return "".join(f"{line}\n" for name in names for line in write_field(name, fields_[name]))


def write_entries(entries: Iterable[Entry], kind: str, margin: str = "") -> list[str]:
    """Write the records of one list, line by line.

    Args:
        entries: the records.
        kind: the list they belong to, as fields.toml names it.
        margin: the blanks before their hyphens.
    """
    lines = []
    for entry in entries:
        for comment in entry.comments:
            lines += [f"{margin}{line}" for line in write_comment(comment)]
        first = f"{margin}- "
        for name in sorted(entry.fields, key=_order(kind).index):
            lines += write_field(name, entry.fields[name], first)
            first = " " * len(first)
    return lines


def write_comment(text: str) -> list[str]:
    """Break a comment into lines that fit a screen.

    Args:
        text: the comment, on one line.
    """
    room = WIDEST_COMMENT - len(_CONTINUED)
    parts = [text[begin : begin + room] for begin in range(0, len(text), room)] or [""]
    return [f"# {parts[0]}", *(f"{_CONTINUED}{part}" for part in parts[1:])]


def read_comments(lines: Iterable[str]) -> list[str]:
    """Join what `write_comment` has broken.

    Args:
        lines: lines of comments, with their number signs.
    """
    comments: list[str] = []
    for line in (line.strip(" \r\n") for line in lines):
        if comments and line.startswith(_CONTINUED):
            comments[-1] += line.removeprefix(_CONTINUED)
        else:
            comments.append(line.lstrip("#").lstrip())
    return comments


def fields_of(node: Node) -> dict[str, Value]:
    """Give the fields of a record as they stand in its file, empty ones left out.

    Args:
        node: the record.
    """
    entries = node.entries if isinstance(node, nodes.Mapping) else ()
    return {
        key.text: _value_of(value)
        for key, value in entries
        if not (isinstance(value, Scalar) and value.is_empty)
    }


def _value_of(node: Node) -> Value:
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, nodes.Sequence):
        return [_value_of(item) for item in node.items]
    return fields_of(node)


def _order(kind: str) -> list[str]:
    declared = list(fields.KINDS[kind])
    first = [name for name in _FIRST.get(kind, ()) if name in declared]
    last = [name for name in _LAST if name in declared] if kind in LISTS else ["draft"]
    return [*first, *(name for name in declared if name not in {*first, *last}), *last]


def write_field(name: str, value: Value, start: str = "") -> list[str]:
    """Write one field, line by line.

    Args:
        name: its name.
        value: its value.
        start: what stands before its name: blanks, and the hyphen of a record's first field.
    """
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    if is_list and any(isinstance(item, Mapping) for item in value):
        deeper = " " * len(start) + _MARGIN
        return [f"{start}{name}:", *(f"{deeper}- {_value(item)}" for item in value)]
    text = value if name == _MARK and isinstance(value, str) else _value(value)
    return [f"{start}{name}: {text}"]


def _value(value: Value, *, in_brackets: bool = False) -> str:
    if isinstance(value, str):
        return scalar_text(value, in_brackets=in_brackets)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{name}: {_value(item, in_brackets=True)}" for name, item in value.items())
        return f"{{{inner}}}"
    return "[" + ", ".join(_value(item, in_brackets=True) for item in value) + "]"


def scalar_text(text: str, *, in_brackets: bool = False) -> str:
    """Write one value, in quotes only where it would be read as something else without them.

    Args:
        text: the value; line ends become blanks.
        in_brackets: whether it stands between brackets.
    """
    line = " ".join(text.split("\n"))
    if line.casefold() not in _WORDS and (_SAFE.fullmatch(line) or _is_plain(line, in_brackets=in_brackets)):
        return line
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_plain(text: str, *, in_brackets: bool) -> bool:
    written = f"name: {{name: {text}, at: 1}}" if in_brackets else f"name: {text}"
    if not text or check_syntax(written, "").problems:
        return False
    root, problems = read_yaml(written, "")
    found = root.get("name") if isinstance(root, nodes.Mapping) else None
    if in_brackets and isinstance(found, nodes.Mapping):
        found = found.get("name") if len(found.entries) > 1 else None
    return not problems and isinstance(found, Scalar) and found.text == text
