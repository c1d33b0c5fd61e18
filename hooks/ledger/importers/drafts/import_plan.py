"""A document → the content files as they would be, with every draft in its place; nothing is written here."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ledger.content.writer import Entry
from ledger.importers.drafts.draft import Destination, make_drafts
from ledger.importers.drafts.draft_files import DraftFile, DraftFiles, FileKey, RegionFiles
from ledger.importers.drafts.source_draft import draft_source, title_of
from ledger.importers.extraction import Extraction
from ledger.importers.sources.source_facts import find_source_facts
from ledger.importers.topic import sure_topic
from ledger.model.dictionary import Dictionary


class AlreadyImportedError(Exception):
    """The document is among the sources already.

    Args:
        source: its id there.
    """

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.source = source


@dataclass(frozen=True)
class ImportPlan:
    """What an import would write.

    Args:
        source: id of the document.
        extraction: what was found in it.
        texts: path below the content folder → new text.
        drafts: the drafts by year and topic.
        document: the draft of the document itself.
        used: indices of the sentences that something was found in.
    """

    source: str
    extraction: Extraction
    texts: Mapping[str, str]
    drafts: Mapping[FileKey, DraftFile]
    document: Entry
    used: frozenset[int]


def plan_import(
    content: Path, region: str, extraction: Extraction, dictionary: Dictionary, given: int | None = None
) -> ImportPlan:
    """Plan what an import writes.

    Args:
        content: the content folder.
        region: region id.
        extraction: what was found in the document.
        dictionary: vocabularies.
        given: the year, where the editor gave it.

    Raises:
        AlreadyImportedError: the document is there already.
        UnreadableTextError: a file that is to be changed cannot be read.
    """
    files = RegionFiles(content, region)
    facts = find_source_facts(extraction.reading, extraction.passages, given)
    title = title_of(extraction.reading, facts)
    if known := files.find_document(title, extraction.year, facts.url):
        raise AlreadyImportedError(known)
    entry = draft_source(extraction.reading, facts, region, extraction.year, files.documents())
    source = str(entry.fields["id"])

    def is_sure(text: str, headings: tuple[str, ...]) -> bool:
        return sure_topic(text, headings, dictionary) is not None

    destination = Destination(region, source, is_sure)
    drafts = DraftFiles(files, source)
    make_drafts(extraction, destination, dictionary, drafts)
    written = {key: file for key, file in drafts.items() if file.entries}
    used = {figure.passage for figure in extraction.figures}
    used |= {statement.passage for statement in extraction.statements}
    return ImportPlan(source, extraction, drafts.texts(entry), written, entry, frozenset(used))
