"""A .docx file → the document in it, opened so that none can harm by its size or what it names."""

import io
import zipfile
import zlib
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import OpcError

from ledger.importers.documents.unreadable import Unreadable, UnreadableDocumentError

# A document of a thousand pages has some ten megabytes of text; the rest are pictures.
_MOST_UNPACKED = 200_000_000
_MOST_TEXT = 60_000_000
_MOST_PARTS = 10_000
# What the libraries raise on packages that lack parts, are cut short or hold anything else.
BROKEN = (
    *(BadZipFile, OpcError, SyntaxError, zlib.error, EOFError, OSError, LookupError, ValueError),
    *(NotImplementedError, RuntimeError, AttributeError, TypeError, AssertionError),
)
_MACROS = b"macroEnabled"
# Word never writes these; they exist to make a reader open other files or fill the memory.
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


def open_package(data: bytes, name: str) -> Any:  # noqa: ANN401 -- python-docx hands out lxml elements
    """Open a Word file.

    Args:
        data: its bytes.
        name: name of the file, for the message.

    Raises:
        UnreadableDocumentError: it is broken, too large, has a password or declares entities.
    """
    try:
        with ZipFile(io.BytesIO(data)) as package:
            _look_through(package, name)
        return docx.Document(io.BytesIO(data))
    except BROKEN as error:
        raise UnreadableDocumentError(Unreadable.BROKEN, {"name": name}) from error


def _look_through(package: ZipFile, name: str) -> None:
    parts = package.infolist()
    texts = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    unpacked, text = (sum(part.file_size for part in some) for some in (parts, texts))
    if unpacked > _MOST_UNPACKED or text > _MOST_TEXT or len(parts) > _MOST_PARTS:
        raise UnreadableDocumentError(Unreadable.TOO_LARGE, {"name": name})
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableDocumentError(Unreadable.PASSWORD, {"name": name})
    for part in texts:
        written = package.read(part)
        if any(one in written for one in _DECLARATIONS):
            raise UnreadableDocumentError(Unreadable.UNSAFE, {"name": name})
        if part.filename == "[Content_Types].xml" and _MACROS in written:
            raise UnreadableDocumentError(Unreadable.UNSAFE, {"name": name})


def kind_of_package(data: bytes) -> str:
    """Name what a zip file is: docx, xlsx, pptx, ofd, odt or zip; nothing if it cannot be opened.

    Args:
        data: its bytes.
    """
    try:
        with ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except (BadZipFile, zipfile.LargeZipFile, OSError, ValueError, NotImplementedError):
        return ""
    marks = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
    marks |= {"OFD.xml": "ofd", "content.xml": "odt"}
    return next((kind for mark, kind in marks.items() if mark in names), "zip")
