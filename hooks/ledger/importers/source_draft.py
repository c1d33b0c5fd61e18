"""What a document says of itself → the draft of its entry among the sources."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ledger.content.writer import Entry, Value
from ledger.importers.passage import Passage, Role
from ledger.importers.reading import Reading, Shortfall
from ledger.own_table import read_own_table

_WORDS: Mapping[str, Any] = read_own_table(Path(__file__).with_name("draft.toml"))
_SOURCE = _WORDS["source"]
_SPANS = {name: re.compile(words) for name, words in _WORDS["spans"].items()}
_KINDS = {kind: re.compile(words) for kind, words in _WORDS["kinds"].items()}
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_FACTS = ("publisher", "number", "index_number", "written", "published", "reposter", "reposted", "url")
# One part in this many is enough to call a document both summary and plan.
_LEAST_PART = 10


def title_of(reading: Reading) -> str:
    """Give the title of a document, or words that say that it has none.

    Args:
        reading: the document.
    """
    return reading.facts.get("title") or _SOURCE["untitled"].format(name=Path(reading.name).stem)


def year_of(reading: Reading) -> int | None:
    """Find the year that a document names in its title or in the name of its file.

    Args:
        reading: the document.
    """
    for text in (reading.facts.get("title", ""), reading.name):
        if found := _YEAR.search(text):
            return int(found[1])
    return None


def kind_of(reading: Reading, passages: Collection[Passage]) -> str:
    """Tell whether a document is a plan, a summary, both, or statistics.

    Args:
        reading: the document.
        passages: its sentences.
    """
    title = reading.facts.get("title", "")
    if _KINDS["statistics"].search(title):
        return "statistics"
    roles = Counter(passage.role for passage in passages)
    plan, summary = roles[Role.PLAN], roles[Role.SUMMARY] + roles[Role.PROBLEM]
    if min(plan, summary) * _LEAST_PART > plan + summary:
        return "both"
    if not plan and not summary:
        return "plan" if _KINDS["plan"].search(title) else "summary"
    return "plan" if plan > summary else "summary"


def plan_year(reading: Reading, kind: str, year: int) -> int:
    """Tell for which year the plan of a document is.

    Args:
        reading: the document.
        kind: what it is.
        year: the year it reports on, or plans for if it is a plan.
    """
    is_same = kind == "plan" or _SPANS["same_year"].search(reading.facts.get("title", ""))
    return year if is_same else year + 1


def draft_source(
    reading: Reading, passages: Collection[Passage], region: str, year: int, taken: Collection[str]
) -> Entry:
    """Make the draft of a document's entry.

    Args:
        reading: the document.
        passages: its sentences.
        region: region id.
        year: the year it reports on, or plans for if it is a plan.
        taken: ids of documents that are taken.
    """
    kind, is_stated = kind_of(reading, passages), year_of(reading) == year
    is_half = _SPANS["first_half"].search(reading.facts.get("title", "")) is not None
    start = f"{region}-{year}-{kind}"
    id_ = next(
        name for name in (start, *(f"{start}-{n}" for n in range(2, len(taken) + 3))) if name not in taken
    )
    repairs = sum(len(block.repairs) for block in reading.blocks)
    fields: dict[str, Value | None] = {
        "id": id_,
        "title": title_of(reading),
        "kind": kind,
        **{name: reading.facts.get(name) for name in _FACTS},
        "year": str(year),
        "year_basis": "stated" if is_stated else "inferred",
        "year_reason": _SOURCE["stated" if is_stated else "given"].format(year=year),
        "period": f"{year}-H1" if is_half else str(year),
        "plan_period": _plan_period(reading, kind, year),
        "completeness": "truncated" if Shortfall.CUT_SHORT in reading.shortfalls else "whole",
        "completeness_note": _SOURCE["short"] if Shortfall.CUT_SHORT in reading.shortfalls else None,
        "legibility": "ocr" if repairs else "clean",
        "legibility_note": _SOURCE["damaged"].format(count=repairs) if repairs else None,
        "draft": "true",
    }
    return Entry({name: value for name, value in fields.items() if value})


def _plan_period(reading: Reading, kind: str, year: int) -> str | None:
    if kind != "both":
        return None
    planned = plan_year(reading, kind, year)
    return str(planned) if planned > year else f"{year}-H2"
