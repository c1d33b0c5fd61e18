"""Writes content files: all of them or none."""

from collections.abc import Mapping
from pathlib import Path


def write_files(texts: Mapping[Path, str | None]) -> None:
    """Put texts in place of files; when anything fails, every file is as it was before.

    Args:
        texts: file → its new text; None takes the file away.

    Raises:
        OSError: a file cannot be written; nothing was changed.
    """
    before = {file: file.read_bytes() if file.is_file() else None for file in texts}
    try:
        for file, text in texts.items():
            _put(file, None if text is None else text.encode())
    except OSError:
        for file, data in before.items():
            _put(file, data)
        raise


def _put(file: Path, data: bytes | None) -> None:
    if data is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    # A reader finds the old file or the new one, never half of it.
    beside = file.with_name(f".{file.name}.writing")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
