"""Explains special words where they stand: the first time each occurs on a page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from ledger.model.glossary import GlossaryEntry

# A Latin word is not a part of a longer one; Chinese words have no such ends.
_LATIN = "[A-Za-z0-9]"


@dataclass(frozen=True)
class WordFinder:
    """Finds the explained words of a text; one serves a whole build.

    Args:
        glossary: the explanations by id.
        names: names of places, whose parts are no words of the sentence.
    """

    glossary: Mapping[str, GlossaryEntry]
    names: frozenset[str] = frozenset()

    @cached_property
    def _entries(self) -> dict[str, GlossaryEntry]:
        return {word: entry for entry in self.glossary.values() for word in entry.words}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted({*self._entries, *self.names}, key=lambda word: (-len(word), word))
        words = "|".join(map(_bounded, longest_first))
        # Without words nothing is found: an empty pattern would be found everywhere.
        return re.compile(words or r"(?!)")

    def find(self, text: str) -> Iterator[tuple[re.Match[str], GlossaryEntry]]:
        """Find every explained word from left to right; of several at one place the longest.

        Args:
            text: plain text.
        """
        for match in self._pattern.finditer(text):
            if entry := self._entries.get(match.group()):
                yield match, entry


def _bounded(word: str) -> str:
    before = f"(?<!{_LATIN})" if re.match(_LATIN, word) else ""
    after = f"(?!{_LATIN})" if re.match(_LATIN, word[-1]) else ""
    return f"{before}{re.escape(word)}{after}"


class Explainer:
    """Marks the words of one page, each once.

    Args:
        finder: finds them.
        macros: the template module that writes a marked word, and a row of them.
        root: the relative path from the page to the site's root.
    """

    def __init__(self, finder: WordFinder, macros: Any, root: str) -> None:  # noqa: ANN401 -- a module of macros
        self._finder = finder
        self._macros = macros
        self._root = root
        self._explained: set[str] = set()

    def mark(self, text: str) -> Markup:
        """Escape a text, with an explanation at each special word that occurs for the first time.

        Args:
            text: plain text that stands where block elements may stand: in no paragraph, heading or link.
        """
        parts, end = [], 0
        for match, entry in self._new(text):
            parts += [escape(text[end : match.start()]), self._macros.word(match.group(), entry, self._root)]
            end = match.end()
        return Markup("").join([*parts, escape(text[end:])])

    def beside(self, *texts: str) -> Markup:
        """Write a row of the special words that texts use for the first time; nothing if there are none.

        Args:
            texts: plain texts that stand in paragraphs, headings or links, before the row.
        """
        words = [(match.group(), entry) for text in texts for match, entry in self._new(text)]
        row: Markup = self._macros.row(words, self._root) if words else Markup("")
        return row

    def _new(self, text: str) -> Iterator[tuple[re.Match[str], GlossaryEntry]]:
        for match, entry in self._finder.find(text):
            if entry.id not in self._explained:
                self._explained.add(entry.id)
                yield match, entry
