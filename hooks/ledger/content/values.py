"""How declared fields are read: texts, ids, lists and nested fields, and what is said when they are wrong."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from ledger.content import nodes
from ledger.content.losses import Losses
from ledger.content.nodes import Node, Scalar
from ledger.content.personal_data import find_personal_data, masked_details
from ledger.content.slips import Slip, find_key_slip, find_leftover
from ledger.content.text import find_tag
from ledger.model.dictionary import Dictionary
from ledger.problems import HERE, Expected, Problem, hint, nearest

# Region, year, topic and record together name a folder, which may have 255 bytes.
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


@dataclass
class Reader:
    """Reads the nodes of one file and collects what is wrong with them.

    Args:
        path: how to name the file in problems.
        dictionary: the vocabularies that ids are looked up in.
        losses: what could not be read elsewhere.
        problems: what was found so far.
        excused: how many values are missing because of those losses alone.
    """

    path: str
    dictionary: Dictionary | None = None
    losses: Losses = field(default_factory=Losses)
    problems: list[Problem] = field(default_factory=list)
    excused: int = 0

    @property
    def failures(self) -> int:
        """How many values could not be read, for whatever reason."""
        return len(self.problems) + self.excused

    def report(self, code: str, node: Node, **details: str) -> None:
        """Record a problem with the whole of a node.

        Args:
            code: key of the catalogue.
            node: where.
            details: what fills the message.
        """
        width = node.width if isinstance(node, Scalar) else 1
        self.problems.append(Problem(self.path, node.line, node.column, code, details, width))

    def report_slip(self, slip: Slip, node: Scalar, **details: str) -> None:
        """Record a problem with some characters of a value.

        Args:
            slip: which characters of the value, blanks around it left out, and why.
            node: where.
            details: what fills the message beside the slip's own.
        """
        column, width = node.column, 1
        if node.inline:
            blanks = len(node.text) - len(node.text.lstrip())
            column, width = column + node.quoted + blanks + slip.start, slip.width
        filled = {**details, **slip.details}
        self.problems.append(Problem(self.path, node.line, column, slip.code, filled, width))


Type = Callable[[Node, str, Reader], object]


@dataclass(frozen=True)
class Field:
    """One field of a record.

    Args:
        type: turns its node into a value.
        required: whether it must be there.
    """

    type: Type
    required: bool = False


def read_fields(
    node: Node, fields: Mapping[str, Field], reader: Reader, name: str = HERE
) -> dict[str, object] | None:
    """Read a mapping by its declared fields; report unknown and missing ones.

    Args:
        node: the mapping.
        fields: the declaration.
        reader: collects problems.
        name: the field that it is the value of, if it is that of one.
    """
    if not isinstance(node, nodes.Mapping):
        reader.report("MZ012", node, name=name, expected=Expected.FIELDS)
        return None
    values: dict[str, object] = {}
    # A misspelt field is not missing too.
    meant: set[str] = set()
    for key, child in node.entries:
        declared = fields.get(key.text)
        if declared is None:
            meant.add(_report_unknown(key, node, fields, reader))
        elif declared.required or not (isinstance(child, Scalar) and child.is_empty):
            values[key.text] = declared.type(child, key.text, reader)
    for lacking, declared in fields.items():
        if declared.required and node.get(lacking) is None and lacking not in meant:
            reader.report("MZ011", node, name=lacking)
    return values


def _report_unknown(key: Scalar, node: nodes.Mapping, fields: Collection[str], reader: Reader) -> str:
    """Report an unknown field, and tell which one was meant: one that is missing before all others."""
    slip = find_key_slip(key.text)
    if slip is None:
        missing = [name for name in fields if node.get(name) is None]
        near = nearest(key.text, missing) or nearest(key.text, fields)
        reader.report("MZ010", key, name=key.text, hint=hint(near, fields))
        return near
    reader.report_slip(slip, key, name=key.text)
    return ""


def scalar(node: Node, name: str, reader: Reader, expected: str = Expected.LINE) -> str | None:
    """Read the text of anything that is one value on one line.

    Args:
        node: where.
        name: the field.
        reader: collects problems.
        expected: what to say should be there.
    """
    if isinstance(node, Scalar) and node.is_empty:
        reader.report("MZ068", node, name=name)
        return None
    if isinstance(node, Scalar) and "\n" not in node.text.strip():
        return node.text.strip()
    reader.report("MZ012", node, name=name, expected=expected)
    return None


def text(node: Node, name: str, reader: Reader) -> str | None:
    """Read a line of text without HTML and without words that hold a place for others."""
    found = verbatim(node, name, reader)
    if found is not None and isinstance(node, Scalar) and (slip := find_leftover(found)):
        reader.report_slip(slip, node, name=name)
    return found


def verbatim(node: Node, name: str, reader: Reader) -> str | None:
    """Read a line of text as it stands in a document, masked or not, without HTML and personal data."""
    found = scalar(node, name, reader)
    if found is None or not isinstance(node, Scalar):
        return None
    if tag := find_tag(found):
        reader.report_slip(Slip("MZ028", tag.start(), len(tag.group())), node, text=tag.group())
    for person in find_personal_data(found):
        start, end, _ = person
        reader.report_slip(Slip("MZ080", start, end - start, masked_details(found, person)), node)
    return found


def address(node: Node, name: str, reader: Reader) -> str | None:
    """Read the address of a web page."""
    found = scalar(node, name, reader, Expected.ADDRESS)
    if found is not None and not _ADDRESS.fullmatch(found):
        reader.report("MZ012", node, name=name, expected=Expected.ADDRESS)
        return None
    return found


def identifier(node: Node, name: str, reader: Reader) -> str | None:
    """Read an id made of at most 60 lower-case letters, digits and hyphens."""
    found = scalar(node, name, reader, Expected.ID)
    if found is not None and not is_identifier(found):
        reader.report("MZ017", node, text=found)
        return None
    return found


def is_identifier(found: str) -> bool:
    """Tell whether a word can be an id, and so a part of an address.

    Args:
        found: the word.
    """
    return _IDENTIFIER.fullmatch(found) is not None


@dataclass(frozen=True)
class ListOf:
    """Reads a list whose items have one type.

    Args:
        type: type of the items.
        or_single: whether one item may stand without the list.
    """

    type: Type
    or_single: bool = False

    def __call__(self, node: Node, name: str, reader: Reader) -> list[object]:
        """Read the items of a list."""
        if isinstance(node, nodes.Sequence):
            return [self.type(item, name, reader) for item in node.items]
        if self.or_single:
            return [self.type(node, name, reader)]
        reader.report("MZ012", node, name=name, expected=Expected.LIST)
        return []


@dataclass(frozen=True)
class MappingOf:
    """Reads a nested mapping by its own fields.

    Args:
        fields: the declaration.
    """

    fields: Mapping[str, Field]

    def __call__(self, node: Node, name: str, reader: Reader) -> dict[str, object] | None:
        """Read the fields of a mapping."""
        return read_fields(node, self.fields, reader, name)


@dataclass(frozen=True)
class Later:
    """Keeps a node whose fields are read in a later pass.

    Args:
        fields: the declaration.
    """

    fields: Mapping[str, Field]

    def __call__(self, node: Node, name: str, reader: Reader) -> Node:  # noqa: ARG002 -- one signature for all types
        """Keep the node."""
        return node


def true(node: Node, name: str, reader: Reader) -> bool | None:
    """Read the word true, the only one that a mark may hold; without the mark the field is left out."""
    found = scalar(node, name, reader)
    if found not in {None, "true"}:
        reader.report("MZ012", node, name=name, expected=Expected.TRUE)
        return None
    return None if found is None else True


def reference(node: Node, name: str, reader: Reader) -> Node | None:
    """Keep the node of an id that is looked up in a later pass."""
    return None if scalar(node, name, reader, Expected.ID) is None else node
