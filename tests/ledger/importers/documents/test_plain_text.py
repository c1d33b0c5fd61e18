"""Lines of a text file become paragraphs."""

from ledger.importers.documents.plain_text import read_plain_text
from ledger.importers.reading import Shortfall


def blocks(text):
    return [(block.text, block.heading) for block in read_plain_text(text, "", "pasted").blocks]


def test_every_line_is_a_paragraph():
    assert blocks("\ufeff一、工作\r\n\r\n　　管理老年人 45777 人。\n\t二、计划\u200b\n") == [
        ("一、工作", 0),
        ("管理老年人 45777 人。", 0),
        ("二、计划", 0),
    ]


def test_headings_of_markdown():
    assert blocks("# 工作总结\n## 一、工作\n#健康中国#话题") == [
        ("工作总结", 1),
        ("一、工作", 2),
        ("#健康中国#话题", 0),
    ]


def test_lines_broken_at_one_width_are_joined():
    text = "全县基层医疗卫生机构扎实开展基本公共卫生服务，按期完成了各项任务，群众的满意度进一步提高，" * 6
    broken = [text[place : place + 30] for place in range(0, len(text), 30)]
    found = blocks("一、工作情况\n" + "\n".join(broken) + "\n二、工作计划\n　　新建3所。")
    assert found == [("一、工作情况", 0), (text, 0), ("二、工作计划", 0), ("新建3所。", 0)]


def test_a_list_of_short_lines_is_not_joined():
    lines = [f"{number}.完成第{number}项重点任务" for number in range(1, 10)]
    assert [text for text, _ in blocks("\n".join(lines))] == lines


def test_characters_of_private_fonts_are_told():
    assert read_plain_text("管理\ue001人", "", "pasted").shortfalls == (Shortfall.UNREADABLE_CHARACTERS,)
    assert read_plain_text("管理人", "", "pasted").shortfalls == ()


def test_radicals_that_look_like_characters_are_read_as_those():
    assert blocks("⽼年⼈⻓期护理") == [("老年人长期护理", 0)]
