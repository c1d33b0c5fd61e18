"""What a document says of itself → the draft of its entry among the sources."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ledger.content.writer import Entry, Value
from ledger.importers.reading import Reading
from ledger.importers.sources.source_facts import SourceFacts
from ledger.own_table import read_own_table

_WORDS: Mapping[str, Any] = read_own_table(Path(__file__).with_name("draft.toml"))
# Fields that are carried over as they are, where the document has them.
_FACTS = ("publisher", "written", "published", "reposter", "reposted", "url")
_NOTES = ("completeness", "completeness_note", "legibility", "legibility_note", "masking_note")
_USUAL_KIND = "summary"


def title_of(reading: Reading, facts: SourceFacts) -> str:
    """Give the title of a document, or words that say that it has none.

    Args:
        reading: the document.
        facts: what it says of itself.
    """
    return facts.title or _WORDS["source"]["untitled"].format(name=Path(reading.name).stem)


def plan_year(facts: SourceFacts, year: int) -> int:
    """Tell for which year the plan of a document is: that which it says, its own, or the next.

    Args:
        facts: what it says of itself.
        year: the year it reports on, or plans for if it is a plan.
    """
    planned = _plan_period(facts, year)
    if planned:
        return int(planned[:4])
    return year if facts.kind == "plan" else year + 1


def _plan_period(facts: SourceFacts, year: int) -> str | None:
    # Sites that collect documents put later years into their titles; a plan goes on or is for the next year.
    is_near = facts.plan_period and int(facts.plan_period[:4]) in {year, year + 1}
    return facts.plan_period if is_near else None


def draft_source(
    reading: Reading, facts: SourceFacts, region: str, year: int, taken: Collection[str]
) -> Entry:
    """Make the draft of a document's entry.

    Args:
        reading: the document.
        facts: what it says of itself.
        region: region id.
        year: the year it reports on, or plans for if it is a plan.
        taken: ids of documents that are taken.
    """
    kind = facts.kind or _USUAL_KIND
    fields: dict[str, Value | None] = {
        "id": source_id(region, year, kind, taken),
        "title": title_of(reading, facts),
        "kind": kind,
        **{name: getattr(facts, name) for name in _FACTS},
        **{name: reading.facts.get(name) for name in ("number", "index_number")},
        "year": str(year),
        "year_basis": facts.year_basis or "inferred",
        "year_reason": facts.year_reason,
        "period": facts.period or str(year),
        "plan_period": _plan_period(facts, year) or (str(year + 1) if kind == "both" else None),
        **{name: getattr(facts, name) for name in _NOTES},
        "draft": "true",
    }
    return Entry({name: value for name, value in fields.items() if value})


def source_id(region: str, year: int, kind: str, taken: Collection[str]) -> str:
    """Give a document an id that is free.

    Args:
        region: region id.
        year: its year.
        kind: plan, summary, both or statistics.
        taken: ids of documents that are taken.
    """
    start = f"{region}-{year}-{kind}"
    names = (start, *(f"{start}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)
