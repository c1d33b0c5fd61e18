"""A file or pasted text → what was read of it."""

from dataclasses import replace
from pathlib import Path

from ledger.importers.boilerplate import leave_out
from ledger.importers.damage import mend
from ledger.importers.encoding import decode
from ledger.importers.plain_text import read_plain_text
from ledger.importers.reading import Reading
from ledger.importers.unreadable import Unreadable, UnreadableDocumentError


def read_document(file: Path) -> Reading:
    """Read a document by what it holds, whatever its name ends in.

    Args:
        file: where it is.

    Raises:
        UnreadableDocumentError: it is no document that can be read.
    """
    decoded = decode(file.read_bytes())
    if decoded is None:
        raise UnreadableDocumentError(Unreadable.OTHER_KIND, {"name": file.name})
    return _finished(Reading(file.name, "txt", read_plain_text(decoded.text), decoded.encoding))


def read_pasted(text: str) -> Reading:
    """Read pasted text.

    Args:
        text: what was pasted.
    """
    return _finished(Reading("", "pasted", read_plain_text(text)))


def _finished(reading: Reading) -> Reading:
    read = leave_out(reading)
    return replace(read, blocks=mend(read.blocks))
