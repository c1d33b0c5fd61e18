"""A region's files while drafts are added to them: what they hold, which ids are free, their new text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ledger.content.raw_text import find_characters
from ledger.content.record_lines import Located, add, add_sources, locate, next_id
from ledger.content.writer import Entry, Fields, Value, write_topic_file


@dataclass(frozen=True, order=True)
class FileKey:
    """Which topic file a draft belongs to.

    Args:
        year: year folder.
        topic: topic id.
    """

    year: int
    topic: str

    @property
    def name(self) -> str:
        """The file below the region's folder."""
        return f"{self.year}/{self.topic}.md"


@dataclass
class DraftFile:
    """The drafts of one topic file.

    Args:
        source: default source of the file; where it is another one, each record names its own.
        taken: ids that are taken already.
        entries: the drafts by the name of their list.
    """

    source: str
    taken: set[str] = field(default_factory=set)
    entries: dict[str, list[Entry]] = field(default_factory=dict)

    def next_id(self, kind: str) -> str:
        """Give the next free id of a list, and count it among those that are taken.

        Args:
            kind: name of the list.
        """
        return next_id(kind[0], self.taken)

    def add(self, kind: str, id_: str, draft: Entry, source: str) -> None:
        """Add a draft, marked as such.

        Args:
            kind: name of its list.
            id_: its id in the file.
            draft: its other fields, and its comments.
            source: the document that it comes from.
        """
        fields: dict[str, Value] = {"id": id_, **draft.fields, "draft": "true"}
        if self.source != source:
            fields["source"] = source
        self.entries.setdefault(kind, []).append(Entry(fields, draft.comments))


@dataclass(frozen=True)
class RegionFiles:
    """A region's files as they are.

    Args:
        content: the content folder.
        region: region id.
        changed: texts that are to be written before the drafts, by their path below the content folder.
    """

    content: Path
    region: str
    changed: Mapping[str, str] = field(default_factory=dict)

    def path(self, name: str) -> str:
        """Name a file below the content folder.

        Args:
            name: the file below the region's folder.
        """
        return f"regions/{self.region}/{name}"

    def text(self, name: str) -> str | None:
        """Read a file; None where there is none.

        Args:
            name: the file below the region's folder.
        """
        path = self.path(name)
        file = self.content / path
        if path in self.changed:
            return self.changed[path]
        return file.read_bytes().decode("utf-8-sig") if file.is_file() else None

    def records(self, key: FileKey) -> list[Located]:
        """Find the records of a topic file, drafts included; none where there is no file.

        Args:
            key: which file.

        Raises:
            UnreadableTextError: the file cannot be read.
        """
        text = self.text(key.name)
        return locate(text) if text else []

    def documents(self) -> dict[str, Fields]:
        """Give the region's documents by id, drafts included.

        Raises:
            UnreadableTextError: the list cannot be read.
        """
        text = self.text("sources.yml") or ""
        return {item.id: item.fields for item in locate(text)} if text.strip() else {}

    def find_document(self, title: str, year: int, url: str | None = None) -> str | None:
        """Find a document that is there already, by its title and year or its address.

        Args:
            title: its title.
            year: its year.
            url: its address, where it has one.
        """
        for id_, fields in self.documents().items():
            is_same = fields.get("title") == title and fields.get("year") == str(year)
            if is_same or (url and fields.get("url") == url):
                return id_
        return None


class DraftFiles(dict[FileKey, DraftFile]):
    """Topic files by key; one that is on disk comes with its ids, corrected ones that are gone included."""

    def __init__(self, files: RegionFiles, source: str) -> None:
        """Begin without any.

        Args:
            files: the region's files.
            source: the document that the drafts come from.
        """
        super().__init__()
        self.files, self.source = files, source
        self.corrections = files.text("corrections.yml") or ""

    def __missing__(self, key: FileKey) -> DraftFile:
        """Read the file, or begin a new one."""
        is_there = self.files.text(key.name) is not None
        # No document has an empty id: in a file that people wrote each draft names its own.
        file = DraftFile("" if is_there else self.source, {item.id for item in self.files.records(key)})
        start = f"{self.files.region}-{key.year}-{key.topic}-"
        words = (word.strip("[],") for word in self.corrections.split())
        file.taken.update(word.removeprefix(start) for word in words if word.startswith(start))
        self[key] = file
        return file

    def texts(self, document: Entry | None = None) -> dict[str, str]:
        """Give the files with the drafts, by their paths below the content folder.

        Args:
            document: a document that is added to the region's sources.

        Raises:
            UnreadableTextError: a list that is to be added to stands in brackets.
        """
        texts = {}
        if document:
            before = self.files.text("sources.yml") or ""
            texts[self.files.path("sources.yml")] = add_sources(before, [document])
        for key, file in sorted(self.items()):
            if file.entries:
                text = self.files.text(key.name)
                texts[self.files.path(key.name)] = (
                    add(text, file.entries)
                    if text
                    else write_topic_file({"source": self.source}, file.entries)
                )
        # What nobody sees is refused in content, in comments too; a document may be full of it.
        return {path: find_characters(text, "")[0] for path, text in texts.items()}
