"""What a file is, by its bytes; names lie."""

import re
from pathlib import Path

from ledger.importers.documents.word_package import kind_of_package
from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_suffix(".toml"))
_BEGINNINGS = tuple(
    (bytes.fromhex(one["begins"]), one["kind"], re.compile(one.get("also", "").encode(), re.DOTALL))
    for one in _TABLE["kind"]
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF = b"%PDF-"
# A PDF may have some bytes before its first ones.
_PDF_WITHIN = 1024
# An office package with a password is no zip file but hides in the old container, under this name.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BEGINNING = 4096
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|table|span|br)\b", re.IGNORECASE)
_MHTML = re.compile(r"^(?:From: <?Saved by|MIME-Version:).*?multipart/related", re.IGNORECASE | re.DOTALL)


def kind_of_bytes(data: bytes) -> str:
    """Name what a file is as far as its bytes say: docx, pdf, another kind, or nothing where it may be text.

    Args:
        data: the whole file.
    """
    if data.startswith(_ZIP):
        return kind_of_package(data) or "broken"
    if _PDF in data[:_PDF_WITHIN]:
        return "pdf"
    for beginning, kind, also in _BEGINNINGS:
        if data.startswith(beginning) and also.search(data[:_BEGINNING]):
            return "password" if kind == "old office" and _ENCRYPTED in data else str(kind)
    return ""


def kind_of_text(text: str) -> str:
    """Name what a text is: html, mhtml or txt.

    Args:
        text: a whole text file.
    """
    start = text[:_BEGINNING].lstrip()
    if _MHTML.search(start):
        return "mhtml"
    # A text may speak of tags; a page begins with one, or has them where its head should be.
    return "html" if start.startswith("<") and _PAGE.search(start) else "txt"


def name_of_kind(kind: str) -> str:
    """Say in Chinese what a file is.

    Args:
        kind: as the other functions name it.
    """
    return str(_TABLE["names"].get(kind, _TABLE["names"]["unknown"]))
