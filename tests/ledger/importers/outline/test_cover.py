"""What stands above a document tells nothing and is no heading of what follows."""

import pytest

from ledger.importers.block import Block
from ledger.importers.outline.cover import cover_lines, is_of_notice
from ledger.importers.outline.outline import find_passages
from ledger.importers.passage import Role

NOTICE = [
    "某某县卫生健康局关于印发",
    "2024年全县卫生健康工作要点的通知",
    "某卫健发〔2024〕3号",
    "各镇卫生院，县级各医疗卫生单位：",
    "现将《2024年全县卫生健康工作要点》印发给你们，请认真贯彻落实。",
    "某某县卫生健康局",
    "二〇二四年三月一日",
    "2024年全县卫生健康工作要点",
]


def blocks(*texts):
    return [Block(text, number) for number, text in enumerate(texts, start=1)]


def test_a_notice_tells_nothing_and_leaves_the_places_alone():
    found = find_passages(blocks(*NOTICE, "一、医改", "1.医共体。新建2个院区。"))

    assert [passage.text for passage in found if passage.role is Role.FRAME] == NOTICE[:-1]
    assert [(p.at, p.text, p.role) for p in found if p.role is not Role.FRAME] == [
        ("一", "医改", Role.PLAN),
        ("一、1", "医共体。", Role.PLAN),
        ("一、1", "新建2个院区。", Role.PLAN),
    ]


def test_a_short_line_above_the_title_belongs_to_it_and_one_below_is_a_heading():
    lines = blocks("某某区卫生健康委员会", "2023年工作总结", "医疗服务", "全年门诊10万人次，住院2万人次。")

    assert cover_lines(lines, [False] * 4) == {0, 1}
    assert [p.at for p in find_passages(lines)] == ["开头", "医疗服务", "医疗服务"]


def test_a_paragraph_ends_the_cover():
    lines = blocks("全年新建卫生院2所，改造3所，均已投入使用。", "2024年工作计划", "新建卫生院1所。")

    assert cover_lines(lines, [False] * 3) == frozenset()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（2024年1月5日）", True),
        ("(征求意见稿)", True),
        ("各区、县（市）卫生健康局，市属各医院：", True),
        ("为做好全年工作，现将要点印发给你们，请遵照执行。", True),
        ("各乡镇卫生院新增床位20张。", False),
        ("印发方案3个，下发通知12份。", False),
    ],
)
def test_lines_of_a_notice(line, expected):
    assert is_of_notice(line) is expected
