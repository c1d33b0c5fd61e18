"""Types of fields: how the text of a node becomes a value, and what is said when it does not."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ledger.content import nodes
from ledger.content.losses import Losses
from ledger.content.nodes import Node, Scalar
from ledger.content.text import find_tag
from ledger.model.dictionary import Dictionary
from ledger.model.period import Period
from ledger.problems import HERE, Expected, Problem, hint

_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]*")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_MOST_DIGITS = 15


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
        """Record a problem at a node.

        Args:
            code: key of the catalogue.
            node: where.
            details: what fills the message.
        """
        self.problems.append(Problem(self.path, node.line, node.column, code, details))


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


def read_fields(node: Node, fields: Mapping[str, Field], reader: Reader) -> dict[str, object] | None:
    """Read a mapping by its declared fields; report unknown and missing ones.

    Args:
        node: the mapping.
        fields: the declaration.
        reader: collects problems.
    """
    if not isinstance(node, nodes.Mapping):
        reader.report("MZ012", node, name=HERE, expected=Expected.FIELDS)
        return None
    values: dict[str, object] = {}
    for key, child in node.entries:
        declared = fields.get(key.text)
        if declared is None:
            reader.report("MZ010", key, name=key.text, hint=hint(key.text, fields))
        elif not (isinstance(child, Scalar) and child.is_empty):
            values[key.text] = declared.type(child, key.text, reader)
    _report_missing(node, fields, reader)
    return values


def _report_missing(node: nodes.Mapping, fields: Mapping[str, Field], reader: Reader) -> None:
    for name, declared in fields.items():
        child = node.get(name)
        if declared.required and (child is None or (isinstance(child, Scalar) and child.is_empty)):
            reader.report("MZ011", node, name=name)


def scalar(node: Node, name: str, reader: Reader, expected: str = Expected.LINE) -> str | None:
    """Read the text of anything that is one value on one line.

    Args:
        node: where.
        name: the field.
        reader: collects problems.
        expected: what to say should be there.
    """
    if isinstance(node, Scalar) and not node.is_empty and "\n" not in node.text.strip():
        return node.text.strip()
    reader.report("MZ012", node, name=name, expected=expected)
    return None


def text(node: Node, name: str, reader: Reader) -> str | None:
    """Read a line of text without HTML."""
    found = scalar(node, name, reader)
    if found is not None and (tag := find_tag(found)):
        reader.report("MZ028", node, text=tag.group())
    return found


def address(node: Node, name: str, reader: Reader) -> str | None:
    """Read the address of a web page."""
    found = scalar(node, name, reader, Expected.ADDRESS)
    if found is not None and not _ADDRESS.fullmatch(found):
        reader.report("MZ012", node, name=name, expected=Expected.ADDRESS)
        return None
    return found


def identifier(node: Node, name: str, reader: Reader) -> str | None:
    """Read an id made of lower-case letters, digits and hyphens."""
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


def number(node: Node, name: str, reader: Reader) -> Decimal | None:
    """Read a plain decimal number, trailing zeros kept."""
    found = scalar(node, name, reader, Expected.NUMBER)
    if found is None:
        return None
    if not _NUMBER.fullmatch(found):
        reader.report("MZ013", node, text=found)
        return None
    if sum(character.isdigit() for character in found) > _MOST_DIGITS:
        reader.report("MZ018", node, text=found)
        return None
    return Decimal(found)


def integer(node: Node, name: str, reader: Reader) -> int | None:
    """Read a whole number."""
    found = number(node, name, reader)
    if found is None:
        return None
    if found != found.to_integral_value():
        reader.report("MZ012", node, name=name, expected=Expected.WHOLE_NUMBER)
        return None
    return int(found)


def number_or(*words: str) -> Type:
    """Read a number, or one of a few words that stand for its absence.

    Args:
        words: the words, such as redacted.
    """

    def read(node: Node, name: str, reader: Reader) -> Decimal | str | None:
        if isinstance(node, Scalar) and node.text in words:
            return node.text
        return number(node, name, reader)

    return read


def day(node: Node, name: str, reader: Reader) -> date | None:
    """Read a date such as 2025-12-31."""
    found = scalar(node, name, reader, Expected.DATE)
    if found is None:
        return None
    try:
        return date.fromisoformat(found) if _DATE.fullmatch(found) else _refuse(found)
    except ValueError:
        reader.report("MZ014", node, text=found)
        return None


def _refuse(found: str) -> date:
    raise ValueError(found)


def day_or(word: str) -> Type:
    """Read a date, or a word in its place.

    Args:
        word: the word, such as ongoing.
    """

    def read(node: Node, name: str, reader: Reader) -> date | str | None:
        return word if isinstance(node, Scalar) and node.text == word else day(node, name, reader)

    return read


def period(node: Node, name: str, reader: Reader) -> Period | None:
    """Read a reporting period."""
    found = scalar(node, name, reader, Expected.PERIOD)
    if found is None:
        return None
    try:
        return Period.parse(found)
    except ValueError:
        reader.report("MZ015", node, text=found)
        return None


def list_of(type_: Type, *, or_single: bool = False) -> Type:
    """Read a list whose items have one type.

    Args:
        type_: type of the items.
        or_single: whether one item may stand without the list.
    """

    def read(node: Node, name: str, reader: Reader) -> list[object]:
        if isinstance(node, nodes.Sequence):
            return [type_(item, name, reader) for item in node.items]
        if or_single:
            return [type_(node, name, reader)]
        reader.report("MZ012", node, name=name, expected=Expected.LIST)
        return []

    return read


def mapping_of(fields: Mapping[str, Field]) -> Type:
    """Read a nested mapping by its own fields.

    Args:
        fields: the declaration.
    """

    def read(node: Node, name: str, reader: Reader) -> dict[str, object] | None:  # noqa: ARG001 -- one signature for all types
        return read_fields(node, fields, reader)

    return read


def raw_node(node: Node, name: str, reader: Reader) -> Node:  # noqa: ARG001 -- one signature for all types
    """Keep a node for a later pass."""
    return node


def reference(node: Node, name: str, reader: Reader) -> Node | None:
    """Keep the node of an id that is looked up in a later pass."""
    return None if scalar(node, name, reader, Expected.ID) is None else node
