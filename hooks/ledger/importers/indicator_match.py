"""Which indicator of the dictionary a name in a document means."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ledger.model.dictionary import Dictionary
from ledger.model.indicator import Indicator
from ledger.own_table import read_own_table

# A subject that lies further back belongs to something else.
_REACH = 90


@cache
def naming_table() -> dict[str, Any]:
    """The rules of how documents name what they count."""
    return read_own_table(Path(__file__).with_name("naming.toml"))


def plain(name: str) -> str:
    """A name without the signs and words in which documents differ.

    Args:
        name: as written.
    """
    compare = naming_table()["compare"]
    for old, new in zip(compare["from"], compare["to"], strict=True):
        name = name.replace(old, new)
    return name


class IndicatorMatcher:
    """Finds indicators by name, and by the end of a name whose beginning was said before.

    Args:
        dictionary: the indicators.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        self._indicators = dictionary.indicators
        self._names: dict[str, str] = {}
        for indicator in dictionary.indicators.values():
            for name in (indicator.name, *indicator.synonyms):
                self._names.setdefault(plain(name), indicator.id)
        self._scope = re.compile(naming_table()["scope"])

    def match(self, name: str, context: str, units: Sequence[str]) -> Indicator | None:
        """The indicator that a name means, or None: a wrong one is worse than none.

        Args:
            name: as written beside the figure.
            context: what the sentence says before the name.
            units: base units of the figure and of its change; an indicator of another unit does not match.
        """
        found = self._whole(plain(name)) or self._end(plain(name), plain(context)[-_REACH:])
        indicator = self._indicators[found] if found else None
        return indicator if indicator and indicator.unit.base in units else None

    def _whole(self, name: str) -> str | None:
        """The indicator of this name, maybe with words of place or scope before it."""
        if name in self._names:
            return self._names[name]
        for start in range(1, min(len(name), 14)):
            if name[start:] in self._names and self._scope.fullmatch(name[:start]):
                return self._names[name[start:]]
        return None

    def _end(self, name: str, context: str) -> str | None:
        """The indicator that ends with this name and whose beginning was said last."""
        best, place = None, (0, 0)
        for whole, identifier in self._names.items():
            start = whole.removesuffix(name) if len(name) >= 3 else whole
            if start in {whole, ""}:
                continue
            end = context.rfind(start) + len(start)
            if end >= len(start) and (end, len(start)) > place:
                best, place = identifier, (end, len(start))
        return best
