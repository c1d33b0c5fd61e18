"""Corrections: what the ledger once published wrongly, told for as long as the ledger stands."""

from dataclasses import dataclass
from datetime import date

# What `field` says of a record that was taken out, and may therefore be unknown.
REMOVED = "removed"


@dataclass(frozen=True)
class Correction:
    """One mistake of the ledger, mended in the open.

    Args:
        id: stable id; made of the day and the first record.
        region: region whose file tells it.
        records: full ids of what was wrong.
        date: the day on which it was mended.
        what: what was wrong and what is right, for readers.
        why: how it came to be wrong.
        source: the document that settles it.
        field: which part of the record, such as value, target or removed.
        before: what was published before, as written.
        after: what is published now, as written.
        path: the content file.
        place: line, column and width there of what is published now; of the entry when it does not say.
    """

    id: str
    region: str
    records: tuple[str, ...]
    date: date
    what: str
    why: str
    source: str
    field: str | None
    before: str | None
    after: str | None
    path: str
    place: tuple[int, int, int]
