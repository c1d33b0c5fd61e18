"""A text layer becomes paragraphs; what only belongs to the pages is listed apart."""

import pytest

from ledger.importers.documents.pdf import read_pdf
from ledger.importers.documents.unreadable import UnreadableDocumentError
from ledger.importers.reading import DropReason, Shortfall

LEFT, RIGHT, SIZE = 72, 520, 16
PER_LINE = (RIGHT - LEFT) // SIZE
PICTURE = "q 300 0 0 300 100 300 cm /I1 Do Q"


FONT = (
    """<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H
    /DescendantFonts [2 0 R] >>""",
    """<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 3 0 R /DW 1000
    /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /W [1 95 1000] >>""",
    """<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900]
    /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>""",
)
IMAGE = """<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray
    /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"""


def pdf_bytes(*pages):
    """Write a PDF file of pages, each a list of (x, y, text) or of raw operators.

    The font is not in the file; its characters are named by a table that every reader knows.
    """
    objects = [*FONT, IMAGE]
    kids = []
    for parts in pages:
        stream = "\n".join(part if isinstance(part, str) else _shown(*part) for part in parts)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent PAGES 0 R /MediaBox [0 0 595 842] /Contents "
            f"{len(objects)} 0 R /Resources << /Font << /F1 1 0 R >> /XObject << /I1 4 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    tree = len(objects) + 1
    objects.append(f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>")
    objects.append(f"<< /Type /Catalog /Pages {tree} 0 R >>")
    data, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text.replace('PAGES', str(tree))}\nendobj\n".encode("ascii")
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    end = f"trailer << /Size {len(objects) + 1} /Root {len(objects)} 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + (table + end).encode("ascii")


def _shown(x, y, text, size=SIZE):
    return f"BT /F1 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET"


def lines(text, top=720, indent=2):
    """A paragraph as it is set: its first line indented, each line full but the last."""
    first = PER_LINE - indent
    parts = [text[:first], *(text[place : place + PER_LINE] for place in range(first, len(text), PER_LINE))]
    xs = [LEFT + indent * SIZE, *[LEFT] * len(parts)]
    return [(x, top - 28 * row, part) for row, (x, part) in enumerate(zip(xs, parts, strict=False))]


ONE = (
    "２０２３年，全县基层医疗卫生机构扎实开展基本公共卫生服务，管理老年人"
    "四万五千七百七十七人，各项任务按期完成，群众满意度稳步提高。"
)
TWO = (
    "（二）家庭医生签约服务全面推开，重点人群签约率稳步提高，履约情况良好，"
    "有关经验在全市推广，群众获得感明显增强。"
)


def test_lines_are_joined_to_paragraphs():
    reading = read_pdf(pdf_bytes([*lines(ONE), *lines(TWO, 580)]), "a.pdf")
    assert [(block.text, block.page) for block in reading.blocks] == [(ONE, 1), (TWO, 1)]
    assert (reading.form, reading.shortfalls, reading.dropped) == ("pdf", (), ())


def test_a_paragraph_goes_on_over_the_page():
    first, *others = lines(ONE)
    rest = [(x, 720 - 28 * row, text) for row, (x, _, text) in enumerate(others)]
    reading = read_pdf(pdf_bytes([*lines(TWO), (first[0], 580, first[2])], rest), "a.pdf")
    assert [(block.text, block.page) for block in reading.blocks] == [(TWO, 1), (ONE, 1)]


def test_headers_and_page_numbers_are_listed_apart():
    pages = [
        [(LEFT, 800, "某某县卫生健康委员会文件"), *lines(text), (290, 40, f"— {number} —")]
        for number, text in enumerate((ONE, TWO, ONE), 1)
    ]
    reading = read_pdf(pdf_bytes(*pages), "a.pdf")
    assert [block.text for block in reading.blocks] == [ONE, TWO, ONE]
    assert [block.page for block in reading.blocks] == [1, 2, 3]
    assert {one.reason for one in reading.dropped} == {DropReason.PAGE_FURNITURE}
    assert [one.text for one in reading.dropped] == ["某某县卫生健康委员会文件", "— 1 —", "— 2 —", "— 3 —"]


def test_a_title_in_large_characters_is_one_block():
    title = [_shown(LEFT, 760, "某某县卫生健康委员会二〇二三年", 24), _shown(150, 720, "工作总结", 24)]
    reading = read_pdf(pdf_bytes([*title, *lines(ONE, 660)]), "a.pdf")
    assert [block.text for block in reading.blocks] == ["某某县卫生健康委员会二〇二三年工作总结", ONE]


def test_rows_of_a_table_are_not_run_together():
    rows = [(LEFT, 700, "指标"), (300, 700, "完成"), (LEFT, 672, "管理率"), (300, 672, "八成")]
    reading = read_pdf(pdf_bytes([*lines(ONE, 780), *rows]), "a.pdf")
    assert [block.text for block in reading.blocks][1:] == ["指标 完成", "管理率 八成"]


def test_pages_without_text_are_told():
    reading = read_pdf(pdf_bytes(lines(ONE), [PICTURE]), "a.pdf")
    assert [block.text for block in reading.blocks] == [ONE]
    assert reading.shortfalls == (Shortfall.SOME_PAGES_WITHOUT_TEXT,)


def test_pictures_beside_text_are_told():
    assert read_pdf(pdf_bytes([*lines(ONE), PICTURE]), "a.pdf").shortfalls == (Shortfall.PICTURES,)


def test_an_empty_page_is_nothing_to_tell():
    assert read_pdf(pdf_bytes(lines(ONE), []), "a.pdf").shortfalls == ()


@pytest.mark.parametrize(("page", "code"), [([PICTURE], "MZ147"), ([], "MZ141")])
def test_a_file_without_a_text_layer_is_refused(page, code):
    with pytest.raises(UnreadableDocumentError) as refused:
        read_pdf(pdf_bytes(page), "a.pdf")
    assert refused.value.code == code


def test_a_file_that_needs_a_password_is_refused():
    key = "00" * 32
    locked = pdf_bytes(lines(ONE)).replace(
        b"trailer << ",
        f"trailer << /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >> "
        f"/ID [<{key}> <{key}>] ".encode("ascii"),
    )
    with pytest.raises(UnreadableDocumentError) as refused:
        read_pdf(locked, "a.pdf")
    assert refused.value.code == "MZ143"
