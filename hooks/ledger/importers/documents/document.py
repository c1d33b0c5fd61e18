"""A file or pasted text → what was read of it."""

import re
import stat
from dataclasses import replace
from pathlib import Path

from ledger.importers.documents.boilerplate import leave_out
from ledger.importers.documents.damage import mend
from ledger.importers.documents.encoding import decode
from ledger.importers.documents.file_kind import kind_of_bytes, kind_of_text, name_of_kind
from ledger.importers.documents.pdf import read_pdf
from ledger.importers.documents.plain_text import read_plain_text
from ledger.importers.documents.unreadable import Unreadable, UnreadableDocumentError
from ledger.importers.documents.web_page import is_too_deep, read_web_page
from ledger.importers.documents.word import read_word
from ledger.importers.reading import Reading

_MEGABYTE = 1_000_000
# Scans and pictures make files large; text alone never does.
_LARGEST = 100 * _MEGABYTE
_LARGEST_TEXT = 5 * _MEGABYTE
_REFUSED = {
    "old office": Unreadable.OLD_OFFICE,
    "password": Unreadable.PASSWORD,
    "broken": Unreadable.BROKEN,
    "picture": Unreadable.NO_TEXT_LAYER,
}


def read_document(file: Path) -> Reading:
    """Read a document by what it holds, whatever its name ends in.

    Args:
        file: where it is.

    Raises:
        UnreadableDocumentError: it is no document that can be read.
    """
    data = _bytes_of(file)
    kind = kind_of_bytes(data)
    if kind == "docx":
        return _finished(read_word(data, file.name))
    if kind == "pdf":
        return _finished(read_pdf(data, file.name))
    if kind:
        raise _refusal(kind, file.name)
    return _finished(_read_text(data, file.name))


def read_pasted(text: str) -> Reading:
    """Read pasted text.

    Args:
        text: what was pasted.

    Raises:
        UnreadableDocumentError: there is nothing in it, or too much.
    """
    if len(text) > _LARGEST_TEXT:
        raise UnreadableDocumentError(Unreadable.TOO_LARGE, {"name": ""})
    return _finished(read_plain_text(text, "", "pasted"))


def _bytes_of(file: Path) -> bytes:
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableDocumentError(Unreadable.NOT_THERE, {"name": file.name})
        if found.st_size > _LARGEST:
            raise UnreadableDocumentError(Unreadable.TOO_LARGE, {"name": file.name})
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableDocumentError(Unreadable.NOT_THERE, {"name": file.name}) from error
    if not data:
        raise UnreadableDocumentError(Unreadable.EMPTY, {"name": file.name})
    return data


def _read_text(data: bytes, name: str) -> Reading:
    if len(data) > _LARGEST_TEXT:
        raise UnreadableDocumentError(Unreadable.TOO_LARGE, {"name": name})
    decoded = decode(data)
    if decoded is None:
        raise _refusal("", name)
    kind = kind_of_text(decoded.text)
    if kind == "html" and is_too_deep(decoded.text):
        raise UnreadableDocumentError(Unreadable.TOO_LARGE, {"name": name})
    if kind == "html":
        return read_web_page(decoded.text, name, decoded.encoding)
    if kind != "txt":
        raise _refusal(kind, name)
    return replace(read_plain_text(decoded.text, name, "txt"), encoding=decoded.encoding)


def _refusal(kind: str, name: str) -> UnreadableDocumentError:
    code = _REFUSED.get(kind, Unreadable.OTHER_KIND)
    details = {"name": name, "kind": name_of_kind(kind)} if code is Unreadable.OTHER_KIND else {"name": name}
    return UnreadableDocumentError(code, details)


def _finished(reading: Reading) -> Reading:
    if not any(block.rows or re.search(r"\w", block.text) for block in reading.blocks):
        raise UnreadableDocumentError(Unreadable.EMPTY, {"name": reading.name})
    read = leave_out(reading)
    return replace(read, blocks=mend(read.blocks))
