"""What was found in a document → draft records, by the year and topic of their files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from ledger.content.writer import Entry, Value
from ledger.importers.block import Repair
from ledger.importers.drafts.draft_files import DraftFile, FileKey
from ledger.importers.extraction import Extraction
from ledger.importers.figure import Figure, Goal
from ledger.importers.statement import Statement, StatementKind
from ledger.model.dictionary import Dictionary
from ledger.own_table import read_own_table

_WORDS: Mapping[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))
_COMMENTS, _DOUBTS, _FIELDS = _WORDS["comments"], _WORDS["doubts"], _WORDS["fields"]
_LISTS = {
    StatementKind.COMMITMENT: "commitments",
    StatementKind.OUTCOME: "outcomes",
    StatementKind.PROBLEM: "problems",
}
# What the sentence in a comment is marked with where the record was found.
OPEN, CLOSE = "⟦", "⟧"
# Lines of content files have a limit; nothing that people write of one thing comes near this.
_LONGEST = 2000


@dataclass(frozen=True)
class Destination:
    """Where the drafts of a document go.

    Args:
        region: region id.
        source: id of the document.
        is_sure: tells whether the topic that was proposed for a text below some headings has a reason.
    """

    region: str
    source: str
    is_sure: Callable[[str, tuple[str, ...]], bool] = lambda _text, _headings: True


def make_drafts(
    extraction: Extraction, destination: Destination, dictionary: Dictionary, files: dict[FileKey, DraftFile]
) -> dict[FileKey, DraftFile]:
    """Make drafts of everything that was found.

    Args:
        extraction: what was found.
        destination: where the drafts go.
        dictionary: vocabularies.
        files: topic files with the ids they have; asked for one that is not there, it begins one.
    """
    _Drafting(extraction, destination, dictionary, files).run()
    return files


@dataclass
class _Drafting:
    found: Extraction
    destination: Destination
    dictionary: Dictionary
    files: dict[FileKey, DraftFile]
    # Where each figure and each statement is written: file and id.
    figures: dict[int, tuple[FileKey, str]] = field(default_factory=dict)
    statements: dict[int, tuple[FileKey, str]] = field(default_factory=dict)
    promises: dict[int, int] = field(default_factory=dict)
    # Repairs that a record tells already, each with its passage.
    told: set[tuple[int, Repair]] = field(default_factory=set)

    def run(self) -> None:
        for index, figure in enumerate(self.found.figures):
            if not figure.is_goal:
                key = self._key(figure.passage, self._topic(index))
                self.figures[index] = key, self._file(key).next_id("measures")
        for index, statement in enumerate(self.found.statements):
            key = self._key(statement.passage, statement.topic)
            self.statements[index] = key, self._file(key).next_id(_LISTS[statement.kind])
            self._link(index, statement)
        for index, figure in enumerate(self.found.figures):
            if index in self.figures:
                self._write(self.figures[index], "measures", self._measure(index, figure))
            elif not any(index in item.figures for item in self.found.statements):
                self._write_goal(index, figure)
        for index, statement in enumerate(self.found.statements):
            entry = self._statement(index, statement)
            self._write(self.statements[index], _LISTS[statement.kind], entry)

    def _link(self, index: int, statement: Statement) -> None:
        """Note which promise each figure answers: whose target stands beside it, or that it belongs to."""
        figures = self.found.figures
        aimed = [
            number for number in statement.figures if figures[number].goal and not figures[number].is_goal
        ]
        if statement.kind is StatementKind.OUTCOME and len(aimed) == len(statement.answers):
            self.promises.update(zip(aimed, statement.answers, strict=True))
        elif statement.kind is StatementKind.COMMITMENT:
            self.promises.update(dict.fromkeys(statement.figures, index))

    def _topic(self, index: int) -> str:
        return self.found.topics[index] if index < len(self.found.topics) else ""

    def _key(self, passage: int, topic: str) -> FileKey:
        sentence = self.found.passages[passage]
        return FileKey(sentence.year or self.found.year, topic or next(iter(self.dictionary.topics)))

    def _file(self, key: FileKey) -> DraftFile:
        return self.files[key]

    def _write(self, place: tuple[FileKey, str], kind: str, entry: Entry) -> None:
        self._file(place[0]).add(kind, place[1], entry, self.destination.source)

    def _id(self, at: tuple[FileKey, str], of: FileKey) -> str:
        key, local = at
        return local if key == of else f"{self.destination.region}-{key.year}-{key.topic}-{local}"

    def _measure(self, index: int, figure: Figure) -> Entry:
        key, passage = self.figures[index][0], self.found.passages[figure.passage]
        indicator = self.dictionary.indicators.get(figure.indicator or "")
        promise = self.promises.get(index)
        links = {
            "numerator": self.figures.get(figure.numerator if figure.numerator is not None else -1),
            "denominator": self.figures.get(figure.denominator if figure.denominator is not None else -1),
            "part_of": self.figures.get(figure.part_of if figure.part_of is not None else -1),
            "commitment": self.statements.get(promise) if promise is not None else None,
        }
        name = figure.name or ("" if indicator else _FIELDS["unknown_name"])
        fields: dict[str, Value | None] = {
            "indicator": indicator.id if indicator else None,
            "name": None if indicator and name in {"", indicator.name} else name,
            "value": _number(figure),
            "unit": figure.unit,
            "qualifier": figure.qualifier,
            "period": figure.period,
            "baseline": None if figure.baseline is None else _digits(figure.baseline),
            "change": _change(figure),
            **{name: self._id(place, key) for name, place in links.items() if place},
            **_repaired(_within(passage.repairs, figure.start, figure.end)),
            "at": passage.at or _FIELDS["unknown_place"],
        }
        doubts = [] if figure.known_unit else [_DOUBTS["unit"].format(unit=figure.unit)]
        doubts += [] if figure.name or indicator else [_DOUBTS["nameless"]]
        is_sure = indicator or self.destination.is_sure(figure.name, passage.headings)
        return Entry(_written(fields), self._comments(figure, doubts, is_sure))

    def _write_goal(self, index: int, figure: Figure) -> None:
        """A target of the plan that no promise has taken is a promise of its own."""
        passage = self.found.passages[figure.passage]
        key = self._key(figure.passage, self._topic(index))
        indicator = self.dictionary.indicators.get(figure.indicator or "")
        goal = figure.goal or Goal("=", figure.value, figure.unit)
        fields = {
            "text": figure.name or (indicator.name if indicator else _FIELDS["unknown_name"]),
            "indicator": indicator.id if indicator else None,
            "target": _target(goal),
            **_repaired(_within(passage.repairs, figure.start, figure.end)),
            "at": passage.at or _FIELDS["unknown_place"],
        }
        doubts = [] if figure.known_unit else [_DOUBTS["unit"].format(unit=figure.unit)]
        is_sure = indicator or self.destination.is_sure(figure.name, passage.headings)
        comments = self._comments(figure, doubts, is_sure)
        place = key, self._file(key).next_id("commitments")
        self._write(place, "commitments", Entry(_written(fields), comments))

    def _statement(self, index: int, statement: Statement) -> Entry:
        key, passage = self.statements[index][0], self.found.passages[statement.passage]
        measures = [self._id(self.figures[n], key) for n in statement.figures if n in self.figures]
        answers = [self._id(self.statements[n], key) for n in statement.answers if n in self.statements]
        fields: dict[str, Value | None] = {"text": statement.text}
        if statement.kind is StatementKind.COMMITMENT:
            target = {"op": "yes"} if statement.is_yes else None
            fields |= {
                "indicator": statement.indicator,
                "target": _target(statement.goal) if statement.goal else target,
                "due": statement.due,
                "lead": statement.lead,
                "support": statement.support,
                "owner": statement.owner,
            }
        elif statement.kind is StatementKind.OUTCOME:
            claim = statement.claim.value if statement.claim else "stated"
            fields |= {"commitment": answers, "claim": claim, "measures": measures}
        fields["at"] = passage.at or _FIELDS["unknown_place"]
        is_sure = self.destination.is_sure(statement.text, passage.headings)
        return Entry(_written(fields), self._comments(statement, [], is_sure))

    def _comments(self, found: Figure | Statement, doubts: list[str], is_sure: object) -> tuple[str, ...]:
        start, end, passage = found.start, found.end, self.found.passages[found.passage]
        marked = f"{passage.text[:start]}{OPEN}{passage.text[start:end]}{CLOSE}{passage.text[end:]}"
        is_whole = not passage.text[:start].strip() and not passage.text[end:].strip()
        repairs = self._repairs(found)
        told = list(doubts)
        told += [_DOUBTS["damage"]] if repairs else []
        told += [] if is_sure else [_DOUBTS["topic"]]
        told += [] if passage.at else [_DOUBTS["placeless"]]
        text = passage.text if is_whole else marked
        return (
            _COMMENTS["sentence"].format(number=found.passage + 1, text=text),
            *(_COMMENTS["damage"].format(raw=item.raw, mended=item.mended) for item in repairs),
            *(_COMMENTS["doubt"].format(text=text) for text in told),
        )

    def _repairs(self, found: Figure | Statement) -> list[Repair]:
        """Give the repairs that a record tells: a figure those in it, a statement those nobody has told."""
        within = _within(self.found.passages[found.passage].repairs, found.start, found.end)
        if isinstance(found, Statement):
            within = [item for item in within if (found.passage, item) not in self.told]
        self.told.update((found.passage, item) for item in within)
        return within


def _number(figure: Figure) -> str:
    if figure.redacted:
        return "redacted"
    return "not_reported" if figure.value is None else _digits(figure.value)


def _digits(value: Decimal) -> str:
    return f"{value:f}"


def _change(figure: Figure) -> dict[str, Value] | None:
    moved = figure.movement
    if moved is None:
        return None
    fields = {"value": _digits(moved.value), "unit": moved.unit}
    return _written({**fields, "against": moved.against, "qualifier": moved.qualifier})


def _target(goal: Goal) -> dict[str, Value]:
    value = "redacted" if goal.value is None else _digits(goal.value)
    return _written({"op": goal.operator, "value": value, "unit": goal.unit})


def _within(repairs: tuple[Repair, ...], start: int, end: int) -> list[Repair]:
    # Characters that were only taken out leave an empty span where they were.
    return [
        item
        for item in repairs
        if item.start < max(end, start + 1) and item.end > start - (item.start == item.end)
    ]


def _repaired(repairs: list[Repair]) -> dict[str, Value]:
    if not repairs:
        return {}
    told = "，".join(_FIELDS["repaired"].format(raw=item.raw, mended=item.mended) for item in repairs)
    return {"raw": " ".join(item.raw for item in repairs), "repaired": told}


def _written(fields: Mapping[str, Value | None]) -> dict[str, Value]:
    return {
        name: value[:_LONGEST] if isinstance(value, str) else value for name, value in fields.items() if value
    }
