"""What of the ledger can be found, and by which words: nothing that is not on a page."""

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from ledger.analysis.verdict import Assessment
from ledger.model.indicator import Indicator
from ledger.model.ledger import TopicYear
from ledger.model.source import Source
from ledger.pages import links
from ledger.pages.book import Book
from ledger.pages.page import Page
from ledger.pages.rendering import text_module
from ledger.search.entry import Entry, Kind, Names

Say = Callable[..., str]
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)", re.DOTALL)
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)


class SearchWords:
    """Says what stands in the index.

    Args:
        book: names of statuses come from its dictionary.
    """

    def __init__(self, book: Book) -> None:
        self._module = text_module("_search_words.txt.j2", book.ledger)

    def say(self, macro: str, *values: object) -> str:
        """Speak one macro of the template.

        Args:
            macro: its name.
            values: its arguments.
        """
        return str(getattr(self._module, macro)(*values)).strip()


def search_names(book: Book) -> Names:
    """Gather what readers see for ids.

    Args:
        book: ledger and findings.
    """
    kinds = (pair.partition("=") for pair in SearchWords(book).say("kinds").split("|"))
    ledger = book.ledger
    return Names(
        {id_: name for id_, _, name in kinds},
        {region.id: region.name for region in ledger.regions.values()},
        {id_: ledger.dictionary.topics[id_].name for id_ in book.by_topic},
        {term.id: (term.shape or "", term.name) for term in ledger.dictionary.terms["verdict"].values()},
    )


def ledger_entries(book: Book) -> Iterator[Entry]:
    """List everything of the ledger that has a page or an anchor.

    Args:
        book: ledger and findings.
    """
    say, ledger = SearchWords(book).say, book.ledger
    for region in ledger.regions.values():
        yield Entry(Kind.PLACE, links.region(region.id), region.name, region.id, text=region.authority or "")
    for id_, year in dict.fromkeys((file.region, file.year) for file in ledger.files):
        title = say("region_year", ledger.regions[id_], year)
        yield Entry(Kind.PLACE, links.region_year(id_, year), title, id_, year)
    for id_ in book.by_topic:
        topic = ledger.dictionary.topics[id_]
        yield Entry(Kind.TOPIC, links.topic(id_), topic.name, topic=id_, aliases=(topic.summary,))
    yield from _indicators(book)
    yield from map(_source, ledger.sources.values())
    for file in ledger.files:
        yield from _of_file(file, book, say)


def _indicators(book: Book) -> Iterator[Entry]:
    before: Counter[str] = Counter()
    for item in book.ledger.dictionary.indicators.values():
        yield _indicator(item, book, before[item.topic])
        before[item.topic] += 1


def _indicator(item: Indicator, book: Book, place: int) -> Entry:
    aliases = (item.everyday, *item.synonyms)
    topic = item.topic if item.topic in book.by_topic else ""
    return Entry(
        Kind.INDICATOR,
        links.indicator(item.id),
        item.name,
        topic=topic,
        aliases=aliases,
        text=item.definition,
        place=place,
    )


def _source(item: Source) -> Entry:
    text = " ".join(filter(None, (item.publisher, item.number, item.reposter)))
    return Entry(Kind.SOURCE, links.source(item.id), item.title, item.region, item.year, text=text)


def _of_file(file: TopicYear, book: Book, say: Say) -> Iterator[Entry]:
    place, ledger = (file.region, file.year, file.topic), book.ledger
    topic = ledger.dictionary.topics[file.topic]
    told = [outcome.text for outcome in file.outcomes if not outcome.commitments]
    title = say("topic_year", ledger.regions[file.region], file.year, topic)
    text = " ".join([file.narrative, *told])
    yield Entry(
        Kind.TOPIC_YEAR, links.topic_file(file), title, *place, aliases=(topic.name, topic.summary), text=text
    )
    for item in file.commitments:
        yield _commitment(book.findings.assessments[item.id], say)
    for measure in book.measures(file):
        known = ledger.dictionary.indicators.get(measure.indicator or "")
        aliases = (known.everyday, *known.synonyms) if known else ()
        address, figure = links.record(measure.key), say("figure", measure)
        yield Entry(Kind.MEASURE, address, measure.name, *place, aliases=aliases, figure=figure)
    for problem in file.stated_problems:
        yield Entry(Kind.PROBLEM, links.record(problem.key), problem.text, *place)


def _commitment(assessment: Assessment, say: Say) -> Entry:
    item = assessment.commitment
    words = [outcome.text for outcome in assessment.outcomes]
    words += [item.lead or "", item.owner or "", say("target", item.target) if item.target else ""]
    return Entry(
        Kind.COMMITMENT,
        links.commitment(item),
        item.text,
        item.key.region,
        item.key.year,
        item.key.topic,
        text=" ".join(filter(None, words)),
        figure=say("figure", assessment.measure) if assessment.measure else "",
        verdict=assessment.verdict.value,
    )


def other_pages(pages: Iterable[Page], known: Collection[str]) -> Iterator[Entry]:
    """List the pages that no other entry leads to, by the title and the answer that stand at their head.

    Args:
        pages: rendered pages.
        known: addresses of other entries.
    """
    for page in pages:
        address = page.uri.removesuffix("index.md")
        head = _FRONT_MATTER.match(page.markdown)
        if address not in known and head:
            lines = dict(line.partition(": ")[::2] for line in head[1].splitlines())
            title, description = json.loads(lines["title"]), json.loads(lines["description"])
            yield Entry(Kind.PAGE, address, title, text=description)


def authored_pages(docs_dir: Path) -> Iterator[Entry]:
    """List the pages that people write by hand.

    Args:
        docs_dir: the folder that they stand in.
    """
    for file in sorted([*docs_dir.glob("*.md"), *docs_dir.glob(f"{links.EDITING}*.md")]):
        body = _FRONT_MATTER.sub(r"\2", file.read_text(encoding="utf-8"))
        titles = _HEADING.findall(body)
        if titles:
            path = file.relative_to(docs_dir).with_suffix("").as_posix()
            address = "" if path == "index" else f"{path}/"
            yield Entry(Kind.PAGE, address, titles[0], aliases=tuple(titles[1:]), text=_HEADING.sub("", body))
