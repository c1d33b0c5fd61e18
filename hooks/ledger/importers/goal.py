"""Targets: of a promise, and of a result that has its target beside it."""

import re
from pathlib import Path

from ledger.importers.figure import Figure, Goal
from ledger.own_table import read_own_table

_WORDS = read_own_table(Path(__file__).with_suffix(".toml"))
_YES = re.compile(_WORDS["words"]["yes"])


def promise_of(figure: Figure, goal: Goal) -> str:
    """Put the target beside a result as a promise.

    Args:
        figure: the result.
        goal: its target.
    """
    words = _WORDS["text"]
    if goal.value is None:
        return str(words["masked"]).format(name=figure.name)
    form = words["at_most" if goal.operator == "<=" else "number"]
    return str(form).format(name=figure.name, value=goal.value, unit=goal.unit)


def is_yes(text: str) -> bool:
    """Whether a promise is kept as soon as a thing is there.

    Args:
        text: the promise.
    """
    return _YES.search(text) is not None
