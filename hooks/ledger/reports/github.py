"""Problems for GitHub Actions: a few annotations beside the lines, and all of them in the summary of the run.

GitHub shows at most ten annotations of a step and drops the others without a word.
"""

import string
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any
from urllib.parse import quote

from ledger.problems import Problem, Told, printable

_MOST_ANNOTATIONS = 10
_PUNCTUATION = {sign: f"&#{ord(sign)};" for sign in string.punctuation}
# What GitHub takes is 1 MiB for a step.
LARGEST_SUMMARY = 900_000
_ROOM_FOR_THE_LAST_LINE = 400


def annotations(problems: Sequence[Problem], elsewhere: int = 0) -> Iterator[str]:
    """Write one workflow command per problem; the tenth counts the rest when there are more.

    Args:
        problems: the problems, those first that are shown first.
        elsewhere: number of problems in files that were not asked for.
    """
    total = len(problems) + elsewhere
    shown = problems if total <= _MOST_ANNOTATIONS else problems[: _MOST_ANNOTATIONS - 1]
    yield from map(_annotation, shown)
    if total > len(shown):
        yield f"::error::{_data(Told.REST.format(count=total - len(shown)))}"


def summary(problems: Sequence[Problem], environment: Mapping[str, str], room: int = LARGEST_SUMMARY) -> str:
    """Write all problems as a Markdown table, as many as there is room for.

    Args:
        problems: the problems.
        environment: GitHub's variables; without those of a repository and a branch places are no links.
        room: bytes that the summary may have.
    """
    heads = (Told.PLACE, Told.ERROR, Told.MEND)
    rows = [f"### {Told.TOTAL.format(count=len(problems))}", "", _row(heads), _row(["---"] * len(heads))]
    room -= _ROOM_FOR_THE_LAST_LINE + _size(rows)
    for number, problem in zip(count(), problems):
        row = _row(_cells(problem, _edit_address(environment)))
        room -= _size([row])
        if room < 0:
            rows += ["", Told.CUT.format(count=len(problems) - number)]
            break
        rows.append(row)
    return "\n".join(rows) + "\n\n"


def with_head(environment: Mapping[str, str], event: Mapping[str, Any]) -> dict[str, str]:
    """Name the repository that a pull request comes from: in a fork, its files are mended there.

    Args:
        environment: GitHub's variables.
        event: what started the run, as GitHub's event file tells it.
    """
    head = (event.get("pull_request") or {}).get("head") or {}
    repository = (head.get("repo") or {}).get("full_name")
    return {**environment, **({"GITHUB_REPOSITORY": repository} if repository else {})}


def _annotation(problem: Problem) -> str:
    properties = {
        "file": printable(problem.path),
        "line": str(problem.line),
        "col": str(problem.column),
        "endColumn": str(problem.column + problem.width),
        "title": f"{Told.ERROR} {problem.code}",
    }
    told = f"{problem.message}\n{problem.advice.strip()}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::error {listed}::{_data(told)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _edit_address(environment: Mapping[str, str]) -> str:
    """Begin the address of the web editor; empty where it is not known."""
    server, repository = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    branch = environment.get("GITHUB_HEAD_REF") or environment.get("GITHUB_REF_NAME")
    return f"{server}/{repository}/edit/{quote(branch)}/" if server and repository and branch else ""


def _cells(problem: Problem, edit_address: str) -> tuple[str, str, str]:
    place = _cell(f"{printable(problem.path)}:{problem.line}:{problem.column}")
    if edit_address:
        place = f"[{place}]({edit_address}{quote(problem.path, errors='replace')}#L{problem.line})"
    return place, _cell(f"{problem.code} {problem.message}"), _cell(problem.mend)


def _cell(text: str) -> str:
    """Escape every sign of ASCII: then nothing is Markdown, HTML, a link or a mention."""
    return "".join(_PUNCTUATION.get(character, character) for character in text)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _size(rows: Sequence[str]) -> int:
    return sum(len(row.encode(errors="replace")) + 1 for row in rows)
