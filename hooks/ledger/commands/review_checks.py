"""What keeps drafts from being accepted: what is wrong with each, and a document later than the ledger."""

from collections.abc import Iterable
from pathlib import Path

from ledger.commands.review_draft import Draft
from ledger.content.loader import load_ledger
from ledger.content.memory import Memory
from ledger.problems import Problem

_DAYS = ("written", "published", "reposted")


def problems_of(
    content: Path, records: Iterable[Draft], memory: Memory
) -> dict[tuple[Path, str, str], list[Problem]]:
    """Load the whole content with its drafts, and tell what is wrong with each record.

    Args:
        content: the content folder.
        records: the records of the files that hold drafts.
        memory: texts that were parsed before.

    Returns:
        Keys of records → what is wrong with them.
    """
    _, problems = load_ledger(content, drafts=True, memory=memory)
    memory.forget_unused()
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.path, []).append(problem)
    found = {}
    for record in records if by_path else ():
        path = f"{content.name}/{record.file.relative_to(content).as_posix()}"
        lines = range(record.record.first, record.record.last + 1)
        told = [problem for problem in by_path.get(path, ()) if problem.line in lines]
        if told:
            found[record.key] = told
    return found


def late_day(content: Path, draft: Draft) -> Problem | None:
    """Tell whether a document is of a later day than the whole ledger, so that this has to move first.

    Args:
        content: the content folder.
        draft: the document.
    """
    ledger, _ = load_ledger(content)
    days = [str(draft.record.fields[name]) for name in _DAYS if name in draft.record.fields]
    if ledger is None or not days or max(days) <= ledger.settings.as_of.isoformat():
        return None
    details = {"text": max(days), "other": ledger.settings.as_of.isoformat()}
    return Problem(f"{content.name}/site.yml", 1, 1, "MZ078", details)
