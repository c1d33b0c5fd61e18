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
    for old, new in naming_table()["compare"]["replaced"]:
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
        # Ending → beginnings that make a name of it, each with its indicator.
        self._endings: dict[str, list[tuple[str, str]]] = {}
        for whole, identifier in self._names.items():
            for cut in range(1, len(whole) - 1):
                self._endings.setdefault(whole[cut:], []).append((whole[:cut], identifier))
        self._scope = re.compile(naming_table()["scope"])

    def match(self, name: str, context: str, units: Sequence[str]) -> Indicator | None:
        """The indicator that a name means, or None: a wrong one is worse than none.

        Args:
            name: as written beside the figure.
            context: what the sentence says before the name.
            units: the figure's unit with and without its scale; an indicator of another unit does not match;
                empty where only a change is told.
        """
        short = plain(name)
        found = self._whole(short) or self._end(short, plain(context[-_REACH:]))
        indicator = self._indicators[found] if found else None
        fits = indicator is not None and (not units or indicator.unit.base in units)
        return indicator if fits else None

    def knows(self, name: str) -> bool:
        """Whether a name says by itself which indicator it means.

        Args:
            name: as written beside the figure.
        """
        return self._whole(plain(name)) is not None

    def by_id(self, identifier: str | None) -> Indicator | None:
        """The indicator of an id, or None.

        Args:
            identifier: dictionary id.
        """
        return self._indicators[identifier] if identifier else None

    def _whole(self, name: str) -> str | None:
        """The indicator of this name, maybe with words of place or scope before it."""
        for ending in ("", *naming_table()["unwritten"]):
            if name + ending in self._names:
                return self._names[name + ending]
        share = naming_table()["of_which"]
        part = name.split(share[0], maxsplit=1)[0] + share if share[0] in name else ""
        if part in self._names:
            return self._names[part]
        for start in range(1, min(len(name), 14)):
            if name[start:] in self._names and self._scope.fullmatch(name[:start]):
                return self._names[name[start:]]
        return None

    def _end(self, name: str, context: str) -> str | None:
        """The indicator that ends with this name and whose beginning was said last."""
        best, place = None, (0, 0)
        for start, identifier in self._endings.get(name, ()):
            end = context.rfind(start) + len(start)
            if end >= len(start) and (end, len(start)) > place:
                best, place = identifier, (end, len(start))
        return best
