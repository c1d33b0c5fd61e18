"""Proposes the indicator and the topic that a row of a table speaks of."""

import re
from collections.abc import Sequence

from ledger.importers.tables.sheet import half_width
from ledger.importers.topic import sure_topic
from ledger.model.dictionary import Dictionary
from ledger.model.indicator import Indicator


def _bare(name: str) -> str:
    text = re.sub(r"\s+", "", half_width(name))
    return re.sub(r"\([^()]*\)$", "", text).replace("~", "-").replace("\uff5e", "-")


def find_indicator(name: str, dictionary: Dictionary) -> tuple[Indicator | None, bool]:
    """Find the indicator of a name, and whether the name only holds one, or is held by one.

    Args:
        name: the name as written.
        dictionary: indicators.
    """
    bare, names = _bare(name), _known(dictionary)
    if bare in names:
        return dictionary.indicators[names[bare]], False
    held = {id_ for known, id_ in names.items() if known in bare}
    return (dictionary.indicators[held.pop()], True) if len(held) == 1 else (None, False)


def find_topic(text: str, section: str, indicators: Sequence[str], dictionary: Dictionary) -> str | None:
    """Propose the topic of a row: by its indicator, by its words, by the heading above it.

    Args:
        text: what is promised or counted, or the name of a topic.
        section: the heading above the row.
        indicators: ids of indicators that were found in it.
        dictionary: topics and indicators.
    """
    for id_ in indicators:
        return dictionary.indicators[id_].topic
    indicator, _ = find_indicator(text, dictionary)
    if indicator:
        return indicator.topic
    for words in (text, section):
        for id_, topic in dictionary.topics.items():
            if words in {id_, topic.name}:
                return id_
    return sure_topic(text, (section,), dictionary)


_KNOWN: dict[int, tuple[Dictionary, dict[str, str]]] = {}


def _known(dictionary: Dictionary) -> dict[str, str]:
    """Names of indicators with their ids; worked out once for a dictionary, not for each row."""
    if id(dictionary) not in _KNOWN:
        names = {
            _bare(name): item.id
            for item in dictionary.indicators.values()
            for name in (*item.synonyms, item.name)
        }
        _KNOWN.clear()
        _KNOWN[id(dictionary)] = (dictionary, names)
    return _KNOWN[id(dictionary)][1]
