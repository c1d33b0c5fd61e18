"""Which fields each kind of content has: the one declaration that reading and its documentation share."""

from collections.abc import Mapping

from ledger.content import days, lookups, numerals
from ledger.content import values as v
from ledger.content.choices import CHOICES
from ledger.content.values import Field

SITE: Mapping[str, Field] = {
    "title": Field(v.text, required=True),
    "tagline": Field(v.text, required=True),
    "publisher": Field(v.text, required=True),
    "licence": Field(v.text, required=True),
    "as_of": Field(days.day, required=True),
    "as_of_reason": Field(v.text, required=True),
    "repository": Field(v.address),
    "branch": Field(v.text),
}

REGION: Mapping[str, Field] = {
    "name": Field(v.text, required=True),
    "level": Field(lookups.TermOf("level"), required=True),
    "authority": Field(v.text),
    "name_status": Field(lookups.TermOf("name_status"), required=True),
    "name_note": Field(v.text),
}

REPEAT: Mapping[str, Field] = {
    "part": Field(v.text, required=True),
    "of": Field(v.text, required=True),
    "note": Field(v.text),
    "source": Field(v.identifier),
    "degree": Field(numerals.number),
}

SOURCE: Mapping[str, Field] = {
    "id": Field(v.identifier, required=True),
    "title": Field(v.text, required=True),
    "kind": Field(lookups.TermOf("source_kind"), required=True),
    "publisher": Field(v.text),
    "number": Field(v.text),
    "index_number": Field(v.text),
    "written": Field(days.day),
    "published": Field(days.day),
    "reposter": Field(v.text),
    "reposted": Field(days.day),
    "url": Field(v.address),
    "year": Field(numerals.integer, required=True),
    "year_basis": Field(lookups.TermOf("year_basis"), required=True),
    "year_reason": Field(v.text, required=True),
    "period": Field(days.period, required=True),
    "plan_period": Field(days.period),
    "completeness": Field(lookups.TermOf("completeness"), required=True),
    "completeness_note": Field(v.text),
    "legibility": Field(lookups.TermOf("legibility"), required=True),
    "legibility_note": Field(v.text),
    "masking_note": Field(v.text),
    "repeats": Field(v.ListOf(v.MappingOf(REPEAT))),
    "note": Field(v.text),
    "draft": Field(v.true),
}

ORIGIN: Mapping[str, Field] = {
    "id": Field(v.identifier, required=True),
    "source": Field(v.reference),
    "at": Field(v.text, required=True),
    "raw": Field(v.verbatim),
    "repaired": Field(v.text),
    "note": Field(v.text),
    "draft": Field(v.true),
}

CHANGE: Mapping[str, Field] = {
    "value": Field(numerals.number, required=True),
    "unit": Field(lookups.unit, required=True),
    "against": Field(v.verbatim),
    "qualifier": Field(lookups.qualifier),
}

TARGET: Mapping[str, Field] = {
    "op": Field(lookups.OneOf(CHOICES["op"]), required=True),
    "value": Field(numerals.NumberOr(("redacted",))),
    "unit": Field(lookups.unit),
}

MEASURE: Mapping[str, Field] = {
    **ORIGIN,
    "indicator": Field(lookups.indicator),
    "name": Field(v.text),
    "value": Field(numerals.NumberOr(("redacted", "not_reported")), required=True),
    "unit": Field(lookups.unit, required=True),
    "qualifier": Field(lookups.qualifier),
    "period": Field(days.period),
    "baseline": Field(numerals.number),
    "change": Field(v.MappingOf(CHANGE)),
    "numerator": Field(v.reference),
    "denominator": Field(v.reference),
    "part_of": Field(v.reference),
    "parts": Field(lookups.OneOf(CHOICES["parts"])),
    "commitment": Field(v.reference),
}

COMMITMENT: Mapping[str, Field] = {
    **ORIGIN,
    "text": Field(v.text, required=True),
    "target": Field(v.MappingOf(TARGET)),
    "indicator": Field(lookups.indicator),
    "due": Field(days.DayOr("ongoing")),
    "lead": Field(v.text),
    "support": Field(v.ListOf(v.text, or_single=True)),
    "owner": Field(v.text),
    "continues": Field(v.reference),
}

OUTCOME: Mapping[str, Field] = {
    **ORIGIN,
    "text": Field(v.text, required=True),
    "claim": Field(lookups.TermOf("claim"), required=True),
    "commitment": Field(v.ListOf(v.reference, or_single=True)),
    "measures": Field(v.ListOf(v.reference, or_single=True)),
}

STATED_PROBLEM: Mapping[str, Field] = {
    **ORIGIN,
    "text": Field(v.text, required=True),
    "addressed_by": Field(v.ListOf(v.reference, or_single=True)),
}

TOPIC_FILE: Mapping[str, Field] = {
    "source": Field(v.reference),
    "period": Field(days.period),
    "measures": Field(v.ListOf(v.Later(MEASURE))),
    "commitments": Field(v.ListOf(v.Later(COMMITMENT))),
    "outcomes": Field(v.ListOf(v.Later(OUTCOME))),
    "problems": Field(v.ListOf(v.Later(STATED_PROBLEM))),
}

CORRECTION: Mapping[str, Field] = {
    "record": Field(v.ListOf(v.reference, or_single=True), required=True),
    "date": Field(days.day, required=True),
    "field": Field(
        lookups.OneOf(
            (
                *("value", "unit", "qualifier", "status", "period", "baseline", "change"),
                *("target", "due", "verdict", "text", "note", "source", "removed"),
            )
        )
    ),
    "from": Field(v.verbatim),
    "to": Field(v.verbatim),
    "what": Field(v.text, required=True),
    "why": Field(v.text, required=True),
    "source": Field(v.reference, required=True),
}

TOPIC: Mapping[str, Field] = {
    "id": Field(v.identifier, required=True),
    "name": Field(v.text, required=True),
    "summary": Field(v.text, required=True),
}

TERM: Mapping[str, Field] = {
    "id": Field(v.text, required=True),
    "name": Field(v.text, required=True),
    "shape": Field(v.text),
    "plain": Field(v.text),
}

# A verdict is told apart without colour, and explained where it is given.
VERDICT: Mapping[str, Field] = {
    **TERM,
    "shape": Field(v.text, required=True),
    "plain": Field(v.text, required=True),
}

_VOCABULARIES = (
    "measure_status",
    "claim",
    "evidence",
    "timing",
    "verdict",
    "flag",
    "source_kind",
    "year_basis",
    "completeness",
    "legibility",
    "name_status",
    "level",
    "commitment_kind",
    "due_basis",
    "owner_kind",
    "direction",
)

STATUSES_FILE: Mapping[str, Field] = {
    name: Field(v.ListOf(v.Later(TERM)), required=True) for name in _VOCABULARIES
}

UNIT: Mapping[str, Field] = {
    "id": Field(v.text, required=True),
    "kind": Field(lookups.OneOf(CHOICES["kind"]), required=True),
    "name": Field(v.text, required=True),
}

SCALE: Mapping[str, Field] = {
    "id": Field(v.text, required=True),
    "factor": Field(numerals.integer, required=True),
}

QUALIFIER: Mapping[str, Field] = {
    "id": Field(v.text, required=True),
    "bound": Field(lookups.OneOf(CHOICES["bound"]), required=True),
    "place": Field(lookups.OneOf(CHOICES["place"]), required=True),
}

UNITS_FILE: Mapping[str, Field] = {
    "units": Field(v.ListOf(v.Later(UNIT)), required=True),
    "scales": Field(v.ListOf(v.Later(SCALE)), required=True),
    "qualifiers": Field(v.ListOf(v.Later(QUALIFIER)), required=True),
}

VERSION: Mapping[str, Field] = {
    "from": Field(numerals.integer, required=True),
    "note": Field(v.text, required=True),
}

SHARE: Mapping[str, Field] = {
    "whole": Field(v.text, required=True),
    "counter": Field(v.text, required=True),
    "part": Field(v.text, required=True),
}

INDICATOR: Mapping[str, Field] = {
    "id": Field(v.identifier, required=True),
    "name": Field(v.text, required=True),
    "everyday": Field(v.text, required=True),
    "unit": Field(lookups.unit, required=True),
    "direction": Field(lookups.OneOf(CHOICES["direction"]), required=True),
    "numerator": Field(v.text),
    "denominator": Field(v.text),
    "factor": Field(numerals.integer),
    "definition": Field(v.text, required=True),
    "definition_source": Field(v.text, required=True),
    "caution": Field(v.text),
    "synonyms": Field(v.ListOf(v.text)),
    "versions": Field(v.ListOf(v.MappingOf(VERSION))),
    "share": Field(v.MappingOf(SHARE)),
    "varies": Field(v.ListOf(lookups.OneOf(CHOICES["varies"]))),
}

GLOSSARY_ENTRY: Mapping[str, Field] = {
    "id": Field(v.identifier, required=True),
    "term": Field(v.text, required=True),
    "synonyms": Field(v.ListOf(v.text)),
    "plain": Field(v.text, required=True),
    "see": Field(lookups.indicator_or_topic),
    "source": Field(v.text),
}

# Every declaration under the name by which fields.toml describes its fields.
KINDS: Mapping[str, Mapping[str, Field]] = {
    "measures": MEASURE,
    "commitments": COMMITMENT,
    "outcomes": OUTCOME,
    "problems": STATED_PROBLEM,
    "target": TARGET,
    "change": CHANGE,
    "*.md": TOPIC_FILE,
    "sources.yml": SOURCE,
    "repeats": REPEAT,
    "region.yml": REGION,
    "corrections.yml": CORRECTION,
    "site.yml": SITE,
    "topics.yml": TOPIC,
    "indicators/*.yml": INDICATOR,
    "versions": VERSION,
    "share": SHARE,
    "glossary.yml": GLOSSARY_ENTRY,
    "statuses.yml": STATUSES_FILE,
    "statuses.yml *": TERM,
    "units.yml": UNITS_FILE,
    "units.yml units": UNIT,
    "units.yml scales": SCALE,
    "units.yml qualifiers": QUALIFIER,
}
