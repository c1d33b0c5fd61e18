"""What headings, titles and sentences are about."""

import pytest

from ledger.importers.outline.role import (
    begins_problems,
    is_background,
    is_frame,
    is_section_name,
    is_shortcoming,
    role_of_document,
    role_of_heading,
    role_of_section,
    role_of_sentence,
    year_of_heading,
)
from ledger.importers.passage import Role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("工作完成情况", Role.SUMMARY),
        ("2023年工作回顾", Role.SUMMARY),
        ("存在的主要问题和困难", Role.PROBLEM),
        ("问题与不足", Role.PROBLEM),
        ("面临的挑战", Role.PROBLEM),
        ("下一步工作打算", Role.PLAN),
        ("明年工作思路", Role.PLAN),
        ("下半年重点工作安排", Role.PLAN),
        ("今年工作目标任务", Role.PLAN),
        ("目标任务完成情况", Role.SUMMARY),
        ("着力解决群众就医难问题", None),
        ("加强妇幼健康服务", None),
    ],
)
def test_what_a_section_is_about(heading, role):
    assert role_of_section((heading,)) is role


def test_the_innermost_heading_that_says_something_decides():
    assert role_of_section(("2023年工作总结", "存在的问题", "基层人手少")) is Role.PROBLEM


def test_a_finished_task_in_an_inner_heading_is_no_plan():
    assert role_of_section(("以服务为抓手", "加强考核，全面完成目标任务")) is None


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("2024年工作要点", Role.PLAN),
        ("2023年卫生健康事业发展统计公报", Role.SUMMARY),
        ("2023年工作总结", Role.SUMMARY),
        ("2023年工作总结和2024年工作计划", None),
        ("关于某事的说明", None),
    ],
)
def test_what_a_document_is_by_its_title(title, role):
    assert role_of_document(title) is role


@pytest.mark.parametrize(
    "sentence",
    ["现将有关情况汇报如下：", "各位代表：", "在县委的坚强领导下，以人民健康为中心。", "2023年12月20日"],
)
def test_sentences_that_tell_nothing(sentence):
    assert is_frame(sentence)


@pytest.mark.parametrize("sentence", ["在县委的领导下，新建卫生院2所。", "以质量为核心，推行一站式结算。"])
def test_a_sentence_with_a_fact_behind_the_slogan_is_kept(sentence):
    assert not is_frame(sentence)


def test_section_names_are_told_from_statements():
    assert [is_section_name(words) for words in ("工作进展情况", "存在问题", "妇幼健康工作")] == [True] * 3
    assert [is_section_name(words) for words in ("抓实妇幼健康工作", "人手不足", "取得新成效")] == [False] * 3


def test_sentences_speak_for_themselves_where_nothing_else_does():
    assert role_of_sentence("新建了卫生院2所。") is Role.SUMMARY
    assert role_of_sentence("拟于6月启动改造。") is Role.PLAN


def test_where_a_text_turns_to_problems():
    assert begins_problems("我们也存在一些不足：")
    assert not begins_problems("着力解决存在的突出问题。")


def test_the_year_of_the_innermost_heading_with_one():
    assert year_of_heading(("2023年总结", "2024年工作计划", "任务")) == 2024
    assert year_of_heading(("明年计划", "xxxx年打算")) is None


@pytest.mark.parametrize(
    "heading",
    ["短板弱项", "短板和弱项", "工作中的不足", "未完成事项说明", "尚需改进的地方", "主要差距", "薄弱环节"],
)
def test_headings_of_what_is_wanting(heading):
    assert role_of_heading(heading) is Role.PROBLEM


@pytest.mark.parametrize("heading", ["补短板强弱项", "缩小城乡差距", "未成年人健康工作"])
def test_headings_of_what_is_done_about_it(heading):
    assert role_of_heading(heading) is not Role.PROBLEM


@pytest.mark.parametrize(
    ("sentence", "year", "expected"),
    [
        ("2023年完成改造卫生院3所。", 2024, True),
        ("2024年完成改造卫生院5所。", 2024, False),
        ("2023年完成改造卫生院3所。", None, False),
        ("截至去年底，已建成中医馆12家。", None, True),
        ("目前已建成12家，力争再建3家。", 2024, False),
        ("新建卫生院3所。", 2024, False),
    ],
)
def test_what_a_plan_says_of_the_time_before(sentence, year, expected):
    assert is_background(sentence, year) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("但与群众期盼相比，基层服务能力仍然薄弱。", True),
        ("信息化建设还不够规范。", True),
        ("不过，全科医生数量依然不足。", True),
        ("有效破解了基层力量仍然薄弱的问题。", False),
        ("新建卫生院2所，但未增加编制。", False),
        ("不但建成医院2所，还新增床位50张。", False),
    ],
)
def test_sentences_that_say_what_is_wanting(sentence, expected):
    assert is_shortcoming(sentence) is expected


@pytest.mark.parametrize("heading", ["滞后原因", "未完成原因分析", "进度偏差说明"])
def test_headings_of_why_something_is_late(heading):
    assert role_of_heading(heading) is Role.PROBLEM
