"""YAML text → nodes with all that is wrong with it: a pure function of the text, and so to be remembered."""

from dataclasses import dataclass

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
