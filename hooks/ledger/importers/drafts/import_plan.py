"""A document → the content files as they would be, with every draft in its place; nothing is written here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ledger.content.raw_text import find_characters
from ledger.content.record_lines import add, add_sources, locate
from ledger.content.writer import Entry, write_sources, write_topic_file
from ledger.importers.drafts.draft import DraftFile, FileKey, Target, make_drafts
from ledger.importers.drafts.source_draft import draft_source, title_of
from ledger.importers.extraction import Extraction
from ledger.importers.sources.source_facts import find_source_facts
from ledger.importers.topic import propose_topic
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


@dataclass
class _Region:
    """A region's files as they are."""

    content: Path
    region: str
    texts: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        file = self.content / "regions" / self.region / name
        return file.read_bytes().decode("utf-8-sig") if file.is_file() else None


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
    files = _Region(content, region)
    sources = files.text("sources.yml") or ""
    known = {item.id: item.fields for item in locate(sources)} if sources.strip() else {}
    facts = find_source_facts(extraction.reading, extraction.passages, given)
    title = title_of(extraction.reading, facts)
    for id_, fields in known.items():
        is_same = fields.get("title") == title and fields.get("year") == str(extraction.year)
        if is_same or (facts.url and fields.get("url") == facts.url):
            raise AlreadyImportedError(id_)
    entry = draft_source(extraction.reading, facts, region, extraction.year, known)
    source = str(entry.fields["id"])
    target = Target(region, source, _certainty(dictionary))
    drafts = make_drafts(extraction, target, dictionary, _Existing(files, source))
    written = {key: file for key, file in drafts.items() if file.entries}
    texts = {
        f"regions/{region}/sources.yml": add_sources(sources, [entry]) if sources else write_sources([entry])
    }
    for key, file in sorted(written.items()):
        name = f"{key.year}/{key.topic}.md"
        texts[f"regions/{region}/{name}"] = _text(files.text(name), file, source)
    # What nobody sees is refused in content, in comments too; a document may be full of it.
    texts = {name: find_characters(text, "")[0] for name, text in texts.items()}
    used = {figure.passage for figure in extraction.figures}
    used |= {statement.passage for statement in extraction.statements}
    return ImportPlan(source, extraction, texts, written, entry, frozenset(used))


def _text(before: str | None, file: DraftFile, source: str) -> str:
    return add(before, file.entries) if before else write_topic_file({"source": source}, file.entries)


class _Existing(dict[FileKey, DraftFile]):
    """Topic files by key; one that is on disk comes with its ids, corrected ones that are gone included."""

    def __init__(self, files: _Region, source: str) -> None:
        super().__init__()
        self.files, self.source = files, source
        self.corrections = files.text("corrections.yml") or ""

    def __missing__(self, key: FileKey) -> DraftFile:
        """Read the file, or begin a new one."""
        text = self.files.text(f"{key.year}/{key.topic}.md")
        file = DraftFile(self.source) if text is None else self._of(text)
        start = f"{self.files.region}-{key.year}-{key.topic}-"
        words = (word.strip("[],") for word in self.corrections.split())
        file.taken.update(word.removeprefix(start) for word in words if word.startswith(start))
        self[key] = file
        return file

    def _of(self, text: str) -> DraftFile:
        # No document has an empty id: in a file that people wrote each draft names its own.
        return DraftFile("", {item.id for item in locate(text)})


def _certainty(dictionary: Dictionary) -> Callable[[str, tuple[str, ...]], bool]:
    backwards = replace(dictionary, topics=dict(reversed(list(dictionary.topics.items()))))

    def is_sure(text: str, headings: tuple[str, ...]) -> bool:
        # Where no word says anything, the first topic is proposed, whichever that is.
        return propose_topic(text, headings, dictionary) == propose_topic(text, headings, backwards)

    return is_sure
