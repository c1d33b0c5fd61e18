"""Everything that was found in a document."""

from dataclasses import dataclass

from ledger.importers.figure import Figure
from ledger.importers.passage import Passage
from ledger.importers.reading import Reading
from ledger.importers.statement import Statement


@dataclass(frozen=True)
class Extraction:
    """What was found in one document; nothing of it is confirmed.

    Args:
        reading: the document as it was read.
        year: the year it reports on, or plans for if it is a plan.
        passages: its sentences, in reading order.
        figures: in reading order; `Figure.passage` counts in `passages`.
        statements: in reading order; `Statement.figures` count in `figures`.
        topics: proposed topic id of each figure.
    """

    reading: Reading
    year: int
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    topics: tuple[str, ...] = ()
