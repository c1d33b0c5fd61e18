"""Which drafts a preview leaves out: those that are wrong or that make others wrong, and no others."""

import pytest

from ledger.content.memory import Memory
from ledger.content.unfinished import load_showing
from tests.ledger.builders import write_content

TOPIC = "regions/example/2023/elderly-health.md"
OTHER = "regions/example/2023/chronic-disease.md"
SOURCES = "regions/example/sources.yml"
HEAD = """---
source: example-2023-summary
measures:
  - {id: m1, name: 建床数, value: 5, unit: 张, at: 一}
"""
GOOD = "  - {id: m2, name: 护士数, value: 7, unit: 人, at: 一, draft: true}\n"


def show(folder, records, files=()):
    """Load the confirmed m1 on line 4 and further records from line 5 on."""
    return load_showing(write_content(folder, {TOPIC: f"{HEAD}{records}---\n", **dict(files)}), Memory())


def shown(showing):
    return [measure.key.local for measure in showing.ledger.measures.values()]


def told(showing):
    return [(fault.problem.code, fault.problem.line) for fault in showing.faults]


def test_nothing_is_left_out_where_nothing_is_wrong(tmp_path):
    showing = show(tmp_path, GOOD)

    assert shown(showing) == ["m1", "m2"]
    assert (showing.problems, showing.faults, showing.ledger.drafts) == ([], (), 0)


def test_a_draft_without_a_place_and_what_rests_on_it_are_left_out(tmp_path):
    lacking = "  - {id: m3, name: 总数, value: 9, unit: 人, draft: true}\n"
    resting = "  - {id: m4, name: 医生, value: 2, unit: 人, part_of: m3, at: 一, draft: true}\n"
    showing = show(tmp_path, GOOD + lacking + resting)

    assert shown(showing) == ["m1", "m2"]
    assert told(showing) == [("MZ011", 6), ("MZ150", 7)]
    assert showing.ledger.drafts == 2


def test_a_draft_that_contradicts_a_confirmed_total_is_left_out_alone(tmp_path):
    part = "  - {id: m3, name: 新床, value: 6, unit: 张, part_of: m1, at: 一, draft: true}\n"
    showing = show(tmp_path, GOOD + part)

    assert shown(showing) == ["m1", "m2"]
    # The problem lies in the confirmed total; the draft that makes it stands on line 6.
    assert told(showing) == [("MZ083", 4)]
    assert showing.faults[0].withheld == ((f"content/{TOPIC}", 6),)


def test_of_two_records_with_one_id_the_draft_is_left_out_wherever_it_stands(tmp_path):
    twin = "  - {id: m2, name: 床, value: 4, unit: 张, at: 一}\n"
    showing = show(tmp_path, GOOD + twin)

    assert [item.value for item in showing.ledger.measures.values()] == [5, 4]
    assert showing.ledger.drafts == 1


def test_a_long_chain_ends_with_all_drafts_of_the_file(tmp_path):
    lacking = "  - {id: m3, name: 总数, value: 9, unit: 人, draft: true}\n"
    chain = "".join(
        f"  - {{id: m{n}, name: 数{n}, value: {19 - n}, unit: 人, part_of: m{n - 1}, at: 一, draft: true}}\n"
        for n in range(4, 9)
    )
    showing = show(tmp_path, lacking + chain)

    assert shown(showing) == ["m1"]
    assert showing.ledger.drafts == 6


def test_drafts_of_an_unfinished_document_are_left_out_with_it(tmp_path):
    document = "- id: example-2024-plan\n  title: 计划\n  draft: true\n"
    summary = """- id: example-2023-summary
  title: 2023年工作总结
  kind: summary
  year: 2023
  year_basis: stated
  year_reason: 标题写明2023年。
  period: 2023
  completeness: whole
  legibility: clean
"""
    plan = "---\nsource: example-2024-plan\nproblems:\n  - {id: p1, text: 少, at: 三, draft: true}\n---\n"
    files = {SOURCES: summary + document, OTHER: plan}
    showing = show(tmp_path, GOOD, files)

    assert shown(showing) == ["m1", "m2"]
    assert showing.ledger.stated_problems == {}
    assert showing.ledger.drafts == 2


@pytest.mark.parametrize("wrong", ["unit: 没有, at: 一", "unit: 张"])
def test_what_is_wrong_in_confirmed_records_is_told_apart(tmp_path, wrong):
    confirmed = f"  - {{id: m3, name: 床, value: 4, {wrong}}}\n"
    showing = show(tmp_path, GOOD.replace(", at: 一", "") + confirmed)

    assert showing.ledger is None
    assert [problem.line for problem in showing.problems] == [6]
    assert told(showing) == [("MZ011", 5)]


def test_an_answer_does_not_depend_on_earlier_ones(tmp_path):
    part = "  - {id: m3, name: 新床, value: 6, unit: 张, part_of: m1, at: 一, draft: true}\n"
    memory = Memory()
    folder = write_content(tmp_path, {TOPIC: f"{HEAD}{GOOD}{part}---\n"})
    first = load_showing(folder, memory)
    (folder / TOPIC).write_text(f"{HEAD}{GOOD}{part.replace('6', '5')}---\n", encoding="utf-8")
    mended = load_showing(folder, memory)
    (folder / TOPIC).write_text(f"{HEAD}{GOOD}{part}---\n", encoding="utf-8")

    assert shown(mended) == ["m1", "m2", "m3"]
    assert shown(load_showing(folder, memory)) == shown(first) == ["m1", "m2"]


def test_a_draft_that_contradicts_a_confirmed_figure_of_another_file_is_left_out_alone(tmp_path):
    later = "regions/example/2024/elderly-health.md"
    told_later = "  - {id: m1, name: 床位, value: 210, unit: 张, period: 2023, at: 一}\n"
    text = f"---\nsource: example-2023-summary\nmeasures:\n{told_later}---\n"
    draft = "  - {id: m3, name: 床位, value: 120, unit: 张, at: 一, draft: true}\n"
    showing = show(tmp_path, GOOD + draft, {later: text})

    assert shown(showing) == ["m1", "m2", "m1"]
    assert [(fault.problem.path, fault.problem.line) for fault in showing.faults] == [(f"content/{later}", 4)]
    assert showing.faults[0].withheld == ((f"content/{TOPIC}", 6),)
