"""Reads one topic file into records, and notes every id it defines and every id it refers to."""

from collections.abc import Callable
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from ledger.content import fields
from ledger.content.nodes import Mapping, Node, Scalar
from ledger.content.values import Field, Reader, read_fields
from ledger.model.commitment import Commitment, DueBasis
from ledger.model.ledger import TopicYear
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.outcome import Claim, Outcome
from ledger.model.period import Period
from ledger.model.quantity import Change
from ledger.model.record import Key, Origin
from ledger.model.source import Source
from ledger.model.stated_problem import StatedProblem
from ledger.model.target import Operator, Target

Record = TypeVar("Record")
_LISTS = ("measures", "commitments", "outcomes", "problems")


@dataclass(frozen=True)
class Mention:
    """A place that defines a record or refers to one.

    Args:
        kind: the list it belongs to, such as measures.
        id: the full id.
        node: where.
    """

    kind: str
    id: str
    node: Node


@dataclass(frozen=True)
class Place:
    """Which file is being read.

    Args:
        region: region id.
        year: year folder.
        topic: topic id.
        sources: all sources by id.
    """

    region: str
    year: int
    topic: str
    sources: Table[str, Source]


@dataclass
class TopicFile:
    """One topic file while it is being read.

    Args:
        place: which file.
        reader: reads fields and collects problems.
        local: ids that the file defines, per list.
        definitions: list, full id and position of every record.
        references: every mention of another record.
        source: default source id.
        period: default period.
    """

    place: Place
    reader: Reader
    local: dict[str, set[str]] = field(default_factory=dict)
    definitions: list[Mention] = field(default_factory=list)
    references: list[Mention] = field(default_factory=list)
    source: str | None = None
    period: Period | None = None

    def read(self, root: Node, narrative: str) -> TopicYear | None:
        """Read the file's front matter.

        Args:
            root: the front matter.
            narrative: the body.
        """
        top: dict[str, Any] | None = read_fields(root, fields.TOPIC_FILE, self.reader)
        if top is None:
            return None
        lists = {name: top.get(name, []) for name in _LISTS}
        if not any(lists.values()):
            self.reader.report("MZ025", root)
        self.definitions = [self._define(name, node) for name, items in lists.items() for node in _ids(items)]
        self.local = {name: {node.text for node in _ids(items)} for name, items in lists.items()}
        self.source = self._source(top["source"]) if "source" in top else None
        self.period = top.get("period")
        return TopicYear(
            self.place.region,
            self.place.year,
            self.place.topic,
            self.reader.path,
            self._records(lists["measures"], fields.MEASURE, self._measure),
            self._records(lists["commitments"], fields.COMMITMENT, self._commitment),
            self._records(lists["outcomes"], fields.OUTCOME, self._outcome),
            self._records(lists["problems"], fields.STATED_PROBLEM, self._stated_problem),
            narrative,
        )

    def _records(
        self,
        items: list[Node],
        declared: Table[str, Field],
        build: Callable[[Key, Origin, dict[str, Any], Node], Record | None],
    ) -> tuple[Record, ...]:
        read = (self._record(item, declared, build) for item in items)
        return tuple(record for record in read if record is not None)

    def _record(
        self,
        node: Node,
        declared: Table[str, Field],
        build: Callable[[Key, Origin, dict[str, Any], Node], Record | None],
    ) -> Record | None:
        before = len(self.reader.problems)
        found: dict[str, Any] | None = read_fields(node, declared, self.reader)
        if found is None or len(self.reader.problems) > before:
            return None
        key = Key(self.place.region, self.place.year, self.place.topic, found["id"])
        origin = self._origin(found, node)
        return build(key, origin, found, node) if origin else None

    def _origin(self, found: dict[str, Any], node: Node) -> Origin | None:
        source = self._source(found["source"]) if "source" in found else self.source
        if source is None:
            if "source" not in found:
                self.reader.report("MZ024", node)
            return None
        if "repaired" in found and "raw" not in found:
            self.reader.report("MZ023", node)
        raw, repaired, note = found.get("raw"), found.get("repaired"), found.get("note")
        return Origin(source, found["at"], raw, repaired, note, node.line)

    def _source(self, node: Node) -> str | None:
        text = node.text if isinstance(node, Scalar) else ""
        if text in self.place.sources:
            return text
        self.reader.report("MZ021", node, text=text, hint="")
        return None

    def _define(self, kind: str, node: Scalar) -> Mention:
        return Mention(kind, Key(self.place.region, self.place.year, self.place.topic, node.text).id, node)

    def _refer(self, kind: str, node: Node) -> str:
        text = node.text.strip() if isinstance(node, Scalar) else ""
        place = self.place
        id_ = Key(place.region, place.year, place.topic, text).id if text in self.local[kind] else text
        self.references.append(Mention(kind, id_, node))
        return id_

    def _refer_optional(self, kind: str, found: dict[str, Any], name: str) -> str | None:
        return self._refer(kind, found[name]) if name in found else None

    def _refer_all(self, kind: str, found: dict[str, Any], name: str) -> tuple[str, ...]:
        return tuple(self._refer(kind, node) for node in found.get(name, ()))

    def _measure(self, key: Key, origin: Origin, found: dict[str, Any], node: Node) -> Measure | None:
        indicators = self.reader.dictionary.indicators if self.reader.dictionary else {}
        indicator = indicators.get(found.get("indicator", ""))
        name = found.get("name") or (indicator.name if indicator else None)
        if name is None:
            self.reader.report("MZ022", node)
            return None
        value = found["value"]
        disclosed = isinstance(value, Decimal)
        change = found.get("change")
        return Measure(
            key,
            name,
            MeasureStatus.DISCLOSED if disclosed else MeasureStatus(value),
            value if disclosed else None,
            found["unit"],
            found.get("period") or self.period or self._default_period(origin),
            origin,
            indicator=found.get("indicator"),
            qualifier=found.get("qualifier"),
            baseline=found.get("baseline"),
            change=Change(**change) if change else None,
            numerator=self._refer_optional("measures", found, "numerator"),
            denominator=self._refer_optional("measures", found, "denominator"),
            commitment=self._refer_optional("commitments", found, "commitment"),
        )

    def _default_period(self, origin: Origin) -> Period:
        source = self.place.sources[origin.source]
        return source.period if source.year == self.place.year else Period.parse(str(self.place.year))

    def _commitment(self, key: Key, origin: Origin, found: dict[str, Any], node: Node) -> Commitment | None:
        target = found.get("target")
        year_end = date(key.year, 12, 31)
        due = found.get("due")
        basis = DueBasis.ONGOING if due == "ongoing" else DueBasis.STATED if due else DueBasis.PLAN_YEAR
        return Commitment(
            key,
            found["text"],
            due if isinstance(due, date) else year_end,
            basis,
            origin,
            target=self._target(target, node) if target else None,
            indicator=found.get("indicator"),
            lead=found.get("lead"),
            support=tuple(found.get("support", ())),
            owner=found.get("owner"),
            continues=self._refer_optional("commitments", found, "continues"),
        )

    def _target(self, found: dict[str, Any], node: Node) -> Target | None:
        operator, value, unit = Operator(found["op"]), found.get("value"), found.get("unit")
        if operator is Operator.YES:
            return Target(operator)
        if value is None or unit is None:
            self.reader.report("MZ026", node)
            return None
        if value == "redacted":
            return Target(operator, None, unit, redacted=True)
        return Target(operator, value, unit)

    def _outcome(self, key: Key, origin: Origin, found: dict[str, Any], _: Node) -> Outcome:
        return Outcome(
            key,
            found["text"],
            Claim(found["claim"]),
            origin,
            self._refer_all("commitments", found, "commitment"),
            self._refer_all("measures", found, "measures"),
        )

    def _stated_problem(self, key: Key, origin: Origin, found: dict[str, Any], _: Node) -> StatedProblem:
        return StatedProblem(key, found["text"], origin, self._refer_all("commitments", found, "addressed_by"))


def _ids(items: list[Node]) -> list[Scalar]:
    found = (item.get("id") for item in items if isinstance(item, Mapping))
    return [node for node in found if isinstance(node, Scalar)]
