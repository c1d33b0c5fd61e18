"""Folders that take each other's place in one step, and the one where a new one is made."""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

# The places of the scratch folder: the one before the new one came, and builds with names of their own.
_EARLIER = "earlier"
_BUILD = "build-"
_FILE, _FOLDER = 0o644, 0o755
_NOT_HERE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
_LINUX_AT_CWD, _LINUX_EXCHANGE, _MAC_SWAP = -100, 2, 2


class BusyError(Exception):
    """Another program is making this folder right now."""


class ForeignFolderError(Exception):
    """A folder holds something that is not ours, so that it must not be replaced or cleaned."""


@contextmanager
def scratch_beside(folder: Path) -> Iterator[Path]:
    """Give an empty folder beside another one, for one program at a time, and remove it in the end.

    What an earlier program left behind when it was killed is put right first: a folder that had stepped aside
    comes back, the rest is removed.

    Args:
        folder: the folder that is going to be replaced.

    Raises:
        BusyError: another program holds the scratch folder.
        ForeignFolderError: something that is not ours has its name.
    """
    scratch = folder.parent / f".{folder.name}-building"
    with _held(scratch):
        _recover(scratch, folder)
        try:
            # A name of its own: a child of a killed program may still be writing under its old one.
            yield Path(tempfile.mkdtemp(prefix=_BUILD, dir=scratch))
        finally:
            if not (scratch / _EARLIER).exists():
                shutil.rmtree(scratch, ignore_errors=True)


@contextmanager
def _held(scratch: Path) -> Iterator[None]:
    """Make the scratch folder, and hold it against other programs; the system lets go when this one dies."""
    import fcntl  # noqa: PLC0415 -- only building needs it, and Windows has none

    while True:
        scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(scratch, os.O_RDONLY)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise BusyError(scratch) from error
            # Its last holder may have removed it between opening and locking: then what is held is no folder.
            if _is_same(handle, scratch):
                yield
                return
        finally:
            os.close(handle)


def _is_same(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _recover(scratch: Path, folder: Path) -> None:
    names = {path.name for path in scratch.iterdir()}
    if any(name != _EARLIER and not name.startswith(_BUILD) for name in names):
        raise ForeignFolderError(scratch)
    if _EARLIER in names and not folder.exists():
        (scratch / _EARLIER).rename(folder)
    for name in names:
        shutil.rmtree(scratch / name, ignore_errors=True)


def replace(new: Path, folder: Path) -> None:
    """Put a new folder in the place of another one, in one step where the system can do that.

    Args:
        new: the new folder, in a scratch folder beside the other one; holds the other one afterwards.
        folder: the other one, which may be missing.

    Raises:
        OSError: it cannot be replaced, and is as it was.
    """
    if not folder.exists():
        new.rename(folder)
        return
    try:
        _exchange()(os.fsencode(new), os.fsencode(folder))
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
        _step_aside(new, folder)


def _step_aside(new: Path, folder: Path) -> None:
    # Between the two renames there is no folder; a program that is killed there leaves it to the next run.
    earlier = new.parent.parent / _EARLIER
    folder.rename(earlier)
    try:
        new.rename(folder)
    except BaseException:
        earlier.rename(folder)
        raise
    earlier.rename(new)


def _exchange() -> Callable[[bytes, bytes], None]:
    """The system's call that exchanges two folders; it raises OSError, as does its absence."""
    libc = ctypes.CDLL(None, use_errno=True)
    name = {"linux": "renameat2", "darwin": "renamex_np"}.get(sys.platform, "")
    call = getattr(libc, name, None) if name else None

    def exchange(first: bytes, second: bytes) -> None:
        if call is None:
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
        linux = (_LINUX_AT_CWD, first, _LINUX_AT_CWD, second, _LINUX_EXCHANGE)
        if call(*(linux if sys.platform == "linux" else (first, second, _MAC_SWAP))):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), os.fsdecode(second))

    return exchange


def open_to_all(folder: Path) -> None:
    """Let everyone read a folder and all in it, whatever the mask of who made it.

    Args:
        folder: the folder.
    """
    for above, folders, files in os.walk(folder):
        for names, mode in ((files, _FILE), (folders, _FOLDER)):
            for path in (Path(above, name) for name in names):
                # What a link leads to is not ours to change; the gates refuse the link itself.
                if not path.is_symlink():
                    path.chmod(mode)
    folder.chmod(_FOLDER)


def stands_in(name: str, folder: Path) -> bool:
    """Tell whether a file really stands in a folder, with no symbolic link on the way to it.

    Args:
        name: the file, relative to the folder.
        folder: the folder, which may itself be reached by a link.
    """
    return (folder / name).resolve() == folder.resolve() / name
