"""The source record that is proposed for a document."""

import pytest

from ledger.importers.block import Block, Damage, Repair
from ledger.importers.outline.outline import find_passages
from ledger.importers.reading import Dropped, DropReason, Reading
from ledger.importers.sources.source_facts import find_source_facts


def found(*texts, year=None, **fields):
    blocks = tuple(Block(text, number) for number, text in enumerate(texts, start=1))
    reading = Reading("a.txt", "txt", **{"blocks": blocks, **fields})
    return find_source_facts(reading, find_passages(reading.blocks), year)


def test_a_half_year_with_its_plan():
    facts = found(
        "乙市卫健委2023年上半年工作总结及下半年工作计划",
        "一、总结",
        "完成2项。",
        "二、下半年计划",
        "再办3项。",
    )

    assert (facts.title, facts.kind) == ("乙市卫健委2023年上半年工作总结及下半年工作计划", "both")
    assert (facts.publisher, facts.year, facts.year_basis) == ("乙市卫健委", 2023, "stated")
    assert (facts.period, facts.plan_period) == ("2023-H1", "2023-H2")
    assert (facts.completeness, facts.legibility, facts.masking_note) == ("whole", "clean", None)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("某局2023年工作总结", "2023"),
        ("某局2023年前三季度工作总结", "2023-01/2023-09"),
        ("某局2023年1—9月工作总结", "2023-01/2023-09"),
        ("某局2023年一季度工作总结", "2023-Q1"),
        ("某局2023年1-10月工作情况", "2023-01/2023-10"),
        ("某局2023年下半年工作计划", "2023-H2"),
    ],
)
def test_the_period_by_the_title(title, period):
    assert period == found(title, "完成2项。").period


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某局2024年工作要点", "plan"),
        ("某局2023年工作总结", "summary"),
        ("某市2023年卫生健康事业发展统计公报", "statistics"),
        ("某局2023年工作总结和2024年工作计划", "both"),
    ],
)
def test_the_kind_by_the_title(title, kind):
    assert kind == found(title, "完成2项。").kind


def test_a_summary_that_ends_in_a_plan_is_both():
    facts = found(
        "某局2023年工作总结", "一、成效", "完成2项。", "二、2024年工作打算", "新建2所。", "招聘3人。"
    )

    assert (facts.kind, facts.plan_period) == ("both", "2024")


def test_a_text_that_stops_inside_a_sentence_is_truncated():
    facts = found("某局2023年工作总结", "完成2项。", "科学开展夏季和秋季的消杀工作，清除孳生地，有效降低")

    assert facts.completeness == "truncated"
    assert facts.completeness_note == "文字停在“作，清除孳生地，有效降低”，不是一句完整的话。"


def test_a_signature_and_a_day_are_a_proper_end():
    facts = found(
        "2023年工作总结", "全年共完成2项重点工作任务，取得成效。", "某县卫生健康局", "2023年12月20日"
    )

    assert (facts.completeness, facts.publisher) == ("whole", "某县卫生健康局")


def test_a_site_that_shows_a_part_only():
    dropped = (Dropped("阅读全文", DropReason.REPOSTER),)

    assert found("某局2023年工作总结", "完成2项。", dropped=dropped).completeness == "truncated"
    for words in ("部分预览已结束，请下载全文", "开通【VIP会员】免费下载"):
        dropped = (Dropped(words, DropReason.REPOSTER),)
        assert found("某局2023年工作总结", "完成2项。", dropped=dropped).completeness == "truncated"


def test_a_text_that_needed_repairs_is_called_so():
    repair = Repair(0, 3, "L4万", "1.4万", Damage.LETTER)

    facts = found(blocks=(Block("1.4万人签约。", 1, repairs=(repair,)),))

    assert facts.legibility == "ocr"
    assert "有1处" in facts.legibility_note


def test_what_is_hidden():
    facts = found("某局2023年工作总结", "完成筛查xx例，其中城区xx例。")

    assert [mask.words for mask in facts.masks] == ["xx", "xx"]
    assert facts.masking_note.startswith("有2处")


def test_what_the_file_says_of_itself_is_carried():
    facts = found(
        "完成2项。", facts={"title": "某局2023年工作总结", "reposter": "某站", "reposted": "2024-01-02"}
    )

    assert (facts.title, facts.reposter, facts.reposted, facts.url) == (
        "某局2023年工作总结",
        "某站",
        "2024-01-02",
        None,
    )


def test_a_hidden_year_leaves_year_and_periods_open():
    facts = found("区卫生局年度工作总结", "xxxx年，全区完成2项。")

    assert (facts.year, facts.year_basis, facts.period, facts.plan_period) == (None, None, None, None)
    assert "编辑" in facts.year_reason


def test_the_year_of_the_editor_wins():
    assert found("某局2023年工作总结", "完成2项。", year=2022).year == 2022


def test_a_later_year_of_a_site_is_no_period_of_the_plan():
    title = "（最新）某局2022年工作总结和2025年工作计划"
    facts = found(title, "一、成效", "2022年完成2项。", "二、计划", "新建2所。", year=2022)

    assert (facts.kind, facts.plan_period) == ("both", None)
    assert found(title.replace("2025", "2023"), "2022年完成2项。", year=2022).plan_period == "2023"


@pytest.mark.parametrize(
    ("title", "text", "is_said"),
    [
        ("某局2022年工作总结", "完成2项。", True),
        ("工作总结范文2022年（精选3篇）", "完成2项。", False),
        ("工作总结范文2022年（精选3篇）", "2022年完成2项。", True),
        ("某局工作总结", "完成2项。", False),
    ],
)
def test_the_reason_says_that_the_file_states_the_year_only_if_it_does(title, text, is_said):
    facts = found(title, text, year=2022)

    assert ("文件里也写着2022年" in facts.year_reason, facts.year_basis == "stated") == (is_said, is_said)


@pytest.mark.parametrize(
    ("of_page", "signed", "publisher"),
    [
        ("县卫生健康局", "某某县卫生健康局", "某某县卫生健康局"),
        ("某某县卫生健康委员会", "县卫生健康委", "某某县卫生健康委员会"),
        ("某某网站编辑部", "某某县卫生健康局", "某某县卫生健康局"),
        ("某某县卫生健康局", None, "某某县卫生健康局"),
    ],
)
def test_the_publisher_is_written_as_fully_as_anywhere(of_page, signed, publisher):
    lines = ["2023年工作总结", "完成2项。", *([signed, "2024年1月5日"] if signed else [])]

    assert found(*lines, facts={"publisher": of_page}).publisher == publisher


def test_the_printed_day_is_the_day_it_was_written():
    lines = ["2023年工作总结", "完成2项。", "某县卫生健康局", "二〇二四年一月五日"]

    assert found(*lines).written == "2024-01-05"
    assert found(*lines, facts={"written": "2024-01-08"}).written == "2024-01-08"


def test_examples_of_what_is_hidden_end_in_no_second_full_stop():
    facts = found("全年共办结**件。")

    assert facts.masking_note == "有1处文字或数字被隐去，例如：全年共办结**件。"
