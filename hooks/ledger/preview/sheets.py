"""What only a preview shows: the page of problems, the list of codes, the line at the end of every page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ledger.content.unfinished import Fault
from ledger.problems import CATALOGUE, LOCAL_LINK, Problem
from ledger.reports.excerpt import Excerpts

PREFIX = ".preview/"
# The page that lists the drafts that are not shown.
UNFINISHED = "preview/drafts/"
FOLDER = Path(__file__).parent / "files"
_TEMPLATES = Path(__file__).parent / "templates"
# How the builder says that a page links to nothing: its file, and the link.
_LINK = re.compile(r"Doc file '([^']+)' contains an? [\w ]*link '([^']+)'")


@dataclass(frozen=True)
class ShownProblem:
    """One problem with everything that helps to mend it.

    Args:
        problem: the problem.
        excerpt: the line of the file with a caret below; empty where there is none.
        withheld: files and lines of the drafts elsewhere that are not shown for it.
    """

    problem: Problem
    excerpt: str
    withheld: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Section:
    """Problems that are told together.

    Args:
        shown: the problems.
        is_draft: whether they concern nothing but what nobody has confirmed yet.
    """

    shown: tuple[ShownProblem, ...]
    is_draft: bool

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.shown)


class Sheets:
    """Writes the pages that only a preview has.

    Args:
        root: the folder that paths of problems are relative to.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._env = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def problems(
        self, problems: Sequence[Problem], faults: Sequence[Fault] = (), others: Sequence[str] = ()
    ) -> bytes:
        """Write the page that says what is wrong.

        Args:
            problems: in the order in which they are told.
            faults: those that concern nothing but what nobody has confirmed yet.
            others: what the builder says beside them.
        """
        confirmed = self._shown([Fault(item) for item in problems])
        sections = [Section(confirmed, is_draft=False), Section(self._shown(faults), is_draft=True)]
        return self._write("problems.html.j2", sections=sections, others=others)

    def unfinished(self, faults: Sequence[Fault], withheld: int) -> bytes:
        """Write the page that lists what drafts still lack.

        Args:
            faults: what is wrong with them.
            withheld: number of drafts that are not shown.
        """
        return self._write("unfinished.html.j2", shown=self._shown(faults), withheld=withheld)

    def _shown(self, faults: Sequence[Fault]) -> tuple[ShownProblem, ...]:
        excerpts = Excerpts(self._root)
        return tuple(
            ShownProblem(item.problem, excerpts.excerpt(item.problem), item.withheld) for item in faults
        )

    def codes(self) -> bytes:
        """Write the list of all codes, for as long as the site's own page of them cannot be made."""
        return self._write("codes.html.j2", faults=sorted(CATALOGUE.items()))

    def failure(self, name: str) -> bytes:
        """Write the page that says that the program failed.

        Args:
            name: kind of the failure.
        """
        return self._write("failure.html.j2", name=name)

    def tail(self, mark: str) -> bytes:
        """Write the line at the end of a page.

        Args:
            mark: what changes with everything that the page shows.
        """
        return self._write("tail.html.j2", mark=mark)

    def top(self, drafts: int, withheld: int) -> tuple[bytes, bytes]:
        """Write what stands at the end of the head and at the top of a page; nothing without drafts.

        Args:
            drafts: number of records that are shown and that nobody has confirmed.
            withheld: number of drafts that are not shown.
        """
        if not drafts and not withheld:
            return b"", b""
        line = self._write("drafts.html.j2", drafts=drafts, withheld=withheld, list=f"/{UNFINISHED}")
        return self._write("drafts_style.html.j2"), line

    def _write(self, template: str, **values: object) -> bytes:
        return self._env.get_template(template).render(prefix=f"/{PREFIX}", **values).encode()


def link_problems(told: Sequence[str], docs_dir: Path) -> tuple[list[Problem], list[str]]:
    """Find the places that the builder's warnings speak of.

    Args:
        told: its warnings.
        docs_dir: the folder of the authored pages.

    Returns:
        Problems with their places, and what else the builder says.
    """
    problems, others = [], []
    for words in told:
        found = _LINK.search(words)
        place = _find(docs_dir / found[1], found[2]) if found else None
        if found and place:
            details = {"text": found[2], "hint": LOCAL_LINK}
            path = f"{docs_dir.name}/{found[1]}"
            problems.append(Problem(path, *place, "MZ049", details, len(found[2])))
        else:
            others.append(words)
    return problems, others


def _find(file: Path, text: str) -> tuple[int, int] | None:
    lines = file.read_text(encoding="utf-8").split("\n") if file.is_file() else []
    places = ((number, line.find(text) + 1) for number, line in enumerate(lines, 1))
    return next((place for place in places if place[1]), None)
