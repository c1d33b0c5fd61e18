"""Checks of what figures and dates say to each other: contradictions that are probably slips of the pen.

Of a record that carries `raw`, the document itself says so: the audit page tells it, and nothing is refused.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ledger.analysis.agreement import Agreement
from ledger.analysis.chronology import Anachronism, Clash, chronology
from ledger.analysis.movement import Movement, movements
from ledger.analysis.recomputation import Recomputation, recompute
from ledger.analysis.retelling import Likeness, Retelling, retellings
from ledger.analysis.span import span_of_measure
from ledger.analysis.total import Adding, Total, totals
from ledger.content.drafts import Drafts
from ledger.content.losses import Losses
from ledger.content.nodes import Mapping as Fields
from ledger.content.nodes import Node, Scalar
from ledger.content.plausibility import find_impossible
from ledger.content.references import Mention, References
from ledger.model.commitment import Commitment
from ledger.model.dictionary import Dictionary
from ledger.model.ledger import TopicYear
from ledger.model.measure import Measure
from ledger.model.source import Source
from ledger.problems import Problem, hint


def check(
    files: Sequence[TopicYear],
    sources: Mapping[str, Source],
    dictionary: Dictionary,
    references: References,
    losses: Losses,
    drafts: Drafts | None = None,
) -> Iterator[Problem]:
    """Find what cannot all be meant, as far as the content could be read.

    Args:
        files: every topic file that could be read.
        sources: documents by id.
        dictionary: the vocabularies.
        references: where records stand.
        losses: what could not be read.
        drafts: what was left out because nobody has confirmed it.
    """
    measures = {record.id: record for file in files for record in file.measures}
    commitments = [record for file in files for record in file.commitments]
    # Of a figure that cannot be, its reading has told; nothing is reckoned from it.
    possible = {id_: item for id_, item in measures.items() if not _is_impossible(item, dictionary)}
    meaning = _Meaning(possible, sources, dictionary, references, losses, drafts or Drafts())
    yield from meaning.rates()
    yield from meaning.totals()
    yield from meaning.partless()
    yield from meaning.movements()
    yield from meaning.retellings()
    yield from meaning.dates(measures, commitments)
    yield from meaning.repeats()


@dataclass(frozen=True)
class _Meaning:
    measures: Mapping[str, Measure]
    sources: Mapping[str, Source]
    dictionary: Dictionary
    references: References
    losses: Losses
    drafts: Drafts

    def rates(self) -> Iterator[Problem]:
        groups: dict[str, list[Problem | None]] = {}
        for measure in self.measures.values():
            parts = self._parts(measure)
            if parts:
                groups.setdefault(parts[1].id, []).append(self._rate(measure, *parts))
        for rates in groups.values():
            found = [problem for problem in rates if problem]
            # Where every rate over a denominator is wrong, the denominator is: one cause, one message.
            yield from found[:1] if len(found) == len(rates) else found

    def _rate(self, measure: Measure, above: Measure, below: Measure) -> Problem | None:
        if _is_vouched_for(measure, above, below):
            return None
        if self._is_upside_down(measure, above, below):
            return self._at(above, "MZ081", value=_written(above), other=self._placed(below))
        found = recompute(measure, self.measures)
        if found and found.agreement is Agreement.DIFFERS:
            return self._at(measure, "MZ082", **_recomputed(found))
        return None

    def _parts(self, measure: Measure) -> tuple[Measure, Measure] | None:
        above = self.measures.get(measure.numerator or "")
        below = self.measures.get(measure.denominator or "")
        return (above, below) if above and below else None

    def _is_upside_down(self, rate: Measure, above: Measure, below: Measure) -> bool:
        spans = span_of_measure(above), span_of_measure(below)
        if above.unit.base != below.unit.base or not spans[0] or not spans[1]:
            return False
        # More than was planned may be done: a rate above 100% that says so itself is none of a share.
        indicator = self.dictionary.indicators.get(rate.indicator or "")
        factor = Decimal(indicator.factor) if indicator and indicator.factor else None
        is_share = factor is not None or (rate.unit.base == "%" and (rate.value or 0) <= 100)
        return is_share and spans[1].is_below(spans[0])

    def totals(self) -> Iterator[Problem]:
        lacks_measures = self._lacks_measures()
        for total in totals(self.measures).values():
            if not total.adding or not total.adding.is_conflict:
                continue
            if _is_vouched_for(total.measure, *total.parts):
                continue
            # A part may stand in a file that could not be read.
            if total.adding is Adding.EXCEEDS:
                yield self._at(total.measure, "MZ083", **_added(total))
            elif not lacks_measures:
                yield self._at(total.measure, "MZ084", **_added(total))

    def partless(self) -> Iterator[Problem]:
        named = {item.part_of for item in self.measures.values() if item.part_of}
        # A part may stand in a file that could not be read, or may have misspelt its total.
        if self._lacks_measures() or not named <= set(self.measures):
            return
        for measure in self.measures.values():
            if measure.parts and measure.id not in named:
                yield self._at(measure, "MZ079", "parts", text=measure.key.local)

    def _lacks_measures(self) -> bool:
        written = {item.id for item in self.references.definitions if item.kind == "measures"}
        return bool(self.losses.files) or not written <= set(self.measures)

    def movements(self) -> Iterator[Problem]:
        for found in movements(self.measures.values()).values():
            if found.agreement is Agreement.DIFFERS and not _is_vouched_for(found.measure):
                yield self._at(found.measure, "MZ085", "change", "value", **_moved(found))

    def retellings(self) -> Iterator[Problem]:
        for found in retellings(self.measures.values(), self.dictionary.indicators):
            if found.likeness is Likeness.DIFFERS and not _is_vouched_for(*found.measures):
                first, later = _apart(found)
                yield self._at(later, "MZ086", value=_written(later), other=self._placed(first))

    def dates(self, measures: Mapping[str, Measure], commitments: Iterable[Commitment]) -> Iterator[Problem]:
        known = {id_: item for id_, item in measures.items() if item.origin.source in self.sources}
        promised = [item for item in commitments if item.origin.source in self.sources]
        found = chronology(known.values(), promised, self.sources).anachronisms
        early = {item.source.id for item in found if item.clash is Clash.REPORT_BEFORE_ITS_TIME}
        counted = (
            item
            for item in found
            if isinstance(item.record, Source)
            or not (item.record.origin.raw or (item.source.id in early and _is_inherited(item)))
        )
        # The period of a whole file is wrong once, however many figures have it.
        yield from dict.fromkeys(self._misdated(item) for item in counted)

    def _misdated(self, item: Anachronism) -> Problem:
        record = item.record
        if isinstance(record, Commitment):
            mention = self.references.commitments[record.id]
            return _problem(mention, "MZ088", "due", text=record.due.isoformat(), year=str(record.key.year))
        mention = self._dated(record)
        if isinstance(record, Measure) and item.clash is Clash.YEAR_AHEAD:
            return _problem(mention, "MZ089", "period", year=str(record.key.year))
        known = item.known.isoformat() if item.known else ""
        end = record.period.end.isoformat() if record.period.end else ""
        return _problem(mention, "MZ087", "period", end=end, known=known)

    def _dated(self, record: Measure | Source) -> Mention:
        """Where the period of a figure or of a document is written: its own, or that of the whole file."""
        if isinstance(record, Source):
            return self.references.sources[record.id]
        mention = self.references.measures[record.id]
        is_own = isinstance(mention.node, Fields) and mention.node.get("period")
        return mention if is_own else self.references.periods.get(mention.path, mention)

    def repeats(self) -> Iterator[Problem]:
        if "sources" in self.losses.lists:
            return
        for source in self.sources.values():
            for place, repeat in enumerate(source.repeats):
                if repeat.source and repeat.source not in {*self.sources, *self.losses.ids}:
                    node = _node(self.references.sources[source.id].node, "repeats", place, "source")
                    if self.drafts.holds("sources", repeat.source):
                        yield _at(source.path, node, "MZ151", text=repeat.source)
                        continue
                    mended = hint(repeat.source, self.sources)
                    yield _at(source.path, node, "MZ021", text=repeat.source, hint=mended)

    def _at(self, measure: Measure, code: str, *path: str, **details: str) -> Problem:
        return _problem(self.references.measures[measure.id], code, *(path or ("value",)), **details)

    def _placed(self, measure: Measure) -> str:
        mention = self.references.measures[measure.id]
        return f"{_written(measure)}（{mention.path}:{mention.node.line}）"


def _problem(mention: Mention, code: str, *path: str, **details: str) -> Problem:
    return _at(mention.path, _node(mention.node, *path), code, **details)


def _at(path: str, node: Node, code: str, **details: str) -> Problem:
    width = node.width if isinstance(node, Scalar) else 1
    return Problem(path, node.line, node.column, code, details, width)


def _node(node: Node, *path: str | int) -> Node:
    """Go as far down as the content goes; a field that is left to its default has no place of its own."""
    for step in path:
        below: Node | None = None
        if isinstance(step, str):
            below = node.get(step) if isinstance(node, Fields) else None
        elif not isinstance(node, Fields | Scalar):
            below = node.items[step]
        if below is None:
            break
        node = below
    return node


def _is_impossible(measure: Measure, dictionary: Dictionary) -> bool:
    indicator = dictionary.indicators.get(measure.indicator or "")
    figures = [figure for figure in (measure.value, measure.baseline) if figure is not None]
    return not measure.origin.raw and any(find_impossible(item, measure.unit, indicator) for item in figures)


def _is_vouched_for(*measures: Measure) -> bool:
    return any(measure.origin.raw for measure in measures)


def _is_inherited(item: Anachronism) -> bool:
    return isinstance(item.record, Measure) and item.record.period == item.source.period


def _apart(found: Retelling) -> tuple[Measure, Measure]:
    """The first telling, and the first later one that cannot be meant by it."""
    given = [(item, span) for item in found.measures if (span := span_of_measure(item))]
    first = last = given[0]
    for told in given[1:]:
        for one in (first, last):
            if not one[1].meets(told[1]):
                return one[0], told[0]
        first = min(first, told, key=lambda pair: pair[1].most)
        last = max(last, told, key=lambda pair: pair[1].least)
    return first[0], last[0]


def _written(measure: Measure) -> str:
    return "" if measure.value is None else f"{measure.value:f}{measure.unit.written}"


def _recomputed(found: Recomputation) -> dict[str, str]:
    parts = found.numerator, found.denominator
    return {
        "value": _written(found.measure),
        "parts": " ÷ ".join(_written(part) for part in parts),
        "other": f"{found.value:f}{found.measure.unit.written}",
    }


def _added(total: Total) -> dict[str, str]:
    summed, whole = total.sum or Decimal(0), total.measure.base_value or Decimal(0)
    base = total.measure.unit.base
    return {
        "value": _written(total.measure),
        "other": f"{summed:f}{base}",
        "difference": f"{abs(summed - whole):f}{base}",
    }


def _moved(found: Movement) -> dict[str, str]:
    unit = found.change.unit.written
    return {"value": f"{found.change.value:f}{unit}", "other": f"{found.value or Decimal(0):f}{unit}"}
