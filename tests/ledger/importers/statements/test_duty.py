import pytest

from ledger.importers.statements.duty import Duty, duty_of, duty_of_units, is_note, without_notes


def test_units_in_brackets_behind_a_task():
    text = "建设康复病区。（牵头单位：医政科；配合单位：财务科、县医院；完成时限：9月底前）"
    assert duty_of(text) == Duty("医政科", ("财务科", "县医院"), "9月底前")


def test_units_without_a_word_for_their_part_lead():
    assert duty_of("建设康复病区（医政科）") == Duty("医政科")
    assert duty_of("建设康复病区（医政科牵头，财务科配合）") == Duty("医政科", ("财务科",))


def test_brackets_about_something_else_name_nobody():
    assert duty_of("建设康复病区（含三个护理单元）") == Duty()


def test_a_unit_named_in_the_sentence_leads():
    assert duty_of("由疾控中心牵头开展采样") == Duty("疾控中心")


def test_the_name_of_a_unit_is_not_cut_at_its_and():
    assert duty_of_units("卫生和计划生育局", "医政科和药政科") == Duty(
        "卫生和计划生育局", ("医政科", "药政科")
    )


def test_empty_columns_name_nobody():
    assert duty_of_units("", "") == Duty()


def test_a_bracket_that_stands_alone_is_a_note():
    assert is_note("（责任股室：基层股；完成时限：12月底前）")
    assert not is_note("（含三个护理单元）")
    assert not is_note("建设康复病区（医政科）")


def test_a_note_is_no_part_of_the_task_and_everything_else_keeps_its_place():
    assert without_notes("建设康复病区（医政科）") == "建设康复病区     "
    assert without_notes("建设康复病区（含三个护理单元）") == "建设康复病区（含三个护理单元）"
    assert without_notes("建病区【牵头：医政科】，修门诊；责任单位：基建科") == (
        "建病区" + " " * 8 + "，修门诊；" + " " * 8
    )


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("（责任单位：医政科；配合单位：财务科；完成时限：6月底）", Duty("医政科", ("财务科",), "6月底")),
        ("(责任单位:医政科;配合单位:财务科;完成时限:6月底)", Duty("医政科", ("财务科",), "6月底")),
        ("【牵头：医政科，配合：财务科，时限：年底前】", Duty("医政科", ("财务科",), "年底前")),
        ("〔责任科室 医政科 时限 6月底〕", Duty("医政科", (), "6月底")),
        ("[牵头科室：医政科、妇幼科]", Duty("医政科", ("妇幼科",))),
        ("（责任领导：分管副局长 责任科室：医政科）", Duty("分管副局长", ("医政科",))),
        ("（医政科，9月底前）", Duty("医政科", (), "9月底前")),
        ("（各乡镇卫生院、县疾控中心，长期坚持）", Duty("各乡镇卫生院", ("县疾控中心",), "长期坚持")),
        ("（完成时限：12月底前）", Duty(None, (), "12月底前")),
        ("（2023年8月）", Duty()),
        ("（床位120张）", Duty()),
        ("[详见附件]", Duty()),
    ],
)
def test_a_note_in_any_bracket_and_either_width(note, expected):
    assert duty_of(f"建设康复病区{note}") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("责任单位：医政科；完成时限：9月底前", Duty("医政科", (), "9月底前")),
        ("牵头单位:县疾控中心,配合单位:各乡镇卫生院。", Duty("县疾控中心", ("各乡镇卫生院",))),
    ],
)
def test_a_note_without_brackets_stands_behind_its_label(sentence, expected):
    assert is_note(sentence)
    assert duty_of(sentence) == expected


def test_a_duty_that_is_spoken_of_is_no_note():
    assert not is_note("落实责任单位的主体责任，配合科室做好衔接")
    assert duty_of("压实责任单位主体责任") == Duty()


def test_each_of_several_tasks_has_the_note_behind_it():
    text = "建设病区（医政科），采购设备（财务科）"
    assert (duty_of(text, 4).lead, duty_of(text, 13).lead) == ("医政科", "财务科")
