"""The lines above a document → which of them is its title, and which repeat it."""

import re
from collections.abc import Mapping
from pathlib import Path

from ledger.own_table import read_own_table

_TABLE = read_own_table(Path(__file__).with_name("boilerplate.toml"))
_TITLE, _BODY, _DECORATION = (re.compile(_TABLE[name]) for name in ("title", "body", "decoration"))
_NOTICE = re.compile(_TABLE["notice"])
_NUMBERED = re.compile(_TABLE["numbered"])
# Fewer equal characters at the beginning of a paragraph may be chance.
_SHORTEST_START = 10
_FILE = re.compile(r"\.(?:docx?|pdf|wps|txt)$")


def find_title(head: Mapping[int, str]) -> tuple[int, ...]:
    """Find the title: the last line above the document that may be one, with the body's name above it.

    Args:
        head: the lines above the first paragraph, in half width, by their place.
    """
    places = [place for place, line in head.items() if is_title(line)]
    # A notice that sends a document has a name of its own; the document's name stands below it.
    places = [place for place in places if not _NOTICE.match(head[place])] or places
    if not places:
        return ()
    last = places[-1]
    # A title that stands only once is followed by what else stands above the first paragraph, not led by it.
    same = [place for place in places if bare(head[place]) == bare(head[places[0]])]
    chosen = last if len(same) == len(places) else same[-1]
    above = max((place for place in head if place < chosen), default=None)
    named = above is not None and _BODY.fullmatch(head[above]) and not _BODY.match(head[chosen])
    return (above, chosen) if named and above is not None else (chosen,)


def sent_title(title: str) -> str:
    """Give the name of the document that a notice sends; of any other document its own.

    Args:
        title: in half width.
    """
    found = _NOTICE.match(title)
    return found["inner"] if found and found["inner"] else title


def is_title(line: str) -> bool:
    """Say whether a line may be a title.

    Args:
        line: in half width.
    """
    return _TITLE.fullmatch(line) is not None and not _NUMBERED.match(line)


def bare(title: str) -> str:
    """Leave out of a title what pages change when they repeat it: years, brackets, the ending of a file.

    Args:
        title: in half width.
    """
    return _DECORATION.sub("", _FILE.sub("", title))


def is_file_name(line: str) -> bool:
    """Say whether a line is the name of a document's file.

    Args:
        line: in half width.
    """
    return _FILE.search(line) is not None


def begins_with(text: str, title: str) -> bool:
    """Say whether a paragraph begins with most of a title.

    Args:
        text: the first paragraph, in half width.
        title: in half width.
    """
    start, words = bare(text.split("、", 1)[-1] if _NUMBERED.match(text) else text), bare(title)
    same = next((n for n, (a, b) in enumerate(zip(start, words, strict=False)) if a != b), len(words))
    return same >= min(_SHORTEST_START, len(words)) and same * 2 > len(words)
