"""The drafts of a content folder while somebody confirms them: what is next, and each step saved at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ledger.commands.review_draft import (
    Draft,
    again,
    default_source,
    in_order,
    is_empty,
    read,
    refers,
    without,
    words_of,
)
from ledger.content.loader import load_ledger
from ledger.content.record_lines import SOURCES, UnreadableTextError, confirm, drop, locate, rewrite
from ledger.content.references import REFERENCES
from ledger.content.writer import Value
from ledger.content.writing import write_files
from ledger.problems import Problem

_MARK = "draft"
_DAYS = ("written", "published", "reposted")


@dataclass
class Session:
    """One run of the review.

    Args:
        content: the content folder.
        regions: regions that are looked at; none means all.
        source: document whose drafts are looked at; none means all.
        files: files that are looked at; none means all.
        skipped: drafts that are left for another time.
    """

    content: Path
    regions: frozenset[str] = frozenset()
    source: str | None = None
    files: frozenset[Path] = frozenset()
    skipped: set[tuple[Path, str, str]] = field(default_factory=set)
    _history: list[dict[Path, bytes] | tuple[Path, str, str]] = field(default_factory=list)
    _known: dict[Path, tuple[str, list[Draft]]] = field(default_factory=dict)
    _told: dict[tuple[Path, str, str], list[Problem]] = field(default_factory=dict)
    _is_stale: bool = True
    unreadable: set[Path] = field(default_factory=set)

    def drafts(self) -> list[Draft]:
        """Every draft that is looked at, those that others refer to first."""
        every = [draft for draft in self.every() if draft.record.is_draft and self._is_wanted(draft)]
        every.sort(key=lambda draft: (draft.file.parts[-3:] if draft.prefix else (), draft.file))
        every.sort(key=lambda draft: draft.record.kind != SOURCES)
        found: list[Draft] = []
        for file in dict.fromkeys(draft.file for draft in every):
            found += in_order([draft for draft in every if draft.file == file])
        return found

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
        )

    def problems(self, draft: Draft) -> list[Problem]:
        """What is wrong with a draft; what depends on other records too.

        Args:
            draft: the draft.
        """
        if self._is_stale:
            self._check()
        return self._told.get(draft.key, [])

    def _check(self) -> None:
        _, problems = load_ledger(self.content, drafts=True)
        by_path: dict[str, list[Problem]] = {}
        for problem in problems:
            by_path.setdefault(problem.path, []).append(problem)
        self._told, self._is_stale = {}, False
        for draft in self.every() if by_path else ():
            path = f"{self.content.name}/{draft.file.relative_to(self.content).as_posix()}"
            lines = range(draft.record.first, draft.record.last + 1)
            told = [problem for problem in by_path.get(path, ()) if problem.line in lines]
            if told:
                self._told[draft.key] = told

    def late_day(self, draft: Draft) -> Problem | None:
        """Tell whether a document is of a later day than the whole ledger, so that this has to move first.

        Args:
            draft: the document.
        """
        ledger, _ = load_ledger(self.content)
        days = [str(draft.record.fields[name]) for name in _DAYS if name in draft.record.fields]
        if ledger is None or not days or max(days) <= ledger.settings.as_of.isoformat():
            return None
        details = {"text": max(days), "other": ledger.settings.as_of.isoformat()}
        return Problem(f"{self.content.name}/site.yml", 1, 1, "MZ078", details)

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
        self._save(texts)

    def drop(self, draft: Draft) -> None:
        """Take a draft away, every reference to it, and with a document the drafts that stand in it.

        Args:
            draft: the draft.
        """
        texts: dict[Path, str] = {}
        for item in self.mentions(draft):
            text = texts.get(item.file) or read(item.file)
            place = again(text, item)
            if draft.record.kind == SOURCES:
                texts[item.file] = drop(text, place)
            else:
                texts[item.file] = rewrite(text, place, without(place.fields, draft, item))
        text = texts.get(draft.file) or read(draft.file)
        texts[draft.file] = drop(text, again(text, draft))
        self._save(texts)
        self._is_stale = True

    def mend(self, draft: Draft, fields: Mapping[str, Value]) -> None:
        """Write a draft anew.

        Args:
            draft: the draft.
            fields: its fields.
        """
        text = read(draft.file)
        self._save({draft.file: rewrite(text, again(text, draft), fields)})
        self._is_stale = True

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
        self._is_stale = True
        return True

    def skip(self, draft: Draft) -> None:
        """Leave a draft for another time.

        Args:
            draft: the draft.
        """
        self.skipped.add(draft.key)
        self._history.append(draft.key)

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        if not self._history:
            return False
        before = self._history.pop()
        if isinstance(before, tuple):
            self.skipped.discard(before)
            return True
        write_files({file: data.decode() for file, data in before.items()})
        self._is_stale = True
        return True

    def _save(self, texts: Mapping[Path, str]) -> None:
        self._history.append({file: file.read_bytes() for file in texts})
        write_files({file: None if is_empty(file, text) else text for file, text in texts.items()})
