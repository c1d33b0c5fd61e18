"""A file that cannot be read as a document, and why."""

from collections.abc import Mapping
from enum import StrEnum


class Unreadable(StrEnum):
    """Why a file cannot be read; the codes of the catalogue of problems."""

    NOT_THERE = "MZ140"
    EMPTY = "MZ141"
    OLD_OFFICE = "MZ142"
    PASSWORD = "MZ143"  # noqa: S105 -- a code, no password
    OTHER_KIND = "MZ144"
    BROKEN = "MZ145"
    TOO_LARGE = "MZ146"
    NO_TEXT_LAYER = "MZ147"
    UNSAFE = "MZ148"


class UnreadableDocumentError(Exception):
    """A file that cannot be read as a document.

    Args:
        code: key of the catalogue of problems.
        details: what fills the holes of its message.
    """

    def __init__(self, code: Unreadable, details: Mapping[str, str]) -> None:
        super().__init__(code.value, dict(details))
        self.code: str = code.value
        self.details = dict(details)
