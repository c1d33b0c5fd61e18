"""Reports of whatever problem: nothing in them is obeyed by a terminal or a CI."""

import json
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.content.personal_data import find_personal_data
from ledger.problems import CATALOGUE, Problem
from ledger.reports import github
from ledger.reports.json import as_json
from ledger.reports.text import as_text
from tests.fuzz.draft import PIECES

SHORT = settings(max_examples=60, derandomize=True, database=None, deadline=None)
_HOSTILE = [*PIECES["reports"], *PIECES["controls"], *PIECES["invisible"], *PIECES["line_separators"]]
TEXTS = st.lists(st.sampled_from(_HOSTILE) | st.text(max_size=3), max_size=6).map("".join)
FILES = ("content/a.md", "content/site.yml")


def holes(code):
    """Names of what fills the sentences of a code."""
    words = (CATALOGUE[code].message, CATALOGUE[code].mend)
    return {name for text in words for _, name, _, _ in string.Formatter().parse(text) if name}


@st.composite
def problems(draw):
    code = draw(st.sampled_from(sorted(CATALOGUE)))
    path = draw(st.sampled_from(FILES) | TEXTS)
    line, column, width = (draw(st.integers(1, most)) for most in (9, 200, 200))
    return Problem(path, line, column, code, {name: draw(TEXTS) for name in holes(code)}, width)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A project whose files are as hostile as the problems."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "content").mkdir()
    for name in FILES:
        (folder / name).write_text(
            "".join(_HOSTILE) + "\n::error::x\n  ::stop-commands::x\n", encoding="utf-8"
        )
    return folder


def is_harmless(printed):
    """Tell whether no line is a command, and nothing but line ends is beyond print."""
    lines = printed.split("\n")
    return all(
        line.isprintable() and not line.lstrip().startswith("::") and "##[" not in line for line in lines
    )


@SHORT
@given(st.data())
def test_reports_for_people_command_nothing(root, data):
    listed = data.draw(st.lists(problems(), max_size=4))
    assert is_harmless("\n".join(as_text(listed, root)))
    assert is_harmless("\n".join(map(str, listed)))


@SHORT
@given(st.lists(problems(), min_size=1, max_size=14))
def test_annotations_are_one_command_each(listed):
    printed = list(github.annotations(listed))
    assert len(printed) == min(len(listed), 10)
    for line in printed:
        assert line.startswith(("::error ", "::error::"))
        assert line.isprintable()
        # Whatever follows the first command stands in its data.
        assert line.split("::", 2)[0] == ""


@SHORT
@given(st.lists(problems(), min_size=1, max_size=4))
def test_a_summary_has_one_row_for_each_problem(listed):
    printed = github.summary(listed, {})
    assert is_harmless(printed)
    rows = [line for line in printed.split("\n") if line.startswith("| ")]
    assert len(rows) == len(listed) + 2
    # Two bars at the ends and two between the cells: none of the cells has one of its own.
    assert {row.count("|") for row in rows} == {4}


@SHORT
@given(st.lists(problems(), max_size=4))
def test_reports_for_programs_are_json(root, listed):
    printed = as_json(listed, [root / name for name in FILES], root)
    assert is_harmless(printed)
    assert [problem["line"] for problem in json.loads(printed)["problems"]] == [p.line for p in listed]


PEOPLE = st.lists(st.sampled_from(PIECES["people"]), max_size=12).map("".join)


@settings(SHORT, max_examples=400)
@given(PEOPLE)
def test_personal_data_is_found_where_it_stands(text):
    end = 0
    for first, last, kind in find_personal_data(text):
        assert end <= first < last <= len(text)
        assert kind in {"id_number", "mobile", "patient"}
        end = last
