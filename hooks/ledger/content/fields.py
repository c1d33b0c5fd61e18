"""Which fields each kind of content has: the one declaration that reading and its documentation share."""

from collections.abc import Mapping

from ledger.content import lookups
from ledger.content import values as v
from ledger.content.values import Field

SITE: Mapping[str, Field] = {
    "title": Field(v.text, required=True),
    "tagline": Field(v.text, required=True),
    "publisher": Field(v.text, required=True),
    "licence": Field(v.text, required=True),
    "as_of": Field(v.day, required=True),
    "as_of_reason": Field(v.text, required=True),
    "repository": Field(v.address),
    "branch": Field(v.text),
}

REGION: Mapping[str, Field] = {
    "name": Field(v.text, required=True),
    "level": Field(lookups.term("level"), required=True),
    "authority": Field(v.text),
    "name_status": Field(lookups.term("name_status"), required=True),
    "name_note": Field(v.text),
}

_REPEAT: Mapping[str, Field] = {
    "part": Field(v.text, required=True),
    "of": Field(v.text, required=True),
    "note": Field(v.text),
}

SOURCE: Mapping[str, Field] = {
    "id": Field(v.identifier, required=True),
    "title": Field(v.text, required=True),
    "kind": Field(lookups.term("source_kind"), required=True),
    "publisher": Field(v.text),
    "number": Field(v.text),
    "index_number": Field(v.text),
    "written": Field(v.day),
    "published": Field(v.day),
    "reposter": Field(v.text),
    "reposted": Field(v.day),
    "url": Field(v.address),
    "year": Field(v.integer, required=True),
    "year_basis": Field(lookups.term("year_basis"), required=True),
    "year_reason": Field(v.text, required=True),
    "period": Field(v.period, required=True),
    "plan_period": Field(v.period),
    "completeness": Field(lookups.term("completeness"), required=True),
    "completeness_note": Field(v.text),
    "legibility": Field(lookups.term("legibility"), required=True),
    "legibility_note": Field(v.text),
    "masking_note": Field(v.text),
    "repeats": Field(v.list_of(v.mapping_of(_REPEAT))),
    "note": Field(v.text),
}

TOPIC_FILE: Mapping[str, Field] = {
    "source": Field(v.reference),
    "period": Field(v.period),
    "measures": Field(v.list_of(v.raw_node)),
    "commitments": Field(v.list_of(v.raw_node)),
    "outcomes": Field(v.list_of(v.raw_node)),
    "problems": Field(v.list_of(v.raw_node)),
}

_ORIGIN: Mapping[str, Field] = {
    "id": Field(v.identifier, required=True),
    "source": Field(v.reference),
    "at": Field(v.text, required=True),
    "raw": Field(v.text),
    "repaired": Field(v.text),
    "note": Field(v.text),
}

_CHANGE: Mapping[str, Field] = {
    "value": Field(v.number, required=True),
    "unit": Field(lookups.unit, required=True),
    "against": Field(v.text),
    "qualifier": Field(lookups.qualifier),
}

_TARGET: Mapping[str, Field] = {
    "op": Field(lookups.one_of(">=", "<=", "=", "approx", "yes"), required=True),
    "value": Field(v.number_or("redacted")),
    "unit": Field(lookups.unit),
}

MEASURE: Mapping[str, Field] = {
    **_ORIGIN,
    "indicator": Field(lookups.indicator),
    "name": Field(v.text),
    "value": Field(v.number_or("redacted", "not_reported"), required=True),
    "unit": Field(lookups.unit, required=True),
    "qualifier": Field(lookups.qualifier),
    "period": Field(v.period),
    "baseline": Field(v.number),
    "change": Field(v.mapping_of(_CHANGE)),
    "numerator": Field(v.reference),
    "denominator": Field(v.reference),
    "part_of": Field(v.reference),
    "commitment": Field(v.reference),
}

COMMITMENT: Mapping[str, Field] = {
    **_ORIGIN,
    "text": Field(v.text, required=True),
    "target": Field(v.mapping_of(_TARGET)),
    "indicator": Field(lookups.indicator),
    "due": Field(v.day_or("ongoing")),
    "lead": Field(v.text),
    "support": Field(v.list_of(v.text, or_single=True)),
    "owner": Field(v.text),
    "continues": Field(v.reference),
}

OUTCOME: Mapping[str, Field] = {
    **_ORIGIN,
    "text": Field(v.text, required=True),
    "claim": Field(lookups.term("claim"), required=True),
    "commitment": Field(v.list_of(v.reference, or_single=True)),
    "measures": Field(v.list_of(v.reference, or_single=True)),
}

STATED_PROBLEM: Mapping[str, Field] = {
    **_ORIGIN,
    "text": Field(v.text, required=True),
    "addressed_by": Field(v.list_of(v.reference, or_single=True)),
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
    name: Field(v.list_of(v.raw_node), required=True) for name in _VOCABULARIES
}

UNITS_FILE: Mapping[str, Field] = {
    "units": Field(v.list_of(v.raw_node), required=True),
    "scales": Field(v.list_of(v.raw_node), required=True),
    "qualifiers": Field(v.list_of(v.raw_node), required=True),
}

UNIT: Mapping[str, Field] = {
    "id": Field(v.text, required=True),
    "kind": Field(lookups.one_of("rate", "change", "rank", "count", "money", "time", "area"), required=True),
    "name": Field(v.text, required=True),
}

SCALE: Mapping[str, Field] = {
    "id": Field(v.text, required=True),
    "factor": Field(v.integer, required=True),
}

QUALIFIER: Mapping[str, Field] = {
    "id": Field(v.text, required=True),
    "bound": Field(lookups.one_of("lower", "upper", "about"), required=True),
    "place": Field(lookups.one_of("before", "between", "after"), required=True),
}

_VERSION: Mapping[str, Field] = {
    "from": Field(v.integer, required=True),
    "note": Field(v.text, required=True),
}

INDICATOR: Mapping[str, Field] = {
    "id": Field(v.identifier, required=True),
    "name": Field(v.text, required=True),
    "everyday": Field(v.text, required=True),
    "unit": Field(lookups.unit, required=True),
    "direction": Field(lookups.one_of("higher", "lower", "none"), required=True),
    "numerator": Field(v.text),
    "denominator": Field(v.text),
    "factor": Field(v.integer),
    "definition": Field(v.text, required=True),
    "definition_source": Field(v.text, required=True),
    "caution": Field(v.text),
    "synonyms": Field(v.list_of(v.text)),
    "versions": Field(v.list_of(v.mapping_of(_VERSION))),
}
