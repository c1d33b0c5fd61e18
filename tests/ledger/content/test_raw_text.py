import pytest

from ledger.content.raw_text import decode, find_characters, find_conflicts, kind_of


def codes(problems):
    return [(p.code, p.line, p.column, p.width) for p in problems]


@pytest.mark.parametrize("data", ["甲\n乙", "\ufeff甲\n乙", "甲\r\n乙", "甲\r乙", "\ufeff甲\r\n乙"])
def test_marks_and_line_ends_of_any_system_are_forgiven(data):
    assert decode(data.encode(), "f") == ("甲\n乙", [])


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("gbk", "GBK"), ("gb18030", "GBK"), ("utf-16", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_other_encodings_are_named(encoding, name):
    text, problems = decode("source: 卫生健康".encode(encoding), "f")
    assert text is None
    assert [(p.code, p.line, p.column, p.details) for p in problems] == [("MZ032", 1, 1, {"encoding": name})]


def test_a_byte_that_is_no_text_is_shown_where_it_stands():
    # Behind two lines and two Chinese characters of three bytes each.
    text, problems = decode("一\r\n二\r\n三四".encode() + b"\xff", "f")
    assert text is None
    assert codes(problems) == [("MZ001", 3, 3, 1)]


@pytest.mark.parametrize("data", [b"", b"\n", b" \r\n\t"])
def test_nothing_is_told_as_nothing(data):
    assert [p.code for p in decode(data, "f")[1]] == ["MZ053"]


def test_a_long_line_is_shown():
    assert decode(b"-\n" + b"x" * 20_000, "f")[1] == []
    assert codes(decode(b"-\n" + b"x" * 20_001, "f")[1]) == [("MZ034", 2, 1, 20_001)]


def test_kinds_of_files_are_known_by_their_beginning():
    assert kind_of(b"PK\x03\x04rest") == "Office/ZIP"
    assert kind_of(b"---\n") == ""


@pytest.mark.parametrize("text", ["👩‍⚕️", "👨‍👩‍👧", "𠮷", "⚠️", "é", "e\u0301", "甲\t乙\n"])
def test_signs_made_of_several_characters_are_kept(text):
    assert find_characters(text, "f") == (text, [])


@pytest.mark.parametrize("text", ["人\u200d手", "👩\u200d手", "\u200d👩"])
def test_a_joiner_that_joins_no_picture_is_told(text):
    cleaned, problems = find_characters(text, "f")
    assert "\u200d" not in cleaned
    assert [p.details["name"] for p in problems] == ["U+200D"]


def test_characters_are_told_with_their_places_and_taken_out():
    cleaned, problems = find_characters("一\n二\u200b\u200b三\0\n\u202e四", "f")
    assert cleaned == "一\n二三\n四"
    assert codes(problems) == [("MZ037", 2, 5, 1), ("MZ038", 2, 2, 2), ("MZ038", 3, 1, 1)]


def test_no_more_than_a_hundred_of_a_kind_are_told():
    _, problems = find_characters("一\0" * 300, "f")
    assert len(problems) == 100


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<<<<<<< a\n一\n=======\n二\n>>>>>>> b\n", [1]),
        ("<<<<<<< a\n>>>>>>> b\n<<<<<<< a\n>>>>>>> b\n", [1, 3]),
        ("一\n>>>>>>> b\n", [2]),
        ("一\n=======\n二\n", []),
        ("<<<<<<<<<<\n 一\n", []),
        ("见 <<<<<<< 处\n", []),
    ],
)
def test_each_conflict_is_told_once(text, lines):
    assert lines == [p.line for p in find_conflicts(text, "f")]
