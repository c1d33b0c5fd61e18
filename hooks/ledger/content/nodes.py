"""YAML as text with positions: nothing is guessed, so `no`, `1.10` and `010000` mean what they say."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from ledger.content.composer import Exact, RefusedError, compose_fast
from ledger.content.raw_text import CONTROL, INVISIBLE
from ledger.problems import Problem

# Where text that begins with & * or ! leads the parser.
_SIGNS = {"while scanning an anchor", "while scanning an alias", "while parsing a tag"}


@dataclass(frozen=True)
class Scalar:
    """A single value, as text.

    Args:
        text: the characters, unquoted.
        line: line in the file, from 1.
        column: column, from 1.
        quoted: whether it stood in quotes.
        inline: whether it stands where it begins, on one line, so that its characters can be pointed at.
        last_line: line on which it ends.
    """

    text: str
    line: int
    column: int
    quoted: bool = False
    inline: bool = field(default=True, compare=False)
    last_line: int = field(default=0, compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written, quoted or not."""
        return not self.text.strip() or (not self.quoted and self.text in {"~", "null"})

    @property
    def width(self) -> int:
        """How many characters it takes where it begins, quotes included."""
        return max(1, len(self.text) + 2 * self.quoted) if self.inline else 1


@dataclass(frozen=True)
class Sequence:
    """A list of nodes with its position."""

    items: tuple["Node", ...]
    line: int
    column: int
    last_line: int = field(default=0, compare=False)
    is_flow: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Mapping:
    """Named nodes with their keys' positions, first occurrence of a key only."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int
    last_line: int = field(default=0, compare=False)

    def get(self, name: str) -> "Node | None":
        """Find the node of a key.

        Args:
            name: the key.
        """
        return next((node for key, node in self.entries if key.text == name), None)


Node = Scalar | Sequence | Mapping


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Read YAML text into nodes.

    Args:
        text: the YAML.
        path: file to name in problems.
        first_line: line of the file on which the text begins.
    """
    converter = _Converter(text, path, first_line, _line_starts(text))
    if (found := compose_fast(text)) is not None:
        return converter.convert(found), converter.problems
    loader: Exact | None = None
    try:
        loader = Exact(text)
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        code, index = _cause(error)
        if code == "MZ035":
            begin = text.rfind("\n", 0, index) + 1
            index = begin + len(text[begin:]) - len(text[begin:].lstrip(" "))
        converter.report(code, index)
    except yaml.reader.ReaderError as error:
        converter.report("MZ037", error.position, name=f"U+{ord(text[error.position]):04X}")
    except RefusedError as refusal:
        converter.report(refusal.code, refusal.mark.index)
    except (OverflowError, ValueError):
        # The parser makes characters of escapes without asking whether there are such characters.
        converter.report("MZ004", loader.index if loader else 0)
    else:
        return (None if root is None else converter.convert(root)), converter.problems
    return None, converter.problems


def _line_starts(text: str) -> list[int]:
    # Not the parser's own lines: it takes characters such as U+2028 for line ends, which editors do not.
    return [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]


def _cause(error: yaml.MarkedYAMLError) -> tuple[str, int]:
    context, opened, found = error.context or "", error.context_mark, error.problem_mark
    if context in _SIGNS:
        return "MZ006", opened.index if opened else 0
    # The parser stumbles far behind an unfinished quote, bracket or key: show where that began.
    is_unfinished = context.startswith(("while scanning a", "while parsing a flow", "while parsing a tag"))
    mark = opened if opened and is_unfinished else found or opened
    is_indent = context.startswith("while parsing a block") or (error.problem or "").startswith(
        "mapping values"
    )
    return ("MZ035" if is_indent else "MZ004"), mark.index if mark else 0


@dataclass
class _Converter:
    text: str
    path: str
    first_line: int
    line_starts: list[int]
    problems: list[Problem] = field(default_factory=list)

    def place(self, index: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, index) - 1
        return self.first_line + line, index - self.line_starts[line] + 1

    def report(self, code: str, index: int, **details: str) -> None:
        self.problems.append(Problem(self.path, *self.place(index), code, details))

    def convert(self, node: yaml.Node) -> Node:
        line, column = self.place(node.start_mark.index)
        if isinstance(node, yaml.ScalarNode):
            self._refuse_unseen(node)
            quoted = node.style in {"'", '"', "|", ">"}
            inline = node.style not in {"|", ">"} and node.start_mark.line == node.end_mark.line
            return Scalar(node.value, line, column, quoted, inline, self.last_line(node))
        if isinstance(node, yaml.SequenceNode):
            items = tuple(self.convert(item) for item in node.value)
            return Sequence(items, line, column, self.last_line(node), bool(node.flow_style))
        if isinstance(node, yaml.MappingNode):
            return Mapping(tuple(self._entries(node)), line, column, self.last_line(node))
        raise TypeError(node)

    def last_line(self, node: yaml.Node) -> int:
        """Find the line on which the last character of a node stands."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            # The parser lets a block end where the next one begins, behind comments and blank lines.
            last = node.value[-1]
            return self.last_line(last[1] if isinstance(last, tuple) else last)
        end = node.end_mark.index
        begin = node.start_mark.index
        return self.place(begin + max(0, len(self.text[begin:end].rstrip()) - 1))[0]

    def _refuse_unseen(self, node: yaml.ScalarNode) -> None:
        """Report what escapes smuggle in; what stands in the text itself is found there."""
        written = self.text[node.start_mark.index : node.end_mark.index]
        for code, kind in (("MZ037", CONTROL), ("MZ038", INVISIBLE)):
            found = kind.search(node.value)
            if found and not kind.search(written):
                self.report(code, node.start_mark.index, name=f"U+{ord(found[0][0]):04X}")

    def _entries(self, node: yaml.MappingNode) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = self.convert(key_node)
            if not isinstance(key, Scalar):
                self.report("MZ004", key_node.start_mark.index)
            elif key.text == "<<":
                self.report("MZ006", key_node.start_mark.index)
            elif key.text in seen:
                first = str(seen[key.text])
                self.report("MZ005", key_node.start_mark.index, name=key.text, first=first)
            else:
                seen[key.text] = key.line
                yield key, self.convert(value_node)
