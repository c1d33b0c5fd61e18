"""Reads `site.yml`, and each region's `region.yml` and `sources.yml`."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from datetime import date
from typing import Any

from ledger.content import fields
from ledger.content.folder import Folder
from ledger.content.nodes import Mapping, Node, Scalar
from ledger.content.references import Mention, References
from ledger.content.values import Reader
from ledger.model.dictionary import Dictionary
from ledger.model.region import Region
from ledger.model.settings import Settings
from ledger.model.source import Repeat, Source
from ledger.problems import Problem

_DAYS = ("written", "published", "reposted")


def read_settings(folder: Folder) -> Settings | None:
    """Read the facts of this installation.

    Args:
        folder: the content folder.
    """
    file = folder.root / "site.yml"
    root = folder.yaml(file)
    found: dict[str, Any] | None = folder.fields(root, fields.SITE, folder.path(file)) if root else None
    return Settings(**found) if found else None


def read_region(folder: Folder, region: str, dictionary: Dictionary) -> Region | None:
    """Read what is said of one region.

    Args:
        folder: the content folder.
        region: the region's folder name.
        dictionary: the vocabularies.
    """
    file = folder.root / "regions" / region / "region.yml"
    root, path = folder.yaml(file), folder.path(file)
    found: dict[str, Any] | None = folder.fields(root, fields.REGION, path, dictionary) if root else None
    if found is None:
        return None
    optional = {"authority": None, "name_note": None}
    return Region(id=region, path=path, **{**optional, **found})


def read_sources(
    folder: Folder,
    region: str,
    dictionary: Dictionary,
    known: dict[str, Source],
    references: References | None = None,
) -> None:
    """Read a region's documents into the sources known so far.

    Args:
        folder: the content folder.
        region: the region's folder name.
        dictionary: the vocabularies.
        known: sources by id; ids are unique over all regions.
        references: notes where each document begins, if given.
    """
    file = folder.root / "regions" / region / "sources.yml"
    path = folder.path(file)
    for node, found in folder.items(file, fields.SOURCE, "sources", dictionary):
        source, reader = _source(found, region, path), Reader(path)
        if source.id in known:
            reader.report("MZ020", _part(node, "id"), text=source.id, first=known[source.id].path)
        else:
            known[source.id] = source
            if references is not None:
                references.sources[source.id] = Mention("sources", source.id, source.id, path, node)
        folder.problems.extend(reader.problems)


def check_days(sources: Iterable[Source], mentions: Table[str, Mention], as_of: date) -> Iterator[Problem]:
    """Find documents of a later day than the one on which the whole ledger stands.

    Args:
        sources: documents.
        mentions: where each of them begins, by id.
        as_of: the day of `site.yml`.
    """
    for source in sources:
        # Whatever moves as_of to the latest day of a document mends its other days too.
        days = {name: day for name in _DAYS if (day := getattr(source, name)) and day > as_of}
        if days:
            name, day = max(days.items(), key=lambda item: item[1])
            node = _part(mentions[source.id].node, name)
            width = node.width if isinstance(node, Scalar) else 1
            details = {"text": day.isoformat(), "other": as_of.isoformat()}
            yield Problem(source.path, node.line, node.column, "MZ078", details, width)


def _part(node: Node, name: str) -> Node:
    return (node.get(name) if isinstance(node, Mapping) else None) or node


def _source(found: dict[str, Any], region: str, path: str) -> Source:
    repeats = tuple(Repeat(**{"note": None, **item}) for item in found.pop("repeats", ()))
    return Source(region=region, path=path, repeats=repeats, **found)
