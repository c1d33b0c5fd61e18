"""Drafts: left out as if they were not there, whatever is wrong in them; or read and marked."""

from ledger.content.loader import load_ledger
from tests.ledger.builders import MINIMAL_CONTENT, write_content

TOPIC = "regions/example/2023/elderly-health.md"
OTHER = "regions/example/2023/chronic-disease.md"
SOURCES = "regions/example/sources.yml"
RIGHT = """---
source: example-2023-summary
problems:
  - {id: p1, text: 人手不足, at: 三}
---
"""
MIXED = """---
source: example-2023-summary
measures:
  - id: m1
    name: 建床数
    value: 5
    unit: 张
    at: 一
  # 原文：体检率为120%
  - id: m2
    name: 体检率
    value: 120
    unit: "%"
    at: 一
    draft: true
---
"""
SUMMARY = (MINIMAL_CONTENT / SOURCES).read_text(encoding="utf-8")
PLAN = """- id: example-2024-plan
  title: 2024年工作要点
  published: 2042-01-05
  kind: plan
  year: 2024
  year_basis: stated
  year_reason: 标题写明2024年。
  period: 2024
  completeness: whole
  legibility: clean
  draft: true
"""


def codes(problems):
    return [problem.code for problem in problems]


def load(folder, files, *, drafts=False):
    return load_ledger(write_content(folder, files), drafts=drafts)


def test_a_draft_is_left_out_and_counted(tmp_path):
    ledger, problems = load(tmp_path, {TOPIC: MIXED})
    assert problems == []
    assert list(ledger.measures) == ["example-2023-elderly-health-m1"]
    assert ledger.drafts == 1


def test_nothing_that_is_wrong_in_a_draft_is_told(tmp_path):
    wrong = MIXED.replace('unit: "%"', "unit: 没有这个单位\n    indicator: nowhere\n    colour: blue")
    wrong = wrong.replace("name: 体检率", "name: 待补充 TODO\u200b")
    ledger, problems = load(tmp_path, {TOPIC: wrong.replace("    at: 一\n    draft", "    draft")})
    assert problems == []
    assert ledger.drafts == 1


def test_what_is_wrong_beside_a_draft_is_told(tmp_path):
    assert codes(load(tmp_path, {TOPIC: MIXED.replace("unit: 张", "unit: 没有")})[1]) == ["MZ016"]


def test_yaml_that_cannot_be_read_is_told_although_it_stands_in_a_draft(tmp_path):
    ledger, problems = load(tmp_path, {TOPIC: MIXED.replace("name: 体检率", 'name: "体检率')})
    assert ledger is None
    assert len(problems) == 1


def test_drafts_are_read_and_marked_for_a_preview(tmp_path):
    ledger, problems = load(tmp_path, {TOPIC: MIXED}, drafts=True)
    assert problems == []
    assert [item.origin.draft for item in ledger.measures.values()] == [False, True]
    assert ledger.drafts == 0


def test_a_preview_tells_what_is_wrong_in_a_draft(tmp_path):
    _, problems = load(tmp_path, {TOPIC: MIXED.replace('unit: "%"', "unit: 没有")}, drafts=True)
    assert [(item.code, item.line) for item in problems] == [("MZ016", 13)]


def test_a_file_of_drafts_only_is_no_error_and_no_page(tmp_path):
    drafts = RIGHT.replace("at: 三}", "at: 三, draft: true}")
    ledger, problems = load(tmp_path, {TOPIC: drafts, OTHER: RIGHT})
    assert problems == []
    assert [file.topic for file in ledger.files] == ["chronic-disease"]


def test_a_region_of_drafts_only_is_left_out(tmp_path):
    region = "name: 新区\nlevel: district\nname_status: stated\n"
    drafts = RIGHT.replace("example-2023-summary", "example-2024-plan").replace("三}", "三, draft: true}")
    files = {
        TOPIC: RIGHT,
        "regions/new/region.yml": region,
        "regions/new/sources.yml": PLAN,
        "regions/new/2024/elderly-health.md": drafts,
    }
    ledger, problems = load(tmp_path, files)
    assert problems == []
    assert list(ledger.regions) == ["example"]
    assert ledger.drafts == 2


def test_the_day_of_a_draft_document_may_be_later_than_that_of_the_ledger(tmp_path):
    for drafts in (False, True):
        _, problems = load(tmp_path / str(drafts), {SOURCES: SUMMARY + PLAN, TOPIC: RIGHT}, drafts=drafts)
        assert problems == []


def test_a_published_record_may_not_refer_to_a_draft(tmp_path):
    text = MIXED.replace("    unit: 张\n", "    unit: 张\n    part_of: m2\n")
    _, problems = load(tmp_path, {TOPIC: text})
    assert [(item.code, item.line, item.column) for item in problems] == [("MZ150", 8, 14)]
    assert "m2" in problems[0].message
    assert load(tmp_path / "preview", {TOPIC: text}, drafts=True)[1] == []


def test_a_published_record_may_not_stand_on_a_draft_document(tmp_path):
    text = RIGHT.replace("example-2023-summary", "example-2024-plan")
    _, problems = load(tmp_path, {SOURCES: SUMMARY + PLAN, TOPIC: text})
    assert [(item.code, item.line, item.column) for item in problems] == [("MZ151", 2, 9)]


def test_a_published_document_may_not_repeat_a_draft(tmp_path):
    repeats = "  repeats:\n    - {part: 篇二, of: 篇一, source: example-2024-plan}\n"
    _, problems = load(tmp_path, {SOURCES: SUMMARY + repeats + PLAN, TOPIC: RIGHT})
    assert [(item.code, item.line) for item in problems] == [("MZ151", 11)]


def test_a_correction_may_not_speak_of_a_draft(tmp_path):
    correction = """- record: example-2023-elderly-health-m2
  date: 2024-04-01
  what: 改
  why: 错
  source: example-2024-plan
"""
    files = {SOURCES: SUMMARY + PLAN, TOPIC: MIXED, "regions/example/corrections.yml": correction}
    assert codes(load(tmp_path, files)[1]) == ["MZ150", "MZ151"]


def test_a_mark_without_a_word_still_keeps_a_record_back(tmp_path):
    ledger, problems = load(tmp_path, {TOPIC: MIXED.replace("draft: true", "draft:")})
    assert problems == []
    assert ledger.drafts == 1


def test_any_other_word_in_the_mark_is_refused(tmp_path):
    text = MIXED.replace("draft: true", "draft: 是").replace("120", "80")
    assert codes(load(tmp_path, {TOPIC: text})[1]) == ["MZ012"]


def test_a_draft_that_shares_its_line_with_others_is_refused(tmp_path):
    text = RIGHT.replace("problems:\n  - ", "problems: [").replace(
        "三}", "三}, {id: p2, text: 少, at: 三, draft: true}]"
    )
    assert codes(load(tmp_path, {TOPIC: text})[1]) == ["MZ152"]
    assert codes(load(tmp_path / "preview", {TOPIC: text}, drafts=True)[1]) == ["MZ152"]
