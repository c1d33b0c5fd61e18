"""The content folder: reading one file of it, named as editors see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ledger.content import nodes
from ledger.content.nodes import Node
from ledger.content.text import read_text
from ledger.content.values import Field, Reader, read_fields
from ledger.model.dictionary import Dictionary
from ledger.problems import Problem


@dataclass
class Folder:
    """The folder `content/` while it is being read.

    Args:
        root: the folder.
        problems: everything found wrong so far.
    """

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def path(self, file: Path) -> str:
        """Name a file as editors see it, such as content/site.yml.

        Args:
            file: a file below the root.
        """
        return f"{self.root.name}/{file.relative_to(self.root).as_posix()}"

    def text(self, file: Path) -> str | None:
        """Read a file's text, or report why not.

        Args:
            file: a file below the root.
        """
        if not file.is_file():
            self.problems.append(Problem(self.path(file), 1, 1, "MZ007", {"name": file.name}))
            return None
        found, problems = read_text(file, self.path(file))
        self.problems.extend(problems)
        return found

    def yaml(self, file: Path) -> Node | None:
        """Read a YAML file's nodes, or report why not.

        Args:
            file: a file below the root.
        """
        found = self.text(file)
        if found is None:
            return None
        root, problems = nodes.read_yaml(found, self.path(file))
        self.problems.extend(problems)
        return root

    def fields(
        self, node: Node, fields: Mapping[str, Field], path: str, dictionary: Dictionary | None = None
    ) -> dict[str, object] | None:
        """Read one mapping; None when anything in it is wrong.

        Args:
            node: the mapping.
            fields: its declaration.
            path: the file it stands in.
            dictionary: vocabularies that its ids are looked up in.
        """
        reader = Reader(path, dictionary)
        found = read_fields(node, fields, reader)
        self.problems.extend(reader.problems)
        return None if reader.problems else found

    def items(
        self, file: Path, fields: Mapping[str, Field], dictionary: Dictionary | None = None
    ) -> list[tuple[Node, dict[str, object]]]:
        """Read a YAML file that is a list of mappings; items with problems are left out.

        Args:
            file: a file below the root.
            fields: declaration of one item.
            dictionary: vocabularies that its ids are looked up in.
        """
        root = self.yaml(file)
        if root is None:
            return []
        if not isinstance(root, nodes.Sequence):
            details = {"name": file.name, "expected": "列表，每项以 - 开头"}
            self.problems.append(Problem(self.path(file), root.line, root.column, "MZ012", details))
            return []
        read = ((item, self.fields(item, fields, self.path(file), dictionary)) for item in root.items)
        return [(item, found) for item, found in read if found is not None]
