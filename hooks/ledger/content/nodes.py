"""YAML as text with positions: nothing is guessed, so `no`, `1.10` and `010000` mean what they say."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from ledger.problems import Problem


@dataclass(frozen=True)
class Scalar:
    """A single value, as text.

    Args:
        text: the characters, unquoted.
        line: line in the file, from 1.
        column: column, from 1.
        quoted: whether it stood in quotes.
    """

    text: str
    line: int
    column: int
    quoted: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not self.quoted and self.text in {"", "~", "null"}


@dataclass(frozen=True)
class Sequence:
    """A list of nodes with its position."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True)
class Mapping:
    """Named nodes with their keys' positions, first occurrence of a key only."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int

    def get(self, name: str) -> "Node | None":
        """Find the node of a key.

        Args:
            name: the key.
        """
        return next((node for key, node in self.entries if key.text == name), None)


Node = Scalar | Sequence | Mapping


class _Refusal(Exception):
    def __init__(self, code: str, mark: yaml.Mark) -> None:
        super().__init__(code)
        self.code = code
        self.mark = mark


class _Composer(yaml.SafeLoader):
    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse what content never needs: aliases, anchors and tags."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or event.anchor or (tag is not None and tag != "!"):
            raise _Refusal("MZ006", event.start_mark)
        return super().compose_node(parent, index)


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Read YAML text into nodes.

    Args:
        text: the YAML.
        path: file to name in problems.
        first_line: line of the file on which the text begins.
    """
    problems: list[Problem] = []
    loader = _Composer(text)
    try:
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, [_problem("MZ004", path, first_line, mark)]
    except yaml.reader.ReaderError:
        return None, [Problem(path, first_line, 1, "MZ004")]
    except _Refusal as refusal:
        return None, [_problem(refusal.code, path, first_line, refusal.mark)]
    finally:
        loader.dispose()
    if root is None:
        return None, []
    return _convert(root, path, first_line, problems), problems


def _problem(code: str, path: str, first_line: int, mark: yaml.Mark | None) -> Problem:
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Problem(path, first_line + line, column + 1, code)


def _convert(node: yaml.Node, path: str, first_line: int, problems: list[Problem]) -> Node:
    line, column = first_line + node.start_mark.line, node.start_mark.column + 1
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, line, column, node.style in {"'", '"', "|", ">"})
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_convert(item, path, first_line, problems) for item in node.value), line, column)
    if isinstance(node, yaml.MappingNode):
        return Mapping(tuple(_entries(node, path, first_line, problems)), line, column)
    raise TypeError(node)


def _entries(
    node: yaml.MappingNode, path: str, first_line: int, problems: list[Problem]
) -> Iterator[tuple[Scalar, Node]]:
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = _convert(key_node, path, first_line, problems)
        if not isinstance(key, Scalar):
            problems.append(Problem(path, key.line, key.column, "MZ004"))
        elif key.text in seen:
            details = {"name": key.text, "first": str(seen[key.text])}
            problems.append(Problem(path, key.line, key.column, "MZ005", details))
        else:
            seen[key.text] = key.line
            yield key, _convert(value_node, path, first_line, problems)
