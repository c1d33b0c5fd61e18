from ledger.importers.statements.duty import Duty, duty_of, duty_of_units, is_note, without_note


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


def test_the_bracket_is_no_part_of_the_task():
    assert without_note("建设康复病区（医政科）") == "建设康复病区"
    assert without_note("建设康复病区（含三个护理单元）") == "建设康复病区（含三个护理单元）"
