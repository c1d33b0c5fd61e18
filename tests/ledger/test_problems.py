import re
from string import Formatter

import pytest

from ledger.problems import CATALOGUE, Problem, hint

HOLES = {
    code: {
        name for words in (fault.message, fault.mend) for _, name, _, _ in Formatter().parse(words) if name
    }
    for code, fault in CATALOGUE.items()
}


def problem(code="MZ013", **details):
    """A problem at one place; holes are filled with a word."""
    return Problem("content/a.md", 4, 30, code, dict.fromkeys(HOLES[code], "甲") | details)


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_has_chinese_words_for_what_is_wrong_and_how_to_mend_it(code):
    assert re.fullmatch(r"MZ\d{3}", code)
    for words in (problem(code).message, problem(code).mend):
        assert re.search(r"[\u4e00-\u9fff]", words)
        assert not words.endswith("。")


def test_shown_as_place_code_message_and_mend():
    assert str(problem(text="1,234")) == (
        "content/a.md:4:30: 错误 MZ013: “1,234”不是数字\n"
        "    改法: 只写数字本身：不加 %、逗号和单位，用半角；隐去的写 redacted"
    )


def test_a_hint_is_part_of_the_mend_and_may_be_left_out():
    found = Problem("f", 1, 1, "MZ021", {"text": "c1"})
    assert found.mend == "引用同一文件写短编号，引用别的文件写全站编号"
    assert problem("MZ021", hint=hint("c1", ["c10"])).mend.endswith("（最接近的是 c10）")


@pytest.mark.parametrize(("text", "nearest"), [("mesures", "measures"), ("xyz", ""), ("", "")])
def test_hint_names_the_nearest_word_or_nothing(text, nearest):
    expected = f"（最接近的是 {nearest}）" if nearest else ""
    assert expected == hint(text, ["measures", "problems"])


@pytest.mark.parametrize("text", ["1\n::error::2", "1\r2", "\x1b[31m1", "1\u2028", "\u202e1", "\ud800"])
def test_what_was_written_is_shown_on_one_line_without_control_characters(text):
    message = problem(text=text).message
    assert message.isprintable()
    message.encode()


def test_what_was_written_is_cut_after_120_characters():
    assert problem(text="1" * 120).message == f"“{'1' * 120}”不是数字"
    assert problem(text="1" * 121).message == f"“{'1' * 120}…”不是数字"


def test_braces_in_what_was_written_are_no_holes():
    assert problem(text="{name}").message == "“{name}”不是数字"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("content/a\n::error::b.md", "content/a ::error::b.md"),
        ("::error::a.md", "./::error::a.md"),
        ("\n::error::a.md", "./ ::error::a.md"),
        (":", "./:"),
        ("content/##[error]a.md", "content/##［error]a.md"),
        ("content/\x1b[31m\u202e\udc80.md", "content/ [31m  .md"),
        ("content/" + "长" * 200 + ".md", "content/" + "长" * 200 + ".md"),
    ],
)
def test_names_of_files_are_never_a_command(path, shown):
    assert Problem(path, 1, 1, "MZ025").headline == f"{shown}:1:1: 错误 MZ025: 文件里一条记录也没有"


def test_without_details_holes_are_dots_and_a_hint_is_nothing():
    fault = CATALOGUE["MZ016"]
    assert (fault.plain_message, fault.plain_mend) == ("“…”不在…里", "从…里选一个")


def test_problems_are_ordered_by_file_line_column_and_code():
    places = [
        ("a", 1, 2, "MZ009"),
        ("a", 2, 1, "MZ001"),
        ("a", 2, 1, "MZ002"),
        ("a", 2, 3, "MZ001"),
        ("a", 10, 1, "MZ001"),
        ("b", 1, 1, "MZ001"),
    ]
    problems = [Problem(*place) for place in places]
    shuffled = [problems[place] for place in (3, 0, 5, 4, 2, 1)]
    assert sorted(shuffled) == problems
