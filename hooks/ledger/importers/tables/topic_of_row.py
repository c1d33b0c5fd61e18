"""Proposes the indicator and the topic that a row of a table speaks of."""

import re
from collections import Counter
from collections.abc import Sequence

from ledger.importers.tables.sheet import half_width
from ledger.importers.tables.table_layout import table_words
from ledger.model.dictionary import Dictionary
from ledger.model.indicator import Indicator

_SHORTEST = 2


def _bare(name: str) -> str:
    text = re.sub(r"\s+", "", half_width(name))
    return re.sub(r"\([^()]*\)$", "", text).replace("~", "-").replace("\uff5e", "-")


def find_indicator(name: str, dictionary: Dictionary) -> tuple[Indicator | None, bool]:
    """Find the indicator of a name, and whether the name only holds one, or is held by one.

    Args:
        name: the name as written.
        dictionary: indicators.
    """
    bare, names = _bare(name), _known(dictionary)[1]
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
    """The topic that a text shares the most words of its own with; None where two share as many."""
    weights = Counter[str]()
    for word, topic in _known(dictionary)[2].items():
        if word in text:
            weights[topic] += len(word) ** 2
    leaders = weights.most_common(2)
    is_alone = len(leaders) == 1 or (len(leaders) == 2 and leaders[0][1] > leaders[1][1])
    return leaders[0][0] if is_alone else None


def _own_words(dictionary: Dictionary) -> dict[str, str]:
    """Words, and parts of two and three signs, that only one topic has, with that topic."""
    owners: dict[str, set[str]] = {}
    for id_, topic in dictionary.topics.items():
        for word in re.split(table_words()["joints"], f"{topic.name} {topic.summary}"):
            parts = {word[start : start + size] for size in (2, 3) for start in range(len(word) - size + 1)}
            for part in {word, *parts} if len(word) >= _SHORTEST else ():
                owners.setdefault(part, set()).add(id_)
    return {word: topics.pop() for word, topics in owners.items() if len(topics) == 1}


_KNOWN: dict[int, tuple[Dictionary, dict[str, str], dict[str, str]]] = {}


def _known(dictionary: Dictionary) -> tuple[Dictionary, dict[str, str], dict[str, str]]:
    """Names of indicators and words of topics; worked out once for a dictionary, not for each row."""
    if id(dictionary) not in _KNOWN:
        names = {
            _bare(name): item.id
            for item in dictionary.indicators.values()
            for name in (*item.synonyms, item.name)
        }
        _KNOWN.clear()
        _KNOWN[id(dictionary)] = (dictionary, names, _own_words(dictionary))
    return _KNOWN[id(dictionary)]
