"""The index as script files: plain scripts load under a strict policy and from disk, where fetch does not."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from zlib import crc32

from ledger.search.entry import Entry, Names
from ledger.search.weights import LEVELS, Posting, rarity, weigh

FOLDER = "search/"
ENTRIES_PER_FILE = 32
# A file of words stays at a few kilobytes, however much there is to find.
_POSTINGS_PER_FILE = 800
_MOST_FILES = 4096
_HAN_STARTS = 0x3400


@dataclass(frozen=True)
class Index:
    """The index, laid out.

    Args:
        files: script files by address: one to start with, words by their first sign, entries by position.
        word_files: number of files of words.
        version: the state of the index, so that no browser mixes kept files with new ones.
    """

    files: Mapping[str, bytes]
    word_files: int
    version: str


def lay_out(entries: Sequence[Entry], names: Names) -> Index:
    """Lay out the index.

    Args:
        entries: everything that can be found.
        names: what readers see for ids.
    """
    ordered = in_order(entries, names)
    postings = weigh(ordered, names)
    number = files_for(sum(len(posting.levels) for posting in postings.values()))
    shards: dict[int, dict[str, list[int]]] = {shard: {} for shard in range(number)}
    for token, posting in postings.items():
        shards[shard_of(token, number)][token] = packed(posting)
    chunks = [
        [_shown(entry, names) for entry in ordered[start : start + ENTRIES_PER_FILE]]
        for start in range(0, len(ordered), ENTRIES_PER_FILE)
    ]
    files = {
        f"{FOLDER}start.js": _script("start", 0, _start(ordered, names)),
        **{f"{FOLDER}words-{key}.js": _script("words", key, value) for key, value in shards.items()},
        **{f"{FOLDER}texts-{key}.js": _script("texts", key, chunk) for key, chunk in enumerate(chunks)},
    }
    return Index(files, number, _version(files))


def _version(files: Mapping[str, bytes]) -> str:
    checksum = 0
    for address in sorted(files):
        checksum = crc32(files[address], crc32(address.encode(), checksum))
    return f"{checksum:08x}"


def in_order(entries: Sequence[Entry], names: Names) -> list[Entry]:
    """Put what is found together next to each other, so that few files hold the texts of a result.

    Args:
        entries: everything that can be found.
        names: what readers see for ids.
    """
    topics, kinds = list(names.topics), list(names.kinds)
    places = {id_: place for place, id_ in enumerate(topics)}
    return sorted(
        entries,
        key=lambda item: (
            places.get(item.topic, -1),
            item.region,
            item.year or 0,
            kinds.index(item.kind.value),
            item.place,
            item.address,
            item.title,
        ),
    )


def files_for(postings: int) -> int:
    """Choose a number of files, a power of two.

    Args:
        postings: all pairs of a token and an entry.
    """
    number = 16
    while number * _POSTINGS_PER_FILE < postings and number < _MOST_FILES:
        number *= 2
    return number


def shard_of(token: str, number: int) -> int:
    """Tell in which file a token stands: a character and all its pairs stand in one.

    Args:
        token: the token.
        number: number of files.
    """
    first = ord(token[0])
    # Numbers begin with ten signs only; their whole text spreads them.
    return (first if first >= _HAN_STARTS else spread(token)) % number


def spread(token: str) -> int:
    """Add up the signs of a token, each by its place: simple enough to be the same in every language.

    Args:
        token: the token.
    """
    total = 0
    for sign in token:
        total = total * 31 + ord(sign)
        total %= 65_521
    return total


def packed(posting: Posting) -> list[int]:
    """Write a posting: rarity, then per entry one number of the distance from the one before and the weight.

    Args:
        posting: where a token stands.
    """
    steps = [(-1, 0), *posting.levels.items()]
    return [posting.rarity, *((b[0] - a[0]) * (LEVELS + 1) + b[1] for a, b in pairwise(steps))]


def _start(entries: Sequence[Entry], names: Names) -> dict[str, object]:
    regions, topics = list(names.regions), list(names.topics)
    kinds = list(names.kinds)

    def group(entry: Entry) -> tuple[int, int, int, int]:
        region = regions.index(entry.region) if entry.region else -1
        topic = topics.index(entry.topic) if entry.topic else -1
        return kinds.index(entry.kind.value), region, entry.year or 0, topic

    return {
        "perFile": ENTRIES_PER_FILE,
        "rarest": rarity(0, len(entries)),
        "kinds": list(names.kinds.items()),
        "regions": list(names.regions.items()),
        "topics": list(names.topics.items()),
        "verdicts": [[id_, *words] for id_, words in names.verdicts.items()],
        "groups": [[*key, len(list(same))] for key, same in groupby(entries, group)],
    }


def _shown(entry: Entry, names: Names) -> list[object]:
    verdict = list(names.verdicts).index(entry.verdict) if entry.verdict else -1
    shown: list[object] = [entry.title, entry.address]
    if entry.figure or entry.verdict:
        shown.append(entry.figure)
    return [*shown, verdict] if entry.verdict else shown


def _script(name: str, key: int, value: object) -> bytes:
    # A line separator inside a string ends the line in browsers before 2019; JSON's own escapes do not.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'ledgerSearch("{name}",{key},{text});\n'.encode()
