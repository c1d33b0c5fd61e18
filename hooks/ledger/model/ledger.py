"""The whole ledger: everything that was read, indexed by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ledger.model.commitment import Commitment
from ledger.model.correction import Correction
from ledger.model.dictionary import Dictionary
from ledger.model.measure import Measure
from ledger.model.outcome import Outcome
from ledger.model.region import Region
from ledger.model.settings import Settings
from ledger.model.source import Source
from ledger.model.stated_problem import StatedProblem

Value = TypeVar("Value")


@dataclass(frozen=True)
class TopicYear:
    """One content file: a region's records on a topic in a year.

    Args:
        region: region id.
        year: year folder.
        topic: topic id.
        path: the content file, relative to the project.
        measures: figures, in the file's order.
        commitments: promises, in the file's order.
        outcomes: results, in the file's order.
        stated_problems: admitted problems, in the file's order.
        narrative: the Markdown body.
    """

    region: str
    year: int
    topic: str
    path: str
    measures: tuple[Measure, ...]
    commitments: tuple[Commitment, ...]
    outcomes: tuple[Outcome, ...]
    stated_problems: tuple[StatedProblem, ...]
    narrative: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the documents its records come from, in order of first use."""
        origins = [record.origin for record in self.measures]
        origins += [record.origin for record in self.commitments]
        origins += [record.origin for record in self.outcomes]
        origins += [record.origin for record in self.stated_problems]
        return tuple(dict.fromkeys(origin.source for origin in origins))


@dataclass(frozen=True)
class Ledger:
    """Everything in `content/`, read and resolved.

    Args:
        settings: facts of the installation.
        dictionary: vocabularies.
        regions: by id, in reading order.
        sources: by id, in reading order.
        files: every topic file, ordered by region, year and topic.
        corrections: what was mended after it had been published, newest first.
        drafts: how many records and documents were left out because nobody has confirmed them yet.
    """

    settings: Settings
    dictionary: Dictionary
    regions: Mapping[str, Region]
    sources: Mapping[str, Source]
    files: tuple[TopicYear, ...]
    corrections: tuple[Correction, ...] = ()
    drafts: int = 0

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Every figure by id, in the files' order."""
        return {record.id: record for file in self.files for record in file.measures}

    @cached_property
    def commitments(self) -> dict[str, Commitment]:
        """Every promise by id, in the files' order."""
        return {record.id: record for file in self.files for record in file.commitments}

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """Every result by id, in the files' order."""
        return {record.id: record for file in self.files for record in file.outcomes}

    @cached_property
    def stated_problems(self) -> dict[str, StatedProblem]:
        """Every admitted problem by id, in the files' order."""
        return {record.id: record for file in self.files for record in file.stated_problems}

    @cached_property
    def measures_by_commitment(self) -> dict[str, list[Measure]]:
        """The figures that answer each commitment."""
        pairs = ((record.commitment, record) for record in self.measures.values() if record.commitment)
        return _grouped(pairs)

    @cached_property
    def outcomes_by_commitment(self) -> dict[str, list[Outcome]]:
        """The outcomes that answer each commitment."""
        return _grouped((id_, record) for record in self.outcomes.values() for id_ in record.commitments)

    @cached_property
    def problems_by_commitment(self) -> dict[str, list[StatedProblem]]:
        """The stated problems that each commitment responds to."""
        return _grouped(
            (id_, record) for record in self.stated_problems.values() for id_ in record.addressed_by
        )

    @cached_property
    def corrections_by_record(self) -> dict[str, list[Correction]]:
        """The corrections that name each record or document, newest first."""
        return _grouped((id_, item) for item in self.corrections for id_ in item.records)


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, list[Value]]:
    groups: dict[str, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
