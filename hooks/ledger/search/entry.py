"""What can be found: one thing that has a page or an anchor."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a thing is."""

    PLACE = "place"
    TOPIC = "topic"
    TOPIC_YEAR = "topic_year"
    INDICATOR = "indicator"
    COMMITMENT = "commitment"
    MEASURE = "measure"
    SOURCE = "source"
    PROBLEM = "problem"
    PAGE = "page"


@dataclass(frozen=True)
class Entry:
    """One thing that can be found.

    Args:
        kind: what it is.
        address: where it stands, relative to the site's root.
        title: what readers see first.
        region: region id, if it belongs to one.
        year: its year, if it belongs to one.
        topic: topic id, if it belongs to one.
        aliases: other names of it, in official and in everyday words.
        text: what else it says.
        figure: its number as readers see it.
        verdict: id of the verdict on it.
        place: how many of its kind and topic are named before it: what leads is what a general word means.
    """

    kind: Kind
    address: str
    title: str
    region: str = ""
    year: int | None = None
    topic: str = ""
    aliases: tuple[str, ...] = ()
    text: str = ""
    figure: str = ""
    verdict: str = ""
    place: int = 0


@dataclass(frozen=True)
class Names:
    """What readers see for the ids of entries, in reading order.

    Args:
        kinds: kind id → name.
        regions: region id → name.
        topics: topic id → name.
        verdicts: verdict id → shape and name.
    """

    kinds: Mapping[str, str]
    regions: Mapping[str, str]
    topics: Mapping[str, str]
    verdicts: Mapping[str, tuple[str, str]]
