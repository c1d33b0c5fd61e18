"""What a gate hands back."""

from collections.abc import Iterable
from typing import NamedTuple

from ledger.problems import Problem


class Checked(NamedTuple):
    """The work of one gate.

    Args:
        number: how many things it looked at.
        problems: what is wrong with them.
    """

    number: int
    problems: tuple[Problem, ...]


def checked(number: int, problems: Iterable[Problem]) -> Checked:
    """Gather what a gate found.

    Args:
        number: how many things it looked at.
        problems: what is wrong with them.
    """
    return Checked(number, tuple(problems))
