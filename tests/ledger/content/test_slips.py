import pytest

from ledger.content.slips import (
    find_day_slip,
    find_key_slip,
    find_leftover,
    find_number_slip,
    find_period_slip,
    is_difference,
)


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("98.50%", "MZ060", "%", "98.50"),
        ("-3‰", "MZ060", "‰", "-3"),
        ("１，２３４％", "MZ060", "％", "1234"),
        ("1,234,567.80", "MZ061", ",", "1234567.80"),
        ("1'234", "MZ061", "'", "1234"),
        ("1.5e-3", "MZ061", "e-3", "0.0015"),
        ("1E3", "MZ061", "E3", "1000"),
        ("－５", "MZ062", "－５", "-5"),
        ("9８.5", "MZ062", "８", "98.5"),
        ("1,234人", "MZ063", "人", "1234"),
        ("30/10万", "MZ063", "/10万", "30"),
        ("近 50", "MZ063", "近", "50"),
        ("两千余", "MZ064", "两千", ""),
        ("1.5—2.5", "MZ065", "—", ""),
        ("1..2", "MZ066", ".2", ""),
        ("20__", "MZ067", "20__", ""),
        ("暂无", "MZ067", "暂无", ""),
        ("N/A", "MZ067", "N/A", ""),
    ],
)
def test_numbers_written_otherwise(text, code, wrong, right):
    slip = find_number_slip(text)
    assert (slip.code, text[slip.start :][: slip.width]) == (code, wrong)
    assert slip.details.get("right", "") == right


@pytest.mark.parametrize(
    "text", ["yes", "12:30", "1.", "--1", "1,23", "1,2%", "1,人", "٣", "¥5", "Infinity", "2023-05-01x"]
)
def test_what_nobody_can_explain_is_simply_no_number(text):
    slip = find_number_slip(text)
    assert (slip.code, slip.start, slip.width) == ("MZ013", 0, len(text))


@pytest.mark.parametrize(
    ("text", "code", "right"),
    [
        ("2026年2月3号", "MZ070", "2026-02-03"),
        ("2026. 2. 3", "MZ070", "2026-02-03"),
        ("2026-02-03T12:00", "MZ070", "2026-02-03"),
        ("20260230", "MZ069", "2026-02-30"),
        ("2026-00-10", "MZ069", "2026-00-10"),
        ("2023年2月", "MZ071", "2023-02-28"),
        ("2023", "MZ071", "2023-12-31"),
        ("2023-13", "MZ014", ""),
        ("2023-H1", "MZ014", ""),
        ("?", "MZ014", ""),
        ("3/2/2026", "MZ014", ""),
    ],
)
def test_days_written_otherwise(text, code, right):
    slip = find_day_slip(text)
    assert (slip.code, slip.details.get("right", "")) == (code, right)


@pytest.mark.parametrize(
    ("text", "code", "right"),
    [
        ("2023年下半年", "MZ070", "2023-H2"),
        ("2023年第1季度", "MZ070", "2023-Q1"),
        ("2023Q4", "MZ070", "2023-Q4"),
        ("2023/05", "MZ070", "2023-05"),
        ("2023年度", "MZ070", "2023"),
        ("2023.1 - 2023.9", "MZ070", "2023-01/2023-09"),
        ("?／2023-06", "MZ070", "?/2023-06"),
        ("2023-05-32", "MZ069", "2023-05-32"),
        ("2023年9月至2023年1月", "MZ072", "2023-09/2023-01"),
        ("2023-H3", "MZ015", ""),
        ("2023-01/", "MZ015", ""),
        ("2021/2022/2023", "MZ015", ""),
    ],
)
def test_periods_written_otherwise(text, code, right):
    slip = find_period_slip(text)
    assert (slip.code, slip.details.get("right", "")) == (code, right)


@pytest.mark.parametrize(
    ("name", "code"),
    [("target", "MZ073"), ("title", "MZ073"), ("template", "MZ074"), ("mark", "MZ075"), ("$schema", "MZ075")],
)
def test_fields_of_others(name, code):
    assert find_key_slip(name).code == code


def test_a_field_of_another_kind_names_that_kind():
    assert find_key_slip("due").details == {"kinds": "commitments"}
    assert find_key_slip("nothing-like-it") is None


@pytest.mark.parametrize(
    "text", ["todo: 补上", "床位（待补充）", "待填写", "xxxx", "××", "…", "测试", "test", "--"]
)
def test_words_that_hold_a_place_are_found(text):
    slip = find_leftover(text)
    assert slip.code == "MZ076"
    assert slip.details["sign"] == text[slip.start :][: slip.width]


@pytest.mark.parametrize(
    "text",
    [
        "xx市卫健委",
        "“健康XX”建设",
        "人员有待补充",
        "核酸检测试剂",
        "较20__年下降",
        "一、二……",
        "▲",
        "%",
        "TODOS",
        "无偿献血",
    ],
)
def test_words_of_documents_are_left_alone(text):
    assert find_leftover(text) is None


@pytest.mark.parametrize("text", ["---", "***", "……", "~", "??"])
def test_signs_hold_a_place_in_a_field_but_not_in_a_narrative(text):
    assert find_leftover(text).details == {"sign": text}
    assert find_leftover(text, in_narrative=True) is None


@pytest.mark.parametrize("text", ["XX", "测试", "TODO", "见附件（待补充）"])
def test_words_hold_a_place_in_a_narrative_too(text):
    assert find_leftover(text, in_narrative=True).code == "MZ076"


def test_a_numerator_that_is_a_difference():
    assert is_difference("年内出生人数减去死亡人数")
    assert not is_difference("出生男婴数")
