"""Reads `content/dictionary/`: topics, status words, units, indicators."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ledger.content import fields, nodes
from ledger.content.folder import Folder
from ledger.content.nodes import Node
from ledger.content.values import Field
from ledger.model.dictionary import Dictionary, Term
from ledger.model.indicator import Direction, Indicator, Version
from ledger.model.quantity import Bound, Qualifier, Unit
from ledger.model.topic import Topic
from ledger.problems import Problem


def read_dictionary(folder: Folder) -> Dictionary:
    """Read the whole dictionary; what is wrong is reported and left out.

    Args:
        folder: the content folder.
    """
    base = Dictionary(_topics(folder), _terms(folder), *_units(folder), indicators={})
    return replace(base, indicators=_indicators(folder, base))


def _unique(folder: Folder, path: str, items: list[tuple[Node, dict[str, Any]]]) -> list[dict[str, Any]]:
    first: dict[str, int] = {}
    kept = []
    for node, found in items:
        if found["id"] in first:
            details = {"text": found["id"], "first": f"{path}:{first[found['id']]}"}
            folder.problems.append(Problem(path, node.line, node.column, "MZ020", details))
        else:
            first[found["id"]] = node.line
            kept.append(found)
    return kept


def _topics(folder: Folder) -> Mapping[str, Topic]:
    file = folder.root / "dictionary" / "topics.yml"
    return {found["id"]: Topic(**found) for found in _unique(folder, folder.path(file), folder.items(file, fields.TOPIC))}


def _mapping_items(folder: Folder, node: Node, declared: Mapping[str, Field], path: str) -> list[dict[str, Any]]:
    children = node.items if isinstance(node, nodes.Sequence) else ()
    read = [(child, folder.fields(child, declared, path)) for child in children]
    return _unique(folder, path, [(child, found) for child, found in read if found is not None])


def _terms(folder: Folder) -> Mapping[str, Mapping[str, Term]]:
    file = folder.root / "dictionary" / "statuses.yml"
    root = folder.yaml(file)
    entries = root.entries if isinstance(root, nodes.Mapping) else ()
    return {
        name.text: {found["id"]: Term(**found) for found in _mapping_items(folder, child, fields.TERM, folder.path(file))}
        for name, child in entries
    }


def _units(folder: Folder) -> tuple[Mapping[str, Unit], Mapping[str, Decimal], Mapping[str, Qualifier]]:
    file = folder.root / "dictionary" / "units.yml"
    root, path = folder.yaml(file), folder.path(file)
    listing = folder.fields(root, fields.UNITS_FILE, path) if root else None
    if listing is None:
        return {}, {}, {}

    def items(name: str, declared: Mapping[str, Field]) -> list[dict[str, Any]]:
        return _mapping_items(folder, nodes.Sequence(tuple(listing[name]), 1, 1), declared, path)  # type: ignore[arg-type]

    units = {found["id"]: Unit(found["id"], found["id"], found["kind"]) for found in items("units", fields.UNIT)}
    scales = {found["id"]: Decimal(found["factor"]) for found in items("scales", fields.SCALE)}
    qualifiers = {found["id"]: Qualifier(found["id"], Bound(found["bound"])) for found in items("qualifiers", fields.QUALIFIER)}
    return units, scales, qualifiers


def _indicators(folder: Folder, dictionary: Dictionary) -> Mapping[str, Indicator]:
    found: dict[str, Indicator] = {}
    for topic in dictionary.topics:
        file = folder.root / "dictionary" / "indicators" / f"{topic}.yml"
        if not file.is_file():
            continue
        path = folder.path(file)
        for item in _unique(folder, path, folder.items(file, fields.INDICATOR, dictionary)):
            if item["id"] in found:
                details = {"text": item["id"], "first": found[item["id"]].path}
                folder.problems.append(Problem(path, 1, 1, "MZ020", details))
            else:
                found[item["id"]] = _indicator(item, topic, path)
    return found


def _indicator(item: dict[str, Any], topic: str, path: str) -> Indicator:
    versions = tuple(Version(version["from"], version["note"]) for version in item.pop("versions", ()))
    direction = Direction(item.pop("direction"))
    synonyms = tuple(item.pop("synonyms", ()))
    return Indicator(topic=topic, path=path, direction=direction, synonyms=synonyms, versions=versions, **item)
