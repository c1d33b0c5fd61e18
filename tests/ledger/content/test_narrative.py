import html5lib
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.content.narrative import check_narrative, find_excess, find_program, find_structure, mask_code

# What MkDocs turns on by itself, and what mkdocs.yml adds.
EXTENSIONS = ["toc", "tables", "fenced_code"]
PLAIN = {
    "html",
    "head",
    "body",
    "p",
    "strong",
    "em",
    "code",
    "pre",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "hr",
}
PLAIN |= {"br", "table", "thead", "tbody", "tr", "th", "td"}
PARTS = st.sampled_from(
    [
        "甲",
        " ",
        "\n",
        "\n\n",
        "`",
        "``",
        "<script>",
        "<b onclick=x>",
        "[",
        "](",
        "]",
        ")",
        "(",
        "javascript:x",
        "https://a.org",
        "]:",
        "![",
        "{: onclick=x }",
        "{{ x }}",
        "> ",
        "- ",
        "1. ",
        "#",
        "---",
        "===",
        "    ",
        "*",
        "_",
        "\\",
        "&#106;",
        "<!--",
        "-->",
        "<",
        ">",
        "|",
        "\t",
        "[TOC]",
        "```",
        "~~~",
        '"',
        "'",
        "<?",
        "&lt;",
    ]
)


def told(body):
    return [(p.code, p.line, p.column) for p in check_narrative(body, 1, "f")]


def elements(body):
    tree = html5lib.parse(markdown.markdown(body, extensions=EXTENSIONS), namespaceHTMLElements=False)
    return [element for element in tree.iter() if isinstance(element.tag, str)]


@given(st.lists(PARTS, max_size=14).map("".join))
def test_what_is_let_through_becomes_plain_elements_and_links_to_the_web(body):
    if told(body) == []:
        for element in elements(body):
            assert element.tag in PLAIN
            assert set(element.keys()) <= {"href", "title", "class", "style", "start"}
            assert element.get("href", "https://").startswith(("https://", "http://"))


def test_positions_are_those_of_the_file():
    body = "\n第一段<br>\n\n见[这里](x)\n"
    assert told(body) == [("MZ028", 2, 4), ("MZ049", 4, 5)]


@pytest.mark.parametrize("body", ["`<b>`", "``a ` <b>``", "甲`[x](y)`乙", "`<b>`\n\n`<i>`"])
def test_code_is_shown_as_it_is(body):
    assert told(body) == []


@pytest.mark.parametrize("body", ["`<b>", "甲 ` 乙\n` <b> `", r"\`<b>`", "```\n<b>\n```"])
def test_what_only_looks_like_code_is_told(body):
    assert "MZ028" in {code for code, _, _ in told(body)}


def test_masking_shifts_nothing():
    assert mask_code("甲`<b>`乙\n丙") == "甲xxxxx乙\n丙"
    assert mask_code("甲`<b>") == "甲`<b>"


@pytest.mark.parametrize(
    "line", ["# 甲", "> ## 甲", "- # 甲", "===", "![图](https://a.org)", "[甲]: x", "[甲][乙]"]
)
def test_structure_is_found(line):
    assert find_structure(line)


@pytest.mark.parametrize("line", ["第 # 号", "a = b", "见 [1]", "- 甲", "1. 甲", "甲：[乙]"])
def test_prose_is_no_structure(line):
    assert find_structure(line) is None


def test_hyphens_make_a_heading_of_the_line_above_only():
    assert find_structure("---", "甲")
    assert find_structure("---", " ") is None


@pytest.mark.parametrize(
    "line", ["{: .a }", "{.a}", "{#a}", "{ a=b }", "{{ a }}", "{% a %}", "--8<-- 'a'", "[TOC]"]
)
def test_signs_for_programs_are_found(line):
    assert find_program(line)


@pytest.mark.parametrize("line", ["{甲}", "{}", "a = b", "8<9", "{甲、乙}"])
def test_prose_is_no_program(line):
    assert find_program(line) is None


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("甲\n" + "[" * 201, (1, 0, 201, "[")),
        ("*甲" * 200 + "\n甲*", (1, 1, 1, "*")),
        ("> " * 21 + "甲", (0, 0, 42, ">")),
        ("1. " * 21 + "甲", (0, 0, 63, "1")),
        (" " * 81 + "甲", (0, 0, 81, " ")),
        ("(" * 200 + "\n\n" + "(" * 200, None),
        ("-" * 500, None),
    ],
)
def test_excess_is_found(body, place):
    assert find_excess(body) == place


def test_the_whole_body_has_a_limit_too():
    assert find_excess(("[" * 150 + "\n\n") * 13) is None
    assert find_excess(("[" * 150 + "\n\n") * 14) == (26, 0, 150, "[")
