from decimal import Decimal

import yaml

from ledger.importers.drafts.draft_files import DraftFiles, RegionFiles
from ledger.importers.figure import Goal
from ledger.importers.tables.table_changes import FieldChange
from ledger.importers.tables.table_drafts import change_records, draft_records
from tests.ledger.builders import load, write_content
from tests.ledger.importers.office_files import plan_rows
from tests.ledger.importers.real_content import real_ledger

FILE = """---
source: example-2023-summary
commitments:
  - id: c1
    text: 做一件事
    due: 2023-12-31
    at: 一
  - id: c2
    text: 做另一件事
    target: {op: ">=", value: 62, unit: "%"}
    at: 二
---
正文。
"""
PATH = "regions/example/2023/elderly-health.md"


def drafts(folder, rows, files=None):
    content = write_content(folder, files or {})
    plan = plan_rows(folder, rows, year=2023, topic="elderly-health")
    topics = DraftFiles(RegionFiles(content, "example"), "example-2023-summary")
    written = draft_records(topics, 2023, [(plan.sheet, plan.records)], real_ledger().dictionary)
    return written, topics.texts()


def front_matter(text):
    return yaml.safe_load(text.split("---\n")[1])


def test_a_row_becomes_drafts_with_their_links_and_their_cells_above_them(tmp_path):
    rows = [
        ["指标", "年度指标值", "实际完成值", "偏差原因"],
        ["老人随访达标率", "≥90%", "85.50%", "人手不足"],
    ]
    written, texts = drafts(tmp_path, rows)
    text = texts[PATH]
    found = front_matter(text)
    assert found["commitments"] == [
        {
            "id": "c1",
            "text": "老人随访达标率：≥90%",
            "target": {"op": ">=", "value": 90, "unit": "%"},
            "at": "表1 第2行",
            "draft": True,
        }
    ]
    (figure,) = found["measures"]
    assert (figure["id"], figure["commitment"], figure["name"]) == ("m1", "c1", "老人随访达标率")
    assert "    value: 85.50\n" in text
    assert found["problems"][0]["addressed_by"] == ["c1"]
    assert "  # 表1 第2行：老人随访达标率 | ≥90% | 85.50% | 人手不足\n" in text
    assert written.drafts == 3


def test_drafts_are_added_below_the_records_that_are_there(tmp_path):
    _, texts = drafts(tmp_path, [["任务", "完成时限"], ["建老年食堂", "长期推进"]], {PATH: FILE})
    text = texts[PATH]
    assert text.startswith(FILE.partition("---\n正文")[0])
    assert text.endswith("---\n正文。\n")
    assert [record["id"] for record in front_matter(text)["commitments"]] == ["c1", "c2", "c3"]


def test_changed_fields_are_replaced_where_they_stand(tmp_path):
    content = write_content(tmp_path, {PATH: FILE})
    ledger, _ = load(tmp_path / "again", {PATH: FILE})
    ids = "example-2023-elderly-health-c1", "example-2023-elderly-health-c2"
    changes = [
        FieldChange(2, 0, "due", ids[0], "", "", (("due", "2023-06-30"),)),
        FieldChange(2, 0, "lead", ids[0], "", "", (("lead", "基层科"),)),
        FieldChange(3, 0, "target", ids[1], "", "", (("target", Goal("<=", Decimal("9.30"), "%")),)),
        FieldChange(3, 0, "verdict", ids[1], "", ""),
    ]
    written = change_records(content, ledger, changes)
    expected = FILE.replace(
        "due: 2023-12-31\n    at: 一\n", "due: 2023-06-30\n    at: 一\n    lead: 基层科\n"
    )
    expected = expected.replace('{op: ">=", value: 62, unit: "%"}', '{op: <=, value: 9.30, unit: "%"}')
    assert written.texts == {PATH: expected}


def test_a_record_between_brackets_is_left_to_a_person(tmp_path):
    text = FILE.replace(
        "  - id: c1\n    text: 做一件事\n    due: 2023-12-31\n    at: 一\n",
        "  - {id: c1, text: 做一件事, at: 一}\n",
    )
    content = write_content(tmp_path, {PATH: text})
    ledger, problems = load(tmp_path / "again", {PATH: text})
    assert problems == []
    change = FieldChange(2, 0, "due", "example-2023-elderly-health-c1", "", "", (("due", "2023-06-30"),))
    written = change_records(content, ledger, [change])
    assert (written.texts, written.by_hand) == ({}, [change])


def test_records_without_a_topic_are_named_and_not_written(tmp_path):
    plan = plan_rows(tmp_path, [["任务", "完成时限"], ["某事", ""]])
    topics = DraftFiles(RegionFiles(tmp_path, "example"), "s")
    written = draft_records(topics, 2024, [(plan.sheet, plan.records)], real_ledger().dictionary)
    assert topics.texts() == {}
    assert [record.text for record in written.without_topic] == ["某事"]
