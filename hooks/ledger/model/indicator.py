"""Indicators and how each is defined (口径)."""

from dataclasses import dataclass
from enum import Enum

from ledger.model.quantity import Unit


class Direction(Enum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


class Variation(Enum):
    """What of a definition is not the same everywhere."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    DEFINITION = "definition"
    YEARS = "years"


@dataclass(frozen=True)
class Share:
    """The words that tell a rate as so many out of a hundred, its numerator being a part of its denominator.

    Args:
        whole: whom or what the denominator counts.
        counter: the word between a number and them, such as 名 or 元.
        part: what is true of those that the numerator counts.
    """

    whole: str
    counter: str
    part: str


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
        share: how it is told as so many out of a hundred; None where that would not be true.
        varies: what of the definition is not the same everywhere.
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
    share: Share | None = None
    varies: frozenset[Variation] = frozenset()
