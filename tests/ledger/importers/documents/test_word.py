"""A Word file is read as it prints: with the numbers Word makes, and without what was deleted."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from ledger.importers.block import Block
from ledger.importers.documents.unreadable import UnreadableDocumentError
from ledger.importers.documents.word import read_word
from ledger.importers.documents.word_numbering import written
from ledger.importers.reading import DropReason, Shortfall

MULTILEVEL = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimalEnclosedCircle", "%4"),
    ("decimal", "%1.%3"),
)


def read(document):
    stream = io.BytesIO()
    document.save(stream)
    return read_word(stream.getvalue(), "总结.docx")


def texts(document):
    return [block.text for block in read(document).blocks]


def element(xml):
    first, rest = xml.split(" " if " " in xml.split(">")[0] else ">", 1)
    joint = " " if " " in xml.split(">")[0] else ">"
    return parse_xml(f"{first} {nsdecls('w')}{joint}{rest}")


def add_list(document, levels):
    """Define a list as Word stores it; its id."""
    numbering = document.part.numbering_part.element
    place = str(900 + len(numbering))
    made = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(levels)
    )
    numbering.insert(0, element(f'<w:abstractNum w:abstractNumId="{place}">{made}</w:abstractNum>'))
    numbering.append(element(f'<w:num w:numId="{place}"><w:abstractNumId w:val="{place}"/></w:num>'))
    return place


def add_item(document, text, list_id, level=0):
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(element(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'))
    return paragraph


def test_paragraphs_headings_and_the_title():
    document = docx.Document()
    document.add_heading("某某县2023年工作总结", 0)
    document.add_heading("一、工作情况", 1)
    document.add_heading("（一）公共卫生", 2)
    document.add_paragraph("管理老年人\u200b45777人。")
    reading = read(document)
    assert [(block.text, block.heading) for block in reading.blocks] == [
        ("某某县2023年工作总结", 0),
        ("一、工作情况", 1),
        ("（一）公共卫生", 2),
        ("管理老年人45777人。", 0),
    ]
    assert reading.facts == {"title": "某某县2023年工作总结"}
    assert reading.shortfalls == ()


def test_numbers_that_word_makes_come_out_as_text():
    document = docx.Document()
    one = add_list(document, MULTILEVEL)
    items = ["工作0", "公卫1", "老年人2", "慢病2", "细项3", "医改1", "分级2", "计划0", "目标1", "甲4"]
    for text, level in [(item[:-1], int(item[-1])) for item in items]:
        add_item(document, text, one, level)
    assert texts(document) == [
        *(
            "一、工作",
            "（一）公卫",
            "1.老年人",
            "2.慢病",
            "①细项",
            "（二）医改",
            "1.分级",
            "二、计划",
            "（一）目标",
        ),
        "二.1甲",
    ]


def test_a_list_that_wants_digits_gets_them():
    document = docx.Document()
    number = add_list(document, [("chineseCounting", "第%1章"), ("decimal", "%1.%2")])
    level = document.part.numbering_part.element[0][1]
    level.append(element("<w:isLgl />"))
    add_item(document, "总则", number)
    add_item(document, "目标", number, 1)
    assert texts(document) == ["第一章总则", "1.1目标"]


def test_a_list_that_starts_again():
    document = docx.Document()
    one = add_list(document, [("decimal", "%1.")])
    numbering = document.part.numbering_part.element
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering.append(element(f'<w:num w:numId="5000"><w:abstractNumId w:val="{one}"/>{again}</w:num>'))
    for text, number in [("甲", one), ("乙", one), ("丙", "5000"), ("丁", "5000")]:
        add_item(document, text, number)
    assert texts(document) == ["1.甲", "2.乙", "1.丙", "2.丁"]


def test_a_number_before_a_number_is_parted_from_it():
    document = docx.Document()
    add_item(document, "2023年完成3项。", add_list(document, [("decimal", "%1")]))
    assert texts(document) == ["1 2023年完成3项。"]


def test_a_list_that_makes_no_sense_is_a_broken_file():
    document = docx.Document()
    add_item(document, "甲", add_list(document, [("decimal", "%1.")]))
    document.part.numbering_part.element[0][0].set(docx.oxml.ns.qn("w:ilvl"), "one")
    with pytest.raises(UnreadableDocumentError) as refused:
        read(document)
    assert refused.value.code == "MZ145"


def test_bullets_and_lists_taken_back_have_no_number():
    document = docx.Document()
    add_item(document, "甲", add_list(document, [("bullet", "\uf0b7")]))
    add_item(document, "乙", "0")
    assert texts(document) == ["甲", "乙"]


def test_a_style_numbers_its_paragraphs():
    document = docx.Document()
    number = add_list(document, [("chineseCounting", "%1、")])
    style = document.styles["Heading 1"].element.get_or_add_pPr()
    style.append(element(f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'))
    document.add_heading("工作情况", 1)
    document.add_heading("工作计划", 1)
    assert [(block.text, block.heading) for block in read(document).blocks] == [
        ("一、工作情况", 1),
        ("二、工作计划", 1),
    ]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (12, "japaneseCounting", "十二"),
        (20, "chineseCounting", "二十"),
        (35, "taiwaneseCountingThousand", "三十五"),
        (100, "chineseCounting", "一百"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (27, "lowerLetter", "aa"),
        (2, "ideographTraditional", "乙"),
        (7, "decimalZero", "07"),
        (3, "chineseLegalSimplified", "叁"),
        (5, "a format of the future", "5"),
    ],
)
def test_formats_of_numbers(number, form, text):
    assert written(number, form) == text


def test_a_table_stands_where_it_stood_with_merged_cells_repeated():
    document = docx.Document()
    document.add_paragraph("前")
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 1).text = table.cell(2, 0).text = ""
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(2, 0))
    document.add_paragraph("后")
    blocks = read(document).blocks
    assert [block.text for block in blocks] == ["前", "", "后"]
    assert blocks[1].rows == (("00", "00", "02"), ("10", "11", "12"), ("10", "21", "22"))


def test_a_frame_of_one_cell_is_no_table():
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "一、工作情况\n管理老年人45777人。"
    assert texts(document) == ["一、工作情况", "管理老年人45777人。"]


def test_insertions_are_read_and_deletions_are_not():
    document = docx.Document()
    paragraph = document.add_paragraph("管理")._p
    paragraph.append(element("<w:ins><w:r><w:t>4577</w:t></w:r></w:ins>"))
    paragraph.append(element("<w:del><w:r><w:delText>9999</w:delText></w:r></w:del>"))
    paragraph.append(element("<w:r><w:t>7人</w:t></w:r>"))
    reading = read(document)
    assert [block.text for block in reading.blocks] == ["管理45777人"]
    assert reading.shortfalls == (Shortfall.TRACKED_CHANGES,)


def test_words_in_links_fields_and_controls_are_read():
    document = docx.Document()
    paragraph = document.add_paragraph("完成")._p
    paragraph.append(element("<w:hyperlink><w:r><w:t>12</w:t></w:r></w:hyperlink>"))
    paragraph.append(element("<w:r><w:instrText>PAGE</w:instrText></w:r>"))
    paragraph.append(
        element("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>项</w:t></w:r></w:sdtContent></w:sdt>")
    )
    frame = element("<w:sdt><w:sdtContent><w:p><w:r><w:t>第二段</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    document.element.body.insert(1, frame)
    assert texts(document) == ["完成12项", "第二段"]


def test_forced_line_ends_part_paragraphs():
    document = docx.Document()
    document.add_paragraph("一、工作\n（一）公卫\t完成")
    assert texts(document) == ["一、工作", "（一）公卫 完成"]


@pytest.mark.parametrize(
    ("xml", "shortfall"),
    [
        ("<w:r><w:footnoteReference w:id='1'/></w:r>", Shortfall.FOOTNOTES),
        ("<w:r><w:drawing/></w:r>", Shortfall.PICTURES),
        (
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框里的字</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
            Shortfall.TEXT_BOXES,
        ),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", Shortfall.UNREADABLE_CHARACTERS),
        ("<w:r><w:t>\ue123</w:t></w:r>", Shortfall.UNREADABLE_CHARACTERS),
        (
            "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'/>",
            Shortfall.FORMULAS,
        ),
    ],
)
def test_what_cannot_be_read_is_told(xml, shortfall):
    document = docx.Document()
    document.add_paragraph("正文")._p.append(element(f"<w:smartTag>{xml}</w:smartTag>"))
    reading = read(document)
    assert reading.shortfalls == (shortfall,)
    assert "框里的字" not in reading.blocks[0].text


def test_headers_and_footers_are_listed_apart():
    document = docx.Document()
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "某某县文件"
    reading = read(document)
    assert reading.blocks == (Block("正文", 1),)
    assert [(one.text, one.reason) for one in reading.dropped] == [("某某县文件", DropReason.PAGE_FURNITURE)]


def test_the_table_of_contents_is_listed_apart():
    document = docx.Document()
    style = document.styles.add_style("toc 1", 1)
    style.font.size = Pt(10)
    document.add_paragraph("一、工作情况\t1", style=style)
    document.add_paragraph("一、工作情况")
    reading = read(document)
    assert [block.text for block in reading.blocks] == ["一、工作情况"]
    assert [one.reason for one in reading.dropped] == [DropReason.NAVIGATION]
