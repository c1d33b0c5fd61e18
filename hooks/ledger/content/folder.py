"""The content folder: reading one file of it, named as editors see it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ledger.content import nodes
from ledger.content.drafts import Drafts
from ledger.content.inventory import KINDS, Inventory, take_inventory
from ledger.content.losses import Losses
from ledger.content.nodes import Node, Scalar
from ledger.content.parsing import Parsed, parse
from ledger.content.text import read_text
from ledger.content.values import Field, Reader, read_fields
from ledger.model.dictionary import Dictionary
from ledger.problems import Expected, Problem


@dataclass
class Folder:
    """The folder `content/` while it is being read.

    Args:
        root: the folder.
        problems: everything found wrong so far.
        losses: what could not be read because of it.
        raw: those of the problems that are wrong with the text itself, before anything is read from it.
        kinds: the endings that files may have.
        drafts: what is to become of records that nobody has confirmed.
        parse: reads YAML text into nodes, or remembers them.
    """

    root: Path
    problems: list[Problem] = field(default_factory=list)
    losses: Losses = field(default_factory=Losses)
    raw: set[Problem] = field(default_factory=set)
    kinds: frozenset[str] = KINDS
    drafts: Drafts = field(default_factory=Drafts)
    parse: Callable[[str, str, int], Parsed] = parse

    @cached_property
    def inventory(self) -> Inventory:
        """The files that may be read; what stands in the folder besides is reported."""
        found = take_inventory(self.root, self.path, self.kinds)
        self.problems.extend(found.problems)
        return found

    def told(self) -> list[Problem]:
        """Order all problems, leaving out what only follows from a line whose text is wrong."""
        lines = {(problem.path, problem.line) for problem in self.raw}
        return sorted(p for p in self.problems if p in self.raw or (p.path, p.line) not in lines)

    def path(self, file: Path) -> str:
        """Name a file as editors see it, such as content/site.yml.

        Args:
            file: a file below the root.
        """
        name = f"{self.root.name}/{file.relative_to(self.root).as_posix()}".rstrip("/.")
        # A name may hold bytes that are no text, or what a terminal would obey.
        shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return "".join(sign if sign.isprintable() else "\ufffd" for sign in shown)

    def text(self, file: Path) -> str | None:
        """Read a file's text, or report why not.

        Args:
            file: a file below the root.
        """
        if not self.inventory.refused.isdisjoint({file, *file.parents}):
            return None
        if not file.is_file():
            self.problems.append(Problem(self.path(file), 1, 1, "MZ007", {"name": file.name}))
            return None
        found, problems = read_text(file, self.path(file))
        self._extend_raw(problems)
        return found

    def _extend_raw(self, problems: Iterable[Problem]) -> None:
        found = tuple(problems)
        self.problems.extend(found)
        self.raw.update(found)

    def nodes(self, text: str, path: str, first_line: int = 1) -> Node | None:
        """Read YAML text into nodes, or report why not.

        Args:
            text: the YAML.
            path: the file it stands in.
            first_line: line of the file on which it begins.
        """
        found = self.parse(text, path, first_line)
        self._extend_raw(found.raw)
        self.problems.extend(found.problems)
        return found.root

    def yaml(self, file: Path) -> Node | None:
        """Read a YAML file's nodes, or report why not.

        Args:
            file: a file below the root.
        """
        found = self.text(file)
        if found is None:
            return None
        before = len(self.problems)
        root = self.nodes(found, self.path(file))
        # An empty file is empty text, which is wrong wherever a list or fields are expected.
        return Scalar("", 1, 1) if root is None and len(self.problems) == before else root

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
        reader = Reader(path, dictionary, self.losses)
        found = read_fields(node, fields, reader)
        self.problems.extend(reader.problems)
        return None if reader.failures else found

    def items(
        self, file: Path, fields: Mapping[str, Field], listing: str, dictionary: Dictionary | None = None
    ) -> list[tuple[Node, dict[str, object]]]:
        """Read a YAML file that is a list of mappings; items with problems are left out.

        Args:
            file: a file below the root.
            fields: declaration of one item.
            listing: what the list is called when some of it is lost.
            dictionary: vocabularies that its ids are looked up in.
        """
        root = self.yaml(file)
        if isinstance(root, nodes.Sequence):
            path = self.path(file)
            items = root.items
            if "draft" in fields:
                shared = self.drafts.find([root], path)
                self.drafts.forgive(self.problems, path)
                self.problems.extend(shared)
                items = self.drafts.leave_out(root, path, listing)
            return self.entries(items, fields, path, listing, dictionary)
        self.losses.lists.add(listing)
        if root is not None:
            details = {"name": file.name, "expected": Expected.LIST}
            self.problems.append(Problem(self.path(file), root.line, root.column, "MZ012", details))
        return []

    def entries(
        self,
        items: Iterable[Node],
        fields: Mapping[str, Field],
        path: str,
        listing: str,
        dictionary: Dictionary | None = None,
    ) -> list[tuple[Node, dict[str, object]]]:
        """Read the mappings of a list; those with problems are left out and counted as lost.

        Args:
            items: the mappings.
            fields: declaration of one of them.
            path: the file they stand in.
            listing: what the list is called when some of it is lost.
            dictionary: vocabularies that its ids are looked up in.
        """
        kept = []
        for item in items:
            found = self.fields(item, fields, path, dictionary)
            if found is None:
                self._lose(item, listing)
            else:
                kept.append((item, found))
        return kept

    def _lose(self, item: Node, listing: str) -> None:
        id_ = item.get("id") if isinstance(item, nodes.Mapping) else None
        if isinstance(id_, Scalar) and not id_.is_empty:
            self.losses.ids.add(id_.text.strip())
        else:
            self.losses.lists.add(listing)
