"""Places, named or not."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Region:
    """A place whose health authority's documents the ledger holds.

    Args:
        id: ASCII slug, the folder and the address.
        name: the name readers see; a hidden name stays hidden.
        level: province, city, county or district.
        name_status: stated, hidden or absent.
        authority: the issuing body as the documents write it.
        name_note: what readers are told about the name.
        path: the content file.
    """

    id: str
    name: str
    level: str
    name_status: str
    authority: str | None
    name_note: str | None
    path: str
