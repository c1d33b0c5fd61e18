"""What was made of texts that were read before: of a text that stays as it is, it stays what it is.

Nothing is remembered but pure functions of what stands in the key, so that no answer depends on earlier ones.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ledger.content.parsing import Parsed, parse
from ledger.content.references import References
from ledger.model.dictionary import Dictionary
from ledger.model.ledger import TopicYear
from ledger.model.source import Source

Value = TypeVar("Value")


@dataclass(frozen=True, eq=False)
class Basis:
    """What the reading of a topic file rests on beside its text; the same object for equal values.

    Args:
        dictionary: the vocabularies.
        sources: documents by id.
        drafts: whether drafts are read like every other record.
    """

    dictionary: Dictionary
    sources: Mapping[str, Source]
    drafts: bool

    def holds(self, dictionary: Dictionary, sources: Mapping[str, Source], *, drafts: bool) -> bool:
        """Tell whether these are equal to its own.

        Args:
            dictionary: the vocabularies.
            sources: documents by id.
            drafts: whether drafts are read.
        """
        return (self.drafts, self.sources, self.dictionary) == (drafts, sources, dictionary)


@dataclass(frozen=True)
class Flawless:
    """What a topic file says in which nothing is wrong and from which nothing was left out.

    Args:
        topic_year: its records.
        references: the records that it defines and refers to.
    """

    topic_year: TopicYear
    references: References


@dataclass
class Recent(Generic[Value]):
    """Values by key, of which those that nobody asks for any more are forgotten."""

    _known: dict[Hashable, Value] = field(default_factory=dict)
    _used: dict[Hashable, Value] = field(default_factory=dict)

    def get(self, key: Hashable) -> Value | None:
        """Give what is remembered, and keep it.

        Args:
            key: all that it was made of.
        """
        found = self._used.get(key, self._known.get(key))
        if found is not None:
            self._used[key] = found
        return found

    def put(self, key: Hashable, value: Value) -> None:
        """Remember something.

        Args:
            key: all that it was made of.
            value: what was made.
        """
        self._used[key] = value

    def forget_unused(self) -> None:
        """Drop whatever was neither put nor given since this was called last."""
        self._known, self._used = self._used, {}

    def __len__(self) -> int:
        """How many values are kept."""
        return len(self._known | self._used)


@dataclass
class Memory:
    """What was made of the texts that were read last.

    Args:
        parsed: how many texts had to be parsed so far.
        read: how many topic files had to be read so far.
        texts: nodes by text, path and first line.
        files: what flawless topic files say, by text, path and basis.
    """

    parsed: int = 0
    read: int = 0
    texts: Recent[Parsed] = field(default_factory=Recent)
    files: Recent[Flawless] = field(default_factory=Recent)
    _bases: list[Basis] = field(default_factory=list)
    _used: list[Basis] = field(default_factory=list)

    def parse(self, text: str, path: str, first_line: int) -> Parsed:
        """Read YAML text into nodes, unless it was read before.

        Args:
            text: the YAML.
            path: the file it stands in.
            first_line: line of the file on which it begins.
        """
        key = (text, path, first_line)
        found = self.texts.get(key)
        if found is None:
            self.parsed += 1
            found = parse(text, path, first_line)
            self.texts.put(key, found)
        return found

    def basis(self, dictionary: Dictionary, sources: Mapping[str, Source], *, drafts: bool) -> Basis:
        """Give one object for all equal values, so that what rests on them can be looked up by it.

        Args:
            dictionary: the vocabularies.
            sources: documents by id.
            drafts: whether drafts are read.
        """
        equal = (item for item in self._bases if item.holds(dictionary, sources, drafts=drafts))
        found = next(equal, None) or Basis(dictionary, dict(sources), drafts)
        self._bases = [found, *(item for item in self._bases if item is not found)]
        self._used.append(found)
        return found

    def forget_unused(self) -> None:
        """Drop everything that was not asked for since this was called last."""
        self.texts.forget_unused()
        self.files.forget_unused()
        self._bases, self._used = self._used, []
