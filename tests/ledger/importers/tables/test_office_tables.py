from decimal import Decimal

import pytest

from ledger.importers.tables.mapping import TableKind
from ledger.importers.tables.office_tables import (
    due_text,
    office_tables,
    support_text,
    target_text,
    value_text,
)
from ledger.model.dictionary import Term
from tests.ledger import builders
from tests.ledger.importers.office_files import real_tables


@pytest.mark.parametrize(
    ("goal", "unit", "text"),
    [
        (">= 62", "%", "≥62%"),
        ("<= 9.30", "‰", "≤9.30‰"),
        ("= 5", "人", "等于5人"),
        ("approx 60", "%", "约60%"),
        (">= redacted", "万人", "≥原文隐去（万人）"),
        ("yes", "%", "完成"),
    ],
)
def test_a_target_is_written_as_offices_write_it(goal, unit, text):
    assert target_text(builders.target(goal, unit)) == text


def test_no_target_is_an_empty_cell():
    assert target_text(None) == ""


@pytest.mark.parametrize(
    ("value", "word", "text"),
    [
        ("93.90", None, Decimal("93.90")),
        ("1.2", "约", "约1.2"),
        ("redacted", None, "原文隐去"),
        ("not_reported", None, "未见报告"),
    ],
)
def test_a_figure_is_written_with_every_digit(value, word, text):
    found = value_text(builders.measure(value, "万人", word))
    assert found == text
    assert str(found) == str(text)


def test_due_dates_say_only_what_the_document_says():
    assert due_text(builders.commitment(due="2023-06-30")) == "2023-06-30"
    assert due_text(builders.commitment(due="ongoing")) == "长期推进"
    assert due_text(builders.commitment(due=None)) == ""


def test_supporting_units_can_be_told_apart_again():
    assert support_text(("财政局", "人社局")) == "财政局、人社局"
    assert support_text(("市、县两级",)) == "市、县两级；"


def test_a_promise_that_nobody_reported_on_stands_in_the_self_assessment():
    ledger = builders.ledger(
        builders.commitment(">= 62", local="c1"),
        builders.commitment(">= 70", local="c2"),
        builders.commitment("yes", local="c3"),
        builders.measure("63.9", local="m1", commitment="example-2023-elderly-health-c1"),
        sources=[builders.source()],
    )
    names = {
        f"example-2023-elderly-health-c{number}": Term(id_, name)
        for number, id_, name in (
            (1, "exceeded", "超过目标"),
            (2, "unreported", "未见报告"),
            (3, "ongoing", "长期推进"),
        )
    }
    ledger = with_topic(ledger)
    tasks, figures = office_tables(ledger, "example", 2023, names)
    assert [row["target"] for row in tasks.rows] == ["≥62%", "≥70%", "完成"]
    assert [(row["target"], row["value"], row["verdict"]) for row in figures.rows] == [
        ("≥62%", Decimal("63.9"), "超过目标"),
        ("≥70%", "未见报告", "未见报告"),
    ]


def with_topic(ledger):
    from dataclasses import replace

    from ledger.model.topic import Topic

    topics = {"elderly-health": Topic("elderly-health", "老年健康", "老年人")}
    return replace(ledger, dictionary=replace(ledger.dictionary, topics=topics))


def test_the_tables_of_a_real_region():
    tasks, figures = real_tables("huaibei-xx-district", 2023)
    assert (tasks.kind, figures.kind) == (TableKind.TASK_LIST, TableKind.SELF_ASSESSMENT)
    assert [heading for _, heading, _ in tasks.columns] == (
        ["序号", "任务", "目标", "牵头单位", "配合单位", "完成时限", "对应主题", "编号"]
    )
    row = figures.by_id()["huaibei-xx-district-2023-elderly-health-m2"]
    assert (row["target"], str(row["value"]), row["unit"], row["verdict"]) == (
        "≥62%",
        "63.9",
        "%",
        "超过目标",
    )
    assert str(row["place"]).endswith(" 一、(一)第一个")
