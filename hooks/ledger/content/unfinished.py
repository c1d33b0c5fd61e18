"""Drafts that are not yet fit to be shown: a preview leaves them out, tells why, and shows all others."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ledger.content.drafts import Drafts, Found
from ledger.content.loader import load_ledger, read_content
from ledger.content.memory import Memory
from ledger.content.nodes import Mapping, Node, Scalar
from ledger.model.ledger import Ledger
from ledger.problems import Problem

# Looks at which only drafts that are named by a problem are left out.
_LOOKS = 3


@dataclass(frozen=True)
class Fault:
    """A problem that would not be there without the drafts.

    Args:
        problem: what is wrong.
        withheld: files and first lines of the drafts that are left out for it and that stand elsewhere.
    """

    problem: Problem
    withheld: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Showing:
    """What a preview can show of a content folder.

    Args:
        ledger: what was read, or None where confirmed content is wrong.
        problems: what is wrong with the confirmed content.
        faults: what is wrong with drafts.
    """

    ledger: Ledger | None
    problems: list[Problem]
    faults: tuple[Fault, ...] = ()


def load_showing(content_dir: Path, memory: Memory) -> Showing:
    """Read everything in a content folder with its drafts, but for those that keep it from being read.

    Args:
        content_dir: the folder `content/`.
        memory: what was made of texts that were read before.
    """
    withheld: dict[tuple[str, int], None] = {}
    faults: list[Fault] = []
    # Without any draft it is what is published, which is right: the last choice always ends it.
    for choose in (*[_named] * _LOOKS, _of_the_files, _any):
        drafts = Drafts(are_read=True, withheld=frozenset(withheld))
        ledger, problems = read_content(content_dir, drafts, memory)
        if ledger:
            return Showing(ledger, [], tuple(sorted(faults, key=lambda item: item.problem)))
        if not withheld and (confirmed := load_ledger(content_dir, memory=memory)[1]):
            return Showing(None, confirmed, tuple(Fault(p) for p in problems if p not in confirmed))
        left = [draft for draft in drafts.found if draft.place not in withheld]
        more = _choose(problems, left, choose)
        faults += more
        for fault in more:
            inside = (draft.place for draft in left if draft.holds(fault.problem))
            withheld |= dict.fromkeys((*inside, *fault.withheld))
    ledger, problems = read_content(content_dir, Drafts(are_read=True, withheld=frozenset(withheld)), memory)
    return Showing(ledger, problems, tuple(sorted(faults, key=lambda item: item.problem)))


_Choice = Callable[[Problem, list[Found]], Iterable[Found]]


def _choose(problems: list[Problem], drafts: list[Found], choose: _Choice) -> list[Fault]:
    """Blame the drafts in which problems lie; only where there are none, those that cause them elsewhere."""
    inside = [problem for problem in problems if any(draft.holds(problem) for draft in drafts)]
    if inside and choose is _named:
        return [Fault(problem) for problem in inside]
    blamed = ((problem, tuple(draft.place for draft in choose(problem, drafts))) for problem in problems)
    found = [Fault(problem, places) for problem, places in blamed if places]
    if found:
        return found
    return [Fault(problems[0], tuple(draft.place for draft in _of_the_files(problems[0], drafts)))]


def _named(problem: Problem, drafts: list[Found]) -> list[Found]:
    """Those of which the problem tells the place, else those that name the record it lies in."""
    return [draft for draft in drafts if _is_placed(draft, problem)] or [
        draft for draft in drafts if _refers(draft, problem)
    ]


def _is_placed(draft: Found, problem: Problem) -> bool:
    told = re.findall(rf"{re.escape(draft.path)}:([0-9]+)", " ".join(problem.details.values()))
    return any(draft.node.line <= int(line) <= draft.node.last_line for line in told)


def _refers(draft: Found, problem: Problem) -> bool:
    if draft.path != problem.path:
        return False
    records = (item for item in draft.siblings if item.line <= problem.line <= item.last_line)
    ids = {id_.text for item in records if (id_ := _field(item, "id"))}
    return not ids.isdisjoint(_words(draft.node))


def _field(node: Node, name: str) -> Scalar | None:
    found = node.get(name) if isinstance(node, Mapping) else None
    return found if isinstance(found, Scalar) else None


def _words(node: Node) -> set[str]:
    if isinstance(node, Scalar):
        return {node.text.strip()}
    below = [value for _, value in node.entries] if isinstance(node, Mapping) else node.items
    return {word for item in below for word in _words(item)}


def _of_the_files(problem: Problem, drafts: list[Found]) -> list[Found]:
    return [draft for draft in drafts if draft.path == problem.path] or drafts


def _any(_: Problem, drafts: list[Found]) -> list[Found]:
    return drafts
