"""What must hold of every input, whatever it is: it is diagnosed soundly, or nothing was lost in silence."""

import dataclasses
import re
import string
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

import yaml

from ledger.model.ledger import Ledger, TopicYear
from ledger.problems import CATALOGUE, Problem
from tests.fuzz.mutators import Mutator

_HAN = re.compile(r"[\u3400-\u9fff]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_EMPTY = ("", "~", "null")
# Where text of a record ends up: field → attribute, below the record or its origin.
_TEXTS = {"text": "text", "name": "name", "lead": "lead", "owner": "owner"}
_ORIGINS = {"at": "at", "raw": "raw", "repaired": "repaired", "note": "note"}
_LISTS = {
    "measures": "measures",
    "commitments": "commitments",
    "outcomes": "outcomes",
    "problems": "stated_problems",
}


def unsound(problems: list[Problem], files: Mapping[str, bytes], secret: str) -> Iterator[str]:
    """Say what is wrong with the reports themselves.

    Args:
        problems: what was reported.
        files: every file of the content folder by the path that problems give it.
        secret: the folder on this machine, which no report may name.
    """
    for problem in problems:
        yield from (f"{problem.code}: {fault}" for fault in _faults(problem, files, secret))
    for said, times in Counter(map(str, problems)).items():
        if times > 1:
            yield f"reported {times} times: {said}"


def _faults(problem: Problem, files: Mapping[str, bytes], secret: str) -> Iterator[str]:
    if problem.code not in CATALOGUE:
        yield "unknown code"
        return
    fault = CATALOGUE[problem.code]
    holes = {name for text in (fault.message, fault.mend) for _, name, _, _ in string.Formatter().parse(text)}
    if missing := holes - {None, "hint"} - set(problem.details):
        yield f"holes left open: {sorted(missing)}"
    said = str(problem)
    if not (_HAN.search(problem.message) and _HAN.search(problem.mend)):
        yield f"not Chinese: {said!r}"
    if secret in said:
        yield "names a folder of this machine"
    if not all(line.isprintable() for line in said.split("\n")) or said.count("\n") != 1:
        yield f"not two lines of printable text: {said!r}"
    if not problem.path.startswith("content/") or ".." in problem.path:
        yield f"path outside the content: {problem.path}"
    yield from _misplaced(problem, files.get(problem.path, b""))


def _misplaced(problem: Problem, data: bytes) -> Iterator[str]:
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = [*text.split("\n"), ""]
    if not 1 <= problem.line <= len(lines):
        yield f"line {problem.line} of {len(lines) - 1}"
        return
    line = lines[problem.line - 1]
    # Behind the end of the line is where something is missing; what is wrong stands within it.
    if not 1 <= problem.column <= len(line) + 1 or not 1 <= problem.width <= max(1, len(line)):
        yield f"column {problem.column}, width {problem.width} of {line!r}"


def leaves(value: object, path: str = "") -> dict[str, object]:
    """List every single value of a ledger by where it is; lists of texts count as one text.

    Args:
        value: the ledger or a part of it.
        path: where that part is.
    """
    if value is None or value in ("", ()):
        return {}
    if dataclasses.is_dataclass(value):
        # Where a record stands in its file is no part of what it says.
        names = [field.name for field in dataclasses.fields(value) if field.name != "line"]
        parts = {name: getattr(value, name) for name in names}
    elif isinstance(value, Mapping):
        # By place, not by key: another id is another text, nothing that went and nothing that came.
        parts = dict(enumerate(value.items()))
    elif isinstance(value, tuple) and not all(isinstance(item, str) for item in value):
        parts = dict(enumerate(value))
    else:
        return {path: " ".join(value) if isinstance(value, tuple) else value}
    found = {}
    for name, part in parts.items():
        found.update(leaves(part, f"{path}/{name}"))
    return found


def kind_of(leaf: object) -> str:
    """Name the kind of a single value: text, word, date or number.

    Args:
        leaf: the value.
    """
    if isinstance(leaf, str):
        return "text"
    if isinstance(leaf, Enum):
        return "word"
    return "date" if isinstance(leaf, date) else "number"


def _exact(leaf: object) -> object:
    # 93.90 and 93.9 are equal, but not the same figure.
    return str(leaf) if isinstance(leaf, Decimal) else leaf


def is_same(before: dict[str, object], after: dict[str, object]) -> bool:
    """Tell whether two ledgers say the same to the last digit.

    Args:
        before: leaves of the one.
        after: leaves of the other.
    """
    return before.keys() == after.keys() and all(_exact(before[k]) == _exact(after[k]) for k in before)


def silent_losses(
    mutator: Mutator, before: dict[str, object], after: dict[str, object], removed: str, added: str
) -> Iterator[str]:
    """Say what changed without a report although this mutator cannot have meant it.

    Args:
        mutator: what was done to the file.
        before: leaves of the unspoiled ledger.
        after: leaves of what was read.
        removed: characters that the file lost.
        added: characters that the file gained.
    """
    if not mutator.drops and (gone := sorted(before.keys() - after.keys())):
        yield f"lost in silence: {gone[:3]}"
    if not mutator.adds and (new := sorted(after.keys() - before.keys())):
        yield f"came from nowhere: {new[:3]}"
    for path in before.keys() & after.keys():
        old, new = before[path], after[path]
        if _exact(old) == _exact(new):
            continue
        if kind_of(old) not in mutator.alters and kind_of(new) not in mutator.alters:
            yield f"changed in silence: {path}: {old!r} → {new!r}"
        elif isinstance(old, str) and isinstance(new, str) and not mutator.moves:
            yield from _unaccounted(path, old, new, removed, added)


def _unaccounted(path: str, old: str, new: str, removed: str, added: str) -> Iterator[str]:
    """A text may not lose more characters than the file lost, nor gain more than the file gained."""
    old_letters, new_letters = Counter("".join(old.split())), Counter("".join(new.split()))
    lost, gained = old_letters - new_letters, new_letters - old_letters
    if lost.total() > len(removed) or gained.total() > len(added):
        yield f"cut or stretched in silence: {path}: {old[:60]!r} → {new[:60]!r}"


def difference(before: str, after: str) -> tuple[str, str]:
    """Tell which characters a file lost and which it gained.

    Args:
        before: its text.
        after: its text when spoiled.
    """
    old, new = Counter(before), Counter(after)
    return "".join((old - new).elements()), "".join((new - old).elements())


def misread(ledger: Ledger, path: str, data: bytes) -> Iterator[str]:
    """Say where a file that was accepted says something else to a reader that takes all values as text.

    Args:
        ledger: what was read.
        path: the file as problems name it.
        data: what it holds.
    """
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    if not path.endswith(".md"):
        yield from _unheard(_plainly(text), ledger)
        return
    _, front_matter, body = re.split(r"^---[^\S\n]*$", text, maxsplit=2, flags=re.MULTILINE)
    tree = _plainly(front_matter)
    (file,) = [file for file in ledger.files if file.path == path]
    if file.narrative != body.strip():
        yield f"narrative: {file.narrative!r}"
    for name, attribute in _LISTS.items():
        entries = tree.get(name, [])
        yield from _misread_list(file, attribute, [] if entries in _EMPTY else entries)


def _plainly(text: str) -> object:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 -- this one makes nothing but text


def _unheard(tree: object, ledger: Ledger) -> Iterator[str]:
    """Everything that the file says must be in the ledger, except periods, which have many spellings."""
    held = {str(_exact(leaf)) for leaf in leaves(ledger).values()}
    numbers = {Decimal(leaf) for leaf in held if _NUMBER.fullmatch(leaf)}
    for text in _scalars(tree):
        if text in held or text in _EMPTY or (_NUMBER.fullmatch(text) and Decimal(text) in numbers):
            continue
        if not any(text in leaf for leaf in held):
            yield f"not in the ledger: {text!r}"


def _scalars(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key not in {"period", "plan_period"}:
                yield from _scalars(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _scalars(value)
    else:
        yield tree.strip()


def _misread_list(file: TopicYear, attribute: str, entries: list[dict[str, object]]) -> Iterator[str]:
    records = getattr(file, attribute)
    if [entry["id"].strip() for entry in entries] != [record.key.local for record in records]:
        yield f"{attribute}: {entries!r}"
        return
    for entry, record in zip(entries, records, strict=True):
        wanted = {field: value for field, value in entry.items() if value not in _EMPTY}
        held = {field: getattr(record, name) for field, name in _TEXTS.items() if hasattr(record, name)}
        held |= {field: getattr(record.origin, name) for field, name in _ORIGINS.items()}
        for field, value in wanted.items():
            if field in held and isinstance(value, str) and held[field] != value.strip():
                yield f"{record.id} {field}: {value!r} → {held[field]!r}"
        if attribute == "measures" and not _is_figure(record, str(entry["value"]).strip()):
            yield f"{record.id} value: {entry['value']!r} → {record.value!r}"


def _is_figure(record: object, written: str) -> bool:
    if record.value is None:
        return record.status.value == written
    return str(record.value) == written
