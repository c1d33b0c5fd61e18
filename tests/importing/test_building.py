"""The documents that are made of readable sources."""

import docx

from tests.importing.building import build_document

SOURCE = """# 标题

正文。

## 一、表

| 名称 | 数 |
| 建档率 |  |
"""


def test_a_word_file_has_headings_paragraphs_and_every_cell(tmp_path):
    source = tmp_path / "table.docx.txt"
    source.write_text(SOURCE, encoding="utf-8")
    file = build_document(source, tmp_path)
    document = docx.Document(str(file))
    assert file.name == "table.docx"
    assert [paragraph.text for paragraph in document.paragraphs] == ["标题", "正文。", "一、表"]
    assert [paragraph.style.name for paragraph in document.paragraphs] == ["Title", "Normal", "Heading 1"]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["名称", "数"],
        ["建档率", ""],
    ]


def test_a_text_in_the_old_encoding(tmp_path):
    source = tmp_path / "report.gb.txt"
    source.write_text("一、工作", encoding="utf-8")
    file = build_document(source, tmp_path)
    assert (file.name, file.read_bytes()) == ("report.txt", "一、工作".encode("gb18030"))
