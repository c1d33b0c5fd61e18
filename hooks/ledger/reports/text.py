"""Problems for people: place, message, the line itself, and how to mend it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ledger.problems import Problem, Told
from ledger.reports.excerpt import Excerpts


def as_text(problems: Iterable[Problem], root: Path) -> Iterator[str]:
    """Tell each problem in two to four lines.

    Args:
        problems: the problems, in the order in which they are told.
        root: the folder that their paths are relative to.
    """
    excerpts = Excerpts(root)
    for problem in problems:
        parts = (problem.headline, excerpts.excerpt(problem), problem.advice)
        yield "\n".join(part for part in parts if part)


def left_out(count: int | None) -> list[str]:
    """Say how many drafts were left out, in one line, or nothing where there are none.

    Args:
        count: how many; None where the content could not be read.
    """
    return [Told.DRAFTS.format(count=count)] if count else []
