import re

import pytest

from ledger.problems import Problem
from ledger.reports.github import annotations, summary, with_head

PROBLEM = Problem("content/a.md", 3, 6, "MZ013", {"text": "98%"}, width=3)
ENVIRONMENT = {
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "example/ledger",
    "GITHUB_HEAD_REF": "",
    "GITHUB_REF_NAME": "main",
}
HOSTILE = "a,b:c%0A\n::stop-commands::x\x1b[31m|`<b>[x](javascript:y)##[error]"


def many(count):
    return [Problem(f"content/{number:03}.md", 1, 1, "MZ025") for number in range(count)]


def table(text):
    return [line for line in text.split("\n") if line.startswith("| ")][2:]


def test_an_annotation_names_file_line_and_span():
    assert list(annotations([PROBLEM])) == [
        (
            "::error file=content/a.md,line=3,col=6,endColumn=9,title=错误 MZ013::"
            "“98%25”不是数字%0A改法: 只写数字本身：不加 %25、逗号和单位，用半角；隐去的写 redacted"
        )
    ]


@pytest.mark.parametrize(
    ("told", "elsewhere", "shown", "rest"),
    [
        (0, 0, 0, 0),
        (1, 0, 1, 0),
        (10, 0, 10, 0),
        (11, 0, 9, 2),
        (200, 0, 9, 191),
        (2, 1, 2, 1),
        (9, 5, 9, 5),
        (10, 1, 9, 2),
        (0, 3, 0, 3),
    ],
)
def test_never_more_than_ten_and_the_last_counts_the_rest(told, elsewhere, shown, rest):
    lines = list(annotations(many(told), elsewhere))

    assert len([line for line in lines if " file=" in line]) == shown
    assert lines[shown:] == ([f"::error::另有 {rest} 处问题，见汇总"] if rest else [])
    assert len(lines) <= 10


def test_hostile_names_and_values_stay_inside_one_annotation():
    problem = Problem(f"content/{HOSTILE}.md", 1, 1, "MZ013", {"text": HOSTILE})
    (line,) = annotations([problem])

    properties, message = re.fullmatch(r"::error (.*?)::(.*)", line).groups()
    names = [part.split("=")[0] for part in properties.split(",")]
    assert names == ["file", "line", "col", "endColumn", "title"]
    assert properties.startswith("file=content/a%2Cb%3Ac%250A %3A%3Astop-commands%3A%3Ax [31m|`<b>")
    assert "“a,b:c%250A ::stop-commands::x [31m" in message
    assert line.isprintable()
    assert "##[" not in line


def test_the_summary_is_a_table_with_links_to_the_editor():
    text = summary([PROBLEM], ENVIRONMENT)

    assert text.startswith(
        "### 内容检查：1 处问题\n\n| 位置 | 错误 | 改法 |\n| --- | --- | --- |\n| [content"
    )
    assert (
        "](https://github.com/example/ledger/edit/main/content/a.md#L3) | MZ013 “98&#37;”不是数字 | " in text
    )
    assert text.endswith(" |\n\n")


def test_a_pull_request_links_to_its_own_branch():
    (row,) = table(
        summary([PROBLEM], ENVIRONMENT | {"GITHUB_HEAD_REF": "修正/a b", "GITHUB_REF_NAME": "1/merge"})
    )
    assert "/edit/%E4%BF%AE%E6%AD%A3/a%20b/content/a.md#L3)" in row


def test_a_pull_request_from_a_fork_links_to_the_fork():
    event = {"pull_request": {"head": {"repo": {"full_name": "writer/ledger"}}}}
    assert "/writer/ledger/edit/main/" in summary([PROBLEM], with_head(ENVIRONMENT, event))


@pytest.mark.parametrize(
    "event", [{}, {"pull_request": None}, {"pull_request": {"head": {"repo": None}}}], ids=str
)
def test_anything_else_links_to_the_repository(event):
    assert with_head(ENVIRONMENT, event) == ENVIRONMENT


@pytest.mark.parametrize("missing", ["GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_REF_NAME"])
def test_without_repository_or_branch_there_is_no_link(missing):
    (row,) = table(
        summary([PROBLEM], {name: value for name, value in ENVIRONMENT.items() if name != missing})
    )
    assert row.startswith("| content&#47;a&#46;md&#58;3&#58;6 | ")


def test_hostile_names_and_values_are_plain_text_of_one_row():
    problem = Problem(f"content/{HOSTILE}.md", 1, 1, "MZ013", {"text": HOSTILE + "@all #1 https://x.example"})
    (row,) = table(summary([problem], ENVIRONMENT))

    link = re.match(r"\| \[[^\]]*\]\(https://github\.com/[\w/.%-]+#L1\) \| ", row)
    assert link
    cells = row[link.end() :].removesuffix(" |").split(" | ")
    assert len(cells) == 2
    assert set(re.sub(r"&#\d+;", "", "".join(cells))) & set("|`<>[]()@#:*_\\&") == set()


def test_two_hundred_problems_are_all_listed():
    assert len(table(summary(many(200), ENVIRONMENT))) == 200


def test_the_summary_is_cut_at_900_000_bytes_and_says_how_many_are_missing():
    text = summary(many(9_000), ENVIRONMENT)
    rows = table(text)

    assert 880_000 < len(text.encode()) <= 900_000
    assert text.rstrip().endswith(f"下面还有 {9_000 - len(rows)} 处没有列出；运行 ledger check 查看")


def test_what_stands_in_the_summary_already_takes_room():
    assert table(summary(many(3), ENVIRONMENT, room=0)) == []
