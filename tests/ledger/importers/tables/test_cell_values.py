from decimal import Decimal

import pytest

from ledger.importers.figure import Goal
from ledger.importers.tables.cell_values import (
    Doubt,
    find_aim,
    read_aim,
    read_amount,
    read_claim,
    split_work_units,
)
from ledger.model.indicator import Direction
from ledger.model.measure import MeasureStatus
from ledger.model.outcome import Claim
from tests.ledger.importers.real_content import real_ledger


def amount(text, unit=""):
    return read_amount(text, unit, real_ledger().dictionary)


def aim(text, unit="", direction=Direction.NONE):
    return read_aim(text, unit, real_ledger().dictionary, direction)


@pytest.mark.parametrize(
    ("text", "unit", "value", "read_unit", "qualifier"),
    [
        ("63.9%", "", "63.9", "%", None),
        ("93.90", "%", "93.90", "%", None),
        ("45,777", "人", "45777", "人", None),
        ("1,234,567.50", "元", "1234567.50", "元", None),
        ("６３．９％", "", "63.9", "%", None),
        ("约1.2万人", "", "1.2", "万人", "约"),
        ("1.17万余人次", "", "1.17", "万人次", "余"),
        ("1.17余", "万人次", "1.17", "万人次", "余"),
        ("1000人以上", "", "1000", "人", "以上"),
        ("不低于95", "%", "95", "%", "不低于"),
        ("9.5/10万", "", "9.5", "/10万", None),
        ("1.2万", "人", "1.2", "万人", None),
        ("1200㎡", "", "1200", "㎡", None),
        ("-0.5", "‰", "-0.5", "‰", None),
        ("12（家）", "", "12", "家", None),
    ],
)
def test_a_number_is_carried_with_every_digit(text, unit, value, read_unit, qualifier):
    found = amount(text, unit)
    assert found.status is MeasureStatus.DISCLOSED
    assert str(found.value) == value
    assert (found.unit, found.qualifier, found.doubts) == (read_unit, qualifier, ())


@pytest.mark.parametrize(
    ("text", "unit"),
    [("xx%", "%"), ("x.xx万人", "万人"), ("***", "人"), ("原文隐去", "人"), ("××人", "人"), ("约xx", "人")],
)
def test_a_masked_number_is_masked(text, unit):
    found = amount(text, "人" if unit == "人" else "")
    assert (found.status, found.value, found.unit) == (MeasureStatus.REDACTED, None, unit)


@pytest.mark.parametrize("text", ["", " ", "/", "—", "-", "无", "\\"])
def test_signs_for_nothing_are_nothing(text):
    assert amount(text, "人").status is None
    assert amount(text, "人").doubts == ()


def test_words_for_no_report_are_no_number():
    assert amount("未见报告", "人").status is MeasureStatus.NOT_REPORTED


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("85%(同比升2个百分点)", Doubt.SEVERAL_NUMBERS),
        ("60-65%", Doubt.SEVERAL_NUMBERS),
        ("5，其中xx", Doubt.SEVERAL_NUMBERS),
        ("1,23", Doubt.UNREAD_NUMBER),
        ("12.3.4", Doubt.UNREAD_NUMBER),
        ("一百", Doubt.UNREAD_NUMBER),
        ("共计5人", Doubt.UNREAD_NUMBER),
        ("1234567890123456", Doubt.UNREAD_NUMBER),
    ],
)
def test_a_cell_that_is_not_one_number_gives_none_and_says_so(text, doubt):
    found = amount(text, "人")
    assert (found.value, found.status) == (None, None)
    assert found.doubts == (doubt,)


def test_a_number_in_scientific_notation_is_exact_and_told():
    found = amount("1e3", "人")
    assert format(found.value, "f") == "1000"
    assert found.doubts == (Doubt.EXPONENT,)


def test_units_that_are_missing_or_unknown_are_told():
    assert amount("5").doubts == (Doubt.NO_UNIT,)
    assert amount("5只").doubts == (Doubt.UNKNOWN_UNIT,)
    assert amount("5只").unit == "只"


@pytest.mark.parametrize(
    ("text", "operator", "value", "unit"),
    [
        ("≥95%", ">=", "95", "%"),
        ("不低于95%", ">=", "95", "%"),
        ("达到62%以上", ">=", "62", "%"),
        ("降至9.3%", "<=", "9.3", "%"),
        ("控制在9‰以内", "<=", "9", "‰"),
        ("≤9.5/10万", "<=", "9.5", "/10万"),
        ("约60%", "approx", "60", "%"),
        ("60%左右", "approx", "60", "%"),
        ("等于5家", "=", "5", "家"),
        ("提高到1.2万人次", ">=", "1.2", "万人次"),
        (">=4次/年", ">=", "4", "次/年"),
    ],
)
def test_a_target_is_read_with_its_operator(text, operator, value, unit):
    assert aim(text).goal == Goal(operator, Decimal(value), unit)
    assert aim(text).doubts == ()


@pytest.mark.parametrize("text", ["完成", "实现", "是", "达标"])
def test_a_target_may_be_that_a_thing_is_done(text):
    assert aim(text).is_yes
    assert aim(text).goal is None


def test_a_number_without_a_word_follows_the_direction_of_its_indicator_and_is_told():
    assert aim("62%").goal.operator == ">="
    assert aim("4‰", direction=Direction.LOWER).goal.operator == "<="
    assert aim("62%").doubts == (Doubt.BARE_TARGET,)


def test_more_than_is_kept_as_not_less_and_told():
    assert aim("大于60%").goal == Goal(">=", Decimal(60), "%")
    assert aim("大于60%").doubts == (Doubt.STRICT_TARGET,)


def test_a_masked_target_is_masked():
    assert aim("≥原文隐去（万㎡）").goal == Goal(">=", None, "万㎡")
    assert aim("≥xx%").goal == Goal(">=", None, "%")


@pytest.mark.parametrize("text", ["80-90%", "95%、98%", "进一步提高", "继续推进"])
def test_a_target_that_is_not_one_number_gives_none_and_says_so(text):
    assert aim(text).goal is None
    assert not aim(text).is_yes
    assert aim(text).doubts


def test_the_one_target_at_the_end_of_words_is_found():
    dictionary = real_ledger().dictionary
    assert find_aim("重点人群签约率不低于75%", "", dictionary).goal == Goal(">=", Decimal(75), "%")
    assert find_aim("提高签约率", "", dictionary).goal is None
    assert find_aim("投入120万元，建成不少于12个", "", dictionary).goal is None


def test_units_of_work_are_split():
    assert split_work_units("财政局、人社局，医保局\n发改委") == ("财政局", "人社局", "医保局", "发改委")
    assert split_work_units("市、县两级；财政局") == ("市、县两级", "财政局")
    assert split_work_units("—") == ()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("已完成", Claim.DONE),
        ("未完成", Claim.NOT_DONE),
        ("超额完成任务", Claim.EXCEEDED),
        ("尚未开工", Claim.NOT_STARTED),
        ("基本完成，正在扫尾", Claim.PROGRESSING),
        ("常态化开展", Claim.ONGOING),
        ("开展义诊3场", Claim.STATED),
    ],
)
def test_words_of_progress_make_a_claim(text, claim):
    assert read_claim(text) is claim
