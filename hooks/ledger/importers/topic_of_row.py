"""Proposes the indicator and the topic that a row of a table speaks of."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ledger.importers.sheet import half_width
from ledger.model.dictionary import Dictionary
from ledger.model.indicator import Indicator

_SHORTEST = 2
_PARTS = re.compile("[、，,和与及 ]+")


def _bare(name: str) -> str:
    text = re.sub(r"\s+", "", half_width(name))
    return re.sub(r"\([^()]*\)$", "", text).replace("~", "-").replace("\uff5e", "-")


def find_indicator(name: str, dictionary: Dictionary) -> tuple[Indicator | None, bool]:
    """Find the indicator of a name, and whether the name only holds one, or is held by one.

    Args:
        name: the name as written.
        dictionary: indicators.
    """
    bare, names = _bare(name), _names(dictionary)
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
        exact = [id_ for id_, topic in dictionary.topics.items() if words in {id_, topic.name}]
        topic = exact[0] if exact else _by_words(words, dictionary)
        if topic:
            return topic
    return None


def _by_words(text: str, dictionary: Dictionary) -> str | None:
    """The topic whose name and summary share the longest words with a text; None where two do alike."""
    weights = {
        id_: sum(len(word) ** 2 for word in _words(topic.name, topic.summary) if word in text)
        for id_, topic in dictionary.topics.items()
    }
    best = max(weights.values(), default=0)
    leaders = [id_ for id_, weight in weights.items() if weight == best and best > 0]
    return leaders[0] if len(leaders) == 1 else None


@lru_cache(maxsize=256)
def _words(name: str, summary: str) -> frozenset[str]:
    """The words of a topic and their parts of two signs, by which it is recognised."""
    words = {word for word in _PARTS.split(f"{name} {summary}") if len(word) >= _SHORTEST}
    halves = {word[start : start + 3] for word in words for start in range(len(word) - 2)}
    return frozenset(words | halves)


_KNOWN: dict[int, tuple[Dictionary, dict[str, str]]] = {}


def _names(dictionary: Dictionary) -> dict[str, str]:
    """Every name of every indicator; worked out once for a dictionary."""
    if id(dictionary) not in _KNOWN:
        names = {
            _bare(name): item.id
            for item in dictionary.indicators.values()
            for name in (*item.synonyms, item.name)
        }
        _KNOWN.clear()
        _KNOWN[id(dictionary)] = (dictionary, names)
    return _KNOWN[id(dictionary)][1]
