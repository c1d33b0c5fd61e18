"""The problems of the files that were asked for, and those of all others, which are never forgotten."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ledger.problems import Problem


@dataclass(frozen=True)
class Selection:
    """All problems, divided.

    Args:
        told: those of the files asked for, to be told in full.
        others: those of other files; a change of one file can break another one.
    """

    told: tuple[Problem, ...]
    others: tuple[Problem, ...]


def select(problems: Iterable[Problem], asked: Collection[str]) -> Selection:
    """Divide problems, both parts ordered by path and line.

    Args:
        problems: all problems.
        asked: paths of files and folders, as problems name them; none asks for everything.
    """
    told: list[Problem] = []
    others: list[Problem] = []
    for problem in sorted(problems):
        (told if not asked or _is_asked(problem.path, asked) else others).append(problem)
    return Selection(tuple(told), tuple(others))


def _is_asked(path: str, asked: Collection[str]) -> bool:
    return any(name in {".", path} or path.startswith(f"{name}/") for name in asked)
