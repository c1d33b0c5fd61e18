"""Records that are only prepared: last year's open promises, answers to this year's, a topic's indicators.

Nothing in them is invented: what nobody said is left out, so that the review asks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger.content import fields
from ledger.content.descriptions import DESCRIPTIONS
from ledger.content.lookups import OneOf, TermOf
from ledger.content.record_lines import SOURCES
from ledger.content.writer import Entry, Value
from ledger.importers.drafts.draft_files import DraftFiles, FileKey
from ledger.importers.tables.office_tables import target_text
from ledger.model.commitment import Commitment
from ledger.model.dictionary import Dictionary
from ledger.model.indicator import Indicator
from ledger.model.ledger import Ledger
from ledger.own_table import read_own_table

_COMMENTS: Mapping[str, Any] = read_own_table(Path(__file__).with_suffix(".toml"))["comments"]


def last_year(ledger: Ledger, region: str, before: int) -> int | None:
    """Find the last year of a region that has content.

    Args:
        ledger: the ledger.
        region: region id.
        before: the year that is prepared.
    """
    return max((f.year for f in ledger.files if f.region == region and f.year < before), default=None)


def scaffold_source(given: Mapping[str, str], dictionary: Dictionary) -> Entry:
    """Prepare the entry of a document, with a comment for each field that it still needs.

    Args:
        given: the fields that somebody gave.
        dictionary: vocabularies.
    """
    lacking = [name for name, field in fields.SOURCE.items() if field.required and name not in given]
    comments = tuple(_lacking(name, dictionary) for name in lacking)
    return Entry({**given, "draft": "true"}, comments)


def _lacking(name: str, dictionary: Dictionary) -> str:
    words = _COMMENTS["between"].join(
        f"{id_} {word}" for id_, word in words_of(SOURCES, name, dictionary).items()
    )
    choices = _COMMENTS["choices"].format(words=words) if words else ""
    return str(
        _COMMENTS["lacking"].format(field=name, description=DESCRIPTIONS[SOURCES][name], choices=choices)
    )


def words_of(kind: str, name: str, dictionary: Dictionary) -> dict[str, str]:
    """Give the words that a field may hold with their names; none where it is free.

    Args:
        kind: the kind of content, as fields.toml names it.
        name: the field.
        dictionary: vocabularies.
    """
    type_ = fields.KINDS[kind][name].type
    if isinstance(type_, TermOf):
        return {term.id: term.name for term in dictionary.terms.get(type_.vocabulary, {}).values()}
    if isinstance(type_, OneOf) and isinstance(type_.words, Mapping):
        return dict(type_.words)
    return {}


@dataclass
class Scaffold:
    """What is prepared for a year.

    Args:
        files: the region's topic files, to which the drafts are added.
        ledger: the ledger.
        unfinished: id → name of the verdict, of every promise that is not finished.
    """

    files: DraftFiles
    ledger: Ledger
    unfinished: Mapping[str, str]

    def continue_promises(self, year: int, topic: str | None = None) -> int:
        """Offer what the last year with content left open as promises that continue it.

        Args:
            year: the year that is prepared.
            topic: the only topic that is looked at.

        Returns:
            How many are offered.
        """
        before = last_year(self.ledger, self.files.files.region, year)
        count = 0
        for item in self._promises(before, topic) if before else ():
            there = self._mentioned(item, year, "commitments", "continues")
            if item.id in self.unfinished and item.id not in there:
                self._add("commitments", FileKey(year, item.key.topic), *self._promise(item, year))
                count += 1
        return count

    def answer_promises(self, year: int, promises: Mapping[str, Commitment]) -> int:
        """Offer an outcome for each promise of the same year that nothing answers yet.

        Args:
            year: the year.
            promises: promises by id, drafts included.

        Returns:
            How many are offered.
        """
        here = (self.files.files.region, year)
        mine = [item for item in promises.values() if (item.key.region, item.key.year) == here]
        unanswered = [
            item
            for item in mine
            if not {item.id, item.key.local} & self._mentioned(item, year, "outcomes", "commitment")
        ]
        for item in unanswered:
            self._add("outcomes", FileKey(year, item.key.topic), *self._answer(item))
        return len(unanswered)

    def measure_indicators(self, year: int, topic: str) -> int:
        """Offer a figure for each indicator of a topic, with its numerator and denominator.

        Args:
            year: the year.
            topic: topic id.

        Returns:
            How many are offered.
        """
        key = FileKey(year, topic)
        records = [item for item in self.files.files.records(key) if item.kind == "measures"]
        there = {str(item.fields.get("indicator")) for item in records}
        # Two rates of the same people share their denominator.
        named = {str(item.fields["name"]): item.id for item in records if "name" in item.fields}
        before = len(self.files[key].entries.get("measures", ()))
        for indicator in self.ledger.dictionary.indicators.values():
            if indicator.topic == topic and indicator.id not in there:
                self._measure(key, indicator, named)
        return len(self.files[key].entries.get("measures", ())) - before

    def _promises(self, year: int, topic: str | None) -> list[Commitment]:
        region = self.files.files.region
        found = [item for item in self.ledger.commitments.values() if item.key.region == region]
        return [item for item in found if item.key.year == year and topic in {None, item.key.topic}]

    def _mentioned(self, promise: Commitment, year: int, kind: str, name: str) -> set[str]:
        """Ids that a field names in one list of the promise's topic, drafts included."""
        found: set[str] = set()
        for item in self.files.files.records(FileKey(year, promise.key.topic)):
            value = item.fields.get(name, ()) if item.kind == kind else ()
            found.update([value] if isinstance(value, str) else map(str, value))
        return found

    def _promise(self, item: Commitment, year: int) -> tuple[dict[str, Value], str]:
        told = {"before": item.key.year, "year": year, "verdict": self.unfinished[item.id]}
        given = {
            "text": item.text,
            "indicator": item.indicator,
            "owner": item.owner,
            "continues": item.id,
        }
        comment = _aimed("promise", item, **told)
        return {name: value for name, value in given.items() if value}, comment

    def _answer(self, item: Commitment) -> tuple[dict[str, Value], str]:
        return {"commitment": item.key.local}, _aimed("answer", item, id=item.key.local, text=item.text)

    def _measure(self, key: FileKey, indicator: Indicator, named: dict[str, str]) -> None:
        given: dict[str, Value] = {"indicator": indicator.id, "unit": indicator.unit.written}
        id_ = self.files[key].next_id("measures")
        parts = {"numerator": indicator.numerator, "denominator": indicator.denominator}
        written = []
        for part, name in parts.items():
            if name is None:
                continue
            if name not in named:
                named[name] = self.files[key].next_id("measures")
                comment = _COMMENTS[part].format(name=indicator.name)
                written.append((named[name], Entry({"name": name}, (comment,))))
            given[part] = named[name]
        comment = _COMMENTS["indicator"].format(name=indicator.name, definition=indicator.definition)
        for local, entry in ((id_, Entry(given, (comment,))), *written):
            self.files[key].add("measures", local, entry, self.files.source)

    def _add(self, kind: str, key: FileKey, given: Mapping[str, Value], comment: str) -> None:
        file = self.files[key]
        file.add(kind, file.next_id(kind), Entry(given, (comment,)), self.files.source)


def _aimed(name: str, item: Commitment, **words: object) -> str:
    """Fill a comment, which has other words for promises without a number to reach."""
    if not item.is_numeric:
        return str(_COMMENTS[f"aimless_{name}"].format(**words))
    return str(_COMMENTS[name].format(target=target_text(item.target), **words))
