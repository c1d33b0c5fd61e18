"""Problems that an authority itself states (存在问题)."""

from dataclasses import dataclass

from ledger.model.record import Key, Origin


@dataclass(frozen=True)
class StatedProblem:
    """One shortcoming the document admits.

    Args:
        key: address of the record.
        text: the problem, in our words.
        origin: where it stands.
        addressed_by: ids of the commitments that respond to it.
    """

    key: Key
    text: str
    origin: Origin
    addressed_by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id that is unique in the whole ledger."""
        return self.key.id
