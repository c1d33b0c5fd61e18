"""YAML text → nodes with all that is wrong with it: a pure function of the text, and so to be remembered."""

from dataclasses import dataclass, field

from ledger.content.nodes import Node, read_yaml
from ledger.content.syntax import check_syntax
from ledger.problems import Problem


@dataclass(frozen=True)
class Parsed:
    """What became of a YAML text.

    Args:
        root: its nodes, or None where it cannot be read.
        raw: what is wrong with the text itself.
        problems: what else keeps it from being read.
    """

    root: Node | None
    raw: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def parse(text: str, path: str, first_line: int) -> Parsed:
    """Read YAML text into nodes.

    Args:
        text: the YAML.
        path: the file it stands in.
        first_line: line of the file on which it begins.
    """
    syntax = check_syntax(text, path, first_line)
    raw = tuple(syntax.problems)
    if syntax.text is None:
        return Parsed(None, raw)
    root, problems = read_yaml(syntax.text, path, first_line)
    # Where the text had to be mended first, what the parser stumbles over may be the mending.
    return Parsed(root, raw, () if root is None and raw else tuple(problems))


@dataclass
class Memory:
    """The nodes of the texts that were read last: of a text that stays as it is, they stay what they are.

    Args:
        parsed: how many texts had to be parsed so far.
    """

    parsed: int = 0
    _known: dict[tuple[str, str, int], Parsed] = field(default_factory=dict)
    _used: dict[tuple[str, str, int], Parsed] = field(default_factory=dict)

    def parse(self, text: str, path: str, first_line: int) -> Parsed:
        """Read YAML text into nodes, unless it was read before.

        Args:
            text: the YAML.
            path: the file it stands in.
            first_line: line of the file on which it begins.
        """
        key = (text, path, first_line)
        found = self._known.get(key)
        if found is None:
            self.parsed += 1
            found = parse(text, path, first_line)
        self._used[key] = found
        return found

    def forget_unused(self) -> None:
        """Drop every text that was not asked for since this was called last."""
        self._known, self._used = self._used, {}
