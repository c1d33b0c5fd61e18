import pytest
import yaml

from ledger.content.record_text import (
    NotPlainError,
    add_records,
    field_text,
    next_numbers,
    record_text,
    replace_fields,
)

RECORD = """---
measures:
  # 说明
  - id: m1
    name: 人数
    change:
      value: 4
      unit: 人
    at: 一

  - id: m2
    name: 比率
    at: 二
---
"""


@pytest.mark.parametrize(
    "text",
    [
        "基层科",
        "65岁及以上老年人",
        "≥62%",
        "甲: 乙",
        "甲 # 乙",
        "- 甲",
        "yes",
        "null",
        "[甲]",
        '说"好"',
        "甲\\乙",
        "@甲",
        "=1+1",
        "甲，乙；丙。",
    ],
)
def test_a_text_is_read_back_as_it_was(text):
    assert yaml.safe_load(f"a: {field_text(text)}") == {"a": text}
    assert yaml.safe_load(f"a: {field_text([text, text])}") == {"a": [text, text]}


def test_numbers_keep_their_digits_and_fields_stand_between_brackets():
    assert field_text("93.90") == "93.90"
    assert field_text({"op": ">=", "value": "62", "unit": "%"}) == '{op: ">=", value: 62, unit: "%"}'


def test_a_field_is_replaced_added_or_taken_out():
    assert "  - id: m1\n    name: 次数\n" in replace_fields(RECORD, 4, [("name", "次数")])
    assert "    at: 二\n    lead: 甲\n---" in replace_fields(RECORD, 11, [("lead", "甲")])
    assert "    name: 比率\n---" in replace_fields(RECORD, 11, [("at", None)])


def test_a_field_over_several_lines_is_replaced_as_a_whole():
    changed = replace_fields(RECORD, 4, [("change", {"value": "5", "unit": "人"})])
    assert "    name: 人数\n    change: {value: 5, unit: 人}\n    at: 一\n" in changed


def test_a_field_that_is_added_stands_above_the_blank_line():
    assert "    at: 一\n    note: 甲\n\n  - id: m2" in replace_fields(RECORD, 4, [("note", "甲")])


def test_the_other_record_stays_as_it_is():
    changed = replace_fields(RECORD, 4, [("at", "三"), ("note", "甲"), ("name", None)])
    assert changed.endswith(RECORD[RECORD.index("\n  - id: m2") :])


def test_a_record_between_brackets_is_not_touched():
    with pytest.raises(NotPlainError):
        replace_fields("measures:\n  - {id: m1}\n", 2, [("at", "一")])


def test_free_numbers_follow_the_highest():
    assert next_numbers("  - id: m2\n  - id: m11\n  - {id: c3, text: 甲}\n    commitment: c9\n") == {
        "m": 12,
        "c": 4,
    }


def test_a_new_file_has_its_lists_in_order():
    records = {
        "commitments": [record_text({"id": "c1"})],
        "measures": [record_text({"id": "m1"}, "第1行\n甲")],
    }
    assert add_records(None, "s", records) == (
        "---\nsource: s\nmeasures:\n  # 第1行 甲\n  - id: m1\ncommitments:\n  - id: c1\n---\n"
    )


def test_records_are_added_at_the_end_of_their_list_with_its_margin():
    text = "---\nmeasures:\n- id: m1\n  at: 一\nproblems:\n- id: p1\n---\n正文\n"
    assert add_records(text, "s", {"measures": ["- id: m2"]}) == (
        "---\nmeasures:\n- id: m1\n  at: 一\n- id: m2\nproblems:\n- id: p1\n---\n正文\n"
    )


def test_a_list_between_brackets_is_not_touched():
    with pytest.raises(NotPlainError):
        add_records("---\nmeasures: [{id: m1}]\n---\n", "s", {"measures": ["- id: m2"]})
