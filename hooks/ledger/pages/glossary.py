"""The page that explains all special words, and where each of them is used."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from ledger.model.dictionary import Dictionary
from ledger.model.glossary import GlossaryEntry
from ledger.model.ledger import TopicYear
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.explaining import WordFinder
from ledger.pages.page import PageSpec

GLOSSARY_FILE = "content/dictionary/glossary.yml"


@dataclass(frozen=True)
class ExplainedWord:
    """One word of the page.

    Args:
        entry: its explanation.
        see: name and address of the indicator or topic that says more.
        files: the content files whose texts use it.
    """

    entry: GlossaryEntry
    see: tuple[str, str] | None
    files: tuple[TopicYear, ...]


@dataclass(frozen=True)
class GlossaryPage:
    """What the page of special words shows.

    Args:
        groups: first letter in pinyin → its words, in the order of dictionaries.
        total: number of words.
    """

    groups: tuple[tuple[str, tuple[ExplainedWord, ...]], ...]
    total: int


def glossary_page(book: Book) -> PageSpec:
    """Make the page of special words.

    Args:
        book: ledger and findings.
    """
    path = GLOSSARY_FILE if book.ledger.dictionary.glossary else None
    return PageSpec(links.GLOSSARY, "glossary.md.j2", partial(_context, book), path)


def _context(book: Book) -> GlossaryPage:
    dictionary = book.ledger.dictionary
    used = _usage(book, WordFinder(dictionary.glossary))
    words = [
        ExplainedWord(entry, _see(entry, dictionary), tuple(used[entry.id]))
        for entry in sorted(dictionary.glossary.values(), key=lambda entry: entry.order)
    ]
    groups = groupby(words, key=lambda word: word.entry.id[0].upper())
    return GlossaryPage(tuple((letter, tuple(group)) for letter, group in groups), len(words))


def _see(entry: GlossaryEntry, dictionary: Dictionary) -> tuple[str, str] | None:
    id_ = entry.see
    if id_ is None:
        return None
    if id_ in dictionary.indicators:
        return dictionary.indicators[id_].name, links.indicator(id_)
    return dictionary.topics[id_].name, links.topic(id_)


def _usage(book: Book, finder: WordFinder) -> dict[str, list[TopicYear]]:
    used: dict[str, list[TopicYear]] = {id_: [] for id_ in book.ledger.dictionary.glossary}
    for file in book.ledger.files:
        ids = dict.fromkeys(entry.id for text in _texts(file) for _, entry in finder.find(text))
        for id_ in ids:
            used[id_].append(file)
    return used


def _texts(file: TopicYear) -> Iterator[str]:
    yield from (measure.name for measure in file.measures)
    for records in (file.commitments, file.outcomes, file.stated_problems):
        yield from (record.text for record in records)
    yield file.narrative
