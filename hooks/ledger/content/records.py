"""Reads one topic file into records, and notes every id it defines and every id it refers to."""

import re
from collections.abc import Callable
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar
from unicodedata import normalize

from ledger.content import fields
from ledger.content.drafts import Drafts
from ledger.content.nodes import Mapping, Node, Scalar, Sequence
from ledger.content.plausibility import check_figure
from ledger.content.references import LISTS, REFERENCES, Mention, References
from ledger.content.values import Field, Reader, read_fields
from ledger.model.commitment import Commitment, DueBasis
from ledger.model.indicator import Indicator
from ledger.model.ledger import TopicYear
from ledger.model.measure import Measure, MeasureStatus
from ledger.model.outcome import Claim, Outcome
from ledger.model.period import Period
from ledger.model.quantity import Change
from ledger.model.record import Key, Origin
from ledger.model.source import Source
from ledger.model.stated_problem import StatedProblem
from ledger.model.target import Operator, Target
from ledger.problems import hint

Record = TypeVar("Record")


@dataclass(frozen=True)
class Place:
    """Which file is being read.

    Args:
        region: region id.
        year: year folder.
        topic: topic id.
        sources: all sources by id.
        drafts: what is to become of records that nobody has confirmed.
    """

    region: str
    year: int
    topic: str
    sources: Table[str, Source]
    drafts: Drafts = field(default_factory=Drafts)


@dataclass
class TopicFile:
    """One topic file while it is being read.

    Args:
        place: which file.
        reader: reads fields and collects problems.
        references: every record that the file defines or refers to.
        local: ids that the file defines, per list.
        source: default source id.
        lacks_source: whether a record without a source is still to be reported.
        period: default period.
    """

    place: Place
    reader: Reader
    references: References = field(default_factory=References)
    local: dict[str, set[str]] = field(default_factory=dict)
    source: str | None = None
    lacks_source: bool = True
    period: Period | None = None

    def read(self, root: Node, narrative: str) -> TopicYear | None:
        """Read the file's front matter.

        Args:
            root: the front matter.
            narrative: the body.
        """
        top: dict[str, Any] | None = read_fields(root, fields.TOPIC_FILE, self.reader)
        written = {name: (top or {}).get(name, []) for name in LISTS}
        if top is not None and not any(written.values()) and not self.reader.problems:
            self.reader.report("MZ025", root)
        if self.reader.problems:
            self.reader.losses.files[self.reader.path] = self._key("").id
        lists = {name: self._published(name, root) for name in LISTS}
        if top is None or (any(written.values()) and not any(lists.values())):
            return None
        for name, items in lists.items():
            self._define(name, items)
            # A reference to a draft is told as such, not as one to nowhere.
            self.local[name].update(id_.text.strip() for id_ in _ids(written[name]))
        self.lacks_source = "source" not in top
        self.source = self._source(top.get("source"))
        self.period = top.get("period")
        if self.period:
            mention = self._mention("periods", "", "", _part(root, "period"))
            self.references.periods[self.reader.path] = mention
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

    def _key(self, local: str) -> Key:
        return Key(self.place.region, self.place.year, self.place.topic, local)

    def _published(self, kind: str, root: Node) -> list[Node]:
        """The records of a list that somebody has confirmed, or all where drafts are read too."""
        found = root.get(kind) if isinstance(root, Mapping) else None
        if not isinstance(found, Sequence):
            return []
        return list(self.place.drafts.leave_out(found, self.reader.path, kind, self._key("").id))

    def _mention(self, kind: str, id_: str, local: str, node: Node) -> Mention:
        return Mention(kind, id_, local, self.reader.path, node)

    def _define(self, kind: str, items: list[Node]) -> None:
        ids = _ids(items)
        mentions = [self._mention_of(kind, id_, id_.text.strip()) for id_ in ids]
        self.local[kind] = {mention.local for mention in mentions}
        for id_ in ids:
            # An id such as M1 is reported where it stands; those that call it m1 are not to blame.
            meant = re.sub(r"[^a-z0-9-]", "", normalize("NFKC", id_.text).casefold())
            if meant not in self.local[kind] | {""}:
                self.local[kind].add(meant)
                mentions.append(self._mention_of(kind, id_, meant))
        self.references.definitions += mentions

    def _mention_of(self, kind: str, id_: Scalar, local: str) -> Mention:
        return self._mention(kind, self._key(local).id, local, id_)

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
        before = self.reader.failures
        found: dict[str, Any] | None = read_fields(node, declared, self.reader)
        if found is None:
            return None
        # References and source are looked up even when another field is wrong, so that one run tells all.
        found = {name: self._resolved(name, value) for name, value in found.items()}
        origin = self._origin(found, node)
        if origin is None or self.reader.failures > before:
            return None
        return build(self._key(found["id"]), origin, found, node)

    def _resolved(self, name: str, value: Any) -> Any:  # noqa: ANN401 -- as wide as the fields of a record
        kind = REFERENCES.get(name)
        if kind is None or value is None:
            return value
        if isinstance(value, list):
            return tuple(self._refer(kind, node) for node in value if node is not None)
        return self._refer(kind, value)

    def _refer(self, kind: str, node: Scalar) -> str:
        text = node.text.strip()
        id_ = self._key(text).id if text in self.local[kind] else text
        self.references.references.append(self._mention(kind, id_, text, node))
        return id_

    def _origin(self, found: dict[str, Any], node: Node) -> Origin | None:
        if "repaired" in found and "raw" not in found:
            self.reader.report("MZ023", node)
        source = self._source(found["source"]) if "source" in found else self.source
        if source is None:
            if self.lacks_source and "source" not in found:
                self.reader.report("MZ024", node)
                self.lacks_source = False
            return None
        raw, repaired, note = found.get("raw"), found.get("repaired"), found.get("note")
        is_draft = found.get("draft", False)
        return Origin(source, found.get("at", ""), raw, repaired, note, node.line, is_draft)

    def _source(self, node: Scalar | None) -> str | None:
        text = node.text.strip() if node else ""
        if node is None or text in self.place.sources:
            return text or None
        if self.place.drafts.holds("sources", text):
            self.reader.report("MZ151", node, text=text)
        elif not self.reader.losses.cover("sources", text):
            self.reader.report("MZ021", node, text=text, hint=hint(text, self.place.sources))
        return None

    def _measure(self, key: Key, origin: Origin, found: dict[str, Any], node: Node) -> Measure | None:
        indicator = self._indicator(found)
        name = found.get("name") or (indicator.name if indicator else None)
        if name is None:
            self.reader.report("MZ022", node)
            return None
        self.references.measures[key.id] = self._mention("measures", key.id, key.local, node)
        value = found["value"]
        disclosed = isinstance(value, Decimal)
        change = found.get("change")
        period = found.get("period") or self.period or self._default_period(origin)
        if origin.raw is None:
            for part in ("value", "baseline"):
                check_figure(found.get(part), found["unit"], indicator, _part(node, part), self.reader)
        return Measure(
            key,
            name,
            MeasureStatus.DISCLOSED if disclosed else MeasureStatus(value),
            value if disclosed else None,
            found["unit"],
            period,
            origin,
            indicator=found.get("indicator"),
            qualifier=found.get("qualifier"),
            baseline=found.get("baseline"),
            change=Change(**change) if change else None,
            numerator=found.get("numerator"),
            denominator=found.get("denominator"),
            part_of=found.get("part_of"),
            commitment=found.get("commitment"),
            parts=found.get("parts"),
        )

    def _indicator(self, found: dict[str, Any]) -> Indicator | None:
        indicators = self.reader.dictionary.indicators if self.reader.dictionary else {}
        return indicators.get(found.get("indicator", ""))

    def _default_period(self, origin: Origin) -> Period:
        source = self.place.sources[origin.source]
        return source.period if source.year == self.place.year else Period.parse(str(self.place.year))

    def _commitment(self, key: Key, origin: Origin, found: dict[str, Any], node: Node) -> Commitment | None:
        self.references.commitments[key.id] = self._mention("commitments", key.id, key.local, node)
        target = found.get("target")
        year_end = date(key.year, 12, 31)
        due = found.get("due")
        if origin.raw is None and target and target.get("unit"):
            where = _part(_part(node, "target"), "value")
            check_figure(target.get("value"), target["unit"], self._indicator(found), where, self.reader)
        basis = DueBasis.ONGOING if due == "ongoing" else DueBasis.STATED if due else DueBasis.PLAN_YEAR
        return Commitment(
            key,
            found["text"],
            due if isinstance(due, date) else year_end,
            basis,
            origin,
            target=self._target(target, _part(node, "target")) if target else None,
            indicator=found.get("indicator"),
            lead=found.get("lead"),
            support=tuple(found.get("support", ())),
            owner=found.get("owner"),
            continues=found.get("continues"),
        )

    def _target(self, found: dict[str, Any], node: Node) -> Target | None:
        operator, value, unit = Operator(found["op"]), found.get("value"), found.get("unit")
        is_yes = operator is Operator.YES
        if is_yes in {value is not None, unit is not None}:
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
            found.get("commitment", ()),
            found.get("measures", ()),
        )

    def _stated_problem(self, key: Key, origin: Origin, found: dict[str, Any], _: Node) -> StatedProblem:
        return StatedProblem(key, found["text"], origin, found.get("addressed_by", ()))


def _ids(items: list[Node]) -> list[Scalar]:
    found = [item.get("id") for item in items if isinstance(item, Mapping)]
    return [id_ for id_ in found if isinstance(id_, Scalar)]


def _part(node: Node, name: str) -> Node:
    return (node.get(name) if isinstance(node, Mapping) else None) or node
