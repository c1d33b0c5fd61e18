"""The one list of each: topics, units, qualifiers, status words, indicators and explained words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ledger.model.glossary import GlossaryEntry
from ledger.model.indicator import Indicator
from ledger.model.quantity import Qualifier, Unit
from ledger.model.topic import Topic


@dataclass(frozen=True)
class Term:
    """A word of a closed vocabulary.

    Args:
        id: the id used in code and data.
        name: the Chinese word readers see.
        shape: the sign that stands beside it, for verdicts.
        plain: the same explained in one sentence.
    """

    id: str
    name: str
    shape: str | None = None
    plain: str | None = None


@dataclass(frozen=True)
class Dictionary:
    """Everything records may refer to by id.

    Args:
        topics: by id, in reading order.
        terms: vocabulary name → id → term, in reading order.
        units: base units by id.
        scales: prefix such as 万 → factor.
        qualifiers: by id.
        indicators: by id, in reading order.
        glossary: special words in plain words, by id.
    """

    topics: Mapping[str, Topic]
    terms: Mapping[str, Mapping[str, Term]]
    units: Mapping[str, Unit]
    scales: Mapping[str, Decimal]
    qualifiers: Mapping[str, Qualifier]
    indicators: Mapping[str, Indicator]
    glossary: Mapping[str, GlossaryEntry] = field(default_factory=dict)

    def unit(self, written: str) -> Unit | None:
        """Find a unit as written, with its scale, such as 万人.

        Args:
            written: the unit in a content file.
        """
        if written in self.units:
            return self.units[written]
        base = self.units.get(written[1:])
        factor = self.scales.get(written[:1])
        if base is None or factor is None:
            return None
        return Unit(written, base.base, base.kind, factor)
