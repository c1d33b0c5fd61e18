"""Records are found, added, mended, confirmed and dropped, and no other line changes."""

import pytest

from ledger.content.record_lines import (
    UnreadableTextError,
    add,
    add_sources,
    confirm,
    drop,
    edit,
    locate,
    next_id,
    rewrite,
)
from ledger.content.writer import Entry

TEXT = """---
source: s   
measures:
  - id: m1
    name:   甲

  # 原文：建床5张
  # 请核对：单位
  - id: m2
    name: 建床数
    value: 5
    draft: true
  # 说明
outcomes:
  - {id: o1, text: 丙, draft: true, at: 一}
---
正文
"""  # noqa: W291 -- blanks that somebody left must stay


def record(text, id_):
    return next(item for item in locate(text) if item.id == id_)


def test_records_are_found_with_their_comments():
    found = [(r.kind, r.id, r.above, r.first, r.last, r.is_draft) for r in locate(TEXT)]
    assert found == [
        ("measures", "m1", 4, 4, 5, False),
        ("measures", "m2", 7, 9, 12, True),
        ("outcomes", "o1", 15, 15, 15, True),
    ]
    assert record(TEXT, "m2").comments == ("原文：建床5张", "请核对：单位")
    assert record(TEXT, "m2").fields == {"id": "m2", "name": "建床数", "value": "5", "draft": "true"}


def test_confirming_takes_the_mark_and_the_comments_only():
    expected = TEXT.replace("  # 原文：建床5张\n  # 请核对：单位\n", "")
    expected = expected.replace("    value: 5\n    draft: true\n", "    value: 5\n")
    assert confirm(TEXT, record(TEXT, "m2")) == expected


def test_confirming_a_record_on_one_line():
    assert confirm(TEXT, record(TEXT, "o1")) == TEXT.replace("丙, draft: true, at", "丙, at")


def test_confirming_a_record_that_begins_with_the_mark():
    text = "- draft: true\n  id: a\n- {draft: true, id: b}\n"
    assert confirm(text, record(text, "a")) == "- id: a\n- {draft: true, id: b}\n"
    assert confirm(text, record(text, "b")) == "- draft: true\n  id: a\n- {id: b}\n"


def test_confirming_a_record_in_brackets_over_several_lines():
    text = "# 原文\n- {id: a,\n   draft: true}\n- {id: b}\n"
    assert confirm(text, record(text, "a")) == "- id: a\n- {id: b}\n"


def test_dropping_takes_the_whole_record():
    expected = TEXT.replace(TEXT[TEXT.index("  # 原文") : TEXT.index("  # 说明")], "")
    assert drop(TEXT, record(TEXT, "m2")) == expected


def test_dropping_the_last_record_of_a_list_takes_its_name_too():
    assert drop(TEXT, record(TEXT, "o1")) == TEXT.replace(
        "outcomes:\n  - {id: o1, text: 丙, draft: true, at: 一}\n", ""
    )
    assert drop("- id: a\n", record("- id: a\n", "a")) == "[]\n"


def test_mending_writes_the_record_alone():
    fields = {**record(TEXT, "m2").fields, "value": "50", "unit": "张"}
    expected = TEXT.replace("    value: 5\n", "    value: 50\n    unit: 张\n")
    assert rewrite(TEXT, record(TEXT, "m2"), fields) == expected


def test_records_are_added_at_the_end_of_their_lists():
    entries = {
        "problems": [Entry({"id": "p1", "text": "缺人"})],
        "commitments": [Entry({"id": "c1", "text": "补人"})],
        "measures": [Entry({"id": "m3", "name": "乙"}, ("原文：乙",))],
    }
    expected = TEXT.replace("  # 说明\n", "  # 原文：乙\n  - id: m3\n    name: 乙\n  # 说明\n")
    expected = expected.replace(
        "at: 一}\n---",
        "at: 一}\ncommitments:\n  - id: c1\n    text: 补人\nproblems:\n  - id: p1\n    text: 缺人\n---",
    )
    assert add(TEXT, entries) == expected


def test_a_new_list_stands_below_the_list_that_ends_there():
    text = "---\nproblems:\n  - id: p1\n---\n"
    added = add(text, {"outcomes": [Entry({"id": "o1"})], "problems": [Entry({"id": "p2"})]})
    assert added == "---\nproblems:\n  - id: p1\n  - id: p2\noutcomes:\n  - id: o1\n---\n"


def test_line_ends_of_the_file_are_kept():
    text = TEXT.replace("\n", "\r\n")
    added = add(text, {"measures": [Entry({"id": "m3"})]})
    assert added == text.replace("    draft: true\r\n", "    draft: true\r\n  - id: m3\r\n")


def test_lists_without_margin_and_empty_ones_are_continued():
    text = "---\nmeasures:\n- id: m1\noutcomes:\n---\n"
    added = add(text, {"measures": [Entry({"id": "m2"})], "outcomes": [Entry({"id": "o1"})]})
    assert added == "---\nmeasures:\n- id: m1\n- id: m2\noutcomes:\n  - id: o1\n---\n"


def test_a_list_in_brackets_is_left_alone():
    with pytest.raises(UnreadableTextError):
        add("---\nmeasures: [{id: m1}]\n---\n", {"measures": [Entry({"id": "m2"})]})


def test_documents_are_added_below_the_others():
    assert add_sources("- id: a\n  title: 甲", [Entry({"id": "b"})]) == "- id: a\n  title: 甲\n- id: b\n"
    assert add_sources("[]\n", [Entry({"id": "b"})]) == "- id: b\n"


def test_ids_go_on_where_they_ended():
    taken = {"m1", "m13", "mx", "c20"}
    assert [next_id("m", taken), next_id("m", taken), next_id("p", taken)] == ["m14", "m15", "p1"]


FIELDS = """---
measures:
  # 说明
  - id: m1
    name:   人数
    change:
      value: 4
      unit: 人
    at: 一

  - id: m2
    name: 比率
    at: 二
---
"""


def edited(id_, **edits):
    return edit(FIELDS, record(FIELDS, id_), edits)


def test_a_field_is_replaced_added_or_taken_out():
    assert edited("m1", name="次数") == FIELDS.replace("name:   人数", "name: 次数")
    assert edited("m2", lead="甲") == FIELDS.replace("    at: 二\n", "    at: 二\n    lead: 甲\n")
    assert edited("m2", at=None) == FIELDS.replace("    at: 二\n", "")
    assert edited("m2", period=None) == FIELDS


def test_a_field_over_several_lines_is_replaced_as_a_whole():
    change = "    change:\n      value: 4\n      unit: 人\n"
    expected = FIELDS.replace(change, "    change: {value: 5, unit: 人}\n")
    assert edited("m1", change={"value": "5", "unit": "人"}) == expected


def test_a_field_that_is_added_stands_above_the_blank_line():
    assert edited("m1", note="甲") == FIELDS.replace("    at: 一\n", "    at: 一\n    note: 甲\n")


def test_several_fields_change_in_one_go_and_the_line_with_the_hyphen_may_too():
    changed = edited("m1", at="三", change=None, id="m7")
    assert (
        changed
        == "---\nmeasures:\n  # 说明\n  - id: m7\n    name:   人数\n    at: 三\n"
        + FIELDS.partition("    at: 一\n")[2]
    )


def test_the_line_with_the_hyphen_is_not_taken_out_and_brackets_are_not_touched():
    with pytest.raises(UnreadableTextError):
        edited("m1", id=None)
    text = "---\nmeasures:\n  - {id: m1}\n---\n"
    with pytest.raises(UnreadableTextError):
        edit(text, record(text, "m1"), {"at": "一"})


def test_an_edit_keeps_the_line_ends():
    text = FIELDS.replace("\n", "\r\n")
    assert edit(text, record(text, "m2"), {"at": "三"}) == text.replace("at: 二", "at: 三")
