"""What `ledger review` shows, what each key does to the content file, and what it refuses."""

import io

import pytest

from ledger import cli
from ledger.content.loader import load_ledger
from tests.ledger.builders import MINIMAL_CONTENT, write_content

TOPIC = "regions/example/2023/elderly-health.md"
SOURCES = "regions/example/sources.yml"
SUMMARY = (MINIMAL_CONTENT / SOURCES).read_text(encoding="utf-8")
PLAN = SUMMARY.replace("2023-summary", "2023-plan").replace("总结", "要点").replace("summary", "plan")
TEXT = """---
source: example-2023-summary
measures:
  # 原文：建成家庭病床⟦5张⟧。
  - id: m1
    name: 家庭病床
    value: 5
    unit: 张
    commitment: c1
    at: 一
    draft: true
commitments:
  # 原文：要⟦新建五张家庭病床给老人⟧。
  - id: c1
    text: 新建五张家庭病床给老人
    at: 二
    draft: true
problems:
  - id: p1
    text: 人手不足
    at: 三
---
我们的话。
"""
COMMENTS = ("  # 原文：建成家庭病床⟦5张⟧。\n", "  # 原文：要⟦新建五张家庭病床给老人⟧。\n")


@pytest.fixture
def review(tmp_path, monkeypatch, capsys):
    """A function that gives keys to the review, and returns what was printed and the topic file."""
    content = write_content(tmp_path, {TOPIC: TEXT})

    def run(*keys, text=None, words=()):
        if text is not None:
            (content / TOPIC).write_text(text, encoding="utf-8")
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{key}\n" for key in keys)))
        assert cli.main(["review", "--content", str(content), *words]) == 0
        file = content / TOPIC
        return capsys.readouterr().out, file.read_text(encoding="utf-8") if file.exists() else None

    run.content = content
    return run


def confirmed(text):
    """The file as it is when every draft of it was accepted."""
    for comment in COMMENTS:
        text = text.replace(comment, "")
    return text.replace("    draft: true\n", "")


def test_a_promise_comes_before_the_figure_that_answers_it(review):
    printed, _ = review("s", "q")
    assert printed.index("承诺 c1") < printed.index("数字 m1")
    assert "原文：建成家庭病床⟦5张⟧。" in printed
    assert "数值 value: 5" in printed


def test_accepting_takes_the_mark_and_the_comment_and_nothing_else(review):
    printed, text = review("y", "q")
    assert text == TEXT.replace(COMMENTS[1], "").replace("    at: 二\n    draft: true\n", "    at: 二\n")
    assert "还剩 1 条草稿" in printed


def test_enter_accepts_too_and_what_is_accepted_is_published(review):
    printed, text = review("", "")
    assert text == confirmed(TEXT)
    assert "没有草稿了" in printed
    ledger, problems = load_ledger(review.content)
    assert problems == []
    assert ledger.drafts == 0


def test_the_review_goes_on_where_it_was_left(review):
    review("y", "q")
    printed, text = review("y")
    assert "承诺 c1" not in printed
    assert text == confirmed(TEXT)


def test_the_end_of_the_keys_is_the_end_of_the_review(review):
    printed, text = review()
    assert text == TEXT
    assert "还剩 2 条草稿" in printed


def test_a_record_that_is_needed_is_shown_first(review):
    printed, text = review("s", "y", "q")
    assert "它用到的 c1 还没有确认" in printed
    assert printed.count("承诺 c1") == 2
    assert text == TEXT


def test_dropping_offers_to_take_references_away(review):
    printed, text = review("d", "n", "d", "y", "q")
    assert "有 1 条引用它（m1）" in printed
    assert "c1" not in text
    assert "commitments" not in text
    assert COMMENTS[0] in text


def test_dropping_everything_takes_the_file_away_unless_people_wrote_in_it(review):
    alone = TEXT[: TEXT.index("problems:")] + "---\n"
    assert review("d", "y", "d", text=alone)[1] is None
    kept = review("d", "y", "d", text=TEXT)[1]
    assert kept == TEXT[: TEXT.index("measures:")] + TEXT[TEXT.index("problems:") :]


def test_mending_a_field_by_its_number(review):
    printed, text = review("m", "2", "为老人建床", "q")
    assert "    text: 为老人建床\n" in text
    assert "draft: true" in text
    assert "已改。" in printed


def test_mending_adds_and_removes_fields(review):
    _, text = review("m", "target", '{op: ">=", value: 5, unit: 张}', "m", "due", "2023-06-30", "q")
    assert '    target: {op: ">=", value: 5, unit: 张}\n    due: 2023-06-30\n' in text
    _, text = review("m", "due", "-", "q")
    assert "due" not in text


def test_a_record_with_problems_is_not_accepted_before_it_is_mended(review):
    wrong = TEXT.replace("    text: 新建五张家庭病床给老人\n", "    text: 待补充\n")
    printed, text = review("y", "m", "2", "新建床位", "y", "q", text=wrong)
    assert "MZ076" in printed
    assert "这一条有错" in printed
    assert "    text: 新建床位\n    at: 二\nproblems" in text


def test_what_a_mend_makes_wrong_is_told_at_once(review):
    printed, _ = review("s", "m", "4", "没有这个单位", "q")
    assert "还有错" in printed
    assert "MZ016" in printed


LONG = TEXT.replace("新建五张家庭病床给老人", "新建五张家庭病床给失能和高龄老人使用")


def test_words_of_the_document_are_to_be_put_in_ones_own(review):
    assert "一字不差" not in review("q")[0]
    printed, text = review("y", "给老人加床", "q", text=LONG)
    assert "一字不差" in printed
    assert "    text: 给老人加床\n    at: 二\nproblems" in text


def test_words_of_the_document_may_stay_as_they_are(review):
    text = review("y", "", "q", text=LONG)[1]
    assert "    text: 新建五张家庭病床给失能和高龄老人使用\n    at: 二\nproblems" in text


def test_going_back_takes_the_last_step_back(review):
    assert review("y", "u", "q")[1] == TEXT
    printed, _ = review("s", "u", "q")
    assert printed.count("承诺 c1") == 2
    assert "没有可以回退的" in review("u", "q")[0]


def test_a_document_is_confirmed_before_its_records(review):
    (review.content / SOURCES).write_text(
        SUMMARY.replace("clean\n", "clean\n  draft: true\n"), encoding="utf-8"
    )
    printed, _ = review("s", "y", "y", "q")
    assert "它用到的 example-2023-summary 还没有确认" in printed
    assert (review.content / SOURCES).read_text(encoding="utf-8") == SUMMARY


def test_dropping_a_document_drops_its_drafts(review):
    late = PLAN.replace("clean\n", "clean\n  draft: true\n")
    (review.content / SOURCES).write_text(SUMMARY + late, encoding="utf-8")
    text = TEXT.replace("    text: 新建", "    source: example-2023-plan\n    text: 新建")
    printed, text = review("d", "y", "q", text=text.replace("    commitment: c1\n", ""))
    assert "这份文件还有 1 条草稿" in printed
    assert "c1" not in text
    assert (review.content / SOURCES).read_text(encoding="utf-8") == SUMMARY


def test_a_document_of_a_later_day_than_the_ledger_says_what_to_change(review):
    late = PLAN.replace("clean\n", "clean\n  published: 2042-01-05\n  draft: true\n")
    (review.content / SOURCES).write_text(SUMMARY + late, encoding="utf-8")
    printed, _ = review("y", "q")
    assert "2042-01-05" in printed
    assert "as_of" in printed
    assert "draft: true" in (review.content / SOURCES).read_text(encoding="utf-8")


def test_only_some_drafts_are_shown(review):
    assert "没有草稿了" in review(words=("--region", "elsewhere"))[0]
    assert "没有草稿了" in review(words=("--source", "example-2023-plan"))[0]
    assert "还剩 2 条" in review(words=(str(review.content / TOPIC),))[0]


def test_unknown_keys_and_help_change_nothing(review):
    printed, text = review("z", "?", "q")
    assert "没有这个键" in printed
    assert "y 或回车" in printed
    assert text == TEXT


def test_every_line_fits_eighty_columns(review):
    from ledger.commands.review_words import width

    long = TEXT.replace("要⟦新建", "要" + "做好全市的工作，" * 30 + "⟦新建")
    printed, _ = review("s", "q", text=long)
    assert max(map(width, printed.splitlines())) <= 80


def test_an_editor_of_ones_own(review, monkeypatch, tmp_path):
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys,pathlib as p;f=p.Path(sys.argv[1]);f.write_text(f.read_text().replace('五','5'))"
    )
    monkeypatch.setenv("EDITOR", f"python3 {editor}")
    monkeypatch.delenv("VISUAL", raising=False)
    printed, text = review("e", "q")
    assert "已改。" in printed
    assert "    text: 新建5张家庭病床给老人\n" in text
    editor.write_text("import sys,pathlib as p;p.Path(sys.argv[1]).write_text('  - [')")
    printed, again = review("e", "q")
    assert "没有改" in printed
    assert again == text


SENTENCE = """---
source: example-2023-summary
measures:
  # 原文（第2句）：建成病床⟦5张⟧，健康讲座12人。
  - id: m1
    name: 建成病床
    value: 5
    unit: 张
    at: 一
    draft: true
  # 原文（第2句）：建成病床5张，健康讲座⟦12人⟧。
  # 请核对：归哪个主题没有把握
  - id: m2
    name: 健康讲座
    value: 12
    unit: 人
    at: 一
    draft: true
outcomes:
  # 原文（第2句）：⟦建成病床5张⟧，健康讲座12人。
  - id: o1
    claim: stated
    text: 建成病床5张
    measures: [m1]
    at: 一
    draft: true
problems:
  # 原文（第1句）：⟦人手不足⟧。
  - id: p1
    text: 人手不足
    at: 三
    draft: true
---
"""


def test_sentences_come_in_the_order_of_the_document_and_each_once(review):
    printed, _ = review("y", "q", text=SENTENCE)
    assert printed.index("问题 p1") < printed.index("建成病床5张，健康讲座12人。")
    assert printed.count("建成病床5张，健康讲座12人。") == 1


def test_one_key_accepts_what_is_not_doubtful_and_shows_the_rest_alone(review):
    printed, text = review("y", "y", "q", text=SENTENCE)
    assert "已接受 2 条" in printed
    assert text.count("draft: true") == 1
    assert printed.index("已接受 2 条") < printed.index("数字 m2")


def test_an_outcome_that_only_repeats_a_figure_goes_with_one_key(review):
    printed, text = review("y", "r", "q", text=SENTENCE)
    assert "=3 成效" in printed
    assert "已删 1 条重复的" in printed
    assert "outcomes" not in text


def test_only_doubtful_sentences(review):
    printed, _ = review("q", text=SENTENCE, words=("--doubtful",))
    assert "人手不足" not in printed
    assert "健康讲座" in printed


def test_a_missing_record_is_added_below_its_sentence_as_a_draft(review):
    _, text = review("y", "a", "1", "老年健康", "讲座", "redacted", "场", "", "一", "q", text=SENTENCE)
    assert (
        "  - id: m3\n    name: 讲座\n    value: redacted\n    unit: 场\n    at: 一\n    draft: true\n" in text
    )
    assert review("u", "q")[1] == text


def test_a_draft_moves_to_another_topic_with_every_reference(review):
    _, text = review("y", "1", "t", "慢性病", "q", text=SENTENCE)
    other = (review.content / TOPIC).with_name("chronic-disease.md").read_text(encoding="utf-8")
    assert "name: 建成病床" in other
    assert "name: 建成病床" not in text
    assert "measures: [example-2023-chronic-disease-m1]" in text


def test_two_drafts_of_one_thing_become_one(review):
    _, text = review("y", "g", "2 1", "q", text=SENTENCE)
    assert text.count("  - id: m") == 1
    assert "name: 建成病床" in text


def test_a_unit_that_the_list_lacks_can_be_added(review):
    wrong = TEXT.replace("    unit: 张\n    commitment: c1\n", "    unit: 柜\n")
    printed, text = review("y", "w", "y", "y", text=wrong)
    assert "已加上" in printed
    assert "draft" not in text
    assert "{id: 柜, kind: count, name: 柜}" in (review.content / "dictionary/units.yml").read_text("utf-8")


def test_the_rest_of_a_file_is_dropped_when_its_number_is_typed(review):
    # Another file keeps a draft, so that the step can be taken back.
    file = (review.content / TOPIC).with_name("mental-health.md")
    file.write_text(SENTENCE, encoding="utf-8")
    words = ("--topic", "elderly-health")
    printed, text = review("D", "2", text=TEXT, words=words)
    assert "剩下的 2 条草稿全删" in printed
    assert "draft" not in text
    assert "人手不足" in text
    file.with_name("chronic-disease.md").write_text(TEXT, encoding="utf-8")
    printed, _ = review("s", "D", "2", "u", "q", text=TEXT)
    assert "已回退一步" in printed
    assert file.read_text(encoding="utf-8") == SENTENCE


@pytest.mark.parametrize("answer", ["", "y", "D", "3", "22"])
def test_no_other_answer_drops_the_rest_of_a_file(review, answer):
    printed, text = review("D", answer, "q", text=TEXT)
    assert "没有删。" in printed
    assert text == TEXT


def test_a_small_letter_drops_one_draft_only(review):
    _, text = review("d", "y", "q", text=TEXT)
    assert text.count("draft: true") == 1


def test_what_records_of_other_files_refer_to_is_taken_away_there_too(review):
    other = """---
source: example-2023-summary
outcomes:
  - id: o1
    claim: stated
    text: 两处病床
    measures: [example-2023-elderly-health-m1]
    at: 一
    draft: true
---
"""
    file = (review.content / TOPIC).with_name("chronic-disease.md")
    file.write_text(other, encoding="utf-8")
    printed, _ = review("D", "2", "q", text=TEXT, words=("--topic", "elderly-health"))
    assert "另有 1 条引用它们" in printed
    assert "measures" not in file.read_text(encoding="utf-8")


def test_a_missing_field_begins_with_what_was_typed_for_it_last(review):
    two = TEXT.replace(
        "problems:\n",
        """  - id: c2
    text: 给老人体检
    at: 二
    draft: true
problems:
""",
    )
    _, text = review("m", "lead", "老龄科", "s", "m", "lead", "", "q", text=two)
    assert text.count("    lead: 老龄科\n") == 2
    # A field that is there begins with its own value.
    _, text = review("m", "lead", "老龄科", "m", "at", "", "q", text=two)
    assert text.count("    at: 二\n") == 2


def test_a_field_that_there_is_not_is_refused(review):
    printed, text = review("m", "nmae", "q", text=TEXT)
    assert "没有“nmae”这个字段" in printed
    assert text == TEXT


def test_the_end_says_what_is_left_and_why(review):
    printed, _ = review("s", "q", text=TEXT.replace("unit: 张", "unit: 柜"))
    assert "1 条有错，改好才能接受" in printed
    assert "example-2023-elderly-health-m1 MZ016" in printed
    assert "1 条这次跳过了" in printed


def test_nothing_that_a_terminal_obeys_is_printed(review):
    printed, _ = review(
        "q",
        text=TEXT.replace("name: 家庭病床", 'name: "\\e[31m红\\u202e"').replace("    commitment: c1\n", ""),
    )
    printed += review("s", "q")[0]
    assert "\x1b" not in printed
    assert "\u202e" not in printed
