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
