"""What the files of a project hold, asked anew each time: there is no watcher that could miss a change."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from stat import S_IFDIR, S_IFMT, S_ISREG

Stamp = tuple[int, int, int, int, int]
# Nanoseconds; within them two changes may leave the same time on a file, so that only its bytes tell.
_YOUNG = 2_000_000_000


@dataclass
class Watch:
    """Looks at files and folders, and reads again only what may have changed.

    Args:
        places: the files and folders.
        read: how many files were read so far.
    """

    places: Sequence[Path]
    read: int = 0
    _seen: dict[str, tuple[Stamp, int, str]] = field(default_factory=dict)

    def look(self) -> dict[str, str]:
        """Give the checksum of every file by its path; equal answers mean equal content."""
        now = time.time_ns()
        seen = {}
        for place in self.places:
            for path, stamp in _walk(place):
                known = self._seen.get(path)
                is_known = known and known[0] == stamp and known[1] - max(stamp[0], stamp[3]) > _YOUNG
                seen[path] = known if known and is_known else (stamp, now, self._checksum(path, stamp[-1]))
        self._seen = seen
        return {path: checksum for path, (_, _, checksum) in seen.items()}

    def _checksum(self, path: str, mode: int) -> str:
        # A link is refused even where it leads to the same text, and a pipe would be waited for.
        if not S_ISREG(mode):
            return str(S_IFMT(mode))
        self.read += 1
        try:
            return sha256(Path(path).read_bytes()).hexdigest()
        except OSError as error:
            # One that cannot be read is told as a problem; while an editor's program replaces it, it is gone.
            return str(error.errno)


def _walk(place: Path) -> Iterator[tuple[str, Stamp]]:
    try:
        if not place.is_dir():
            yield str(place), _stamp(place.stat())
            return
        entries = list(os.scandir(place))
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                # An empty folder can be wrong too.
                yield f"{entry.path}{os.sep}", (0, 0, 0, 0, S_IFDIR)
                yield from _walk(Path(entry.path))
            else:
                yield entry.path, _stamp(Path(entry.path).lstat())
        except OSError:
            continue


def _stamp(found: os.stat_result) -> Stamp:
    # The time of the last change cannot be set by programs that put files back as they were.
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_ctime_ns, found.st_mode
