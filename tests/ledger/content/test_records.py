"""One topic file at a time; what must be said of mistakes is in tests/content_cases."""

import random
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ledger.content.nodes import read_yaml
from ledger.content.records import Place, TopicFile
from ledger.content.values import Reader
from ledger.model.commitment import DueBasis
from ledger.model.dictionary import Dictionary, Term
from ledger.model.measure import MeasureStatus
from ledger.model.outcome import Claim
from ledger.model.period import Period
from ledger.model.quantity import Change
from ledger.model.record import Origin
from ledger.model.target import Operator
from tests.ledger.builders import BASE_UNITS, BOUNDS, SCALES, indicator, qualifier, source, unit

PATH = "content/regions/example/2023/elderly-health.md"
FULL = (Path(__file__).parent / "every_field.yml").read_text(encoding="utf-8")
DICTIONARY = Dictionary(
    {},
    {"claim": {claim.value: Term(claim.value, claim.value) for claim in Claim}},
    {name: unit(name) for name in BASE_UNITS},
    SCALES,
    {word: qualifier(word) for word in BOUNDS},
    {"management-rate": indicator()},
)
SOURCES = {item.id: item for item in (source(), source("example-2023-statistics", kind="statistics"))}


def read(text):
    """Read front matter: the file, its reader and its references."""
    root, problems = read_yaml(text, PATH, first_line=2)
    topic_file = TopicFile(
        Place("example", 2023, "elderly-health", SOURCES), Reader(PATH, DICTIONARY, problems=problems)
    )
    return (topic_file.read(root, "正文") if root else None), topic_file


def id_of(local):
    return f"example-2023-elderly-health-{local}"


@pytest.fixture(scope="module")
def full():
    file, topic_file = read(FULL)
    assert topic_file.reader.problems == []
    return file


def test_file_is_its_place_and_its_records(full):
    assert (full.region, full.year, full.topic, full.path) == ("example", 2023, "elderly-health", PATH)
    lists = (full.measures, full.commitments, full.outcomes, full.stated_problems)
    assert [[record.key.local for record in records] for records in lists] == [
        ["m1", "m2", "m3"],
        ["c1", "c2", "c3"],
        ["o1"],
        ["p1"],
    ]
    assert full.narrative == "正文"


def test_every_field_of_a_measure(full):
    measure = full.measures[0]
    assert (measure.name, measure.indicator) == ("六十五岁以上管理率", "management-rate")
    assert (measure.status, measure.value, measure.unit) == (
        MeasureStatus.DISCLOSED,
        Decimal("63.90"),
        unit("%"),
    )
    assert (measure.qualifier, measure.baseline) == (qualifier("约"), Decimal("61.2"))
    assert measure.change == Change(Decimal("-2.7"), unit("‰"), "上年", qualifier("近"))
    assert (measure.numerator, measure.denominator) == (id_of("m2"), id_of("m3"))
    assert (measure.part_of, measure.commitment) == (id_of("m2"), id_of("c1"))
    assert measure.period == Period.parse("2023-Q1")
    assert measure.origin == Origin(
        "example-2023-statistics", "一、(一)", "6З.90%", "字母З改为数字3", "见附表。", 5
    )


def test_a_measure_without_number_keeps_its_status(full):
    assert [(item.status.value, item.value) for item in full.measures[1:]] == [
        ("redacted", None),
        ("not_reported", None),
    ]
    assert full.measures[2].unit == unit("万人")


def test_every_field_of_a_commitment(full):
    first = full.commitments[0]
    assert (first.text, first.lead, first.support) == ("提高管理率", "老龄科", ("财务科", "各镇"))
    assert (first.owner, first.indicator) == ("国务院", "management-rate")
    assert (first.due, first.due_basis) == (date(2023, 6, 30), DueBasis.STATED)
    assert (first.target.operator, first.target.value) == (Operator.AT_LEAST, Decimal("62.0"))
    assert first.continues == id_of("c2")


def test_targets_that_are_masked_or_yes(full):
    masked, built = (item.target for item in full.commitments[1:])
    assert (masked.value, masked.redacted, masked.unit) == (None, True, unit("张"))
    assert (built.operator, built.value, built.unit) == (Operator.YES, None, None)
    assert [item.due_basis for item in full.commitments[1:]] == [DueBasis.ONGOING, DueBasis.PLAN_YEAR]


def test_every_field_of_an_outcome_and_a_stated_problem(full):
    (outcome,), (problem,) = full.outcomes, full.stated_problems
    assert (outcome.text, outcome.claim) == ("已提高", Claim.DONE)
    assert outcome.commitments == (id_of("c1"), id_of("c2"))
    assert outcome.measures == (id_of("m1"),)
    assert (problem.text, problem.addressed_by) == ("人手不足", (id_of("c1"),))


def test_every_mention_is_remembered_with_its_place(full):
    _, topic_file = read(FULL)
    found = topic_file.references
    assert " ".join(mention.local for mention in found.definitions) == "m1 m2 m3 c1 c2 c3 o1 p1"
    numerator = found.references[0]
    assert (numerator.kind, numerator.local, numerator.node.line) == ("measures", "m2", 15)
    assert found.measures[id_of("m1")].node.line == 5


SNIPPETS = [
    "",
    ":",
    "：",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    "\t",
    "- ",
    "#",
    "*",
    "&",
    "!",
    "<b>",
    "\n",
    "~",
    "９",
    "%",
]


@pytest.mark.parametrize("seed", range(4))
def test_any_slip_is_read_or_reported_within_the_file(seed):
    """One character lost, put in or put in its place: no crash, and every problem has a place and words."""
    dice = random.Random(seed)  # noqa: S311 -- the same slips on every run
    for _ in range(50):
        place, width = dice.randrange(len(FULL)), dice.randrange(2)
        text = FULL[:place] + dice.choice(SNIPPETS) + FULL[place + width :]
        file, topic_file = read(text)
        problems = topic_file.reader.problems
        assert file is not None or problems or not text.strip()
        for problem in problems:
            assert 2 <= problem.line <= text.count("\n") + 2
            assert problem.column >= 1
            assert "\n    改法: " in str(problem)
