"""The documents that are made of readable sources."""

import docx
import openpyxl
import pypdfium2

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


def test_a_pdf_breaks_its_lines_but_no_number(tmp_path):
    source = tmp_path / "speech.pdf.txt"
    source.write_text(
        "一、工作\n" + "全年完成各项任务。" * 3 + "新增床位1234张，" + "好" * 2000, encoding="utf-8"
    )
    pages = list(pypdfium2.PdfDocument(build_document(source, tmp_path)))
    lines = pages[0].get_textpage().get_text_bounded().splitlines()
    assert lines[0].strip() == "一、工作"
    assert lines[1].strip() == "全年完成各项任务。" * 3 + "新增床位"
    assert lines[2].startswith("1234张，好")
    # Two lines, one of 6 and 30 characters, and 1970 in lines of 36: 58 lines, 30 to a page.
    assert [page.get_textpage().get_text_bounded().splitlines()[-1] for page in pages] == [
        "— 1 —",
        "— 2 —",
    ]


def test_a_workbook_has_every_cell(tmp_path):
    source = tmp_path / "sheet.xlsx.txt"
    source.write_text("| 任务 | 时限 |\n| 建站3个 |  |\n", encoding="utf-8")
    sheet = openpyxl.load_workbook(build_document(source, tmp_path)).active
    assert list(sheet.values) == [("任务", "时限"), ("建站3个", None)]
