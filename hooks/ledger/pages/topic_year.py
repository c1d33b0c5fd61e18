"""The page of one content file: a region's topic in a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ledger.analysis.continuation import Succession
from ledger.analysis.verdict import Assessment
from ledger.model.commitment import Commitment
from ledger.model.ledger import TopicYear
from ledger.model.measure import Measure
from ledger.model.outcome import Outcome
from ledger.model.region import Region
from ledger.model.source import Source
from ledger.model.stated_problem import StatedProblem
from ledger.model.topic import Topic
from ledger.pages import links
from ledger.pages.book import Book, Overview
from ledger.pages.chart_figure import ChartFigure, numbered
from ledger.pages.figure_charts import before_after_chart, composition_charts, target_actual_charts
from ledger.pages.page import PageSpec


@dataclass(frozen=True)
class Answered:
    """A stated problem with the promises that respond to it.

    Args:
        problem: the problem.
        answers: the promises.
    """

    problem: StatedProblem
    answers: tuple[Commitment, ...]


@dataclass(frozen=True)
class TopicYearPage:
    """What the page of one content file shows.

    Args:
        file: the content file.
        region: its region.
        topic: its topic.
        overview: counts.
        key_figures: figures at the head of the page.
        own: the region's promises with their verdicts.
        quoted: promises of other bodies that the document quotes.
        standalone: outcomes that answer no promise.
        measures: all figures, missing ones too.
        successions: promises that carry on others, or are worded like those of the year before.
        problems: stated problems with what responds to them.
        sources: documents it draws on.
        earlier: the same topic's file of an earlier year.
        later: the same topic's file of a later year.
        charts: drawings.
    """

    file: TopicYear
    region: Region
    topic: Topic
    overview: Overview
    key_figures: tuple[Measure, ...]
    own: tuple[Assessment, ...]
    quoted: tuple[Assessment, ...]
    standalone: tuple[Outcome, ...]
    measures: tuple[Measure, ...]
    successions: tuple[Succession, ...]
    problems: tuple[Answered, ...]
    sources: tuple[Source, ...]
    earlier: TopicYear | None
    later: TopicYear | None
    charts: tuple[ChartFigure, ...]


def topic_year_pages(book: Book) -> Iterator[PageSpec]:
    """Make the page of every content file.

    Args:
        book: ledger and findings.
    """
    for files in book.by_region.values():
        by_topic: dict[str, list[TopicYear]] = {}
        for file in files:
            by_topic.setdefault(file.topic, []).append(file)
        for same in by_topic.values():
            for place, file in enumerate(same):
                earlier = same[place - 1] if place else None
                later = same[place + 1] if place + 1 < len(same) else None
                make = partial(_context, book, file, earlier, later)
                yield PageSpec(links.topic_file(file), "topic_year.md.j2", make, file.path)


def _context(
    book: Book, file: TopicYear, earlier: TopicYear | None, later: TopicYear | None
) -> TopicYearPage:
    assessments = book.assessments([file])
    measures = book.measures(file)
    charts = (
        *target_actual_charts(book, file.measures),
        *before_after_chart(book, file.measures),
        *composition_charts(book, file.measures),
    )
    return TopicYearPage(
        file,
        book.ledger.regions[file.region],
        book.ledger.dictionary.topics[file.topic],
        book.overview([file]),
        tuple(book.key_figures([file])),
        tuple(item for item in assessments if item.commitment.is_own),
        tuple(item for item in assessments if not item.commitment.is_own),
        tuple(outcome for outcome in file.outcomes if not outcome.commitments),
        measures,
        tuple(
            dict.fromkeys(found for item in file.commitments for found in book.successions.get(item.id, ()))
        ),
        answered_problems(book, [file]),
        tuple(book.ledger.sources[source] for source in file.sources),
        earlier,
        later,
        tuple(numbered(charts)),
    )


def answered_problems(book: Book, files: list[TopicYear]) -> tuple[Answered, ...]:
    """Put every stated problem of some files beside the promises that respond to it.

    Args:
        book: ledger and findings.
        files: content files.
    """
    commitments = book.ledger.commitments
    return tuple(
        Answered(problem, tuple(commitments[id_] for id_ in problem.addressed_by))
        for file in files
        for problem in file.stated_problems
    )
