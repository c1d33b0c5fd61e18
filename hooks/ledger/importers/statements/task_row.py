"""What the columns of a row of tasks hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.importers.statements.claim import claim_of
from ledger.model.outcome import Claim
from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_suffix(".toml"))
_TEXT = _TABLE["text"]
_WORDS = {name: re.compile(pattern) for name, pattern in _TABLE.items() if name != "text"}
# The first that fits a heading counts: 责任 before 任务, 完成时限 before 完成情况, 整改措施 before 措施.
_ORDER = (
    *("lead", "support", "due", "next", "problem", "target", "state", "result", "progress", "other"),
    "task",
)


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
        state: the heading and the word of a column that says only whether or how far it is done.
        next: what is to be done after that.
    """

    task: str = ""
    target: str = ""
    result: str = ""
    progress: str = ""
    problem: str = ""
    due: str = ""
    lead: str = ""
    support: str = ""
    state: str = ""
    next: str = ""


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
            found[str(column)] = _stated(heading, words) if column == "state" else words.strip()
    # A column headed by the year alone tells the task where no other column does.
    if "task" not in found and not _WORDS["number"].match(found.get("target", "1")):
        found["task"] = found.pop("target")
    return TaskRow(**found)


def told(row: TaskRow) -> tuple[str, str]:
    """Put what is to be done and what is done as two texts; a bare number needs the name of its task.

    Args:
        row: a row of tasks.
    """
    done = row.progress or row.result
    if row.state and not done:
        return _joined(row.task, row.target), _TEXT["stated"].format(task=row.task, state=row.state)
    return _joined(row.task, row.target), _joined(row.task, done)


def is_bare(words: str) -> bool:
    """Whether a cell holds a number alone, whose unit stands in another cell or in a heading.

    Args:
        words: the cell.
    """
    return _WORDS["bare"].match(words.strip()) is not None


def claim_in(row: TaskRow) -> Claim:
    """Read how far a task is, from the column for it or else from the words about its progress.

    Args:
        row: a row of tasks.
    """
    word = row.state.rpartition(_TEXT["state"].format(heading="", words=""))[2]
    said = (claim_of(words) for words in (word, row.progress, row.result))
    share = claim_of(row.state) if _WORDS["share"].search(word) else Claim.STATED
    return next((claim for claim in (share, *said) if claim is not Claim.STATED), Claim.STATED)


def _stated(heading: str, words: str) -> str:
    return str(_TEXT["state"]).format(heading=heading.strip(), words=words.strip())


def _joined(task: str, words: str) -> str:
    if not words or not task:
        return words or task
    if _WORDS["number"].match(words):
        return f"{task}{words}"
    return f"{task}{_TEXT['joint']}{words}" if len(words) < len(task) else words
