"""How much each token says about each entry, by BM25F (Robertson and Zaragoza 2009)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, log

from ledger.search.entry import Entry, Kind, Names
from ledger.search.tokens import chains, letters, tokens

# A weight fits into four bits; more would not change an order that a reader notices.
LEVELS = 15
RARITY_STEPS = 10
_SATURATION = 3.0
_LENGTH_MATTERS = 0.7
_FIELD_WEIGHTS = {"title": 4.0, "aliases": 3.0, "figure": 4.0, "context": 1.0, "text": 0.7}
# Whoever types one word mostly wants the widest page on it.
_KIND_WEIGHTS = {
    Kind.PLACE: 1.0,
    Kind.TOPIC: 1.0,
    Kind.INDICATOR: 1.0,
    Kind.TOPIC_YEAR: 0.85,
    Kind.PAGE: 0.8,
    Kind.SOURCE: 0.8,
    Kind.COMMITMENT: 0.75,
    Kind.MEASURE: 0.75,
    Kind.PROBLEM: 0.75,
}
# The dictionary names the general indicator of a topic first and the special ones after it.
_LATER = 0.97
_MOST_LATER = 8


@dataclass(frozen=True)
class Posting:
    """Where a token stands.

    Args:
        rarity: how much it tells apart: the inverse document frequency, in tenths.
        levels: weight from 1 to 15 by the position of the entry, in rising order.
    """

    rarity: int
    levels: Mapping[int, int]


def weigh(entries: Sequence[Entry], names: Names) -> dict[str, Posting]:
    """Weigh every token of every entry.

    Args:
        entries: everything that can be found.
        names: what readers see for ids.

    Returns:
        Postings by token, in the order of tokens.
    """
    fields = [_fields(entry, names) for entry in entries]
    usual = {name: _usual_length([item[name] for item in fields]) for name in _FIELD_WEIGHTS}
    found: dict[str, dict[int, int]] = {}
    for position, (entry, item) in enumerate(zip(entries, fields, strict=True)):
        for token, level in _levels(entry, item, usual).items():
            found.setdefault(token, {})[position] = level
    return {token: Posting(rarity(len(found[token]), len(entries)), found[token]) for token in sorted(found)}


def rarity(number: int, total: int) -> int:
    """Tell how much a token tells apart, in tenths, at least 1.

    Args:
        number: entries that have the token.
        total: all entries.
    """
    return max(1, round(RARITY_STEPS * log(1 + (total - number + 0.5) / (number + 0.5))))


def _usual_length(field: Sequence[Counter[str]]) -> float:
    lengths = [counter.total() for counter in field if counter]
    return sum(lengths) / len(lengths) if lengths else 1.0


def _fields(entry: Entry, names: Names) -> dict[str, Counter[str]]:
    context = [names.regions.get(entry.region, ""), str(entry.year or ""), names.topics.get(entry.topic, "")]
    return {
        "title": _names([entry.title]),
        "aliases": _names(entry.aliases),
        "figure": _count([entry.figure]),
        "context": _count(context),
        "text": _count([entry.text]),
    }


def _names(texts: Iterable[str]) -> Counter[str]:
    # A word that many names of a thing share says no more than one that stands in one of them.
    return Counter({token for text in texts for token in (*tokens(text), *letters(text), *chains(text))})


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter(token for text in texts for token in tokens(text))


def _levels(entry: Entry, fields: Mapping[str, Counter[str]], usual: Mapping[str, float]) -> dict[str, int]:
    weights: dict[str, float] = {}
    for name, counter in fields.items():
        length = 1 - _LENGTH_MATTERS + _LENGTH_MATTERS * counter.total() / usual[name]
        for token, times in counter.items():
            weights[token] = weights.get(token, 0.0) + _FIELD_WEIGHTS[name] * times / length
    standing = _KIND_WEIGHTS[entry.kind] * _LATER ** min(entry.place, _MOST_LATER)
    return {
        token: ceil(LEVELS * standing * weight / (_SATURATION + weight)) for token, weight in weights.items()
    }
