"""What a document says of itself, proposed for its source record."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ledger.importers.outline.role import plans, tells
from ledger.importers.passage import Passage, Role
from ledger.importers.reading import Reading
from ledger.importers.sources.mask import Mask, find_masks
from ledger.importers.sources.signature import Signature, find_signature, is_signing
from ledger.importers.sources.source_year import SourceYear, find_year, is_compiled
from ledger.own_table import read_own_table

_RULES: dict[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))


@dataclass(frozen=True)
class SourceFacts:
    """Fields of a source record as far as the document shows them; what it does not show is None.

    Args:
        title: its own title, else that of the page.
        kind: plan, summary, both or statistics.
        publisher: as written, never completed.
        year: the year it reports on or plans for; None where the editor has to say.
        year_basis: stated, inferred or published.
        year_reason: why that year, or why none, for readers.
        period: as content files write it.
        plan_period: the period of its plan part.
        completeness: whole or truncated.
        completeness_note: what shows that something is missing.
        legibility: clean or ocr.
        legibility_note: how much was repaired.
        masks: names and numbers that the document hides, with their places.
        masking_note: the same in one sentence.
        reposter: the site that copied it.
        url: its address.
        written: day it was written.
        published: day it was published.
        reposted: day it was copied.
    """

    title: str | None
    kind: str | None
    publisher: str | None
    year: int | None
    year_basis: str | None
    year_reason: str
    period: str | None
    plan_period: str | None
    completeness: str
    completeness_note: str | None
    legibility: str
    legibility_note: str | None
    masks: tuple[Mask, ...] = ()
    masking_note: str | None = None
    reposter: str | None = None
    url: str | None = None
    written: str | None = None
    published: str | None = None
    reposted: str | None = None


def find_source_facts(reading: Reading, passages: Sequence[Passage], year: int | None = None) -> SourceFacts:
    """Propose the source record of a document.

    Args:
        reading: the document as it was read.
        passages: its sentences.
        year: the year, where the editor gives it; it wins.
    """
    title = reading.facts.get("title") or next((block.text for block in reading.blocks if block.text), None)
    signature = find_signature(reading.blocks)
    if signature.day and "written" not in reading.facts:
        reading = replace(reading, facts={**reading.facts, "written": signature.day})
    kind = _kind(title or "", passages)
    dated = find_year(reading, title or "", kind, year)
    missing, masks = _missing(reading), find_masks(passages)
    repairs = sum(len(block.repairs) for block in reading.blocks)
    facts = reading.facts
    return SourceFacts(
        title=title,
        kind=kind,
        publisher=_publisher(title or "", facts.get("publisher"), signature),
        year=dated.year,
        year_basis=dated.basis,
        year_reason=dated.reason,
        period=_period(title or "", kind, dated),
        plan_period=_plan_period(title or "", kind, dated, passages),
        completeness="truncated" if missing else "whole",
        completeness_note=missing,
        legibility="ocr" if repairs else "clean",
        legibility_note=_note("repaired", count=repairs) if repairs else None,
        masks=masks,
        masking_note=_masking_note(masks),
        **{name: facts.get(name) for name in ("reposter", "url", "written", "published", "reposted")},
    )


def _note(name: str, **words: object) -> str:
    return str(_RULES["note"][name]).format(**words)


def _kind(title: str, passages: Sequence[Passage]) -> str | None:
    """By its title; where that does not say, by what its sections are about."""
    if re.search(_RULES["statistics_title"], title):
        return "statistics"
    said = {name for name, says in (("summary", tells(title)), ("plan", plans(title))) if says}
    found = {passage.role for passage in passages if passage.role in {Role.SUMMARY, Role.PLAN}}
    if said != {"summary"} or not found:
        said |= set() if said else {role.value for role in found}
    elif Role.PLAN in _named_roles(passages):
        said.add("plan")
    return "both" if len(said) > 1 else next(iter(said), None)


def _named_roles(passages: Sequence[Passage]) -> set[Role]:
    """Roles that whole sections have: of passages with headings above them."""
    total = sum(passage.role is not Role.FRAME for passage in passages)
    return {
        role for role in Role if 10 * sum(p.role is role and bool(p.headings) for p in passages) >= total > 0
    }


def _publisher(title: str, of_page: str | None, signature: Signature) -> str | None:
    """As the document is signed, as its page says, or as its title begins: what says the most of one name."""
    found = None if is_compiled(title) else re.match(_RULES["publisher"], title)
    names = [name for name in (signature.body, of_page, found and found["name"]) if name]
    return max(
        (name for name in names if _bare(name).endswith(_bare(names[0]))),
        key=lambda name: len(_bare(name)),
        default=None,
    )


def _bare(name: str) -> str:
    return name.replace(_RULES["full_name"], _RULES["short_name"])


def _period(title: str, kind: str | None, dated: SourceYear) -> str | None:
    """The period that the title states, else the whole year; none where the year is not known."""
    if dated.year is None:
        return None
    if kind == "plan" and _RULES["second_half"] in title:
        return str(_RULES["plan_second_half"]).format(year=dated.year)
    for rule in _RULES["periods"]:
        if re.search(rule["words"], title):
            return str(rule["period"]).format(year=dated.year)
    if found := re.search(_RULES["months"], title):
        month = int(found["month"] or found["until"])
        return str(_RULES["span"]).format(year=dated.year, month=month)
    return str(dated.year)


def _plan_period(title: str, kind: str | None, dated: SourceYear, passages: Sequence[Passage]) -> str | None:
    if kind != "both" or dated.year is None:
        return None
    # A plan goes on or is for the next year; sites that collect documents put later years into their titles.
    stated = [int(year) for year in re.findall(_RULES["year"], title)]
    stated += [passage.year for passage in passages if passage.role is Role.PLAN and passage.year]
    if dated.year + 1 in stated:
        return str(dated.year + 1)
    headings = (title, *(p.headings[0] for p in passages if p.role is Role.PLAN and p.headings))
    if any(_RULES["second_half"] in heading for heading in headings):
        return str(_RULES["plan_second_half"]).format(year=dated.year)
    is_next = any(re.search(_RULES["next_year"], heading) for heading in headings)
    return str(dated.year + 1) if is_next else None


def _missing(reading: Reading) -> str | None:
    """What shows that a text is not whole."""
    notes = []
    texts = [block.text.strip() for block in reading.blocks if block.text.strip() and not block.rows]
    last = next((text for text in reversed(texts) if not is_signing(text)), "")
    if len(last) > int(_RULES["shortest_cut"]) and last[-1] not in _RULES["ends"]:
        notes.append(_note("cut_text", end=last[-12:]))
    for dropped in reading.dropped:
        if found := re.search(_RULES["cut_words"], dropped.text):
            notes.append(_note("cut_site", words=found[0]))
            break
    return "".join(notes) or None


def _masking_note(masks: Sequence[Mask]) -> str | None:
    if not masks:
        return None
    around = list(dict.fromkeys(mask.around.strip(_RULES["cut_ends"]) for mask in masks))[
        : int(_RULES["examples"])
    ]
    return _note("masked", count=len(masks), examples=str(_RULES["note"]["between"]).join(around))
