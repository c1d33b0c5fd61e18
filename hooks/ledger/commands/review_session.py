"""The drafts of a content folder while somebody confirms them: what is next, and each step saved at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ledger.commands.review_changes import Texts, merge, move, with_unit
from ledger.commands.review_checks import late_day, problems_of
from ledger.commands.review_draft import (
    Draft,
    again,
    default_source,
    in_order,
    is_empty,
    read,
    refers,
    words_of,
)
from ledger.commands.review_sentence import UNTOLD, Sentence, is_doubtful, sentences, told
from ledger.content.memory import Memory
from ledger.content.record_lines import SOURCES, UnreadableTextError, confirm, locate, rewrite
from ledger.content.references import REFERENCES
from ledger.content.writer import Entry, Value
from ledger.content.writing import write_files
from ledger.problems import Problem

_MARK = "draft"


@dataclass
class Session:
    """One run of the review.

    Args:
        content: the content folder.
        regions: regions that are looked at; none means all.
        source: document whose drafts are looked at; none means all.
        files: files that are looked at; none means all.
        topics: topics that are looked at; none means all.
        only_doubtful: whether only sentences with something doubtful or wrong are looked at.
        skipped: drafts that are left for another time.
        memory: texts that were parsed before.
        unreadable: files that nothing can be changed in.
    """

    content: Path
    regions: frozenset[str] = frozenset()
    source: str | None = None
    files: frozenset[Path] = frozenset()
    topics: frozenset[str] = frozenset()
    only_doubtful: bool = False
    skipped: set[tuple[Path, str, str]] = field(default_factory=set)
    _history: list[dict[Path, str | None] | tuple[tuple[Path, str, str], ...]] = field(default_factory=list)
    _known: dict[Path, tuple[str, list[Draft]]] = field(default_factory=dict)
    _told: dict[tuple[Path, str, str], list[Problem]] = field(default_factory=dict)
    _is_stale: bool = True
    memory: Memory = field(default_factory=Memory)
    unreadable: set[Path] = field(default_factory=set)

    def drafts(self) -> list[Draft]:
        """Every draft that is looked at: documents, then the sentences of each in their order."""
        every = [draft for draft in self.every() if draft.record.is_draft and self._is_wanted(draft)]
        groups: dict[tuple[object, ...], list[Draft]] = {}
        for draft in every:
            region = draft.file.relative_to(self.content).parts[1]
            number, _ = told(draft)
            # Drafts that tell no sentence stay together with their file.
            file = "" if number < UNTOLD else draft.file.as_posix()
            place = (region, draft.source, draft.record.kind != SOURCES, number, file)
            groups.setdefault(place, []).append(draft)
        return [draft for place in sorted(groups) for draft in in_order(groups[place])]

    def sentences(self) -> list[Sentence]:
        """Every sentence that is looked at and not left for another time."""
        found = sentences(draft for draft in self.drafts() if draft.key not in self.skipped)
        return [item for item in found if not self.only_doubtful or any(map(self.is_doubtful, item.drafts))]

    def is_doubtful(self, draft: Draft) -> bool:
        """Tell whether a draft needs a closer look: something is wrong with it, or the import was not sure.

        Args:
            draft: the draft.
        """
        return bool(self.problems(draft)) or is_doubtful(draft)

    def every(self) -> Iterator[Draft]:
        """Every record of the files that hold drafts, drafts and others."""
        for file in sorted((self.content / "regions").glob("*/sources.yml")):
            yield from self._of(file, "", "")
        for file in sorted((self.content / "regions").glob("*/*/*.md")):
            region, year, topic = file.parts[-3:]
            yield from self._of(file, f"{region}-{year}-{topic.removesuffix('.md')}-", file.name)

    def _of(self, file: Path, prefix: str, name: str) -> Iterator[Draft]:
        text = read(file)
        known = self._known.get(file)
        if known and known[0] == text:
            yield from known[1]
            return
        if _MARK not in text:
            return
        try:
            found = locate(text)
        except UnreadableTextError:
            self.unreadable.add(file)
            return
        default = default_source(text) if name else ""
        drafts = [Draft(file, record, prefix, default) for record in found]
        self._known[file] = text, drafts
        yield from drafts

    def _is_wanted(self, draft: Draft) -> bool:
        parts = draft.file.relative_to(self.content / "regions").parts
        return (
            (not self.regions or parts[0] in self.regions)
            and (self.source is None or draft.source == self.source)
            and (not self.files or draft.file.resolve() in self.files)
            and (not self.topics or not draft.prefix or draft.file.stem in self.topics)
        )

    def problems(self, draft: Draft) -> list[Problem]:
        """What is wrong with a draft; what depends on other records too.

        Args:
            draft: the draft.
        """
        if self._is_stale:
            self._told = problems_of(self.content, self.every(), self.memory)
            self._is_stale = False
        return self._told.get(draft.key, [])

    def late_day(self, draft: Draft) -> Problem | None:
        """Tell whether a document is of a later day than the whole ledger.

        Args:
            draft: the document.
        """
        return late_day(self.content, draft)

    def needed(self, draft: Draft) -> Draft | None:
        """Find a draft that has to be confirmed first: its document, or a record that it refers to.

        Args:
            draft: the draft.
        """
        if draft.record.kind == SOURCES:
            return None
        ids = {(SOURCES, draft.source)}
        for name, value in draft.record.fields.items():
            for word in words_of(value) if name in REFERENCES else ():
                ids |= {(REFERENCES[name], word), (REFERENCES[name], f"{draft.prefix}{word}")}
        others = (item for item in self.every() if item.record.is_draft and item.key != draft.key)
        return next((item for item in others if (item.record.kind, item.id) in ids), None)

    def mentions(self, draft: Draft) -> list[Draft]:
        """Find the records that refer to a draft, or stand in it.

        Args:
            draft: the draft.
        """
        return [item for item in self.every() if item.key != draft.key and refers(item, draft)]

    def accept(self, drafts: Iterable[Draft]) -> None:
        """Confirm drafts.

        Args:
            drafts: the drafts.
        """
        texts: dict[Path, str] = {}
        for draft in drafts:
            text = texts.get(draft.file) or read(draft.file)
            texts[draft.file] = confirm(text, again(text, draft))
        is_stale = self._is_stale
        self._save(texts)
        # What is wrong in the other drafts is the same as before.
        self._is_stale = is_stale

    def drop(self, drafts: Iterable[Draft]) -> None:
        """Take drafts away, every reference to them, and with a document what stands in it.

        Args:
            drafts: the drafts.
        """
        texts = Texts()
        gone: set[tuple[Path, str, str]] = set()
        for draft in drafts:
            for item in self.mentions(draft):
                if item.key in gone:
                    continue
                if draft.record.kind == SOURCES:
                    texts.drop(item)
                    gone.add(item.key)
                else:
                    texts.forget(draft, item)
            if draft.key not in gone:
                texts.drop(draft)
                gone.add(draft.key)
        self._save(texts.changed)

    def move(self, draft: Draft, topic: str) -> None:
        """Move a draft to another topic of its year.

        Args:
            draft: the draft.
            topic: id of the other topic.
        """
        region, year, _ = draft.file.parts[-3:]
        file, prefix = draft.file.with_name(f"{topic}.md"), f"{region}-{year}-{topic}-"
        self._save(move(draft, file, prefix, self.mentions(draft)))

    def merge(self, gone: Draft, kept: Draft) -> None:
        """Put two drafts together.

        Args:
            gone: the draft that is taken away.
            kept: the draft that stays.
        """
        self._save(merge(gone, kept, self.mentions(gone)))

    def add(self, file: Path, kind: str, entry: Entry) -> None:
        """Add a draft.

        Args:
            file: its file.
            kind: its list.
            entry: the draft without an id.
        """
        texts = Texts()
        texts.add(file, kind, entry)
        self._save(texts.changed)

    def add_unit(self, unit: str) -> None:
        """Add a unit that counts things to the dictionary.

        Args:
            unit: the unit.
        """
        file = self.content / "dictionary" / "units.yml"
        self._save({file: with_unit(read(file), unit)})

    def mend(self, draft: Draft, fields: Mapping[str, Value]) -> None:
        """Write a draft anew.

        Args:
            draft: the draft.
            fields: its fields.
        """
        text = read(draft.file)
        self._save({draft.file: rewrite(text, again(text, draft), fields)})

    def replace(self, draft: Draft, lines: str) -> bool:
        """Put lines that somebody wrote in place of a draft's, if they can be read.

        Args:
            draft: the draft.
            lines: the lines.
        """
        old = read(draft.file).splitlines(keepends=True)
        record = draft.record
        text = "".join([*old[: record.above - 1], lines, *old[record.last :]])
        try:
            count = len(locate(text))
        except UnreadableTextError:
            return False
        if count != len(locate(read(draft.file))):
            return False
        self._save({draft.file: text})
        return True

    def skip(self, drafts: Iterable[Draft]) -> None:
        """Leave drafts for another time.

        Args:
            drafts: the drafts.
        """
        keys = tuple(draft.key for draft in drafts)
        self.skipped.update(keys)
        self._history.append(keys)

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        if not self._history:
            return False
        before = self._history.pop()
        if isinstance(before, tuple):
            self.skipped.difference_update(before)
            return True
        write_files(before)
        self._is_stale = True
        return True

    def _save(self, texts: Mapping[Path, str]) -> None:
        before = {file: read(file) if file.is_file() else None for file in texts}
        write_files({file: None if is_empty(file, text) else text for file, text in texts.items()})
        self._history.append(before)
        self._is_stale = True
