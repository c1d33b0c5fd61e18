"""Building into a temporary folder and replacing the published one whole, or not at all."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from ledger.folders import ForeignFolderError, open_to_all, replace, scratch_beside
from ledger.gates.report import run_gates
from ledger.problems import Problem

# Exit code by which the edge tells wrong content from a failure of the tool.
WRONG_CONTENT = 3
_SUMMARY = "data/summary.json"


class ContentError(Exception):
    """The content has problems; they were printed."""


class GateError(Exception):
    """The finished site is not as it must be.

    Args:
        problems: everything that is wrong with it.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


class BuilderError(Exception):
    """The builder failed.

    Args:
        log: what it wrote.
    """

    def __init__(self, log: str) -> None:
        super().__init__(log)
        self.log = log

    @property
    def warnings(self) -> list[str]:
        """The lines that speak of authored pages, such as broken links."""
        return [line for line in self.log.splitlines() if line.startswith(("WARNING", "ERROR"))]


def run_mkdocs(project: Path, content_dir: Path, *arguments: str) -> None:
    """Run MkDocs on the project, without its banners.

    Args:
        project: folder of mkdocs.yml.
        content_dir: the folder `content/`.
        arguments: command and options.

    Raises:
        ContentError: the content has problems.
        BuilderError: anything else went wrong.
    """
    environment = {
        **os.environ,
        "LEDGER_CONTENT": str(content_dir.resolve()),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, "-m", "mkdocs", *arguments]
    done = subprocess.run(  # noqa: S603 -- our own words
        command,
        cwd=project,
        env=environment,
        check=False,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode == WRONG_CONTENT:
        raise ContentError
    if done.returncode:
        raise BuilderError(done.stderr)


def publish(project: Path, content_dir: Path, site_dir: Path) -> dict[str, int]:
    """Build the site and put it in place of the earlier one.

    Args:
        project: folder of mkdocs.yml.
        content_dir: the folder `content/`.
        site_dir: the folder to publish; untouched when the build fails.

    Returns:
        What was built, counted.

    Raises:
        ContentError: the content has problems.
        BusyError: another program is publishing into the same folder.
        ForeignFolderError: the folder holds something else than an earlier site.
        GateError: the finished site is not as it must be.
        BuilderError: anything else went wrong.
    """
    # The place that a link leads to is replaced, so that the link stays.
    site_dir = site_dir.resolve()
    with scratch_beside(site_dir) as scratch:
        _refuse_foreign(site_dir)
        built = scratch / "site"
        # Not --quiet: it drops warnings before --strict can count them.
        run_mkdocs(project, content_dir, "build", "--strict", "--site-dir", str(built))
        counts: dict[str, int] = json.loads((built / _SUMMARY).read_text(encoding="utf-8"))
        open_to_all(built)
        if problems := run_gates(built).problems:
            raise GateError(problems)
        replace(built, site_dir)
    return counts


def _refuse_foreign(site_dir: Path) -> None:
    # Replacing a folder deletes what is in it: that must be a site of ours.
    if not site_dir.exists():
        return
    if not site_dir.is_dir() or (any(site_dir.iterdir()) and not (site_dir / _SUMMARY).is_file()):
        raise ForeignFolderError(site_dir)
