"""Which topic of the dictionary a sentence speaks of, by the words in it and above it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ledger.model.dictionary import Dictionary
from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))
_JOINTS = re.compile(_RULES["joints"])
_SHORTEST = 2
# What a dictionary says of its topics: id, name and summary; and of its indicators: topic, name, other names.
_Topics = tuple[tuple[str, str, str], ...]
_Indicators = tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class _Words:
    """Words that speak of topics.

    Args:
        pattern: finds them, the longest first.
        weights: word → topic → weight.
    """

    pattern: re.Pattern[str]
    weights: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class TopicProposal:
    """A topic that words speak of.

    Args:
        topic: its id.
        score: how much speaks for it; 0 where no word does.
        is_sure: whether it stands out enough from the next one to be taken without a second look.
    """

    topic: str
    score: float
    is_sure: bool


def propose_topic(text: str, headings: Sequence[str], dictionary: Dictionary, sentence: str = "") -> str:
    """The topic that the words of a text speak of; where no word says anything, the first one.

    Args:
        text: a thing that is told, or the name of a figure.
        headings: the headings above it, outermost first.
        dictionary: topics and indicators.
        sentence: the whole sentence around the text, where the text is only a part of it.
    """
    proposals = propose_topics(text, headings, dictionary, sentence)
    return proposals[0].topic if proposals else ""


def propose_topics(
    text: str, headings: Sequence[str], dictionary: Dictionary, sentence: str = ""
) -> tuple[TopicProposal, ...]:
    """All topics of the dictionary, the most likely first.

    Words of the text weigh more than those of the sentence around it, these more than headings, inner
    headings more than outer ones, longer words more than short ones. Topics of our own word table that the
    dictionary lacks are left out.

    Args:
        text: a thing that is told, or the name of a figure.
        headings: the headings above it, outermost first.
        dictionary: topics and indicators.
        sentence: the whole sentence around the text, where the text is only a part of it.
    """
    topics = tuple((topic.id, topic.name, topic.summary) for topic in dictionary.topics.values())
    indicators = dictionary.indicators.values()
    words = _words_of(topics, tuple((entry.topic, entry.name, tuple(entry.synonyms)) for entry in indicators))
    scores: dict[str, float] = defaultdict(float)
    _count(text, words, float(_RULES["weight_of_text"]), scores)
    if sentence != text:
        _count(sentence, words, float(_RULES["weight_of_sentence"]), scores)
    for depth, heading in enumerate(reversed(headings)):
        _count(heading, words, _RULES["weight_of_heading"] / (depth + 1), scores)
    ranked = sorted(dictionary.topics, key=lambda topic: -scores.get(topic, 0.0))
    values = [scores.get(topic, 0.0) for topic in ranked]
    return tuple(
        TopicProposal(topic, value, is_sure=_stands_out(value, place, values))
        for place, (topic, value) in enumerate(zip(ranked, values, strict=True))
    )


def _stands_out(value: float, place: int, values: Sequence[float]) -> bool:
    """Whether the first of ranked scores leaves the second one behind."""
    if place or value < _RULES["least_score"]:
        return False
    return len(values) < 2 or values[1] <= value * _RULES["most_of_second"]


def sure_topic(text: str, headings: Sequence[str], dictionary: Dictionary) -> str | None:
    """The topic that the words of a sentence or its headings speak of; None where no word says anything.

    Args:
        text: the sentence, or the name of a figure.
        headings: the headings above it, outermost first.
        dictionary: topics and indicators.
    """
    first = next(iter(propose_topics(text, headings, dictionary)), None)
    return first.topic if first and first.score else None


def _count(text: str, words: _Words, weight: float, scores: dict[str, float]) -> None:
    """Add what the words of a text say; of words that overlap, the longest counts."""
    seen: set[str] = set()
    for match in words.pattern.finditer(text):
        word = match[0]
        factor = 1.0 if word not in seen else 0.25
        seen.add(word)
        for topic, value in words.weights[word].items():
            scores[topic] += weight * factor * value * len(word)


@lru_cache(maxsize=4)
def _words_of(topics: _Topics, indicators: _Indicators) -> _Words:
    """The words of our table and those of a dictionary, which may have topics that the table lacks."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for topic, word, weight in (*_own_words(topics), *_their_words(topics, indicators)):
        weights[word][topic] = max(weight, weights[word].get(topic, 0))
    for word in _RULES["neutral"]:
        weights[word] = {}
    longest_first = sorted(weights, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")
    return _Words(pattern, {word: dict(by_topic) for word, by_topic in weights.items()})


def _own_words(topics: _Topics) -> Iterator[tuple[str, str, float]]:
    for topic, _, _ in topics:
        lists = _RULES["words"].get(topic, {})
        for name, weight in _RULES["weights"].items():
            yield from ((topic, word, float(weight)) for word in lists.get(name, ()))


def _their_words(topics: _Topics, indicators: _Indicators) -> Iterator[tuple[str, str, float]]:
    for topic, name, summary in topics:
        weight = float(_RULES["weight_of_name"])
        for text in (name, summary):
            parts = (part.strip() for part in _JOINTS.split(text))
            yield from ((topic, part, weight) for part in parts if _tells(part))
    known = {topic for topic, _, _ in topics}
    for topic, name, synonyms in indicators:
        if topic in known:
            yield from ((topic, word, float(_RULES["weight_of_indicator"])) for word in (name, *synonyms))


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _RULES["too_common"]
