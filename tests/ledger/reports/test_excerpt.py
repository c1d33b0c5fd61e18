from pathlib import Path

import pytest

from ledger.problems import Problem
from ledger.reports.excerpt import Excerpts, columns, mark


def at(line=1, column=1, width=1, path="content/a.md"):
    return Problem(path, line, column, "MZ025", width=width)


def written(folder, content, name="content/a.md"):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Excerpts(folder)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", 3),
        ("甲乙", 4),
        ("：，", 4),
        ("“…”", 3),
        ("e\u0301", 1),
        ("甲\u200b乙", 4),
        ("𠮷", 2),
        ("", 0),
    ],
)
def test_columns_of_a_terminal(text, expected):
    assert columns(text) == expected


@pytest.mark.parametrize(
    ("line", "column", "width", "shown", "spaces", "carets"),
    [
        # A tab, an escape, a delete: seen, and never sent to a terminal.
        ("\t- id: p1", 1, 1, "␉- id: p1", 0, 1),
        ("甲\x1b[31m乙", 2, 1, "甲␛[31m乙", 2, 1),
        ("甲\x7f\x9b乙", 2, 2, "甲␡\ufffd乙", 2, 2),
        # Signs that turn the writing direction or take no room: only seen where they are what is wrong.
        ("甲\u202e乙丙", 3, 1, "甲乙丙", 2, 2),
        ("甲\u202e乙丙", 2, 1, "甲\ufffd乙丙", 2, 1),
        ("甲\u200b乙丙", 4, 1, "甲乙丙", 4, 2),
        ("甲\u200b乙丙", 2, 1, "甲\ufffd乙丙", 2, 1),
        # A full-width space takes two columns, a hard space one.
        ("甲\u3000乙", 2, 1, "甲\u3000乙", 2, 2),
        ("甲\u00a0乙", 2, 1, "甲 乙", 2, 1),
        # Line ends that editors do not take for any.
        ("甲\u2028乙", 3, 1, "甲\ufffd乙", 3, 2),
        # Commands of a runner.
        ("甲##[error]", 2, 3, "甲##［error]", 2, 4),
        # Behind the end, and a span that is too wide.
        ("甲乙", 3, 1, "甲乙", 4, 1),
        ("甲乙", 2, 99, "甲乙", 2, 2),
        ("甲乙", 2, 0, "甲乙", 2, 2),
    ],
)
def test_a_line_is_shown_harmlessly_and_the_caret_stands_below(line, column, width, shown, spaces, carets):
    expected = f"   12 | {shown}\n      | {' ' * spaces}{'^' * carets}"
    assert mark(line, 12, column - 1, width) == expected


@pytest.mark.parametrize(
    ("before", "wrong", "after", "shown", "spaces"),
    [
        # 150 + 1 + 149 signs: 60 before the caret and 59 behind it are kept.
        ("甲" * 150, "x", "乙" * 149, f"…{'甲' * 60}x{'乙' * 59}…", 121),
        ("", "x", "乙" * 300, f"x{'乙' * 119}…", 0),
        ("甲" * 300, "x", "", f"…{'甲' * 119}x", 239),
        ("甲" * 119, "x", "", f"{'甲' * 119}x", 238),
    ],
)
def test_a_long_line_is_cut_to_120_signs_around_the_caret(before, wrong, after, shown, spaces):
    expected = f"    1 | {shown}\n      | {' ' * spaces}^"
    assert mark(before + wrong + after, 1, len(before), 1) == expected


def test_a_span_longer_than_the_window_is_marked_from_its_beginning():
    # 100 signs, then 200 wrong ones, of which the window shows 120.
    expected = f"    1 | …{'x' * 120}…\n      |  {'^' * 120}"
    assert mark("甲" * 100 + "x" * 200, 1, 100, 200) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_when_content_is_read(tmp_path, end):
    excerpts = written(tmp_path, f"\ufeff甲\u2028\x0b{end}乙丙{end}")
    assert excerpts.excerpt(at(2, 2)) == "    2 | 乙丙\n      |   ^^"


@pytest.mark.parametrize(
    "content",
    ["文件：甲乙".encode("gbk"), "甲乙".encode("utf-16"), b"PK\x03\x04\xff\xfe", b"ab\0cd", b""],
    ids=["gbk", "utf-16", "zip", "nul", "empty"],
)
def test_nothing_of_a_file_that_is_no_text_is_shown(tmp_path, content):
    assert written(tmp_path, content).excerpt(at()) == ""


@pytest.mark.parametrize("problem", [at(3), at(0), at(1, 9), at(path="content/b.md"), at(path="content")])
def test_a_place_that_is_not_there_has_no_excerpt(tmp_path, problem):
    assert written(tmp_path, "甲乙\n").excerpt(problem) == ""


def test_no_file_outside_of_the_project_is_shown(tmp_path):
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    project = tmp_path / "project"
    excerpts = written(project, "甲\n")
    (project / "content/b.md").symlink_to(tmp_path / "secret.txt")

    for path in ("content/b.md", "../secret.txt", str(tmp_path / "secret.txt"), "content/\0.md"):
        assert excerpts.excerpt(at(path=path)) == ""


def test_a_file_is_read_once(tmp_path, monkeypatch):
    excerpts = written(tmp_path, "甲\n乙\n丙\n")
    read, read_bytes = [], Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda file: read.append(file.name) or read_bytes(file))

    assert [excerpts.excerpt(at(line))[8] for line in (1, 2, 3)] == ["甲", "乙", "丙"]
    assert read == ["a.md"]
