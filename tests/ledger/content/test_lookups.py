import pytest

from ledger.content import lookups
from ledger.content.losses import Losses
from ledger.content.nodes import Scalar, Sequence
from ledger.content.values import Reader
from ledger.model.dictionary import Dictionary, Term
from ledger.model.topic import Topic
from tests.ledger.builders import BASE_UNITS, SCALES, indicator, qualifier, unit

DICTIONARY = Dictionary(
    {"elderly-health": Topic("elderly-health", "老年健康", "老年人")},
    {"claim": {"done": Term("done", "自述已完成")}},
    {name: unit(name) for name in BASE_UNITS},
    SCALES,
    {"约": qualifier("约")},
    {"management-rate": indicator()},
)
CLAIM = lookups.TermOf("claim")


def read(type_, text, **losses):
    reader = Reader("f", DICTIONARY, Losses(**losses))
    return type_(Scalar(text, 3, 7), "x", reader), reader


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        (lookups.unit, "万人", unit("万人")),
        (lookups.qualifier, "约", qualifier("约")),
        (lookups.indicator, "management-rate", "management-rate"),
        (lookups.indicator_or_topic, "management-rate", "management-rate"),
        (lookups.indicator_or_topic, "elderly-health", "elderly-health"),
        (CLAIM, "done", "done"),
        (lookups.OneOf(("up", "down")), "up", "up"),
    ],
)
def test_words_of_the_lists_are_found(type_, text, value):
    found, reader = read(type_, text)
    assert (value, 0) == (found, reader.failures)


@pytest.mark.parametrize(
    ("type_", "text", "hint"),
    [
        (lookups.unit, "人数", "人"),
        (lookups.qualifier, "约约", "约"),
        (lookups.indicator, "managment-rate", "management-rate"),
        (lookups.indicator_or_topic, "elderly-helth", "elderly-health"),
        (CLAIM, "don", "done"),
        (lookups.OneOf(("up", "down")), "dwon", "down"),
    ],
)
def test_other_words_are_reported_with_the_nearest_right_one(type_, text, hint):
    found, reader = read(type_, text)
    assert found is None
    (problem,) = reader.problems
    assert (problem.code, problem.line, problem.column) == ("MZ016", 3, 7)
    assert f"最接近的是 {hint}）" in problem.mend


@pytest.mark.parametrize(
    "type_", [lookups.unit, lookups.qualifier, lookups.indicator, CLAIM, lookups.OneOf("up")]
)
def test_a_list_is_no_word(type_):
    reader = Reader("f", DICTIONARY)
    assert type_(Sequence((), 3, 7), "x", reader) is None
    assert [(problem.code, problem.line, problem.column) for problem in reader.problems] == [("MZ012", 3, 7)]


@pytest.mark.parametrize(
    ("type_", "text", "losses"),
    [
        (lookups.unit, "户", {"ids": {"户"}}),
        (lookups.unit, "万户", {"ids": {"户"}}),
        (lookups.unit, "千人", {"ids": {"千"}}),
        (lookups.unit, "户", {"lists": {"units"}}),
        (lookups.qualifier, "近", {"ids": {"近"}}),
        (lookups.qualifier, "近", {"lists": {"qualifiers"}}),
        (lookups.indicator, "signing-rate", {"lists": {"indicators"}}),
        (lookups.indicator_or_topic, "signing-rate", {"lists": {"indicators"}}),
        (lookups.indicator_or_topic, "signing-rate", {"ids": {"signing-rate"}}),
        (lookups.indicator_or_topic, "health", {"lists": {"topics"}}),
        (CLAIM, "stated", {"lists": {"claim"}}),
    ],
)
def test_words_lost_for_another_reason_are_missing_but_not_reported_again(type_, text, losses):
    found, reader = read(type_, text, **losses)
    assert (found, reader.problems, reader.failures) == (None, [], 1)


def test_losses_of_one_list_excuse_no_other():
    _, reader = read(lookups.qualifier, "近", lists={"units", "indicators"})
    assert [problem.code for problem in reader.problems] == ["MZ016"]


def mend_of(type_, text):
    (problem,) = read(type_, text)[1].problems
    return problem.mend


def test_a_short_list_is_told_with_its_names_and_a_long_one_is_not():
    few = {f"w{number}": f"名{number}" for number in range(12)}
    told = "、".join(f"w{number} 名{number}" for number in range(12))
    assert mend_of(lookups.OneOf(few), "甲") == f"从程序认识的词里选一个：{told}"
    assert mend_of(lookups.OneOf(few | {"w12": "名12"}), "甲") == "从程序认识的词里选一个"
    assert mend_of(lookups.OneOf(("up", "down")), "甲") == "从up down里选一个：up、down"


def test_a_part_of_one_name_leads_to_its_word_and_a_part_of_several_to_none():
    words = {"done": "自述已完成", "not_done": "自述未完成", "none": "没有说法"}
    assert lookups.meant("已完成", words) == "done"
    assert lookups.meant("自述已完成", words) == "done"
    assert lookups.meant("自述完成", words) in {"done", "not_done"}
    assert lookups.meant("完成", words) == "完成"
    assert lookups.meant("自述已完成", ["done"]) == "自述已完成"
