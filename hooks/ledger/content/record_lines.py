"""Records where they stand in the text of a content file: added, mended, confirmed or dropped line by line.

Every change keeps all other lines byte for byte: what people wrote is never laid out anew.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledger.content.drafts import is_draft
from ledger.content.nodes import Mapping as Record
from ledger.content.nodes import Node, Scalar, read_yaml
from ledger.content.publishable import record_lines, record_lists
from ledger.content.references import LISTS
from ledger.content.syntax import check_syntax
from ledger.content.text import split_document
from ledger.content.writer import Entry, Value, fields_of, read_comments, write_entries, write_field

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_MARGIN = "  "
_IN_BRACKETS = re.compile(r",\s*draft\s*:\s*\w*(?=\s*[,}])|draft\s*:\s*\w*\s*,\s*")
SOURCES = "sources.yml"


class UnreadableTextError(Exception):
    """The text of a content file cannot be read, so that nothing in it can be changed line by line."""


@dataclass(frozen=True)
class Located:
    """A record and where it stands.

    Args:
        kind: its list, such as measures; sources.yml for a document.
        node: its fields.
        first: line of its hyphen, from 1.
        last: its last line.
        above: first line of the comments right above it; `first` where there are none.
        comments: those comments, one item each.
    """

    kind: str
    node: Node
    first: int
    last: int
    above: int
    comments: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its id, or nothing."""
        id_ = self.node.get("id") if isinstance(self.node, Record) else None
        return id_.text.strip() if isinstance(id_, Scalar) else ""

    @property
    def is_draft(self) -> bool:
        """Whether nobody has confirmed it."""
        return is_draft(self.node)

    @property
    def fields(self) -> dict[str, Value]:
        """Its fields as they stand there."""
        return fields_of(self.node)


def locate(text: str) -> list[Located]:
    """Find every record of a topic file or of a list of documents, in the order of their lines.

    Args:
        text: the whole file.

    Raises:
        UnreadableTextError: its fields cannot be read.
    """
    lines = split_lines(text)
    found = []
    for name, records in record_lists(_root(text)).items():
        for item in () if records.is_flow else records.items:
            span = record_lines(item, lines)
            above = span[0]
            while above > 1 and lines[above - 2].lstrip().startswith("#"):
                above -= 1
            comments = tuple(read_comments(lines[above - 1 : span[0] - 1]))
            found.append(Located(name or SOURCES, item, span[0], span[-1], above, comments))
    return sorted(found, key=lambda item: item.first)


def split_lines(text: str) -> list[str]:
    """Split a text into lines that keep their ends.

    Args:
        text: the text.
    """
    return _LINE.findall(text)


def _root(text: str) -> Node:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    document = split_document(plain, "")[0] if plain.startswith("---") else None
    syntax = check_syntax(document.front_matter if document else plain, "", 2 if document else 1)
    root = read_yaml(syntax.text or "", "", 2 if document else 1)[0]
    if root is None:
        raise UnreadableTextError
    return root


def confirm(text: str, record: Located) -> str:
    """Take the mark of a draft and the comments above it away.

    Args:
        text: the whole file.
        record: the draft.
    """
    lines = split_lines(text)
    mark = record.node.get("draft") if isinstance(record.node, Record) else None
    if mark is None:
        return text
    line = lines[mark.line - 1]
    if re.fullmatch(r"\s*draft\s*:\s*\w*\s*", line):
        del lines[mark.line - 1]
    elif re.fullmatch(r"\s*-\s+draft\s*:\s*\w*\s*", line):
        # The hyphen goes on to the field below.
        lines[mark.line] = line[: line.index("draft")] + lines[mark.line].lstrip()
        del lines[mark.line - 1]
    else:
        lines[mark.line - 1] = _IN_BRACKETS.sub("", line)
        if lines[mark.line - 1] == line:
            # In brackets over several lines the mark cannot be told from its commas.
            fields = {name: value for name, value in record.fields.items() if name != "draft"}
            lines = split_lines(rewrite(text, record, fields))
    del lines[record.above - 1 : record.first - 1]
    return "".join(lines)


def drop(text: str, record: Located) -> str:
    """Take a record and the comments above it away, and the name of its list where it was the last one.

    Args:
        text: the whole file.
        record: the record.
    """
    lines = split_lines(text)
    others = [item for item in locate(text) if item.kind == record.kind and item.first != record.first]
    if others or record.kind == SOURCES:
        del lines[record.above - 1 : record.last]
        return "".join(lines) if others else "".join(lines) + "[]\n"
    head = next(n for n in range(record.above - 1, 0, -1) if lines[n - 1].startswith(f"{record.kind}:"))
    del lines[head - 1 : record.last]
    return "".join(lines)


def rewrite(text: str, record: Located, fields: Mapping[str, Value]) -> str:
    """Write a record anew, the comments above it as they are.

    Args:
        text: the whole file.
        record: the record.
        fields: its fields.
    """
    lines = split_lines(text)
    old = lines[record.first - 1]
    margin = old[: len(old) - len(old.lstrip())]
    lines[record.first - 1 : record.last] = _ended(write_entries([Entry(fields)], record.kind, margin), text)
    return "".join(lines)


def edit(text: str, record: Located, edits: Mapping[str, Value | None]) -> str:
    """Replace, add or take out single fields of a record; its other lines stay.

    Args:
        text: the whole file.
        record: the record.
        edits: new values by the names of their fields; None takes one out.

    Raises:
        UnreadableTextError: the record stands in brackets, or its first line would go.
    """
    for name, value in edits.items():
        here = next(item for item in locate(text) if item.first == record.first)
        text = _edited(text, here, name, value)
    return text


def _edited(text: str, record: Located, name: str, value: Value | None) -> str:
    lines = split_lines(text)
    entries = record.node.entries if isinstance(record.node, Record) else ()
    if not entries or lines[record.first - 1].lstrip("- ").startswith("{"):
        raise UnreadableTextError
    margin = " " * (entries[0][0].column - 1)
    written = [] if value is None else _ended(write_field(name, value, margin), text)
    found = next(((key.line, item.last_line) for key, item in entries if key.text == name), None)
    first, last = found or (record.last + 1, record.last)
    if first == record.first:
        if not written:
            raise UnreadableTextError
        written[0] = lines[first - 1][: len(margin)] + written[0][len(margin) :]
    lines[first - 1 : max(first - 1, last)] = written
    return "".join(lines)


def _ended(lines: list[str], text: str) -> list[str]:
    end = "\r\n" if "\r\n" in text else "\n"
    return [f"{line}{end}" for line in lines]


def add(text: str, entries: Mapping[str, Sequence[Entry]]) -> str:
    """Add records to a topic file at the end of their lists; lists that are not there come last.

    Args:
        text: the whole file.
        entries: the records by the name of their list.

    Raises:
        UnreadableTextError: the fields cannot be read, or a list stands in brackets.
    """
    root, lines = _root(text), split_lines(text)
    plain = [line.rstrip("\r\n") for line in lines]
    fence = plain.index("---", 1)
    additions: list[tuple[int, list[str]]] = []
    for name in LISTS:
        if not entries.get(name):
            continue
        found = root.get(name) if isinstance(root, Record) else None
        head = next((n for n, line in enumerate(plain[:fence]) if line.startswith(f"{name}:")), None)
        records = record_lists(root).get(name)
        if records is not None and not records.is_flow:
            margin = " " * (records.column - 1)
            additions.append((records.last_line, write_entries(entries[name], name, margin)))
        elif isinstance(found, Scalar) and head is not None:
            additions.append((head + 1, write_entries(entries[name], name, _MARGIN)))
        elif found is None:
            additions.append((fence, [f"{name}:", *write_entries(entries[name], name, _MARGIN)]))
        else:
            raise UnreadableTextError
    # What is written first at a place ends up last there: new lists before records of one that ends there.
    additions.reverse()
    for place, written in sorted(additions, key=lambda item: (-item[0], not item[1][0][0].isalpha())):
        lines[place:place] = _ended(written, text)
    return "".join(lines)


def add_sources(text: str, sources: Sequence[Entry]) -> str:
    """Add documents at the end of a region's list.

    Args:
        text: the whole file, which may be empty.
        sources: the documents.
    """
    return add_to_list(text, sources, SOURCES)


def add_to_list(text: str, entries: Sequence[Entry], kind: str) -> str:
    """Add records at the end of a file that is one list.

    Args:
        text: the whole file, which may be empty.
        entries: the records.
        kind: the list, as fields.toml names it.
    """
    written = _ended(write_entries(entries, kind), text)
    if text.strip() in {"", "[]"}:
        return "".join(written)
    separated = text if text.endswith("\n") else f"{text}\n"
    return separated + "".join(written)


def next_id(letter: str, taken: set[str]) -> str:
    """Give the next id such as m14, and count it among those that are taken.

    Args:
        letter: how ids of its kind begin.
        taken: ids that are taken, to which it is added.
    """
    numbers = [int(found[1]) for id_ in taken if (found := re.fullmatch(rf"{letter}([0-9]+)", id_))]
    id_ = f"{letter}{max(numbers, default=0) + 1}"
    taken.add(id_)
    return id_
