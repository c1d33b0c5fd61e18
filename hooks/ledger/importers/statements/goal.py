"""Targets: of a promise, and of a result that has its target beside it."""

import re
from pathlib import Path

from ledger.importers.figure import Figure
from ledger.own_table import read_own_table

_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_YES, _TASK, _DONE = (re.compile(_WORDS["words"][name]) for name in ("yes", "task", "done"))


def promise_of(figure: Figure) -> str:
    """Put the target beside a result as a promise.

    Args:
        figure: the result.
    """
    words, goal = _WORDS["text"], figure.goal
    name = _DONE.sub("", _TASK.sub("", figure.name))
    if goal is None or goal.value is None:
        return str(words["masked"]).format(name=name)
    form = words["at_most" if goal.operator == "<=" else "number"]
    return str(form).format(name=name, value=goal.value, unit=goal.unit)


def task_of(name: str, figure: Figure) -> str:
    """Put the task of a row and the number of its target as a promise.

    Args:
        name: the task as it stands in its cell.
        figure: the figure with the target.
    """
    words, goal = _WORDS["text"], figure.goal
    if goal is None or goal.value is None:
        return name
    form = words["at_most" if goal.operator == "<=" else "number"]
    return str(form).format(name=name, value=goal.value, unit=goal.unit)


def result_of(figure: Figure) -> str:
    """Put a result that no sentence tells otherwise; of a masked one only its name is there.

    Args:
        figure: the result.
    """
    if figure.value is None:
        return figure.name
    return str(_WORDS["text"]["result"]).format(name=figure.name, value=figure.value, unit=figure.unit)


def is_yes(text: str) -> bool:
    """Whether a promise is kept as soon as a thing is there.

    Args:
        text: the promise.
    """
    return _YES.search(text) is not None
