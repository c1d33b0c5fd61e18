"""Records and documents that nobody has confirmed yet: left out as if not there, or read and marked."""

from collections.abc import Sequence as List
from dataclasses import dataclass, field

from ledger.content.nodes import Mapping, Node, Scalar, Sequence
from ledger.problems import Problem

_REGIONS = "regions"


def is_draft(node: Node) -> bool:
    """Tell whether a record is marked as a draft; the mark without a word counts, so that nothing slips out.

    Args:
        node: the record.
    """
    mark = node.get("draft") if isinstance(node, Mapping) else None
    return isinstance(mark, Scalar) and (mark.is_empty or mark.text.strip() == "true")


@dataclass(frozen=True)
class Found:
    """A draft that stands in the content.

    Args:
        path: its file.
        node: its fields.
        siblings: all records of the file's lists.
    """

    path: str
    node: Mapping
    siblings: tuple[Node, ...] = field(default=(), repr=False)

    @property
    def place(self) -> tuple[str, int]:
        """Its file and its first line, by which it is named."""
        return self.path, self.node.line

    def holds(self, problem: Problem) -> bool:
        """Tell whether a problem lies within its lines.

        Args:
            problem: the problem.
        """
        return problem.path == self.path and self.node.line <= problem.line <= self.node.last_line


@dataclass
class Drafts:
    """What is to become of drafts, and those that were left out so far.

    Args:
        are_read: whether they are read like every other record.
        ids: list and full id of those left out.
        lines: first and last lines of those left out, by the file's path.
        regions: regions that hold any.
        count: how many were left out.
        withheld: files and first lines of those that are left out although drafts are read.
        found: every draft, left out or not.
    """

    are_read: bool = False
    ids: set[tuple[str, str]] = field(default_factory=set)
    lines: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    regions: set[str] = field(default_factory=set)
    count: int = 0
    withheld: frozenset[tuple[str, int]] = frozenset()
    found: list[Found] = field(default_factory=list)

    def withheld_in(self, path: str) -> frozenset[int]:
        """Give the first lines of the drafts of a file that are left out although drafts are read.

        Args:
            path: the file.
        """
        return frozenset(line for file, line in self.withheld if file == path)

    def _is_left_out(self, item: Node, path: str) -> bool:
        return is_draft(item) and (not self.are_read or (path, item.line) in self.withheld)

    def holds(self, kind: str, id_: str) -> bool:
        """Tell whether an id is that of a draft that was left out.

        Args:
            kind: the list it belongs to, such as measures or sources.
            id_: the full id.
        """
        return (kind, id_) in self.ids

    def leave_out(self, items: Sequence, path: str, kind: str, prefix: str = "") -> tuple[Node, ...]:
        """Give the records of a list that were confirmed, or all where drafts are read, and note the others.

        Args:
            items: the list.
            path: the file it stands in.
            kind: what the list is called.
            prefix: how the full ids of its records begin.
        """
        left_out = [item for item in items.items if self._is_left_out(item, path)]
        for item in left_out:
            self.count += 1
            id_ = item.get("id") if isinstance(item, Mapping) else None
            if isinstance(id_, Scalar):
                self.ids.add((kind, f"{prefix}{id_.text.strip()}"))
            # Below the content folder every record stands in regions/<region>/.
            folders = path.split("/")[1:3]
            self.regions.update(folders[1:] if folders[0] == _REGIONS else ())
        return tuple(item for item in items.items if not self._is_left_out(item, path))

    def find(self, lists: List[Node], path: str) -> list[Problem]:
        """Note where the drafts of a file stand; a draft that shares its lines with others is refused.

        Args:
            lists: the file's lists of records.
            path: the file.
        """
        shared = []
        siblings = tuple(item for part in lists if isinstance(part, Sequence) for item in part.items)
        for records in lists:
            for item in filter(is_draft, records.items if isinstance(records, Sequence) else ()):
                if isinstance(records, Sequence) and records.is_flow:
                    shared.append(Problem(path, item.line, item.column, "MZ152"))
                elif isinstance(item, Mapping):
                    self.found.append(Found(path, item, siblings))
                    if not self._is_left_out(item, path):
                        continue
                    self.lines.setdefault(path, []).append((item.line, item.last_line))
        return shared

    def forgive(self, problems: list[Problem], path: str, first: int = 0) -> None:
        """Take back what was told of the lines of drafts that are left out.

        Args:
            problems: everything told so far; what is taken back is removed from it.
            path: the file.
            first: index of the first problem that may be taken back.
        """
        spans = self.lines.get(path, ())
        problems[first:] = [
            problem
            for problem in problems[first:]
            if problem.path != path or not any(begin <= problem.line <= end for begin, end in spans)
        ]
