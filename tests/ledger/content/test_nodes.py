import pytest

from ledger.content.nodes import Mapping, Scalar, Sequence, read_yaml


def test_every_node_knows_its_line_and_column():
    root, problems = read_yaml("甲: 1\n乙:\n  - 丙\n  - {丁: 戊}\n", "f", first_line=5)
    expected = Mapping(
        (
            (Scalar("甲", 5, 1), Scalar("1", 5, 4)),
            (
                Scalar("乙", 6, 1),
                Sequence(
                    (Scalar("丙", 7, 5), Mapping(((Scalar("丁", 8, 6), Scalar("戊", 8, 9)),), 8, 5)), 7, 3
                ),
            ),
        ),
        5,
        1,
    )
    assert (expected, []) == (root, problems)


@pytest.mark.parametrize(
    "text", ["no", "1.10", "010000", "12:30:45", "0x1F", "2023-05-01", ".inf", "yes", "1_000", "="]
)
def test_plain_words_are_text(text):
    root, _ = read_yaml(text, "f")
    assert Scalar(text, 1, 1) == root


@pytest.mark.parametrize("text", ['"{}"', "'{}'", "|-\n {}", ">-\n {}"])
def test_quotes_are_remembered_and_taken_off(text):
    root, _ = read_yaml(text.format("~"), "f")
    assert Scalar("~", 1, 1, quoted=True) == root


@pytest.mark.parametrize("text", ["a:", "a: ~", "a: null", "a: ''", "a: '  '"])
def test_nothing_is_empty(text):
    root, _ = read_yaml(text, "f")
    assert root.get("a").is_empty


@pytest.mark.parametrize("text", ["a: 'null'", "a: '~'", "a: 0", "a: none", "a: '-'"])
def test_anything_is_not_empty(text):
    root, _ = read_yaml(text, "f")
    assert not root.get("a").is_empty


def test_first_of_two_equal_keys_is_kept():
    root, problems = read_yaml("a: 1\nb: 2\na: 3\n", "f")
    assert root.get("a").text == "1"
    assert [(p.code, p.line, p.column, p.details) for p in problems] == [
        ("MZ005", 3, 1, {"name": "a", "first": "1"})
    ]


def test_absent_key_is_none():
    root, _ = read_yaml("a: 1", "f")
    assert root.get("b") is None


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n...\n"])
def test_empty_text_has_no_node_and_no_problem(text):
    root, problems = read_yaml(text, "f")
    assert problems == []
    assert root is None or root.is_empty


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_is_refused_and_never_crashes(opening):
    root, problems = read_yaml(opening * 100_000, "f")
    assert root is None
    assert [p.code for p in problems] == ["MZ036"]


def test_twenty_levels_are_enough():
    for depth, codes in ((20, []), (21, ["MZ036"])):
        _, problems = read_yaml("[" * depth + "]" * depth, "f")
        assert codes == [p.code for p in problems]


@pytest.mark.parametrize("escape", [r"\0", r"\x07", r"\ud800", r"\uffff", r"\x7f", r"\N"])
def test_escapes_cannot_hold_what_no_file_may_hold(escape):
    _, problems = read_yaml(f'a: "{escape}"', "f")
    assert [(p.code, p.line, p.column) for p in problems] == [("MZ037", 1, 4)]


@pytest.mark.parametrize("escape", [r"\u200b", r"\u202e", r"\ufeff", r"\L"])
def test_escapes_cannot_hold_what_nobody_sees(escape):
    _, problems = read_yaml(f'a: "人{escape}手"', "f")
    assert [(p.code, p.line, p.column) for p in problems] == [("MZ038", 1, 4)]


@pytest.mark.parametrize("escape", [r"\U00110000", r"\Uffffffff"])
def test_escapes_of_no_character_are_refused(escape):
    root, problems = read_yaml(f'a: 1\nb: "人{escape}手"', "f")
    assert root is None
    # Behind the backslash and the U, where the number begins that is too large.
    assert [(p.code, p.line, p.column) for p in problems] == [("MZ004", 2, 8)]


def test_only_line_feeds_end_lines():
    # A separator pasted from a word processor, and an old line end: to editors each is within its line.
    root, _ = read_yaml('a: "一\u2028二"\nb: "一\x85二"\nc: 三\n', "f")
    places = [(key.line, node.column) for key, node in root.entries]
    assert places == [(1, 4), (2, 4), (3, 4)]


def test_rare_characters_and_emoji_are_text():
    root, problems = read_yaml("𠮷: 🏥\n", "f")
    assert problems == []
    assert Scalar("🏥", 1, 4) == root.get("𠮷")
