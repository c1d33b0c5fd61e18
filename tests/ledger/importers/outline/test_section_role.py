"""What sections are about that do not say it themselves."""

from ledger.importers.block import Block
from ledger.importers.outline.section_role import section_roles
from ledger.importers.outline.stretch import find_stretches
from ledger.importers.passage import Role


def roles(*lines):
    stretches = tuple(find_stretches([Block(text, number) for number, text in enumerate(lines, start=1)]))
    return list(section_roles(stretches))


def test_before_the_plans_it_tells_what_was_done():
    assert roles("一、医疗", "二、公卫", "三、明年工作计划") == [Role.SUMMARY, Role.SUMMARY, Role.PLAN]


def test_after_problems_and_plans_it_goes_on_with_plans():
    assert roles("一、存在问题", "二、对策", "三、保障") == [Role.PROBLEM, Role.PLAN, Role.PLAN]


def test_each_part_of_a_collection_begins_anew():
    assert roles("篇一", "一、下一步工作计划", "篇二", "一、医疗")[-1] is Role.SUMMARY


def test_nothing_is_said_where_nothing_says_it():
    assert roles("一、医疗", "二、公卫") == [None, None]


def test_a_section_after_the_plans_that_tells_what_was_done_is_no_plan():
    lines = ["一、2024年工作计划", "二、党建", "支部已全部换届，比上年多2个。", "三、保障", "加强领导。"]

    assert roles(*lines) == [Role.PLAN, Role.SUMMARY, Role.SUMMARY, Role.PLAN, Role.PLAN]


def test_measures_after_the_problems_are_plans_without_saying_so():
    assert roles("一、医疗", "二、短板和弱项", "三、主要举措") == [Role.SUMMARY, Role.PROBLEM, Role.PLAN]


def test_this_year_after_the_past_one_is_still_to_come():
    assert roles("一、过去一年的工作", "二、今年的重点工作")[1] is Role.PLAN
    assert roles("一、2023年主要工作", "二、2024年主要工作")[1] is Role.PLAN


def test_a_year_that_was_told_of_already_is_not():
    assert roles("一、2023年工作回顾", "二、2023年重点工作", "三、2022年主要工作")[1:] == [None, None]


def test_a_bulletin_plans_nothing():
    lines = ("某市2022年卫生健康和计划生育事业统计公报", "一、资源", "二、下一步打算")

    assert roles(*lines) == [Role.SUMMARY] * 3
