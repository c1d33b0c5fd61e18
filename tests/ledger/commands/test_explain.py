import re

import pytest

from ledger import cli
from ledger.problems import CATALOGUE


@pytest.fixture
def explain(capsys):
    """A function that asks for an explanation and returns the exit code and what was printed."""

    def run(*words):
        code = cli.main(["explain", *words])
        printed = capsys.readouterr()
        assert printed.err == ""
        return code, printed.out

    return run


def test_a_code_is_explained_with_examples(explain):
    assert explain("MZ005") == (
        0,
        (
            "MZ005 字段“…”写了两次\n"
            "\n"
            "为什么：同一个字段写两次，程序不知道该信哪一个；任选一个都可能公开错的数字。\n"
            "\n"
            "错的写法：\n"
            "    value: 45777\n"
            "    value: 45771\n"
            "\n"
            "对的写法：\n"
            "    value: 45777\n"
            "\n"
            "改法：删掉一处；首次在第 … 行\n"
            "在哪里报告：ledger check、ledger build、预览和提交后的自动检查\n"
        ),
    )


@pytest.mark.parametrize("written", ["MZ012", "mz012", "Mz12", "12", "012", " mz012 "])
def test_a_code_may_be_written_in_short(explain, written):
    code, out = explain(written)
    assert code == 0
    assert out.startswith("MZ012 “…”应写成…\n")


@pytest.mark.parametrize(
    ("written", "nearest"), [("MZ009", "MZ008"), ("98", "MZ097"), ("MZO12", "MZ012"), ("0", "MZ001")]
)
def test_an_unknown_code_names_the_nearest_one(explain, written, nearest):
    code, out = explain(written)
    assert code == 2
    assert out == f"没有“{written}”这个编号；最接近的是 {nearest}；运行 ledger explain 列出全部编号。\n"


@pytest.mark.parametrize("written", ["", "abc", "²", "99999", "MZ\n::error::\x1b[31m"])
def test_whatever_is_asked_the_answer_is_one_line(explain, written):
    code, out = explain(written)
    assert code == 2
    assert re.fullmatch(r"没有“.*”这个编号；最接近的是 MZ\d{3}；运行 ledger explain 列出全部编号。\n", out)


def test_without_a_code_all_are_listed_in_one_line_each(explain):
    code, out = explain()
    assert code == 0
    lines = out.splitlines()
    assert [line.split(" ")[0] for line in lines] == list(CATALOGUE)
    assert "MZ010 没有“…”这个字段" in lines
    assert [line for line in lines if "{" in line or "}" in line] == []


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_can_be_explained(explain, code):
    ending, out = explain(code)
    assert ending == 0
    assert out.startswith(f"{code} ")
    assert "在哪里报告：ledger " in out
