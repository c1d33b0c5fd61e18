"""Which year a document speaks of."""

from ledger.importers.block import Block
from ledger.importers.reading import Reading
from ledger.importers.sources.source_year import find_year


def found(title, *texts, kind="summary", given=None, **facts):
    blocks = tuple(Block(text, number) for number, text in enumerate((title, *texts), start=1))
    dated = find_year(Reading("a.txt", "txt", blocks, facts=facts), title, kind, given)
    return dated.year, dated.basis


def test_the_title_states_it():
    assert found("某局2023年工作总结和2024年工作计划", "今年完成2项。") == (2023, "stated")


def test_the_opening_states_it():
    assert found("某局工作总结", "2022年，全局完成2项。", "接种3万剂次。") == (2022, "stated")


def test_most_of_the_text_speaks_of_it():
    lines = ["开头没有年份。", "甲。", "乙。", "丙。", "2021年甲。", "2021年乙。", "2021年丙。", "2020年丁。"]

    assert found("某局工作总结", *lines) == (2021, "inferred")


def test_a_hidden_year_is_asked_for():
    assert found("某局工作总结", "xxxx年，全局完成2项。", "2019年的文件。") == (None, None)


def test_the_title_of_a_collection_needs_the_text_beside_it():
    assert found("卫健局2022年工作总结 篇5", "今年完成2项。") == (None, None)
    assert found("(7篇)2025年工作思路", "2025年建成2所。", kind="plan") == (2025, "stated")


def test_only_the_day_it_came_out_is_there():
    assert found("某局工作总结", "完成2项。", published="2024-01-20") == (2023, "published")
    assert found("某局工作要点", "新建2所。", kind="plan", published="2024-02-20") == (2024, "published")


def test_the_day_it_was_copied_says_nothing():
    assert found("某局工作总结", "完成2项。", reposted="2024-01-20") == (None, None)


def test_the_editor_wins():
    assert found("某局2023年工作总结", "完成2项。", given=2022) == (2022, "inferred")
    assert found("某局2023年工作总结", "完成2项。", given=2023) == (2023, "stated")


def test_a_year_may_be_written_in_characters():
    assert found("某局二〇一八年工作总结", "完成2项。") == (2018, "stated")
    assert found("某局工作总结", "二○二一年，全局完成2项。") == (2021, "stated")
