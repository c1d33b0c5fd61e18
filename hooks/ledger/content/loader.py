"""The whole content folder → the ledger, or every problem of every file."""

from collections.abc import Mapping as Table
from pathlib import Path

from ledger.content import meaning
from ledger.content.corrections import read_corrections
from ledger.content.dictionary import read_dictionary
from ledger.content.drafts import Drafts
from ledger.content.folder import Folder
from ledger.content.losses import Losses
from ledger.content.memory import Basis, Flawless, Memory
from ledger.content.narrative import check_narrative
from ledger.content.nodes import Mapping, Node
from ledger.content.placement import TopicPath, find_regions, find_topic_files, lose_refused
from ledger.content.places import check_days, read_region, read_settings, read_sources
from ledger.content.records import Place, TopicFile
from ledger.content.references import References
from ledger.content.text import Document, split_document
from ledger.content.values import Reader
from ledger.model.ledger import Ledger, TopicYear
from ledger.model.record import Key
from ledger.model.source import Source
from ledger.problems import Problem


def load_ledger(
    content_dir: Path, *, drafts: bool = False, memory: Memory | None = None
) -> tuple[Ledger | None, list[Problem]]:
    """Read everything in a content folder.

    Args:
        content_dir: the folder `content/`.
        drafts: whether to read and mark what nobody has confirmed yet, as a preview does; otherwise it is
            left out as if it were not there, and nothing that is wrong in it is told.
        memory: what was made of texts that were read before.

    Returns:
        The ledger and no problems, or None and every problem, ordered by path and line.
    """
    return read_content(content_dir, Drafts(are_read=drafts), memory or Memory())


def read_content(content_dir: Path, drafts: Drafts, memory: Memory) -> tuple[Ledger | None, list[Problem]]:
    """Read everything in a content folder, noting every draft.

    Args:
        content_dir: the folder `content/`.
        drafts: what is to become of them; those that were found are noted in it.
        memory: what was made of texts that were read before.

    Returns:
        As `load_ledger`.
    """
    folder = Folder(content_dir, drafts=drafts, parse=memory.parse)
    dictionary = read_dictionary(folder)
    settings = read_settings(folder)
    names = find_regions(folder)
    lose_refused(folder)
    regions = {name: region for name in names if (region := read_region(folder, name, dictionary))}
    sources: dict[str, Source] = {}
    references = References()
    for name in names:
        read_sources(folder, name, dictionary, sources, references)
    if settings:
        folder.problems.extend(check_days(_confirmed(sources), references.sources, settings.as_of))
    places = find_topic_files(folder, dictionary.topics)
    basis = memory.basis(dictionary, sources, drafts=drafts.are_read)
    read = (_read_file(folder, place, basis, references, memory) for place in places)
    files = [file for file in read if file is not None]
    folder.problems.extend(references.check(files, folder.losses, folder.drafts))
    corrections = read_corrections(folder, names, references, sources)
    folder.problems.extend(
        meaning.check(files, sources, dictionary, references, folder.losses, folder.drafts)
    )
    if folder.problems or settings is None:
        return None, folder.told()
    order = {topic: place for place, topic in enumerate(dictionary.topics)}
    files.sort(key=lambda file: (file.region, file.year, order[file.topic]))
    # Of a region that holds nothing but drafts, not even the name is published.
    empty = folder.drafts.regions - {source.region for source in sources.values()} - {f.region for f in files}
    shown = {name: region for name, region in regions.items() if name not in empty}
    count = folder.drafts.count
    return Ledger(settings, dictionary, shown, sources, tuple(files), corrections, count), []


def _confirmed(sources: Table[str, Source]) -> list[Source]:
    # Whether the day of the whole ledger has to move is asked when a draft is confirmed.
    return [source for source in sources.values() if not source.draft]


def _read_file(
    folder: Folder, place: TopicPath, basis: Basis, references: References, memory: Memory
) -> TopicYear | None:
    path, before = folder.path(place.file), len(folder.problems)
    document = _document(folder, place.file, path)
    root = folder.nodes(document.front_matter, path, first_line=2) if document else None
    key = (document, path, basis, folder.drafts.withheld_in(path))
    if len(folder.problems) == before and (known := memory.files.get(key)):
        references.extend(known.references)
        folder.drafts.find(_lists(root), path)
        return known.topic_year
    memory.read += 1
    _check_document(folder, place, document, root, before)
    if document is None or root is None:
        return None
    reader = Reader(path, basis.dictionary, folder.losses)
    topic_file = TopicFile(Place(place.region, place.year, place.topic, basis.sources, folder.drafts), reader)
    topic_year = topic_file.read(root, document.body.strip())
    folder.problems.extend(reader.problems)
    references.extend(topic_file.references)
    # What was lost elsewhere may be why nothing is said here, and drafts that are left out are counted.
    is_whole = folder.losses == Losses() and path not in folder.drafts.lines
    if topic_year and len(folder.problems) == before and is_whole:
        memory.files.put(key, Flawless(topic_year, topic_file.references))
    return topic_year


def _check_document(
    folder: Folder, place: TopicPath, document: Document | None, root: Node | None, before: int
) -> None:
    path = folder.path(place.file)
    if root is not None:
        shared = folder.drafts.find(_lists(root), path)
        folder.drafts.forgive(folder.problems, path, before)
        folder.problems.extend(shared)
    if root is None and len(folder.problems) == before:
        folder.problems.append(Problem(path, 1, 1, "MZ025"))
    if len(folder.problems) > before:
        folder.losses.files[path] = Key(place.region, place.year, place.topic, "").id
    if document:
        folder.problems.extend(check_narrative(document.body, document.body_line, path))


def _lists(root: Node | None) -> list[Node]:
    return [value for _, value in root.entries] if isinstance(root, Mapping) else []


def _document(folder: Folder, file: Path, path: str) -> Document | None:
    text = folder.text(file)
    if text is None:
        return None
    document, problems = split_document(text, path)
    folder.problems.extend(problems)
    return document
