"""The whole content folder → the ledger, or every problem of every file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ledger.content.dictionary import read_dictionary
from ledger.content.folder import Folder
from ledger.content.nodes import read_yaml
from ledger.content.places import read_region, read_settings, read_sources
from ledger.content.records import Mention, Place, TopicFile
from ledger.content.text import split_document
from ledger.content.values import Reader
from ledger.model.dictionary import Dictionary
from ledger.model.ledger import Ledger, TopicYear
from ledger.model.source import Source
from ledger.problems import Problem, hint

_YEAR = re.compile(r"(19|20)\d{2}")
_TAG = re.compile(r"</?[A-Za-z][^>\n]*>?|<!")


@dataclass
class _Records:
    files: list[TopicYear] = field(default_factory=list)
    definitions: list[tuple[Mention, str]] = field(default_factory=list)
    references: list[tuple[Mention, str]] = field(default_factory=list)


def load_ledger(content_dir: Path) -> tuple[Ledger | None, list[Problem]]:
    """Read everything in a content folder.

    Args:
        content_dir: the folder `content/`.

    Returns:
        The ledger and no problems, or None and every problem, ordered by path and line.
    """
    folder = Folder(content_dir)
    dictionary = read_dictionary(folder)
    settings = read_settings(folder)
    names = sorted(entry.name for entry in (content_dir / "regions").glob("*") if entry.is_dir())
    regions = {name: region for name in names if (region := read_region(folder, name, dictionary))}
    sources: dict[str, Source] = {}
    for name in names:
        read_sources(folder, name, dictionary, sources)
    records = _Records()
    for file in sorted((content_dir / "regions").glob("*/*/*")):
        _read_file(folder, file, dictionary, sources, records)
    folder.problems.extend(_check_ids(records))
    problems = sorted(folder.problems)
    if problems or settings is None:
        return None, problems
    order = {topic: place for place, topic in enumerate(dictionary.topics)}
    files = sorted(records.files, key=lambda item: (item.region, item.year, order[item.topic]))
    return Ledger(settings, dictionary, regions, sources, tuple(files)), []


def _read_file(
    folder: Folder, file: Path, dictionary: Dictionary, sources: dict[str, Source], records: _Records
) -> None:
    path = folder.path(file)
    region, year, topic = file.parent.parent.name, file.parent.name, file.stem
    if not (_YEAR.fullmatch(year) and topic in dictionary.topics and file.suffix == ".md"):
        details = {"name": path, "hint": hint(topic, dictionary.topics)}
        folder.problems.append(Problem(path, 1, 1, "MZ008", details))
        return
    text = folder.text(file)
    if text is None:
        return
    document, problems = split_document(text, path)
    folder.problems.extend(problems)
    if document is None:
        return
    folder.problems.extend(_check_body(text, document.body, path))
    root, problems = read_yaml(document.front_matter, path, first_line=2)
    folder.problems.extend(problems)
    if root is None:
        if not problems:
            folder.problems.append(Problem(path, 1, 1, "MZ025"))
        return
    topic_file = TopicFile(Place(region, int(year), topic, sources), Reader(path, dictionary))
    topic_year = topic_file.read(root, document.body)
    folder.problems.extend(topic_file.reader.problems)
    records.definitions += [(definition, path) for definition in topic_file.definitions]
    records.references += [(reference, path) for reference in topic_file.references]
    if topic_year:
        records.files.append(topic_year)


def _check_body(text: str, body: str, path: str) -> Iterable[Problem]:
    offset = text.count("\n") - body.count("\n") + 1 if body else 0
    for number, line in enumerate(body.split("\n")):
        if tag := _TAG.search(line):
            yield Problem(path, offset + number, tag.start() + 1, "MZ028", {"text": tag.group()})


def _check_ids(records: _Records) -> Iterable[Problem]:
    first: dict[str, str] = {}
    known: dict[str, set[str]] = {"measures": set(), "commitments": set()}
    for definition, path in records.definitions:
        node = definition.node
        known.setdefault(definition.kind, set()).add(definition.id)
        if definition.id in first:
            details = {"text": definition.id, "first": first[definition.id]}
            yield Problem(path, node.line, node.column, "MZ020", details)
        else:
            first[definition.id] = f"{path}:{node.line}"
    for reference, path in records.references:
        if reference.id not in known[reference.kind]:
            details = {"text": reference.id, "hint": hint(reference.id, known[reference.kind])}
            yield Problem(path, reference.node.line, reference.node.column, "MZ021", details)
