"""Mends what can be meant in one way only, and changes nothing else of a file."""

import os
import re
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ledger.content.field_fixes import find_fields, fix_field
from ledger.content.folder import Folder
from ledger.content.raw_text import INVISIBLE, MOST_BYTES
from ledger.content.sameness import is_readable, means_the_same
from ledger.content.text import split_document

_INDENT = re.compile(r"(?=[ \u3000\xa0]*[\u3000\xa0])[ \u3000\xa0]+(?=\S)")
# Separators of lines are invisible too, but without them two words would become one.
_KEPT = re.compile("[\u2028\u2029]")


@dataclass(frozen=True)
class Change:
    """One thing that was mended in a text.

    Args:
        line: line, from 1.
        code: its kind: byte_order_mark, line_ends, invisible, blanks, colon, number or date.
        old: what stood there.
        new: what stands there now.
    """

    line: int
    code: str
    old: str
    new: str


@dataclass(frozen=True)
class Fix(Change):
    """One thing that was mended in a file.

    Args:
        path: the file, named as editors see it.
    """

    path: str


@dataclass(frozen=True)
class Fixed:
    """A file that was mended.

    Args:
        file: the file.
        changes: what was changed.
    """

    file: Path
    changes: tuple[Change, ...]


def fix_content(content_dir: Path, files: Collection[Path] | None = None) -> list[Fix]:
    """Mend the files of a content folder in place.

    Args:
        content_dir: the folder `content/`.
        files: the files to mend; None mends all.
    """
    folder = Folder(content_dir)
    wanted = None if files is None else {os.path.abspath(file) for file in files}  # noqa: PTH100 -- follows no link
    fixes = []
    for file in folder.inventory.files:
        if wanted is None or os.path.abspath(file) in wanted:  # noqa: PTH100 -- as above
            fixed = fix_file(file)
            path = folder.path(file)
            changes = fixed.changes if fixed else ()
            fixes += [Fix(change.line, change.code, change.old, change.new, path) for change in changes]
    return fixes


def fix_file(file: Path) -> Fixed | None:
    """Mend one file in place: it is replaced whole or not at all.

    Args:
        file: the file.

    Returns:
        What was changed, or None where nothing was: there was nothing to mend, or the file is a link, too
        large, unreadable or no text.
    """
    if file.is_symlink() or not file.is_file() or file.stat().st_size > MOST_BYTES:
        return None
    try:
        data = file.read_bytes()
    except OSError:
        return None
    text, changes = fix_text(data, in_front_matter=file.suffix == ".md")
    if text is None or not changes:
        return None
    _replace(file, text.encode())
    return Fixed(file, tuple(changes))


def _replace(file: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as scratch:
            scratch.write(data)
        Path(name).chmod(file.stat().st_mode & 0o777)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def fix_text(text: bytes | str, *, in_front_matter: bool = False) -> tuple[str | None, list[Change]]:
    """Mend a text; what is good, or can be meant in two ways, stays as it is.

    Args:
        text: the whole file.
        in_front_matter: whether fields stand between two fences only, rather than everywhere.

    Returns:
        The text and what was changed; None for bytes that are no UTF-8.
    """
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError:
            return None, []
    changes: list[Change] = []
    mended = text.removeprefix("\ufeff")
    if mended != text:
        changes.append(Change(1, "byte_order_mark", "\ufeff", ""))
    if "\r" in mended:
        first = mended.index("\r")
        old = "\r\n" if mended[first + 1 : first + 2] == "\n" else "\r"
        changes.append(Change(mended.count("\n", 0, first) + 1, "line_ends", old, "\n"))
        mended = mended.replace("\r\n", "\n").replace("\r", "\n")
    lines = mended.split("\n")
    invisible = list(_fix_invisible(lines))
    if invisible and means_the_same(mended, "\n".join(lines), in_front_matter=in_front_matter):
        mended = "\n".join(lines)
        changes += invisible
    mended, fields = _fix_fields(mended, in_front_matter=in_front_matter)
    return mended, changes + fields


def _fix_invisible(lines: list[str]) -> Iterator[Change]:
    for number, line in enumerate(lines, 1):
        for found in INVISIBLE.finditer(line):
            if not _KEPT.search(found.group()):
                yield Change(number, "invisible", found.group(), "")
        lines[number - 1] = INVISIBLE.sub(lambda m: m[0] if _KEPT.search(m[0]) else "", line)


def _fix_fields(text: str, *, in_front_matter: bool) -> tuple[str, list[Change]]:
    document = split_document(text, "")[0] if in_front_matter else None
    if in_front_matter and document is None:
        return text, []
    lines = text.split("\n")
    first, last = (1, document.body_line - 2) if document else (0, len(lines))
    changes = []
    for index in find_fields(lines, first, last):
        lines[index], found = fix_field(lines[index])
        changes += [Change(index + 1, *change) for change in found]
    mended = "\n".join(lines)
    if not means_the_same(text, mended, in_front_matter=in_front_matter):
        return text, []
    return _fix_indents(mended, changes, range(first, last), in_front_matter=in_front_matter)


def _fix_indents(
    text: str, changes: list[Change], region: range, *, in_front_matter: bool
) -> tuple[str, list[Change]]:
    lines, found = text.split("\n"), []
    for index in region:
        indent = _INDENT.match(lines[index])
        if indent:
            # A full-width blank is as wide as two others.
            new = indent.group().replace("\u3000", "  ").replace("\xa0", " ")
            found.append(Change(index + 1, "blanks", indent.group(), new))
            lines[index] = new + lines[index][indent.end() :]
    mended = "\n".join(lines)
    # Whether the width was right shows in whether the file can be read at all.
    if found and is_readable(mended, in_front_matter=in_front_matter):
        return mended, changes + found
    return text, changes
