"""Reads `content/dictionary/`: topics, status words, units, indicators, explained words."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from ledger.analysis.portion import WHOLES
from ledger.analysis.verdict import Evidence, Flag, Timing, Verdict
from ledger.content import fields, nodes
from ledger.content.folder import Folder
from ledger.content.glossary import read_glossary
from ledger.content.nodes import Node
from ledger.content.slips import is_difference
from ledger.content.values import Field, Reader
from ledger.model.commitment import DueBasis, OwnerKind
from ledger.model.dictionary import Dictionary, Term
from ledger.model.indicator import Direction, Indicator, Share, Variation, Version
from ledger.model.measure import MeasureStatus
from ledger.model.outcome import Claim
from ledger.model.quantity import Bound, Qualifier, Unit
from ledger.model.topic import Topic
from ledger.problems import Listing, choices, hint

Items = list[tuple[Node, dict[str, Any]]]
# Vocabularies of `statuses.yml` whose words the program itself writes.
_PROGRAM_WORDS: Mapping[str, type[Enum]] = {
    "measure_status": MeasureStatus,
    "claim": Claim,
    "evidence": Evidence,
    "timing": Timing,
    "verdict": Verdict,
    "flag": Flag,
    "owner_kind": OwnerKind,
    "due_basis": DueBasis,
    "direction": Direction,
}


def read_dictionary(folder: Folder) -> Dictionary:
    """Read the whole dictionary; what is wrong is reported and left out.

    Args:
        folder: the content folder.
    """
    base = Dictionary(_topics(folder), _terms(folder), *_units(folder), indicators={})
    with_indicators = replace(base, indicators=_indicators(folder, base))
    return replace(with_indicators, glossary=read_glossary(folder, with_indicators))


def _report(code: str, item: Node, path: str, folder: Folder, **details: str) -> None:
    id_ = item.get("id") if isinstance(item, nodes.Mapping) else None
    reader = Reader(path)
    reader.report(code, id_ or item, **details)
    folder.problems.extend(reader.problems)


def _unique(folder: Folder, path: str, items: Items, first: dict[str, str] | None = None) -> Items:
    seen = {} if first is None else first
    kept = []
    for node, found in items:
        if found["id"] in seen:
            _report("MZ020", node, path, folder, text=found["id"], first=seen[found["id"]])
        else:
            seen[found["id"]] = f"{path}:{node.line}"
            kept.append((node, found))
    return kept


def _topics(folder: Folder) -> Mapping[str, Topic]:
    file = folder.root / "dictionary" / "topics.yml"
    items = _unique(folder, folder.path(file), folder.items(file, fields.TOPIC, "topics"))
    return {found["id"]: Topic(**found) for _, found in items}


def _lists(folder: Folder, file: Path, declared: Mapping[str, Field]) -> dict[str, nodes.Sequence]:
    """Read a file of named lists; lists that are not there are lost."""
    root, path = folder.yaml(file), folder.path(file)
    # What is missing or misnamed is reported, and the lists that are there are read all the same.
    if root is not None:
        folder.fields(root, declared, path)
    named = {name: root.get(name) for name in declared} if isinstance(root, nodes.Mapping) else {}
    found = {name: node for name, node in named.items() if isinstance(node, nodes.Sequence)}
    folder.losses.lists.update(name for name in declared if name not in found)
    return found


def _terms(folder: Folder) -> Mapping[str, Mapping[str, Term]]:
    file = folder.root / "dictionary" / "statuses.yml"
    path = folder.path(file)
    lists = _lists(folder, file, fields.STATUSES_FILE)
    terms = {
        name: _unique(folder, path, folder.entries(listed.items, declared, path, name))
        for name, listed in lists.items()
        for declared in [fields.VERDICT if name == "verdict" else fields.TERM]
    }
    for name in _PROGRAM_WORDS.keys() & lists.keys():
        _check_words(folder, path, name, lists[name], terms[name])
    return {name: {found["id"]: Term(**found) for _, found in items} for name, items in terms.items()}


def _check_words(folder: Folder, path: str, name: str, listed: Node, items: Items) -> None:
    """Report words that the program does not know, and those of its own that have no name."""
    known = {word.value for word in _PROGRAM_WORDS[name]}
    strange = [(node, found["id"]) for node, found in items if found["id"] not in known]
    for node, id_ in strange:
        words = choices(dict.fromkeys(sorted(known), ""))
        _report(
            "MZ016", node, path, folder, text=id_, list=Listing.PROGRAM, words=words, hint=hint(id_, known)
        )
    # A word that nobody knows is most likely one of those that lack.
    if not strange:
        for word in sorted(known - {found["id"] for _, found in items}):
            if not folder.losses.cover(name, word):
                _report("MZ019", listed, path, folder, text=word, vocabulary=name)


def _units(folder: Folder) -> tuple[Mapping[str, Unit], Mapping[str, Decimal], Mapping[str, Qualifier]]:
    file = folder.root / "dictionary" / "units.yml"
    path = folder.path(file)
    lists = _lists(folder, file, fields.UNITS_FILE)

    def items(name: str, declared: Mapping[str, Field]) -> list[dict[str, Any]]:
        read = folder.entries(lists[name].items if name in lists else (), declared, path, name)
        return [found for _, found in _unique(folder, path, read)]

    scales = {found["id"]: Decimal(found["factor"]) for found in items("scales", fields.SCALE)}
    if "scales" in folder.losses.lists:
        folder.losses.lists.add("units")
    return (
        {found["id"]: Unit(found["id"], found["id"], found["kind"]) for found in items("units", fields.UNIT)},
        scales,
        {
            found["id"]: Qualifier(found["id"], Bound(found["bound"]), found["place"])
            for found in items("qualifiers", fields.QUALIFIER)
        },
    )


def _indicators(folder: Folder, dictionary: Dictionary) -> Mapping[str, Indicator]:
    first: dict[str, str] = {}
    indicators: dict[str, Indicator] = {}
    parent = folder.root / "dictionary" / "indicators"
    if any(file.stem not in dictionary.topics for file in parent.glob("*.yml")):
        folder.losses.lists.add("indicators")
    for topic in dictionary.topics:
        file = parent / f"{topic}.yml"
        if file.is_file():
            path = folder.path(file)
            items = folder.items(file, fields.INDICATOR, "indicators", dictionary)
            for item, found in _unique(folder, path, items, first):
                indicators[found["id"]] = _indicator(found, topic, path)
                if found.get("share"):
                    _check_share(item, indicators[found["id"]], folder)
    return indicators


def _indicator(item: dict[str, Any], topic: str, path: str) -> Indicator:
    return Indicator(
        **{
            **item,
            "topic": topic,
            "path": path,
            "direction": Direction(item["direction"]),
            "synonyms": tuple(item.get("synonyms", ())),
            "versions": tuple(Version(found["from"], found["note"]) for found in item.get("versions", ())),
            "share": Share(**item["share"]) if item.get("share") else None,
            "varies": frozenset(Variation(word) for word in item.get("varies", ())),
        }
    )


def _check_share(item: Node, indicator: Indicator, folder: Folder) -> None:
    """Report what a rate lacks, or has, that it cannot be told as so many out of a hundred."""
    for name in ("numerator", "denominator", "factor"):
        if getattr(indicator, name) is None:
            _report("MZ011", item, indicator.path, folder, name=name)
    if indicator.factor is not None and WHOLES.get(indicator.unit.base) != indicator.factor:
        _report("MZ135", item, indicator.path, folder, name="factor", text=str(indicator.factor))
    if is_difference(indicator.numerator or ""):
        _report("MZ135", item, indicator.path, folder, name="numerator", text=indicator.numerator or "")
    if Variation.DENOMINATOR in indicator.varies:
        _report("MZ135", item, indicator.path, folder, name="varies", text=Variation.DENOMINATOR.value)
