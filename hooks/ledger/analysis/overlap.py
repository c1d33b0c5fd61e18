"""How much of one text stands in another, letter for letter."""

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

# So many characters in a row are hardly ever the same by chance.
RUN = 13
_LEAST = 6
_PAUSES = re.compile(r"[。！？；!?;\n]+")


@dataclass(frozen=True)
class Overlap:
    """The share of a text that stands in another.

    Args:
        characters: characters of the text, spaces and punctuation left out.
        shared_characters: those of them that stand in a run of 13 or more that the other text has too.
        sentences: sentences of the text with six characters or more.
        shared_sentences: those of them that the other text has too.
    """

    characters: int
    shared_characters: int
    sentences: int
    shared_sentences: int

    @property
    def degree(self) -> Decimal:
        """Shared characters per 100."""
        return Decimal(100) * self.shared_characters / self.characters if self.characters else Decimal(0)


def overlap(text: str, other: str) -> Overlap:
    """Measure how much of a text stands in another; linear in the length of both.

    Args:
        text: the text whose share is asked for.
        other: the text in which it is looked for.
    """
    letters, others = _letters(text), _letters(other)
    runs = {others[place : place + RUN] for place in range(len(others) - RUN + 1)}
    shared = covered = 0
    for place in range(len(letters) - RUN + 1):
        if letters[place : place + RUN] in runs:
            shared += place + RUN - max(covered, place)
            covered = place + RUN
    found, there = _sentences(text), _sentences(other)
    return Overlap(len(letters), shared, found.total(), (found & there).total())


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _sentences(text: str) -> Counter[str]:
    sentences = (_letters(part) for part in _PAUSES.split(text))
    return Counter(sentence for sentence in sentences if len(sentence) >= _LEAST)
