"""One draft in its file: what it is called, what it refers to, and in which order drafts are confirmed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ledger.content.record_lines import SOURCES, Located, UnreadableTextError, locate
from ledger.content.references import REFERENCES
from ledger.content.text import split_document
from ledger.content.writer import Value

# Records are confirmed before those that refer to them.
_ORDER = (SOURCES, "commitments", "measures", "outcomes", "problems")


@dataclass(frozen=True)
class Draft:
    """A draft and the file that it stands in.

    Args:
        file: the file.
        record: the draft in it.
        prefix: how full ids of records of this file begin; nothing for documents.
        default: the source of the file's records that name none.
    """

    file: Path
    record: Located
    prefix: str
    default: str

    @property
    def key(self) -> tuple[Path, str, str]:
        """What tells it from all others, whatever happens to its lines."""
        return self.file, self.record.kind, self.record.id

    @property
    def id(self) -> str:
        """Its full id."""
        return f"{self.prefix}{self.record.id}"

    @property
    def source(self) -> str:
        """The document that it stands in; of a document itself."""
        if self.record.kind == SOURCES:
            return self.record.id
        return str(self.record.fields.get("source", self.default))


def read(file: Path) -> str:
    """Read a file as it stands, line ends and all.

    Args:
        file: the file.
    """
    return file.read_bytes().decode()


def again(text: str, draft: Draft) -> Located:
    """Find a draft in a text whose lines may have moved.

    Args:
        text: the text.
        draft: the draft.
    """
    return next(item for item in locate(text) if (item.kind, item.id) == (draft.record.kind, draft.record.id))


def default_source(text: str) -> str:
    """Name the document of those records of a topic file that name none.

    Args:
        text: the whole file.
    """
    document, _ = split_document(text.replace("\r\n", "\n"), "")
    lines = document.front_matter.split("\n") if document else []
    named = (line.partition(":")[2] for line in lines if line.startswith("source:"))
    return next(named, "").strip().strip("\"'")


def is_empty(file: Path, text: str) -> bool:
    """Tell whether a topic file has neither records nor a narrative left.

    Args:
        file: the file.
        text: its text.
    """
    document = split_document(text.replace("\r\n", "\n"), "")[0] if file.suffix == ".md" else None
    return document is not None and not document.body.strip() and _holds_nothing(text)


def _holds_nothing(text: str) -> bool:
    try:
        return not locate(text)
    except UnreadableTextError:
        # Fields without a single list are no fields of a topic file.
        return False


def words_of(value: Value) -> list[str]:
    """Give the ids in a field.

    Args:
        value: one id, or a list.
    """
    if isinstance(value, str):
        return [value]
    return [word for word in value if isinstance(word, str)] if not isinstance(value, Mapping) else []


def refers(item: Draft, draft: Draft) -> bool:
    """Tell whether a record refers to a draft, or is a draft that stands in it.

    Args:
        item: the record.
        draft: the draft.
    """
    if draft.record.kind == SOURCES:
        return item.record.kind != SOURCES and item.record.is_draft and item.source == draft.record.id
    names = {draft.id} | ({draft.record.id} if item.file == draft.file else set())
    return any(
        REFERENCES.get(name) == draft.record.kind and names & set(words_of(value))
        for name, value in item.record.fields.items()
    )


def without(fields: Mapping[str, Value], draft: Draft, item: Draft) -> dict[str, Value]:
    """Give the fields of a record without its references to a draft.

    Args:
        fields: the fields.
        draft: the draft.
        item: the record.
    """
    names = {draft.id} | ({draft.record.id} if item.file == draft.file else set())
    kept: dict[str, Value] = {}
    for name, value in fields.items():
        if REFERENCES.get(name) != draft.record.kind:
            kept[name] = value
        elif words := [word for word in words_of(value) if word not in names]:
            kept[name] = words if not isinstance(value, str) else words[0]
    return kept


def in_order(drafts: list[Draft]) -> Iterator[Draft]:
    """Sort drafts so that each comes after those that it refers to, as far as that can be.

    Args:
        drafts: the drafts.
    """
    left = sorted(drafts, key=_first)
    while left:
        ids = {draft.id for draft in left}
        free = (draft for draft in left if not (ids - {draft.id}) & _referred(draft))
        draft = next(free, left[0])
        left.remove(draft)
        yield draft


def _first(draft: Draft) -> tuple[int, int, int]:
    # The comment marks where in the sentence the record was found.
    begins = draft.record.comments[0].find("⟦") if draft.record.comments else 0
    return _ORDER.index(draft.record.kind), begins, draft.record.first


def _referred(draft: Draft) -> set[str]:
    fields = draft.record.fields
    words = {word for name in REFERENCES if name in fields for word in words_of(fields[name])}
    return words | {f"{draft.prefix}{word}" for word in words}
