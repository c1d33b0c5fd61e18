"""JSON Schemas of every kind of content file, made from the declared fields, for code editors.

Draft 7, which the YAML language server of common editors knows. It reads `1.10` and `2023` as numbers where
the ledger reads text, so text may be a number, and a number may stand in quotes.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ledger.content import days, fields, lookups, numerals, values
from ledger.content.descriptions import DESCRIPTIONS
from ledger.content.values import Field, Type
from ledger.model.dictionary import Dictionary

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_NUMBER = {"type": ["number", "string"], "pattern": r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"}
_DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_PART = "[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}(-[0-9]{2})?))?"
_LINE = {"type": ["string", "number", "boolean"]}
# The types of fields that need no words of a dictionary.
_PLAIN: Mapping[Type, Schema] = {
    values.text: _LINE,
    values.verbatim: _LINE,
    values.address: {"type": "string", "pattern": "^https?://"},
    values.identifier: {"type": ["string", "integer"], "pattern": "^[a-z0-9][a-z0-9-]{0,59}$", "minimum": 0},
    values.true: {"enum": [True]},
    values.reference: {"type": ["string", "integer"]},
    numerals.number: _NUMBER,
    numerals.integer: {"type": ["integer", "string"], "pattern": "^-?(0|[1-9][0-9]*)$"},
    days.day: _DAY,
    days.period: {
        "type": ["string", "integer"],
        "pattern": rf"^({_PART}|\?)(/({_PART}|\?))?$",
        "minimum": 1000,
        "maximum": 9999,
    },
}
# What only whole records can tell.
_RULES: Mapping[str, Schema] = {
    "measures": {"anyOf": [{"required": ["indicator"]}, {"required": ["name"]}]},
}
# File name of the schema → the fields it describes, and whether the content file is a list of them.
_FILES: Mapping[str, tuple[Mapping[str, Field], bool]] = {
    "site": (fields.SITE, False),
    "region": (fields.REGION, False),
    "sources": (fields.SOURCE, True),
    "corrections": (fields.CORRECTION, True),
    "topics": (fields.TOPIC, True),
    "statuses": (fields.STATUSES_FILE, False),
    "units": (fields.UNITS_FILE, False),
    "indicators": (fields.INDICATOR, True),
    "glossary": (fields.GLOSSARY_ENTRY, True),
    "topic-file": (fields.TOPIC_FILE, False),
}


def make_schemas(dictionary: Dictionary) -> dict[str, Schema]:
    """Make the schema of every kind of content file.

    Args:
        dictionary: fills the lists of words that fields may hold.

    Returns:
        File name without ending → schema.
    """
    found = {}
    for name, (declared, is_list) in _FILES.items():
        record = _record(declared, dictionary)
        root = {"type": "array", "items": record, "title": record.pop("title")} if is_list else record
        found[name] = {"$schema": _DRAFT, **root}
    return found


def write_schema(schema: Schema) -> str:
    """Write a schema as the text of its file.

    Args:
        schema: the schema.
    """
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _record(declared: Mapping[str, Field], dictionary: Dictionary) -> Schema:
    kind = next(name for name, known in fields.KINDS.items() if known is declared)
    required = [name for name, field in declared.items() if field.required]
    schema: Schema = {
        "title": kind,
        "type": "object",
        "properties": {
            name: {**_field(field, dictionary), "description": DESCRIPTIONS[kind][name]}
            for name, field in declared.items()
        },
        "additionalProperties": False,
        **_RULES.get(kind, {}),
    }
    if required:
        schema["required"] = required
    if "repaired" in declared:
        schema["dependencies"] = {"repaired": ["raw"]}
    return schema


def _field(field: Field, dictionary: Dictionary) -> Schema:
    schema = _type(field.type, dictionary)
    return schema if field.required else _or_nothing(schema)


def _or_nothing(schema: Schema) -> Schema:
    # An optional field may be there and empty.
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return {**schema, "type": [*types, "null"]}


def _type(type_: Type, dictionary: Dictionary) -> Schema:
    match type_:
        case numerals.NumberOr(words):
            return {"anyOf": [_NUMBER, {"enum": list(words)}]}
        case days.DayOr(word):
            return {"anyOf": [_DAY, {"enum": [word]}]}
        case lookups.OneOf(words):
            return {"enum": list(words)}
        case lookups.TermOf(vocabulary):
            terms = dictionary.terms[vocabulary]
            return {"enum": list(terms), "enumDescriptions": [term.name for term in terms.values()]}
        case values.ListOf(item, or_single):
            items = _type(item, dictionary)
            listed = {"type": "array", "items": items}
            return {"anyOf": [items, listed]} if or_single else listed
        case values.MappingOf(declared) | values.Later(declared):
            return _record(declared, dictionary)
    return dict(_PLAIN[type_]) if type_ in _PLAIN else _words(type_, dictionary)


def _words(type_: Type, dictionary: Dictionary) -> Schema:
    if type_ == lookups.unit:
        scaled = rf"^({_any(dictionary.scales)})({_any(dictionary.units)})$"
        return {"anyOf": [{"enum": list(dictionary.units)}, {"type": "string", "pattern": scaled}]}
    words: Mapping[Type, Iterable[str]] = {
        lookups.qualifier: dictionary.qualifiers,
        lookups.indicator: dictionary.indicators,
        lookups.indicator_or_topic: [*dictionary.indicators, *dictionary.topics],
    }
    return {"enum": list(words[type_])}


def _any(words: Iterable[str]) -> str:
    return "|".join(words)
