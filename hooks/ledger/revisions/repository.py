"""The content of an earlier commit, taken out of git without touching the working tree."""

import os
import shutil
import subprocess
import tempfile
from enum import Enum
from pathlib import Path


class Lack(Enum):
    """Why a commit's content cannot be had."""

    GIT = "git"
    REPOSITORY = "repository"
    COMMIT = "commit"
    HISTORY = "history"
    CONTENT = "content"


class RepositoryError(Exception):
    """The content of a commit cannot be had.

    Args:
        lack: why.
    """

    def __init__(self, lack: Lack) -> None:
        super().__init__(lack.value)
        self.lack = lack


def extract_content(content_dir: Path, ref: str, folder: Path) -> Path:
    """Write the content folder as it was at a commit.

    Args:
        content_dir: the content folder of the working tree.
        ref: branch, tag or commit, as git understands it.
        folder: an empty folder to write into.

    Returns:
        The content folder there.

    Raises:
        RepositoryError: there is no git, no repository, no such commit or no content in it.
    """
    place = content_dir.resolve()
    try:
        top = Path(_git(place, "rev-parse", "--show-toplevel").decode().strip()).resolve()
    except (subprocess.CalledProcessError, OSError) as error:
        raise RepositoryError(Lack.REPOSITORY) from error
    name = place.relative_to(top).as_posix()
    commit = _commit(top, ref)
    try:
        _check_out(top, commit, name, folder)
    except subprocess.CalledProcessError as error:
        raise RepositoryError(Lack.CONTENT) from error
    return folder / name


def _check_out(top: Path, commit: str, name: str, folder: Path) -> None:
    """Write files of a commit byte by byte, with an index of its own.

    Not by `git archive`: it leaves out what the commit itself marks as `export-ignore`.
    """
    plain = (
        "core.autocrlf=false",
        "core.eol=lf",
        "core.sparseCheckout=false",
        f"core.hooksPath={os.devnull}",
    )
    settings = [word for setting in plain for word in ("-c", setting)]
    with tempfile.TemporaryDirectory(prefix="ledger-index-") as scratch:
        environment = {"GIT_INDEX_FILE": str(Path(scratch, "index"))}
        words = ("--literal-pathspecs", f"--work-tree={folder}", "checkout", "--quiet", commit, "--", name)
        _git(top, *settings, *words, **environment)


def _commit(top: Path, ref: str) -> str:
    try:
        # A ref that begins with a hyphen must not be taken for an option.
        found = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    except (subprocess.CalledProcessError, ValueError) as error:
        is_shallow = _git(top, "rev-parse", "--is-shallow-repository").strip() == b"true"
        raise RepositoryError(Lack.HISTORY if is_shallow else Lack.COMMIT) from error
    # Depending on its version, git repeats the mark before the answer.
    return found.decode().split()[-1]


def _git(folder: Path, *words: str, **environment: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise RepositoryError(Lack.GIT)
    command = [program, "-C", str(folder), *words]
    done = subprocess.run(  # noqa: S603 -- a list, and no shell
        command, check=True, capture_output=True, env={**os.environ, **environment}
    )
    return done.stdout
