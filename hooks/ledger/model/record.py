"""What every record carries: who it is, and where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """A record's address in the ledger.

    Args:
        region: region id.
        year: year folder.
        topic: topic id.
        local: id inside its file.
    """

    region: str
    year: int
    topic: str
    local: str

    @property
    def id(self) -> str:
        """The id that is unique in the whole ledger."""
        return f"{self.region}-{self.year}-{self.topic}-{self.local}"


@dataclass(frozen=True)
class Origin:
    """Where a record stands in which document, and what was mended.

    Args:
        source: source id.
        at: the place inside the document.
        raw: the characters as they stand there, where they matter.
        repaired: what was mended and why.
        note: anything readers should know.
        line: line of the record in its content file, from 1.
        draft: whether nobody has confirmed the record yet; such a record is never published.
    """

    source: str
    at: str
    raw: str | None = None
    repaired: str | None = None
    note: str | None = None
    line: int = 0
    draft: bool = False
