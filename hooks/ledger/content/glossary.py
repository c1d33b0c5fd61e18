"""Reads `content/dictionary/glossary.yml`: special words in plain words."""

from collections.abc import Mapping
from typing import Any

from ledger.content import fields, nodes
from ledger.content.folder import Folder
from ledger.content.nodes import Node, Scalar
from ledger.content.values import Reader
from ledger.model.dictionary import Dictionary
from ledger.model.glossary import GlossaryEntry

_WORDS = ("term", "synonyms")


def read_glossary(folder: Folder, dictionary: Dictionary) -> Mapping[str, GlossaryEntry]:
    """Read the explanations; content that explains no word has no such file.

    Args:
        folder: the content folder.
        dictionary: topics and indicators that explanations refer to.

    Returns:
        The entries by id, in the order of the file.
    """
    file = folder.root / "dictionary" / "glossary.yml"
    if file not in folder.inventory.files:
        return {}
    reader = Reader(folder.path(file))
    entries: dict[str, GlossaryEntry] = {}
    ids: dict[str, Node] = {}
    words: dict[str, Node] = {}
    for node, found in folder.items(file, fields.GLOSSARY_ENTRY, "glossary", dictionary):
        _check_id(node, ids, reader)
        _check_words(node, words, reader)
        entry = _entry(found)
        entries.setdefault(entry.id, entry)
    folder.problems.extend(reader.problems)
    return entries


def _entry(found: dict[str, Any]) -> GlossaryEntry:
    return GlossaryEntry(**{**found, "synonyms": tuple(found.get("synonyms", ()))})


def _check_id(node: Node, first: dict[str, Node], reader: Reader) -> None:
    id_ = node.get("id") if isinstance(node, nodes.Mapping) else None
    if isinstance(id_, Scalar) and first.setdefault(id_.text.strip(), id_) is not id_:
        place = f"{reader.path}:{first[id_.text.strip()].line}"
        reader.report("MZ020", id_, text=id_.text.strip(), first=place)


def _check_words(node: Node, first: dict[str, Node], reader: Reader) -> None:
    """Report a word that is explained twice: readers would not know which explanation holds."""
    for word in _written_words(node):
        text = word.text.strip()
        if first.setdefault(text, word) is not word:
            reader.report("MZ130", word, text=text, first=f"{reader.path}:{first[text].line}")


def _written_words(node: Node) -> list[Scalar]:
    values = [node.get(name) for name in _WORDS] if isinstance(node, nodes.Mapping) else []
    flat = [
        item for value in values for item in (value.items if isinstance(value, nodes.Sequence) else [value])
    ]
    return [item for item in flat if isinstance(item, Scalar) and not item.is_empty]
