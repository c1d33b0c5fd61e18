"""What only a preview shows: plain words, and nothing of what editors wrote taken for HTML."""

import pytest

from ledger.preview.sheets import Sheets, link_problems
from ledger.problems import Problem


@pytest.fixture
def sheets(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "x.md").write_text("<b>粗</b>", encoding="utf-8")
    return Sheets(tmp_path)


def test_what_editors_wrote_is_shown_as_text(sheets):
    problem = Problem("content/x.md", 1, 1, "MZ028", {"text": "<script>"}, 3)
    shown = sheets.problems([problem]).decode()

    assert "<b>" not in shown
    assert "&lt;b&gt;粗&lt;/b&gt;" in shown
    assert "<script>" not in shown


def test_every_code_is_explained(sheets):
    codes = sheets.codes().decode()

    assert 'id="mz001"' in codes or 'id="mz002"' in codes
    assert "改法" in codes


def test_a_failure_names_its_kind(sheets):
    assert "程序内部错误（ZeroDivisionError）" in sheets.failure("ZeroDivisionError").decode()


def test_the_line_at_the_top_tells_of_drafts_only_where_there_are_any(sheets):
    assert sheets.top(0, 0) == (b"", b"")
    head, line = (part.decode() for part in sheets.top(3, 0))
    assert head == '<link rel="stylesheet" href="/.preview/drafts.css">'
    assert "预览：含 3 条未确认的草稿，公开的网站没有它们" in line
    assert "看哪些" not in line
    some = sheets.top(3, 2)[1].decode()
    assert "预览：含 3 条未确认的草稿；另有 2 条草稿还没写完，没有显示" in some
    assert '<a href="/preview/drafts/">看哪些</a>' in some


def test_a_warning_of_the_builder_is_placed_where_its_link_stands(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("一行\n看[这](b.md)\n", encoding="utf-8")
    words = "Doc file 'a.md' contains a link 'b.md', but the target is not found among documentation files."
    problems, others = link_problems([words, "Something else"], tmp_path / "docs")

    assert [(item.path, item.line, item.column, item.width) for item in problems] == [("docs/a.md", 2, 6, 4)]
    assert others == ["Something else"]
