"""Checks that need every file: ids that collide, ids that are not there, units that cannot be compared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ledger.content.drafts import Drafts
from ledger.content.losses import Losses
from ledger.content.nodes import Node, Scalar
from ledger.model.commitment import Commitment
from ledger.model.ledger import TopicYear
from ledger.model.measure import Measure
from ledger.problems import Problem, hint

# The lists of a topic file.
LISTS = ("measures", "commitments", "outcomes", "problems")
# Fields that hold ids of other records, and the list those stand in.
REFERENCES = {
    "numerator": "measures",
    "denominator": "measures",
    "measures": "measures",
    "part_of": "measures",
    "commitment": "commitments",
    "continues": "commitments",
    "addressed_by": "commitments",
}


@dataclass(frozen=True)
class Mention:
    """A place that defines a record or refers to one.

    Args:
        kind: the list it belongs to, such as measures.
        id: the full id.
        local: the id as written.
        path: the file.
        node: where in the file.
    """

    kind: str
    id: str
    local: str
    path: str
    node: Node

    def problem(self, code: str, **details: str) -> Problem:
        """Report something wrong at this place.

        Args:
            code: key of the catalogue.
            details: what fills the message.
        """
        width = self.node.width if isinstance(self.node, Scalar) else 1
        return Problem(self.path, self.node.line, self.node.column, code, details, width)


@dataclass
class References:
    """Every place of the ledger that defines a record or refers to one.

    Args:
        definitions: places that define records.
        references: places that refer to them.
        measures: where each measure that could be read begins, by full id.
        commitments: where each commitment that could be read begins, by full id.
        sources: where each document begins, by id.
    periods: where the period of a whole file is written, by the file's path.
    """

    definitions: list[Mention] = field(default_factory=list)
    references: list[Mention] = field(default_factory=list)
    measures: dict[str, Mention] = field(default_factory=dict)
    commitments: dict[str, Mention] = field(default_factory=dict)
    sources: dict[str, Mention] = field(default_factory=dict)
    periods: dict[str, Mention] = field(default_factory=dict)

    def extend(self, other: "References") -> None:
        """Add those of one more file.

        Args:
            other: the file's.
        """
        self.definitions += other.definitions
        self.references += other.references
        self.measures.update(other.measures)
        self.commitments.update(other.commitments)
        self.periods.update(other.periods)

    def check(
        self, files: Iterable[TopicYear], losses: Losses, drafts: Drafts | None = None
    ) -> Iterator[Problem]:
        """Find what is wrong between records.

        Args:
            files: every topic file that could be read.
            losses: what could not be read.
            drafts: what was left out because nobody has confirmed it.
        """
        yield from self._collisions()
        yield from self._dangling(losses, drafts or Drafts())
        yield from self._incomparable(list(files))

    def _collisions(self) -> Iterator[Problem]:
        first: dict[str, Mention] = {}
        for mention in self.definitions:
            earlier = first.setdefault(mention.id, mention)
            if earlier is not mention:
                code = "MZ020" if earlier.path == mention.path else "MZ029"
                place = f"{earlier.path}:{earlier.node.line}"
                yield mention.problem(code, text=mention.local, first=place)

    def _dangling(self, losses: Losses, drafts: Drafts) -> Iterator[Problem]:
        known: dict[str, dict[str, Mention]] = {}
        for mention in self.definitions:
            known.setdefault(mention.kind, {})[mention.id] = mention
        for mention in self.references:
            valid = known.get(mention.kind, {})
            if mention.id not in valid and drafts.holds(mention.kind, mention.id):
                yield mention.problem("MZ150", text=mention.local)
            elif mention.id not in valid and not losses.cover_record(mention.id, mention.path):
                near = [other.local for other in valid.values() if other.path == mention.path]
                yield mention.problem("MZ021", text=mention.local, hint=hint(mention.local, [*near, *valid]))

    def _incomparable(self, files: list[TopicYear]) -> Iterator[Problem]:
        commitments = {record.id: record for file in files for record in file.commitments}
        for file in files:
            for measure in file.measures:
                mismatch = _mismatch(measure, commitments)
                if mismatch and measure.id in self.measures:
                    text, other = mismatch
                    yield self.measures[measure.id].problem("MZ027", text=text, other=other)


def _mismatch(measure: Measure, commitments: Mapping[str, Commitment]) -> tuple[str, str] | None:
    commitment = commitments.get(measure.commitment or "")
    unit = commitment.target.unit if commitment and commitment.target else None
    if unit is None or unit.base == measure.unit.base:
        return None
    return measure.unit.written, unit.written
