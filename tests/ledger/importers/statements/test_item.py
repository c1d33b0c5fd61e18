"""Who does what the items of a plan say, and items that only a note makes tasks."""

from ledger.importers.passage import Passage, Role
from ledger.importers.statements.duty import Duty
from ledger.importers.statements.item import bare_tasks, duties_of, task_in


def plan(text, block, at="一、1"):
    return Passage(text, at, Role.PLAN, (), block)


def test_notes_in_paragraphs_of_their_own_speak_of_the_item_before_them():
    passages = [
        plan("建设急救站。", 1),
        plan("责任科室：医政科", 2),
        plan("完成时限：6月底", 3),
        plan("改造病房。", 4, "一、2"),
    ]
    assert duties_of(passages) == [
        Duty("医政科", (), "6月底"),
        Duty("医政科"),
        Duty(None, (), "6月底"),
        Duty(),
    ]


def test_each_paragraph_of_one_place_has_the_note_below_it():
    passages = [
        plan("建设急救站。", 1, "二"),
        plan("——责任科室：医政科", 2, "二"),
        plan("改造病房。", 3, "二"),
        plan("（责任科室：财务科）", 4, "二"),
    ]
    assert [duty.lead for duty in duties_of(passages)] == ["医政科", "医政科", "财务科", "财务科"]


def test_an_item_without_a_verb_is_a_task_when_somebody_is_to_do_it():
    passages = [
        plan("家庭医生签约服务提质扩面。", 1),
        plan("（基层科负责，11月底前完成）", 1),
        plan("家庭医生签约服务提质扩面。", 2, "一、2"),
    ]
    assert bare_tasks(passages) == {0}
    assert task_in(passages[0]) == "家庭医生签约服务提质扩面"
    assert duties_of(passages)[0] == Duty("基层科", (), "11月底前完成")


def test_an_item_that_promises_by_its_own_words_needs_no_note():
    passages = [plan("人才培育行动。", 1), plan("招聘医师3名。", 1), plan("（责任科室：人事科）", 1)]
    assert bare_tasks(passages) == frozenset()


def test_what_a_summary_tells_is_no_task():
    passages = [
        Passage("家庭医生签约服务提质扩面。", "一", Role.SUMMARY, (), 1),
        Passage("（责任科室：基层科）", "一", Role.SUMMARY, (), 1),
    ]
    assert bare_tasks(passages) == frozenset()
