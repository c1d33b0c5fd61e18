"""The content of an earlier commit, taken out of git without touching the working tree."""

import io
import shutil
import subprocess
import tarfile
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
        archive = _git(top, "archive", "--format=tar", commit, "--", name)
    except subprocess.CalledProcessError as error:
        raise RepositoryError(Lack.CONTENT) from error
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    return folder / name


def _commit(top: Path, ref: str) -> str:
    try:
        # A ref that begins with a hyphen must not be taken for an option.
        found = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    except (subprocess.CalledProcessError, ValueError) as error:
        is_shallow = _git(top, "rev-parse", "--is-shallow-repository").strip() == b"true"
        raise RepositoryError(Lack.HISTORY if is_shallow else Lack.COMMIT) from error
    # Depending on its version, git repeats the mark before the answer.
    return found.decode().split()[-1]


def _git(folder: Path, *words: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise RepositoryError(Lack.GIT)
    command = [program, "-C", str(folder), *words]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 -- a list, and no shell
