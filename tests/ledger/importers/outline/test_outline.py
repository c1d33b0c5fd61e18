"""Passages of a document: places, headings, roles, rows and repairs."""

import pytest

from ledger.importers.block import Block, Damage, Repair
from ledger.importers.outline.outline import find_passages
from ledger.importers.passage import Role


def passages(*lines):
    return find_passages([Block(text, number) for number, text in enumerate(lines, start=1)])


def places(*lines):
    return [(passage.at, passage.text) for passage in passages(*lines)]


def roles(*lines):
    return {passage.text: passage.role for passage in passages(*lines)}


def test_sections_parts_and_items():
    assert places(
        "二、公共卫生",
        "（一）做好接种。接种2万剂次。",
        "1．查漏补种。补种300人。",
        "（1）村级补种。",
        "（二）做好建档。一是建档；二是更新。",
    ) == [
        ("二", "公共卫生"),
        ("二、(一)", "做好接种。"),
        ("二、(一)", "接种2万剂次。"),
        ("二、(一)1", "查漏补种。"),
        ("二、(一)1", "补种300人。"),
        ("二、(一)1(1)", "村级补种。"),
        ("二、(二)", "做好建档。"),
        ("二、(二)一是", "建档；"),
        ("二、(二)二是", "更新。"),
    ]


def test_headings_stand_above_without_their_labels():
    found = passages("一、医疗", "（一）门诊。", "全年10万人次。")

    assert [passage.headings for passage in found] == [(), ("医疗",), ("医疗", "门诊")]


def test_numbers_may_stand_around_chinese_ones():
    assert [
        at for at, _ in places("1、医疗", "（一）甲。", "（二）乙。", "2、公卫", "（一）丙。", "3、其他")
    ] == [
        "1",
        "1(一)",
        "1(二)",
        "2",
        "2(一)",
        "3",
    ]


def test_a_series_inside_an_item_is_named_after_it():
    assert [at for at, _ in places("三、打算", "一是甲。一是子。二是丑。", "二是乙。")] == [
        "三",
        "三、一是",
        "三、一是之一",
        "三、一是之二",
        "三、二是",
    ]


def test_a_series_inside_an_item_of_the_same_paragraph():
    assert [at for at, _ in places("（一）一是甲。一是子，二是丑。二是乙。三是丙。")] == [
        "(一)一是",
        "(一)一是之一",
        "(一)一是之二",
        "(一)二是",
        "(一)三是",
    ]


def test_a_series_that_begins_anew_is_not_nested():
    assert [at for at, _ in places("（一）门诊方面，一是甲；二是乙。住院方面，一是丙；二是丁。")] == [
        "(一)",
        "(一)一是",
        "(一)二是",
        "(一)",
        "(一)一是",
        "(一)二是",
    ]


def test_a_series_goes_on_in_the_next_paragraph():
    assert [at for at, _ in places("一、总结", "（三）一是甲。二是乙。三是丙。", "四是丁。五是戊。")] == [
        "一",
        "一、(三)一是",
        "一、(三)二是",
        "一、(三)三是",
        "一、(三)四是",
        "一、(三)五是",
    ]


def test_other_words_for_the_items_of_one_series():
    assert [at for at, _ in places("一、工作", "（一）第一个是甲。第二个是乙。三是丙。四要丁。")] == [
        "一",
        "一、(一)第一个",
        "一、(一)第二个",
        "一、(一)三是",
        "一、(一)四要",
    ]


def test_what_follows_a_series_told_in_one_sentence_is_no_part_of_its_last_item():
    assert places("（一）一是甲，二是乙。满意率90%。") == [
        ("(一)一是", "甲，"),
        ("(一)二是", "乙。"),
        ("(一)", "满意率90%。"),
    ]


def test_what_follows_inside_an_item_told_in_sentences_stays_with_it():
    assert places("（一）一是甲。办了2次。二是乙。办了3次。")[-1] == ("(一)二是", "办了3次。")


def test_the_lead_of_a_section_with_a_series_of_its_own():
    assert [at for at, _ in places("二、打算", "会议要求：一是甲；二是乙。", "（一）丙。", "（二）丁。")] == [
        "二",
        "二、引言",
        "二、引言一是",
        "二、引言二是",
        "二、(一)",
        "二、(二)",
    ]


def test_the_lead_of_a_section_without_one():
    assert [at for at, _ in places("四、医政", "现有医院5家。", "（一）甲。")] == ["四", "四", "四、(一)"]


def test_what_stands_before_the_first_part():
    assert [at for at, _ in places("今年办了三件事。", "【篇二】", "开场的话讲了2件事。", "（一）甲。")] == [
        "开头",
        "篇二开头",
        "篇二(一)",
    ]


def test_what_stands_after_the_last_part():
    assert places(
        "一、总结", "（一）甲。完成2项。", "（二）乙。完成3项。", "另外办了一件事。", "二、打算", "丙。"
    )[5] == (
        "一、末段",
        "另外办了一件事。",
    )


def test_words_that_lead_over_to_a_series_of_the_same_kind():
    found = passages("1、甲完成。", "2、乙完成。", "下半年，我们将做好：", "1、丙。", "2、丁。")

    assert [(p.at, p.role) for p in found] == [
        ("1", Role.SUMMARY),
        ("2", Role.SUMMARY),
        ("末段", Role.PLAN),
        ("末段1", Role.PLAN),
        ("末段2", Role.PLAN),
    ]


def test_parts_of_several_paragraphs_keep_their_paragraphs():
    found = places("一、总结", "（一）甲。", "完成2项。", "（二）乙。", "完成3项。", "又办一件。", "二、打算")

    assert ("一、(二)", "又办一件。") in found


def test_numbers_may_be_left_out():
    assert [at for at, _ in places("一、甲", "1.子事项", "3.丑事项", "三、乙")] == [
        "一",
        "一、1",
        "一、3",
        "三",
    ]


def test_a_text_in_one_paragraph():
    assert places("某局工作总结一、门诊情况。(一)甲。完成2项。(二)乙。二、存在问题。一是人少。") == [
        ("一", "门诊情况。"),
        ("一、(一)", "甲。"),
        ("一、(一)", "完成2项。"),
        ("一、(二)", "乙。"),
        ("二", "存在问题。"),
        ("二、一是", "人少。"),
    ]


def test_headings_without_labels():
    found = passages(
        "某局2023年工作总结",
        "医疗服务",
        "全年门诊10万人次，住院2万人次。",
        "2024年工作计划",
        "新建卫生院2所，招聘医生30名。",
    )

    assert [(p.at, p.role, p.year) for p in found] == [
        ("医疗服务", Role.SUMMARY, None),
        ("医疗服务", Role.SUMMARY, None),
        ("2024年工作计划", Role.FRAME, 2024),
        ("2024年工作计划", Role.PLAN, 2024),
    ]


def test_headings_by_the_styles_of_the_file():
    blocks = [
        Block("2023年工作总结", 1, heading=1),
        Block("医疗", 2, heading=2),
        Block("门诊10万人次。", 3),
        Block("2024年工作计划", 4, heading=1),
        Block("医疗", 5, heading=2),
        Block("新增床位20张。", 6),
    ]

    assert [(p.at, p.role) for p in find_passages(blocks)][2::3] == [
        ("2023年工作总结、医疗", Role.SUMMARY),
        ("2024年工作计划、医疗", Role.PLAN),
    ]


def test_sections_after_the_plans_go_on_with_plans():
    found = roles(
        "某局2023年工作总结和2024年计划",
        "一、2023年工作",
        "甲完成。",
        "二、2024年工作计划",
        "乙。",
        "三、保障",
        "丙。",
    )

    assert [found[text] for text in ("甲完成。", "乙。", "丙。")] == [Role.SUMMARY, Role.PLAN, Role.PLAN]


def test_a_plan_is_a_plan_from_its_beginning():
    assert roles("某局2024年工作要点", "全年新建2所。", "一、医疗", "门诊改造3处。") == {
        "全年新建2所。": Role.PLAN,
        "医疗": Role.PLAN,
        "门诊改造3处。": Role.PLAN,
    }


def test_a_paragraph_that_turns_to_problems_and_to_plans():
    assert roles("一、总结", "完成2项。但我们还存在一些问题：一是人少；二是钱少。下一步，新建2所。") == {
        "总结": Role.FRAME,
        "完成2项。": Role.SUMMARY,
        "但我们还存在一些问题：": Role.FRAME,
        "人少；": Role.PROBLEM,
        "钱少。": Role.PROBLEM,
        "下一步，新建2所。": Role.PLAN,
    }


def test_rows_of_a_table():
    rows = (("项目", "目标", "完成情况"), ("托位", "20个", "已建25个"))

    (_, row) = find_passages([Block("一、民生实事", 1), Block("", 2, rows=rows)])

    assert (row.at, row.text, row.role) == (
        "一表1第1行",
        "项目：托位，目标：20个，完成情况：已建25个",
        Role.SUMMARY,
    )
    assert row.cells == (("项目", "托位"), ("目标", "20个"), ("完成情况", "已建25个"))


def test_repairs_go_with_their_sentence():
    text = "一是甲。签约1.4万人。"
    repair = Repair(text.index("1.4"), text.index("万"), "L4万", "1.4万", Damage.LETTER)

    first, second = find_passages([Block(text, 1, repairs=(repair,))])

    assert first.repairs == ()
    (moved,) = second.repairs
    assert second.text[moved.start : moved.end] == "1.4"


def test_characters_taken_out_between_two_sentences_are_told_once():
    repair = Repair(3, 3, "。2、乙", "。乙", Damage.PAGE_LABEL)

    found = find_passages([Block("甲成。乙成。", 1, repairs=(repair,))])

    assert [len(passage.repairs) for passage in found] == [0, 1]


@pytest.mark.parametrize(
    "text", ["(" * 5000, "一是" * 5000, "。一是" * 5000, "“" * 5000, "1." * 5000, "", "。"]
)
def test_odd_texts_lose_no_character_but_labels(text):
    found = "".join(passage.text for passage in passages(text))

    assert found == (text.replace("一是", "") if text.startswith("。一是") else text)
