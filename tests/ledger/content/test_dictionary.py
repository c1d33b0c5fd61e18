from decimal import Decimal

import pytest

from ledger.model.indicator import Direction, Share, Variation, Version
from ledger.model.quantity import Bound
from tests.ledger.builders import STATUSES, load

STATUSES_TEXT = STATUSES.read_text(encoding="utf-8")


def line_of(words):
    """The line of the real statuses on which some words stand that occur once."""
    assert STATUSES_TEXT.count(words) == 1
    return STATUSES_TEXT[: STATUSES_TEXT.index(words)].count("\n") + 1


def change_statuses(tmp_path, old, new):
    """Load with the real statuses changed in one place: codes, lines and columns of problems."""
    _, problems = load(tmp_path, {"dictionary/statuses.yml": STATUSES_TEXT.replace(old, new)})
    assert {problem.path for problem in problems} == {"content/dictionary/statuses.yml"}
    return [(problem.code, problem.line, problem.column) for problem in problems]


def test_vocabularies_are_read_in_their_order(tmp_path):
    ledger, _ = load(tmp_path, {})
    dictionary = ledger.dictionary
    assert list(dictionary.topics) == ["elderly-health", "chronic-disease", "health", "health-education"]
    met = dictionary.terms["verdict"]["met"]
    assert (met.name, met.shape) == ("达到目标", "●")
    assert dictionary.scales == {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
    assert dictionary.qualifiers["近"].bound is Bound.UPPER


def test_misspelt_vocabulary_is_unknown_and_not_missing_too(tmp_path):
    found = change_statuses(tmp_path, "timing:", "timings:")
    assert found == [("MZ010", line_of("timing:"), 1)]


def test_claim_that_the_program_does_not_know_is_reported(tmp_path):
    claim = "{id: exceeded, name: 自述超额完成}"
    found = change_statuses(tmp_path, claim, "{id: over, name: 超额}")
    assert found == [("MZ016", line_of(claim), 10)]


def test_vocabulary_must_be_a_list(tmp_path):
    found = change_statuses(tmp_path, "commitment_kind:\n", "commitment_kind: 无\nignored:\n")
    line = line_of("commitment_kind:")
    assert found == [("MZ012", line, 18), ("MZ010", line + 1, 1)]


def test_term_needs_a_name(tmp_path):
    term = "{id: province, name: 省级}"
    assert change_statuses(tmp_path, term, "{id: province}") == [("MZ011", line_of(term), 5)]


def test_term_stands_once_in_its_vocabulary(tmp_path):
    term = "{id: province, name: 省级}"
    found = change_statuses(tmp_path, term, f"{term}\n  - {term}")
    assert found == [("MZ020", line_of(term) + 1, 10)]


INDICATOR = """
- id: early-check-rate
  name: 早孕建册率
  everyday: 早早建册的占几成
  unit: 万人
  direction: none
  definition: 定义
  definition_source: 举例
  caution: 当心
  synonyms: [早孕率, 建册率]
  versions:
    - {from: 2017, note: 由12周改为13周}
"""


def test_every_field_of_an_indicator_is_read(tmp_path):
    ledger, problems = load(tmp_path, {"dictionary/indicators/health.yml": INDICATOR})
    assert problems == []
    indicator = ledger.dictionary.indicators["early-check-rate"]
    assert (indicator.topic, indicator.direction) == ("health", Direction.NONE)
    assert (indicator.unit.written, indicator.unit.base) == ("万人", "人")
    assert indicator.synonyms == ("早孕率", "建册率")
    assert indicator.versions == (Version(2017, "由12周改为13周"),)
    assert (indicator.numerator, indicator.factor) == (None, None)
    assert indicator.path == "content/dictionary/indicators/health.yml"


SHARE = """
- id: early-check-rate
  name: 早孕建册率
  everyday: 早早建册的占几成
  unit: "%"
  direction: higher
  numerator: 早早建册的孕妇数
  denominator: 孕妇总数
  factor: 100
  definition: 定义
  definition_source: 举例
  share: {whole: 孕妇, counter: 名, part: 早早建了册}
  varies: [numerator, years]
"""


def test_a_share_and_what_varies_are_read(tmp_path):
    ledger, problems = load(tmp_path, {"dictionary/indicators/health.yml": SHARE})
    assert problems == []
    indicator = ledger.dictionary.indicators["early-check-rate"]
    assert indicator.share == Share("孕妇", "名", "早早建了册")
    assert indicator.varies == {Variation.NUMERATOR, Variation.YEARS}
    assert ledger.dictionary.indicators["management-rate"].share is None
    assert ledger.dictionary.indicators["management-rate"].varies == frozenset()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  denominator: 孕妇总数\n", "", [("MZ011", "denominator")]),
        ("  numerator: 早早建册的孕妇数\n", "", [("MZ011", "numerator")]),
        ("  factor: 100\n", "", [("MZ011", "factor")]),
        ("factor: 100", "factor: 1000", [("MZ135", "factor")]),
        ('unit: "%"', "unit: 人", [("MZ135", "factor")]),
        ("早早建册的孕妇数", "今年建册减去上年建册", [("MZ135", "numerator")]),
        ("[numerator, years]", "[denominator]", [("MZ135", "varies")]),
    ],
)
def test_a_share_needs_a_numerator_that_is_a_part_of_one_denominator(tmp_path, old, new, expected):
    assert SHARE.count(old) == 1
    _, problems = load(tmp_path, {"dictionary/indicators/health.yml": SHARE.replace(old, new)})
    assert [(found.code, found.details["name"]) for found in problems] == expected
    assert {(found.line, found.column) for found in problems} == {(2, 7)}


def test_indicators_are_in_the_order_of_topics(tmp_path):
    ledger, _ = load(tmp_path, {"dictionary/indicators/health.yml": INDICATOR})
    assert list(ledger.dictionary.indicators) == ["management-rate", "early-check-rate"]


@pytest.mark.parametrize("name", ["units", "scales", "qualifiers"])
def test_unit_file_needs_its_three_lists(tmp_path, name):
    lists = [f"{other}: []" for other in ("units", "scales", "qualifiers") if other != name]
    files = {"dictionary/units.yml": "\n".join(lists), "dictionary/indicators/elderly-health.yml": None}
    _, problems = load(tmp_path, files)
    assert [(p.code, p.line, p.column, p.details["name"]) for p in problems] == [("MZ011", 1, 1, name)]
