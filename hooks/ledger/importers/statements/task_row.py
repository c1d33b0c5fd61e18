"""What the columns of a row of tasks hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.own_table import read_own_table

_WORDS = {
    name: re.compile(pattern) for name, pattern in read_own_table(Path(__file__).with_suffix(".toml")).items()
}
# The first that fits a heading counts: 责任 before 任务, 完成时限 before 完成情况.
_ORDER = ("lead", "support", "due", "problem", "target", "result", "progress", "other", "task")


@dataclass(frozen=True)
class TaskRow:
    """A row of a table of tasks; what has no column is empty.

    Args:
        task: what is to be done.
        target: what number is to be reached, or the task in more words.
        result: what number was reached.
        progress: how far it is.
        problem: what stands in its way.
        due: by when.
        lead: leading unit.
        support: supporting units.
    """

    task: str = ""
    target: str = ""
    result: str = ""
    progress: str = ""
    problem: str = ""
    due: str = ""
    lead: str = ""
    support: str = ""


def task_row(cells: Sequence[tuple[str, str]]) -> TaskRow:
    """Sort the cells of a row by the headings of their columns.

    Args:
        cells: heading and words of each cell, from the left.
    """
    found: dict[str, str] = {}
    for heading, words in cells:
        column = next((name for name in _ORDER if _WORDS[name].search(heading)), None)
        if column in {None, "other"} or _WORDS["empty"].match(words):
            continue
        # Of two columns of tasks the later one is the finer.
        if column == "task" or column not in found:
            found[str(column)] = words.strip()
    return TaskRow(**found)


def told(row: TaskRow) -> tuple[str, str]:
    """Put what is to be done and what is done as two texts; a bare number needs the name of its task.

    Args:
        row: a row of tasks.
    """
    return _joined(row.task, row.target), _joined(row.task, row.progress or row.result)


def _joined(task: str, words: str) -> str:
    if not words or not task:
        return words or task
    return f"{task}{words}" if _WORDS["number"].match(words) or len(words) < len(task) else words
