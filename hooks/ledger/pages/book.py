"""Ledger and findings side by side, indexed the ways that pages look things up."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ledger.analysis.continuation import Succession
from ledger.analysis.disclosure import Disclosure, count_disclosure
from ledger.analysis.findings import Findings
from ledger.analysis.tally import Tally, tally
from ledger.analysis.verdict import Assessment
from ledger.model.ledger import Ledger, TopicYear
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.source import Source
from ledger.pages.chart_words import ChartWords

_KEY_FIGURES = 4


@dataclass(frozen=True)
class Overview:
    """What a set of content files holds.

    Args:
        tally: verdicts on the region's own commitments.
        disclosure: figures by status.
        quoted: commitments of other bodies.
        outcomes: number of outcomes.
        stated_problems: number of admitted problems.
        repaired: number of repaired figures.
    """

    tally: Tally
    disclosure: Disclosure
    quoted: int
    outcomes: int
    stated_problems: int
    repaired: int


@dataclass(frozen=True)
class Book:
    """Everything pages are made from.

    Args:
        ledger: what was read.
        findings: what follows from it.
        words: what charts say.
    """

    ledger: Ledger
    findings: Findings
    words: ChartWords

    @cached_property
    def _missing(self) -> dict[tuple[str, int, str], list[Measure]]:
        groups: dict[tuple[str, int, str], list[Measure]] = {}
        for measure in self.findings.missing:
            key = measure.key
            groups.setdefault((key.region, key.year, key.topic), []).append(measure)
        return groups

    @cached_property
    def by_region(self) -> dict[str, list[TopicYear]]:
        """Content files by region id."""
        groups: dict[str, list[TopicYear]] = {region: [] for region in self.ledger.regions}
        for file in self.ledger.files:
            groups[file.region].append(file)
        return groups

    @cached_property
    def sources_of(self) -> dict[str, list[Source]]:
        """Documents by region id."""
        groups: dict[str, list[Source]] = {region: [] for region in self.ledger.regions}
        for source in self.ledger.sources.values():
            groups[source.region].append(source)
        return groups

    @cached_property
    def by_topic(self) -> dict[str, list[TopicYear]]:
        """Content files by topic id, in the dictionary's order; topics without a file are left out."""
        groups: dict[str, list[TopicYear]] = {topic: [] for topic in self.ledger.dictionary.topics}
        for file in self.ledger.files:
            groups[file.topic].append(file)
        return {topic: files for topic, files in groups.items() if files}

    @cached_property
    def by_source(self) -> dict[str, list[TopicYear]]:
        """Content files by the documents that they draw on."""
        groups: dict[str, list[TopicYear]] = {source: [] for source in self.ledger.sources}
        for file in self.ledger.files:
            for source in file.sources:
                groups[source].append(file)
        return groups

    @cached_property
    def successions(self) -> dict[str, list[Succession]]:
        """What each promise carries on, and what carries it on, by commitment id."""
        groups: dict[str, list[Succession]] = {}
        for item in self.findings.successions:
            for commitment in (item.earlier, item.later):
                groups.setdefault(commitment.id, []).append(item)
        return groups

    def measures(self, file: TopicYear) -> tuple[Measure, ...]:
        """A file's figures, with those that are due and missing.

        Args:
            file: the content file.
        """
        return (*file.measures, *self._missing.get((file.region, file.year, file.topic), ()))

    def assessments(self, files: Iterable[TopicYear]) -> list[Assessment]:
        """The verdicts on the promises of some files.

        Args:
            files: content files.
        """
        return [self.findings.assessments[item.id] for file in files for item in file.commitments]

    def overview(self, files: Iterable[TopicYear]) -> Overview:
        """Count what some files hold.

        Args:
            files: content files.
        """
        files = list(files)
        assessments = self.assessments(files)
        measures = [measure for file in files for measure in self.measures(file)]
        return Overview(
            tally(assessments),
            count_disclosure(measures),
            sum(not item.commitment.is_own for item in assessments),
            sum(len(file.outcomes) for file in files),
            sum(len(file.stated_problems) for file in files),
            sum(measure.origin.repaired is not None for measure in measures),
        )

    def key_figures(self, files: Iterable[TopicYear]) -> list[Measure]:
        """Choose the open figures that stand at the head of a page.

        Figures held against a target come first, then standard indicators; the file's order decides the rest.

        Args:
            files: content files.
        """
        open_ = [
            measure
            for file in files
            for measure in file.measures
            if measure.status is MeasureStatus.DISCLOSED
        ]
        ranked = sorted(open_, key=lambda item: (item.commitment is None, item.indicator is None))
        return ranked[:_KEY_FIGURES]
