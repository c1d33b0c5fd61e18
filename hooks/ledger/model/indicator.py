"""Indicators and how each is defined (口径)."""

from dataclasses import dataclass
from enum import Enum

from ledger.model.quantity import Unit


class Direction(Enum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


@dataclass(frozen=True)
class Version:
    """A change of an indicator's definition.

    Args:
        start: first year of the changed definition.
        note: what changed.
    """

    start: int
    note: str


@dataclass(frozen=True)
class Indicator:
    """A standard measure: what is divided by what, and which way is better.

    Args:
        id: ASCII slug.
        topic: id of the topic it belongs to.
        name: standard name.
        everyday: the same in everyday words.
        unit: unit of its values.
        direction: whether higher or lower is better, or neither.
        numerator: what is counted, where known.
        denominator: what it is divided by, where known.
        factor: 100, 1 000 or 100 000 for rates.
        definition: the definition in plain words.
        definition_source: where the definition comes from.
        caution: what readers must watch.
        synonyms: other names in use.
        versions: changes of the definition.
        path: the content file.
    """

    id: str
    topic: str
    name: str
    everyday: str
    unit: Unit
    direction: Direction
    definition: str
    definition_source: str
    path: str
    numerator: str | None = None
    denominator: str | None = None
    factor: int | None = None
    caution: str | None = None
    synonyms: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
