"""Where sentences end."""

from ledger.importers.outline.sentence import outside, sentences


def cut(text):
    return [text[start:end] for start, end in sentences(text, 0, len(text), outside(text))]


def test_a_full_stop_ends_a_sentence():
    assert cut("甲完成。乙完成！丙呢？丁") == ["甲完成。", "乙完成！", "丙呢？", "丁"]


def test_a_semicolon_parts_things_told_one_after_the_other():
    assert cut("门诊10万人次；住院2万人次。") == ["门诊10万人次；", "住院2万人次。"]


def test_a_part_stays_with_its_total():
    assert cut("机构120家；其中医院5家。") == ["机构120家；其中医院5家。"]


def test_an_enumeration_stays_whole():
    assert cut("机构120家，其中：医院5家；诊所80家；其他35家。另有药店。") == [
        "机构120家，其中：医院5家；诊所80家；其他35家。",
        "另有药店。",
    ]


def test_stops_inside_brackets_end_nothing():
    assert cut("甲（说明：乙。丙；丁）完成。") == ["甲（说明：乙。丙；丁）完成。"]


def test_a_quotation_that_ends_with_a_stop_ends_the_sentence():
    assert cut("口号是“人人参与。”大家响应。") == ["口号是“人人参与。”", "大家响应。"]


def test_a_bracket_that_is_never_closed_encloses_nothing():
    assert cut("完成率64%（全年任务62%。乙完成。") == ["完成率64%（全年任务62%。", "乙完成。"]


def test_full_and_half_width_brackets_are_a_pair():
    assert outside("甲（乙)丙") == bytes([1, 1, 0, 0, 1])
