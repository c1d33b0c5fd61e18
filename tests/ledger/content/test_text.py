from pathlib import Path

import pytest

from ledger.content.text import Document, find_tag, read_text, split_document


def read(tmp_path, data):
    file = tmp_path / "a.md"
    file.write_bytes(data)
    return read_text(file, "content/a.md")


@pytest.mark.parametrize("data", ["甲\n乙", "\ufeff甲\n乙", "甲\r\n乙", "甲\r乙", "\ufeff甲\r\n乙"])
def test_marks_and_line_ends_of_any_system_are_forgiven(tmp_path, data):
    assert read(tmp_path, data.encode()) == ("甲\n乙", [])


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-32"])
def test_other_encodings_are_refused(tmp_path, encoding):
    text, problems = read(tmp_path, "卫生".encode(encoding))
    assert text is None
    assert [(p.code, p.path, p.line, p.column) for p in problems] == [("MZ032", "content/a.md", 1, 1)]


def test_a_file_that_cannot_be_opened_is_told(tmp_path, monkeypatch):
    def refuse(_):
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    text, problems = read(tmp_path, b"x")
    assert text is None
    assert [(p.code, p.details) for p in problems] == [("MZ058", {"name": "a.md"})]


def test_a_file_of_more_than_512_kilobytes_is_not_even_read(tmp_path):
    line = b"x" * 1023 + b"\n"
    assert read(tmp_path, line * 512)[1] == []
    assert [p.code for p in read(tmp_path, line * 512 + b"x")[1]] == ["MZ034"]


def test_unseen_characters_are_told_and_the_rest_is_read(tmp_path):
    text, problems = read(tmp_path, "甲\u200b\n乙".encode())
    assert text == "甲\n乙"
    assert [p.code for p in problems] == ["MZ038"]


def test_a_conflict_leaves_nothing_to_read(tmp_path):
    text, problems = read(tmp_path, "\u200b\n<<<<<<< a\n=======\n>>>>>>> b\n".encode())
    assert text is None
    assert [p.code for p in problems] == ["MZ038", "MZ050"]


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("---\na: 1\n---\n正文\n", Document("a: 1", "正文\n", 4)),
        ("---\n---\n", Document("", "", 3)),
        ("---\na: 1\n---", Document("a: 1", "", 4)),
        ("--- \na: 1\n---\t\n\n正文", Document("a: 1", "\n正文", 4)),
        ("---\na: ---\n---\n---\n", Document("a: ---", "---\n", 4)),
    ],
)
def test_document_is_split_at_its_first_two_fences(text, document):
    assert split_document(text, "f") == (document, [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("正文", "MZ002"),
        ("\n正文", "MZ002"),
        ("\n\n---\na: 1\n---\n", "MZ052"),
        (" ---\na\n---\n", "MZ051"),
        ("----\na\n----\n", "MZ051"),
        ("———\na\n———\n", "MZ051"),
        ("－－－\na\n---\n", "MZ051"),
    ],
)
def test_first_line_must_be_a_fence(text, code):
    document, problems = split_document(text, "f")
    assert document is None
    assert [(p.code, p.line, p.column) for p in problems] == [(code, 1, 1)]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---", "MZ003", 1),
        ("---\na: 1\n", "MZ003", 1),
        ("---\na: 1\n ---\n", "MZ051", 3),
        ("---\na: 1\n----\n正文\n---\n", "MZ051", 3),
        ("---\na: 1\n——\n", "MZ051", 3),
    ],
)
def test_second_fence_must_be_there(text, code, line):
    document, problems = split_document(text, "f")
    assert document is None
    assert [(p.code, p.line) for p in problems] == [(code, line)]


@pytest.mark.parametrize(
    ("line", "tag"),
    [
        ("见<b>此</b>", "<b>"),
        ("</p>", "</p>"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("<script", "<script"),
        ("<!-- 注 -->", "<!"),
        ("<?php", "<?"),
        ("<https://example.org>", "<https://example.org>"),
    ],
)
def test_markup_is_found(line, tag):
    assert tag == find_tag(line).group()


@pytest.mark.parametrize("line", ["3 < 5 > 2", "<65岁", "<<通知>>", "《通知》", "a->b", "＜b＞", ""])
def test_other_angle_brackets_are_not_markup(line):
    assert find_tag(line) is None
