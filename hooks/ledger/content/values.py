"""Types of fields: how the text of a node becomes a value, and what is said when it does not."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from ledger.content import nodes
from ledger.content.nodes import Node, Scalar
from ledger.model.dictionary import Dictionary
from ledger.model.period import Period
from ledger.model.quantity import Qualifier, Unit
from ledger.problems import Problem, hint

_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TAG = re.compile(r"</?[A-Za-z][^>\n]*>?|<!")
_MOST_DIGITS = 15

Value = TypeVar("Value")


@dataclass
class Reader:
    """Reads the nodes of one file and collects what is wrong with them.

    Args:
        path: how to name the file in problems.
        dictionary: the vocabularies that ids are looked up in.
        problems: what was found so far.
    """

    path: str
    dictionary: Dictionary | None = None
    problems: list[Problem] = field(default_factory=list)

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
        reader.report("MZ012", node, name="这里", expected="“字段: 值”的形式")
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


def _scalar(node: Node, name: str, reader: Reader, expected: str = "一行文字") -> str | None:
    if isinstance(node, Scalar):
        return node.text.strip()
    reader.report("MZ012", node, name=name, expected=expected)
    return None


def text(node: Node, name: str, reader: Reader) -> str | None:
    """Read a line of text without HTML."""
    found = _scalar(node, name, reader)
    if found is not None and (tag := _TAG.search(found)):
        reader.report("MZ028", node, text=tag.group())
    return found


def identifier(node: Node, name: str, reader: Reader) -> str | None:
    """Read an id made of lower-case letters, digits and hyphens."""
    found = _scalar(node, name, reader)
    if found is not None and not _IDENTIFIER.fullmatch(found):
        reader.report("MZ017", node, text=found)
        return None
    return found


def number(node: Node, name: str, reader: Reader) -> Decimal | None:
    """Read a plain decimal number, trailing zeros kept."""
    found = _scalar(node, name, reader, "一个数字")
    if found is None:
        return None
    if not _NUMBER.fullmatch(found):
        reader.report("MZ013", node, text=found[:40])
        return None
    if sum(character.isdigit() for character in found) > _MOST_DIGITS:
        reader.report("MZ018", node, text=found[:40])
        return None
    return Decimal(found)


def integer(node: Node, name: str, reader: Reader) -> int | None:
    """Read a whole number."""
    found = number(node, name, reader)
    if found is None:
        return None
    if found != found.to_integral_value():
        reader.report("MZ012", node, name=name, expected="整数")
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
    found = _scalar(node, name, reader, "日期")
    if found is None:
        return None
    try:
        return date.fromisoformat(found) if _DATE.fullmatch(found) else _refuse(found)
    except ValueError:
        reader.report("MZ014", node, text=found[:40])
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
    found = _scalar(node, name, reader, "时段")
    if found is None:
        return None
    try:
        return Period.parse(found)
    except ValueError:
        reader.report("MZ015", node, text=found[:40])
        return None


def unit(node: Node, name: str, reader: Reader) -> Unit | None:
    """Read a unit as written, with its scale."""
    found = _scalar(node, name, reader)
    if found is None or reader.dictionary is None:
        return None
    unit_ = reader.dictionary.unit(found)
    if unit_ is None:
        _unknown(found, "单位表 units.yml", reader.dictionary.units, node, reader)
    return unit_


def qualifier(node: Node, name: str, reader: Reader) -> Qualifier | None:
    """Read a qualifier such as 约."""
    found = _scalar(node, name, reader)
    if found is None or reader.dictionary is None:
        return None
    if found not in reader.dictionary.qualifiers:
        _unknown(found, "限定词表 units.yml", reader.dictionary.qualifiers, node, reader)
    return reader.dictionary.qualifiers.get(found)


def indicator(node: Node, name: str, reader: Reader) -> str | None:
    """Read the id of an indicator of the dictionary."""
    found = _scalar(node, name, reader)
    if found is None or reader.dictionary is None:
        return None
    if found not in reader.dictionary.indicators:
        _unknown(found, "指标词典", reader.dictionary.indicators, node, reader)
        return None
    return found


def term(vocabulary: str) -> Type:
    """Read an id of one vocabulary of `statuses.yml`.

    Args:
        vocabulary: its name.
    """

    def read(node: Node, name: str, reader: Reader) -> str | None:
        found = _scalar(node, name, reader)
        terms = reader.dictionary.terms.get(vocabulary, {}) if reader.dictionary else {}
        if found is not None and found not in terms:
            _unknown(found, f"statuses.yml 的 {vocabulary}", terms, node, reader)
            return None
        return found

    return read


def one_of(*words: str) -> Type:
    """Read one of a few fixed words.

    Args:
        words: the words.
    """

    def read(node: Node, name: str, reader: Reader) -> str | None:
        found = _scalar(node, name, reader)
        if found is not None and found not in words:
            _unknown(found, " ".join(words), words, node, reader)
            return None
        return found

    return read


def _unknown(found: str, listing: str, valid: Iterable[str], node: Node, reader: Reader) -> None:
    reader.report("MZ016", node, text=found[:60], list=listing, hint=hint(found, valid))


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
        reader.report("MZ012", node, name=name, expected="列表，每项以 - 开头")
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
