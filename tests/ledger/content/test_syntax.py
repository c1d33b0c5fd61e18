import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ledger.content.nodes import read_yaml
from ledger.content.syntax import check_syntax

WORDS = st.text(st.sampled_from("甲乙丙abc019 ，。：“”、-#:[]{}\"'%@*&!?|>=~\\"), max_size=8)
RECORDS = st.lists(
    st.dictionaries(
        st.sampled_from(["id", "text", "at", "note", "measures"]), WORDS | st.lists(WORDS, max_size=3)
    ),
    max_size=3,
)


def told(text, first_line=1):
    return [(p.code, p.line, p.column) for p in check_syntax(text, "f", first_line).problems]


def test_good_text_is_given_back_as_it_is():
    text = 'a: 1\nb:\n  - {id: c, text: "甲: 乙"}\n'
    assert check_syntax(text, "f").text is text


@pytest.mark.parametrize(
    ("wrong", "mended"),
    [
        ("text：甲\nat: 三", "text: 甲\nat: 三"),
        ("text:甲", "text: 甲"),
        ("text 甲", "text: 甲"),
        ("text:\u3000甲", "text: 甲"),
        ("text: 通知 #2 号", "text: 通知 ＃2 号"),
        ("text: 关于: 通知", "text: 关于： 通知"),
        ("－ 甲", "- 甲"),
        ("measures: [m1，m2]", "measures: [m1, m2]"),
        ("text: 甲\n\t\nat: 三", "text: 甲\n\nat: 三"),
    ],
)
def test_what_follows_is_read_as_if_it_were_mended(wrong, mended):
    syntax = check_syntax(wrong, "f")
    assert len(syntax.problems) == 1
    assert syntax.text == mended


@pytest.mark.parametrize("wrong", ["\ttext: 甲", "text: *甲", 'text: "甲', "text: [甲", "\u3000text: 甲"])
def test_what_cannot_be_guessed_is_not_read(wrong):
    assert check_syntax(wrong, "f").text is None


def test_lines_are_counted_from_the_line_the_text_begins_on():
    assert told("id: a\ntext：甲", first_line=2) == [("MZ041", 3, 5)]


def test_block_texts_are_left_alone():
    assert told("note: |\n  at：三\n  text: [甲\n  #1\nat: 三\n") == []


def test_text_of_several_lines_is_left_alone_but_for_fields():
    assert told("note: 甲\n  ——乙：丙\n  其中:丁\nat: 三") == []
    assert told("note: 甲\n  at：三") == [("MZ041", 2, 5)]


@pytest.mark.parametrize("key", ["甲", "unknown"])
def test_any_word_before_a_colon_at_the_place_of_a_field_is_one(key):
    assert told(f"{key}：三") == [("MZ041", 1, len(key) + 1)]
    # An item of a list may be a sentence.
    assert told(f"- {key}：三") == []


@given(RECORDS, st.booleans(), st.sampled_from([None, '"', "'"]))
def test_what_a_library_writes_is_good(records, flow, quote):
    text = yaml.safe_dump(
        records,
        allow_unicode=True,
        default_flow_style=flow,
        default_style=quote,
        width=10_000,
        sort_keys=False,
    )
    syntax = check_syntax(text, "f")
    # Plain text that a Chinese editor would hardly mean as it stands is asked about; everything else is read.
    asked = {problem.code for problem in syntax.problems}
    assert asked <= {"MZ041", "MZ006"}
    assert quote is None or asked == set()


@given(st.text(st.sampled_from("甲a1 \n\t:：#-[]{}\"'&*!|>%@`,，?\\\u3000"), max_size=60))
def test_no_text_makes_it_stumble(text):
    syntax = check_syntax(text, "f")
    lines = text.split("\n")
    for problem in syntax.problems:
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    if syntax.text is not None:
        assert len(syntax.text.split("\n")) == len(lines)
        read_yaml(syntax.text, "f")


@pytest.mark.parametrize("part", ["a: 1\n", "[],", "{a: b}, "])
def test_more_values_than_anybody_writes_are_refused(part):
    syntax = check_syntax(part * 13_000, "f")
    assert syntax.text is None
    assert [p.code for p in syntax.problems] == ["MZ034"]
