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
    assert [(p.code, p.path, p.line, p.column) for p in problems] == [("MZ001", "content/a.md", 1, 1)]


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


@pytest.mark.parametrize("text", ["", "\n---\na: 1\n---\n", " ---\na\n---\n", "----\na\n----\n", "正文"])
def test_first_line_must_be_a_fence(text):
    document, problems = split_document(text, "f")
    assert document is None
    assert [p.code for p in problems] == ["MZ002"]


@pytest.mark.parametrize("text", ["---", "---\na: 1\n", "---\na: 1\n ---\n", "---\na: 1\n----\n"])
def test_second_fence_must_be_there(text):
    document, problems = split_document(text, "f")
    assert document is None
    assert [(p.code, p.line) for p in problems] == [("MZ003", 1)]


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
