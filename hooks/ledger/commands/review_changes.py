"""Changes that reach over several records: one moved to another topic, two merged, one added."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ledger.commands.review_draft import Draft, again, default_source, read, without, words_of
from ledger.content.record_lines import add, drop, locate, next_id, rewrite
from ledger.content.references import REFERENCES
from ledger.content.writer import Entry, Value, scalar_text, write_topic_file

_UNIQUE = ("id", "source", "at")


@dataclass
class Texts:
    """Content files as they are to be.

    Args:
        changed: the new texts so far.
    """

    changed: dict[Path, str] = field(default_factory=dict)

    def of(self, file: Path) -> str:
        """Give the text of a file with the changes so far.

        Args:
            file: the file.
        """
        return self.changed.get(file) or read(file)

    def add(self, file: Path, kind: str, entry: Entry) -> str:
        """Add a record to a topic file, which may not be there yet.

        Args:
            file: the file.
            kind: the list.
            entry: the record without an id.

        Returns:
            Its id in the file.
        """
        before = self.of(file) if file in self.changed or file.is_file() else ""
        taken = {item.id for item in locate(before)} if before else set()
        id_ = next_id(kind[0], taken)
        fields = {"id": id_, **entry.fields}
        top = {"source": fields.get("source", "")}
        if not before or default_source(before) == top["source"]:
            fields.pop("source", None)
        new = Entry(fields, entry.comments)
        self.changed[file] = add(before, {kind: [new]}) if before else write_topic_file(top, {kind: [new]})
        return id_

    def drop(self, draft: Draft) -> None:
        """Take a record away.

        Args:
            draft: the record.
        """
        text = self.of(draft.file)
        self.changed[draft.file] = drop(text, again(text, draft))

    def forget(self, draft: Draft, item: Draft) -> None:
        """Take the references to a draft out of a record.

        Args:
            draft: the draft.
            item: the record.
        """
        text = self.of(item.file)
        place = again(text, item)
        self.changed[item.file] = rewrite(text, place, without(place.fields, draft, item))

    def rename(self, draft: Draft, new: str, others: Iterable[Draft]) -> None:
        """Let every record that refers to a draft refer to another.

        Args:
            draft: the draft.
            new: full id of the other.
            others: the records that refer to it.
        """
        for item in others:
            text = self.of(item.file)
            place = again(text, item)
            names = {draft.id} | ({draft.record.id} if item.file == draft.file else set())
            fields = {
                name: _renamed(value, names, new.removeprefix(item.prefix))
                if REFERENCES.get(name) == draft.record.kind
                else value
                for name, value in place.fields.items()
            }
            self.changed[item.file] = rewrite(text, place, fields)


def _renamed(value: Value, names: set[str], new: str) -> Value:
    if isinstance(value, str):
        return new if value in names else value
    words = (new if word in names else word for word in words_of(value))
    return list(dict.fromkeys(words))


def move(draft: Draft, file: Path, prefix: str, others: Iterable[Draft]) -> dict[Path, str]:
    """Move a draft to another topic file, and every reference with it.

    Args:
        draft: the draft.
        file: the other file.
        prefix: how full ids begin there.
        others: the records that refer to the draft.

    Returns:
        Files → new texts.
    """
    texts = Texts()
    fields = {"source": draft.source, **elsewhere(draft, prefix)}
    fields.pop("id")
    id_ = texts.add(file, draft.record.kind, Entry(fields, draft.record.comments))
    texts.rename(draft, f"{prefix}{id_}", others)
    texts.drop(draft)
    return texts.changed


def merge(gone: Draft, kept: Draft, others: Iterable[Draft]) -> dict[Path, str]:
    """Put what one draft says beyond another into that one, and take it away.

    Args:
        gone: the draft that is taken away.
        kept: the draft that stays, with its own fields where both have one.
        others: the records that refer to the first.

    Returns:
        Files → new texts.
    """
    texts = Texts()
    texts.rename(gone, kept.id, (item for item in others if item.key != kept.key))
    texts.drop(gone)
    text = texts.of(kept.file)
    place = again(text, kept)
    more = elsewhere(gone, kept.prefix)
    own = without(place.fields, gone, kept)
    fields = {**{name: value for name, value in more.items() if name not in _UNIQUE}, **own}
    for name in REFERENCES:
        lists = [value for value in (own.get(name), more.get(name)) if isinstance(value, list)]
        if lists:
            words = [word for value in lists for word in words_of(value)]
            fields[name] = list(dict.fromkeys(words))
    # Nothing refers to itself.
    fields = without(fields, kept, kept)
    texts.changed[kept.file] = rewrite(text, place, fields)
    return texts.changed


def elsewhere(draft: Draft, prefix: str) -> dict[str, Value]:
    """Give the fields of a draft as they are to be written in another file.

    Args:
        draft: the draft.
        prefix: how full ids begin there.
    """
    fields: dict[str, Value] = {}
    for name, value in draft.record.fields.items():
        if name not in REFERENCES:
            fields[name] = value
            continue
        words = [
            (word if _is_full(word, draft) else f"{draft.prefix}{word}").removeprefix(prefix)
            for word in words_of(value)
        ]
        fields[name] = words[0] if isinstance(value, str) else words
    return fields


def _is_full(word: str, draft: Draft) -> bool:
    return not any(item.id == word for item in locate(read(draft.file)))


def with_unit(text: str, unit: str) -> str:
    """Add a unit that counts things to the text of units.yml, at the end of its list.

    Args:
        text: the file.
        unit: the unit.
    """
    lines = text.splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if line.startswith("units:"))
    end = start + 1
    while end < len(lines) and lines[end][:1] in " -#\r\n":
        end += 1
    while not lines[end - 1].strip() or lines[end - 1].startswith("#"):
        end -= 1
    word = scalar_text(unit, in_brackets=True)
    lines[end:end] = [f"  - {{id: {word}, kind: count, name: {word}}}\n"]
    return "".join(lines)


def entry_of(fields: Mapping[str, Value], draft: Draft) -> Entry:
    """Make a record that somebody adds beside a draft: of its document, under its sentence, unconfirmed.

    Args:
        fields: what was answered; empty answers are left out.
        draft: the draft that it is added beside.
    """
    given = {name: value for name, value in fields.items() if value}
    return Entry({"source": draft.source, **given, "draft": "true"}, draft.record.comments[:1])
