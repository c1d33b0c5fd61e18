"""Problems for programs: one JSON document, whose shape docs/developers/problems-json.md describes."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from ledger.problems import Problem


def as_json(problems: Collection[Problem], files: Iterable[Path], root: Path, elsewhere: int = 0) -> str:
    """Tell every problem, and what each file was like when it was read.

    Args:
        problems: the problems told, in their order.
        files: the files checked.
        root: the folder that paths are relative to.
        elsewhere: number of problems in files that were not asked for.
    """
    counts = Counter(problem.path for problem in problems)
    paths = {file.relative_to(root).as_posix(): file for file in files}
    document = {
        "valid": not problems and not elsewhere,
        "problem_count": len(problems),
        "problem_count_elsewhere": elsewhere,
        "codes": dict(sorted(Counter(problem.code for problem in problems).items())),
        "problems": [_problem(problem) for problem in problems],
        "files": [_file(path, paths[path], counts[path]) for path in sorted(paths)],
    }
    return _inert(json.dumps(document, ensure_ascii=False, indent=2))


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "end_column": problem.column + problem.width,
        "code": problem.code,
        "message": problem.message,
        "mend": problem.mend,
    }


def _file(path: str, file: Path, problem_count: int) -> dict[str, Any]:
    content = file.read_bytes()
    return {
        "path": path,
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "lines": _lines(content),
        "problem_count": problem_count,
    }


def _lines(content: bytes) -> int | None:
    """Count lines, the last one with or without a line end; None for what is no text."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.count("\n") + (text != "" and not text.endswith("\n"))


def _inert(document: str) -> str:
    # Names of files may hold what a terminal obeys, half characters, or a command for GitHub's runner.
    shown = (
        character if character.isprintable() or character == "\n" else json.dumps(character)[1:-1]
        for character in document
    )
    return "".join(shown).replace("##[", "##\\u005b")
