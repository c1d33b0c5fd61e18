"""Which year a document speaks of, and how that is known."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ledger.importers.reading import Reading
from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_name("source_facts.toml"))
_YEAR = re.compile(_RULES["year"])
_SPOKEN = re.compile(_RULES["spoken_year"])
# A summary that came out in these first months tells of the year before.
_EARLY = 3


@dataclass(frozen=True)
class SourceYear:
    """A year and why.

    Args:
        year: None where the editor has to give it.
        basis: stated, inferred or published; None without a year.
        reason: for readers.
    """

    year: int | None
    basis: str | None
    reason: str


def is_compiled(title: str) -> bool:
    """Whether a title was made by a site that collects documents."""
    return bool(re.search(_RULES["compiled_title"], title))


def find_year(reading: Reading, title: str, kind: str | None, given: int | None) -> SourceYear:
    """The year a document reports on, or plans for if it is a plan.

    Years of a page that copied it are not used, and a hidden year is never filled in.

    Args:
        reading: the document.
        title: its title.
        kind: of the document.
        given: the year that the editor gives; it wins.
    """
    texts = [block.text for block in reading.blocks if not block.rows and block.text.strip() != title]
    in_text = Counter(year for text in texts for year in _years_in(text))
    in_title = _years_in(title)
    if given is not None:
        # What a site put into the title is not what the document says.
        known = given in in_text or (given in in_title and not is_compiled(title))
        return SourceYear(
            given, "stated" if known else "inferred", _why("editor" if known else "editor_only", given)
        )
    if in_title:
        return _of_title(min(in_title), in_text, compiled=is_compiled(title))
    opening = "".join(texts[: int(_RULES["opening_blocks"])])
    if re.search(_RULES["masked_year"], title + opening):
        return SourceYear(None, None, _why("masked"))
    return _of_text(reading, opening, in_text, kind)


def _years_in(text: str) -> list[int]:
    """The years a text names, in digits or in characters."""
    return [int(year) for year in _YEAR.findall(_SPOKEN.sub(_in_digits, text))]


def _in_digits(found: re.Match[str]) -> str:
    # Zero is written in several ways that the table does not list.
    return "".join(str(max(0, _RULES["numerals"].find(sign))) for sign in found[0])


def _of_title(year: int, in_text: Counter[int], *, compiled: bool) -> SourceYear:
    if not compiled:
        return SourceYear(year, "stated", _why("title", year))
    if year in in_text:
        return SourceYear(year, "stated", _why("compiled", year))
    return SourceYear(None, None, _why("compiled_only", year))


def _of_text(reading: Reading, opening: str, in_text: Counter[int], kind: str | None) -> SourceYear:
    """The only year of the opening, else the one that most of the text speaks of, else that of its date."""
    first = set(_years_in(opening))
    if len(first) == 1:
        return SourceYear(year := first.pop(), "stated", _why("opening", year))
    most = in_text.most_common(2)
    if most and most[0][1] >= _RULES["least_mentions"] and (len(most) == 1 or most[0][1] >= 2 * most[1][1]):
        year, count = most[0]
        return SourceYear(year, "inferred", _why("mentions", year, count=count))
    if day := reading.facts.get("written") or reading.facts.get("published"):
        out = date.fromisoformat(day)
        year = out.year - (kind != "plan" and out.month <= _EARLY)
        return SourceYear(year, "published", _why("published", year, day=day))
    return SourceYear(None, None, _why("unknown"))


def _why(name: str, year: int | None = None, **words: object) -> str:
    return str(_RULES["reason"][name]).format(year=year, **words)
