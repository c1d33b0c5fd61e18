"""Labels of an outline, and what only looks like one."""

import pytest

from ledger.importers.outline.label import chinese, inline_labels, number_of, opening_labels
from ledger.importers.outline.sentence import outside


def opening(text):
    return [(label.kind, label.number, label.words) for label in opening_labels(text)]


def inline(text):
    return [(label.number, label.words) for label in inline_labels(text, 0, outside(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第一部分 上年回顾", [("part", 1, "第一部分")]),
        ("第二章 任务", [("chapter", 2, "第二章")]),
        ("【篇三】", [("piece", 3, "篇三")]),
        ("篇十二", [("piece", 12, "篇十二")]),
        ("十一、打算", [("chinese", 11, "十一")]),
        ("（二）改善就医", [("chinese_paren", 2, "(二)")]),
        ("3．添置设备", [("arabic", 3, "3")]),
        ("3、添置设备", [("arabic", 3, "3")]),
        ("２．添置设备", [("arabic", 2, "2")]),
        ("（4）添置设备", [("arabic_paren", 4, "(4)")]),
        ("⑶添置设备", [("arabic_paren", 3, "(3)")]),
        ("②添置设备", [("circled", 2, "②")]),
        ("二要办好食堂", [("point", 2, "二要")]),
        ("第一个是办好食堂", [("point", 1, "第一个")]),
        ("首先，办好食堂", [("point", 1, "首先")]),
        ("其三，办好食堂", [("point", 3, "其三")]),
        ("1.2 门诊", [("decimal", 2, "1.2")]),
        ("一、（一）门诊", [("chinese", 1, "一"), ("chinese_paren", 1, "(一)")]),
    ],
)
def test_labels_at_the_start_of_a_paragraph(text, found):
    assert found == opening(text)


@pytest.mark.parametrize(
    "text",
    [
        "1.5亿元到位",
        "1.5 亿元到位",
        "2023.4.3验收",
        "12320热线",
        "9、10月份督查",
        "一、二级医院达标",
        "一、二期工程完工",
        "一是一，二是二",
        "第一人民医院搬迁",
        "第一时间到场",
        "第一季度门诊增加",
        "《一、总则》已印发",
    ],
)
def test_what_only_looks_like_a_label(text):
    assert opening(text) == []


def test_labels_inside_a_paragraph_follow_a_stop():
    assert inline("三件事。一是甲；二是乙，三是丙。（四）丁。") == [
        (1, "一是"),
        (2, "二是"),
        (3, "三是"),
        (4, "(四)"),
    ]


def test_labels_inside_quotations_are_words_of_others():
    assert inline("文件要求“一是公开；二是公正”。") == []


def test_a_section_may_follow_the_title_without_a_stop():
    assert inline("某县卫健局工作总结一、门诊") == [(1, "一")]


@pytest.mark.parametrize(
    ("words", "number"), [("十", 10), ("十九", 19), ("二十", 20), ("三十五", 35), ("⑩", 10)]
)
def test_numbers(words, number):
    assert number == number_of(words)


@pytest.mark.parametrize(
    ("number", "words"), [(3, "三"), (10, "十"), (14, "十四"), (20, "二十"), (26, "二十六")]
)
def test_numbers_in_chinese(number, words):
    assert words == chinese(number)
