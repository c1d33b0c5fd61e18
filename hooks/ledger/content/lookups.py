"""Types of fields whose words stand in a list: units, qualifiers, indicators, status words."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ledger.content.nodes import Node
from ledger.content.values import Reader, scalar
from ledger.model.quantity import Qualifier, Unit
from ledger.problems import Expected, Listing, choices, hint, nearest


def unit(node: Node, name: str, reader: Reader) -> Unit | None:
    """Read a unit as written, with its scale."""
    found = scalar(node, name, reader)
    if found is None or reader.dictionary is None:
        return None
    unit_ = reader.dictionary.unit(found)
    if unit_ is None and not _excused(reader, "units", found, found[:1], found[1:]):
        _unknown(found, Listing.UNITS, reader.dictionary.units, node, reader)
    return unit_


def qualifier(node: Node, name: str, reader: Reader) -> Qualifier | None:
    """Read a qualifier such as 约."""
    found = scalar(node, name, reader)
    if found is None or reader.dictionary is None:
        return None
    known = reader.dictionary.qualifiers
    if found not in known and not _excused(reader, "qualifiers", found):
        _unknown(found, Listing.QUALIFIERS, known, node, reader)
    return known.get(found)


def indicator(node: Node, name: str, reader: Reader) -> str | None:
    """Read the id of an indicator of the dictionary."""
    found = scalar(node, name, reader, Expected.ID)
    if found is None or reader.dictionary is None:
        return None
    known = reader.dictionary.indicators
    if found not in known and not _excused(reader, "indicators", found):
        _unknown(found, Listing.INDICATORS, known, node, reader)
    return found if found in known else None


def indicator_or_topic(node: Node, name: str, reader: Reader) -> str | None:
    """Read the id of an indicator or of a topic of the dictionary."""
    found = scalar(node, name, reader, Expected.ID)
    if found is None or reader.dictionary is None:
        return None
    known = {**reader.dictionary.indicators, **reader.dictionary.topics}
    lists = ("indicators", "topics")
    if found not in known and not any(_excused(reader, listing, found) for listing in lists):
        _unknown(found, Listing.SUBJECTS, known, node, reader)
    return found if found in known else None


@dataclass(frozen=True)
class TermOf:
    """Reads an id of one vocabulary of `statuses.yml`.

    Args:
        vocabulary: its name.
    """

    vocabulary: str

    def __call__(self, node: Node, name: str, reader: Reader) -> str | None:
        """Read an id of the vocabulary."""
        found = scalar(node, name, reader)
        if found is None:
            return None
        known = reader.dictionary.terms.get(self.vocabulary, {}) if reader.dictionary else {}
        if found not in known and not _excused(reader, self.vocabulary, found):
            _unknown(found, Listing.STATUSES.format(vocabulary=self.vocabulary), known, node, reader)
        return found if found in known else None


@dataclass(frozen=True)
class OneOf:
    """Reads one of a few fixed words.

    Args:
        words: the words; where they are mapped to names, those are told.
    """

    words: Collection[str]

    def __call__(self, node: Node, name: str, reader: Reader) -> str | None:
        """Read one of the words."""
        found = scalar(node, name, reader)
        if found is not None and found not in self.words:
            listing = Listing.PROGRAM if isinstance(self.words, Mapping) else " ".join(self.words)
            _unknown(found, listing, self.words, node, reader)
            return None
        return found


def _excused(reader: Reader, listing: str, *ids: str) -> bool:
    is_lost = reader.losses.cover(listing, *ids)
    reader.excused += is_lost
    return is_lost


def _unknown(found: str, listing: str, valid: Collection[str], node: Node, reader: Reader) -> None:
    words, near = choices(_names(valid)), hint(meant(found, valid), valid)
    reader.report("MZ016", node, text=found, list=listing, words=words, hint=near)


def _names(valid: Collection[str]) -> dict[str, str]:
    entries = valid if isinstance(valid, Mapping) else dict.fromkeys(valid, "")
    return {
        id_: entry if isinstance(entry, str) else getattr(entry, "name", "") for id_, entry in entries.items()
    }


def meant(written: str, valid: Collection[str]) -> str:
    """Find the id of an entry by the name that readers see, or a part of it, written in its place.

    Args:
        written: the name, or anything else, which stays as it is.
        valid: the ids; where it maps them to names or to entries that have names, those are compared.
    """
    ids = {name: id_ for id_, name in _names(valid).items() if name}
    longer = [name for name in ids if written in name]
    # A part that several names share, such as “完成”, tells none of them.
    name = written if written in ids else longer[0] if len(longer) == 1 else nearest(written, ids)
    return ids.get(name, written)
