"""Building into a temporary folder and replacing the published one whole, or not at all."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# Exit code by which the edge tells wrong content from a failure of the tool.
WRONG_CONTENT = 3
_SUMMARY = "data/summary.json"


class ContentError(Exception):
    """The content has problems; they were printed."""


class ForeignFolderError(Exception):
    """The folder to publish into holds something that is not an earlier site."""


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
        ForeignFolderError: the folder holds something else than an earlier site.
        BuilderError: anything else went wrong.
    """
    # Replacing a folder deletes what is in it: that must be a site of ours.
    if site_dir.exists() and any(site_dir.iterdir()) and not (site_dir / _SUMMARY).is_file():
        raise ForeignFolderError(site_dir)
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site_dir.name}-", dir=site_dir.parent) as scratch:
        built = Path(scratch).resolve() / "site"
        # Not --quiet: it drops warnings before --strict can count them.
        run_mkdocs(project, content_dir, "build", "--strict", "--site-dir", str(built))
        counts: dict[str, int] = json.loads((built / _SUMMARY).read_text(encoding="utf-8"))
        _replace(built, site_dir, Path(scratch) / "earlier")
    return counts


def _replace(built: Path, site_dir: Path, earlier: Path) -> None:
    # A folder cannot be renamed over another one; the earlier site steps aside and comes back if that fails.
    if site_dir.exists():
        site_dir.rename(earlier)
    try:
        built.rename(site_dir)
    except OSError:
        if earlier.exists():
            earlier.rename(site_dir)
        raise
    shutil.rmtree(earlier, ignore_errors=True)
