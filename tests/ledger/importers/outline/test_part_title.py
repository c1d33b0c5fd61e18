"""Several documents in one file: their places are told apart, and each has its role and its year."""

import pytest

from ledger.importers.block import Block
from ledger.importers.outline.outline import find_passages
from ledger.importers.outline.stretch import find_stretches
from ledger.importers.passage import Role


def passages(*lines):
    return find_passages([Block(text, number) for number, text in enumerate(lines, start=1)])


def test_a_summary_and_a_plan_that_both_begin_at_one():
    found = passages(
        "某区卫生局2016年工作总结",
        "全区卫生工作稳步推进，办成实事8件。",
        "一、医疗",
        "1.门诊。看病20万人次。",
        "二、公卫",
        "建档3万份。",
        "某区卫生局2017年工作要点",
        "一、医疗",
        "1.门诊。新增诊室5间。",
    )

    assert [(p.at, p.role, p.year) for p in found if p.text[-1] == "。"] == [
        ("2016年工作总结 开头", Role.SUMMARY, 2016),
        ("2016年工作总结 一、1", Role.SUMMARY, 2016),
        ("2016年工作总结 一、1", Role.SUMMARY, 2016),
        ("2016年工作总结 二", Role.SUMMARY, 2016),
        ("2017年工作要点 一、1", Role.PLAN, 2017),
        ("2017年工作要点 一、1", Role.PLAN, 2017),
    ]


def test_a_title_over_everything_names_no_part():
    found = passages(
        "某区2016年工作总结和2017年工作计划",
        "一、医疗",
        "看病20万人次。",
        "2017年工作计划",
        "一、医疗",
        "新增诊室5间。",
    )

    assert [(p.at, p.role) for p in found if p.text[-1] == "。"] == [
        ("一", Role.SUMMARY),
        ("2017年工作计划 一", Role.PLAN),
    ]


def test_the_only_title_of_a_file_is_no_part_of_any_place():
    found = passages("某区2023年工作总结", "一、医疗", "看病20万人次。", "二、公卫", "建档3万份。")

    assert [p.at for p in found] == ["一", "一", "二", "二"]


def test_documents_that_a_site_counted_in_their_titles():
    found = passages(
        "卫生工作总结汇编",
        "卫生工作总结报告篇一",
        "一、医疗",
        "看病20万人次。",
        "卫生工作总结报告篇二",
        "一、公卫",
        "建档3万份。",
    )

    assert [p.at for p in found if p.text[-1] == "。"] == ["篇一一", "篇二一"]


@pytest.mark.parametrize("title", ["计生年度工作总结 篇5", "某区2023年工作总结"])
def test_one_document_alone_opens_no_part(title):
    stretches = [*find_stretches([Block(title, 1), Block("一、医疗", 2), Block("看病20万人次。", 3)])]

    assert [len(stretch.levels) for stretch in stretches] == [0, 1, 1]
