"""A special word in plain words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GlossaryEntry:
    """What a word of the field means, said so that everyone understands it.

    Args:
        id: the word in pinyin, one syllable after the other; part of the address and the order of the page.
        term: the word.
        plain: one or two sentences without special words.
        synonyms: other ways to write it.
        see: the indicator or topic that says more.
        source: the rule that the explanation comes from, where it comes from one.
    """

    id: str
    term: str
    plain: str
    synonyms: tuple[str, ...] = ()
    see: str | None = None
    source: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Every way to write the word, the usual one first."""
        return (self.term, *self.synonyms)

    @property
    def order(self) -> tuple[str, ...]:
        """What dictionaries of Chinese sort by: one syllable after the other."""
        return tuple(self.id.split("-"))
