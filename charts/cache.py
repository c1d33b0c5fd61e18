"""Texts kept on disk from one build to the next, each under the hash of everything it was made from."""

from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile


@dataclass(frozen=True)
class TextCache:
    """A folder of texts that several builds may use at once.

    An entry is the hash of a text, a line break and the text, so that a damaged entry is as good as none.

    Args:
        folder: made when it is first written to; None keeps nothing.
    """

    folder: Path | None

    def get(self, key: str) -> str | None:
        """The text kept under a hexadecimal key, or None if there is none or it is damaged."""
        if self.folder is None:
            return None
        try:
            checksum, text = self._path(self.folder, key).read_bytes().split(b"\n", 1)
        except (OSError, ValueError):
            return None
        return text.decode() if checksum == _checksum(text) else None

    def put(self, key: str, text: str) -> None:
        """Keep a text; a folder that cannot be written to makes builds slower, not wrong."""
        if self.folder is not None:
            with suppress(OSError):
                self._write(self._path(self.folder, key), text.encode())

    def _path(self, folder: Path, key: str) -> Path:
        # Some file systems become slow with thousands of files in one folder.
        return folder / key[:2] / f"{key[2:]}.txt"

    def _write(self, path: Path, text: bytes) -> None:
        """Put the whole entry into its place in one step: no reader ever sees a part of it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        # In the same folder, for only within one file system is a rename one step.
        with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            try:
                part.write(_checksum(text) + b"\n" + text)
                part.close()
                Path(part.name).replace(path)
            except OSError:
                # A disk that is full is not to be filled with what could not be written.
                part.close()
                Path(part.name).unlink()
                raise


def _checksum(text: bytes) -> bytes:
    return sha256(text).hexdigest().encode()
