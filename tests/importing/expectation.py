"""What a document should give: from curated content, or from the file a person has written beside it."""

import re
from dataclasses import replace
from pathlib import Path

import yaml

from ledger.model.ledger import Ledger
from ledger.model.measure import Measure
from ledger.model.target import Target
from tests.importing.facts import KINDS, MASKED, TOLD, Fact, Facts, places


def curated_facts(ledger: Ledger, source: str) -> Facts:
    """Everything the content says of one document.

    Args:
        ledger: the content.
        source: id of the document's record.
    """
    facts: dict[str, list[Fact]] = {kind: [] for kind in KINDS}
    for measure in ledger.measures.values():
        if measure.origin.source == source:
            _add_measure(facts, measure)
    told = zip(TOLD, (ledger.commitments, ledger.outcomes, ledger.stated_problems), strict=True)
    for kind, records in told:
        for record in records.values():
            if record.origin.source == source:
                facts[kind].append(Fact(places(record.origin.at), (), record.text, topic=record.key.topic))
                target = getattr(record, "target", None)
                if target and target.is_numeric:
                    _add_target(facts, target, record.origin.at, record.text)
    planned = {(fact.at, fact.key[1:]) for fact in facts["targets"]}
    facts["figures"] = [replace(one, optional=(one.at, one.key) in planned) for one in facts["figures"]]
    facts = {kind: [replace(one, is_coarse=True) for one in found] for kind, found in facts.items()}
    outline = dict.fromkeys(place for kind in KINDS for fact in facts[kind] for place in fact.at)
    record = ledger.sources.get(source)
    return Facts(facts, tuple(outline), is_whole=False, year=record.year if record else None)


def _add_measure(facts: dict[str, list[Fact]], measure: Measure) -> None:
    at, unit = places(measure.origin.at), measure.unit.written
    named = {"text": measure.name, "indicator": measure.indicator, "topic": measure.key.topic}
    if measure.value is not None:
        facts["figures"].append(Fact(at, (str(measure.value), unit), **named))
    elif measure.status.value == MASKED:
        facts["redactions"].append(Fact(at, (unit,), **named))
    if measure.baseline is not None:
        facts["baselines"].append(Fact(at, (str(measure.baseline), unit), **named))
    if measure.change:
        key = (str(measure.change.value), measure.change.unit.written)
        facts["changes"].append(Fact(at, key, **named))


def _add_target(facts: dict[str, list[Fact]], target: Target, at: str, text: str) -> None:
    value = MASKED if target.redacted else str(target.value)
    unit = target.unit.written
    facts["targets"].append(Fact(places(at), (target.operator.value, value, unit), text))


def written_facts(file: Path) -> Facts:
    """Read the expectation beside a document.

    The file has `year`, `outline` (every place in order; `~` before a heading without a sentence of its
    own) and `facts`: place → kind → lines. A line is key, text, then `=indicator` and `@topic`:

    - figures `63.9 % 老年人健康管理率 =elderly-health-management-rate`, baselines and changes likewise;
    - redactions `万人 家庭医生签约人数`, as a unit and a name;
    - targets `>= 62 % 老年人健康管理率`, with `redacted` for a masked number;
    - commitments, outcomes and problems: the text alone.

    A line that begins with `~` is a thing over which two careful people may differ, such as a heading of a
    plan that promises what its sentences then promise one by one.

    Args:
        file: the YAML file.
    """
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    facts: dict[str, list[Fact]] = {kind: [] for kind in KINDS}
    outline = [places(place.lstrip("~"))[0] for place in document["outline"]]
    optional = {places(place[1:])[0] for place in document["outline"] if place.startswith("~")}
    for at, kinds in document["facts"].items():
        for kind, lines in kinds.items():
            facts[kind].extend(_read_line(kind, places(at), line) for line in lines)
    return Facts(facts, tuple(outline), frozenset(optional), year=int(document["year"]))


_LENGTHS = {"figures": 2, "redactions": 1, "targets": 3, "baselines": 2, "changes": 2}
_MARK = re.compile(r"\s([=@])([a-z0-9-]+)")


def _read_line(kind: str, at: tuple[str, ...], line: str) -> Fact:
    optional, line = line.startswith("~"), line.removeprefix("~")
    marks = dict(_MARK.findall(line))
    words = _MARK.sub("", line).split(maxsplit=_LENGTHS.get(kind, 0)) if kind in _LENGTHS else []
    length = _LENGTHS.get(kind, 0)
    text = " ".join(words[length:]) if words else _MARK.sub("", line)
    named = {"indicator": marks.get("="), "topic": marks.get("@")}
    return Fact(at, tuple(words[:length]), text.strip(), optional=optional, **named)
