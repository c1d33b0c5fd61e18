"""New entries that say something else than what is published now."""

import pytest

from tests.ledger.revisions.editing import C3, CORRECTIONS, IMMUNIZATION, M2, M3, VALUE, entry, judge

UNIT = (IMMUNIZATION, "value: 1910, unit: 人", "value: 1910, unit: 个")
HIDDEN = (IMMUNIZATION, "value: 1910", "value: redacted")
VERDICT = (IMMUNIZATION, "commitment: c3, claim: done", "commitment: c3, claim: progressing")


def codes(tmp_path, edits, entries, published=None):
    told = {CORRECTIONS: entries}
    return [problem.code for problem in judge(tmp_path, edits, told, published)[1]]


def test_an_entry_with_another_number_is_shown_where_it_says_so(tmp_path):
    _, (problem,) = judge(tmp_path, [VALUE], {CORRECTIONS: entry(M3, field="value", to="95.06%")})
    lines = (tmp_path / "after/content" / CORRECTIONS).read_text(encoding="utf-8").split("\n")
    assert (problem.code, problem.path, problem.line) == ("MZ097", f"content/{CORRECTIONS}", 1)
    assert lines[0][problem.column - 1 :][: problem.width] == "95.06%"
    assert f"“{M3}”的 value 改成了“95.06%”，公布的却是“95.60”" in problem.message


@pytest.mark.parametrize(
    ("edit", "record", "field", "said", "fits"),
    [
        (VALUE, M3, "value", "95.60", True),
        (VALUE, M3, "value", "９５.６０％", True),
        (VALUE, M3, "value", "95.6%", False),
        (VALUE, M3, "value", "隐去", False),
        ((IMMUNIZATION, "value: 1910", "value: 19100"), M2, "value", '"19,100人"', True),
        ((IMMUNIZATION, "value: 1910", "value: 19100"), M2, "value", "1910人", False),
        (UNIT, M2, "unit", "个", True),
        (UNIT, M2, "unit", "1910个", True),
        (UNIT, M2, "unit", "万个", False),
        (VERDICT, C3, "verdict", "推进中", True),
        (VERDICT, C3, "verdict", "已完成（自述）", False),
        # Only these three are held against what is published.
        (UNIT, M2, "", "人", True),
    ],
)
def test_what_an_entry_says_is_read_as_readers_see_it(tmp_path, edit, record, field, said, fits):
    fields = {"field": field, "to": said} if field else {"to": said}
    assert codes(tmp_path, [edit], entry(record, **fields)) == ([] if fits else ["MZ097"])


def test_a_hidden_figure_has_no_number(tmp_path):
    status = entry(M2, field="status")
    assert codes(tmp_path / "none", [HIDDEN], status + entry(M2, field="value", to="隐去")) == []
    assert codes(tmp_path / "one", [HIDDEN], status + entry(M2, field="value", to="1901人")) == ["MZ097"]


def test_only_the_newest_entry_must_say_what_is_published(tmp_path):
    wrong, right = (entry(M3, field="value", to=number) for number in ("95.06", "95.60"))
    assert codes(tmp_path / "mended", [VALUE], wrong + right) == []
    assert codes(tmp_path / "spoiled", [VALUE], right + wrong) == ["MZ097"]
    # What is said of the record as a whole may be a newer change of its value.
    assert codes(tmp_path / "whole", [VALUE], wrong + entry(M3)) == []


def test_an_entry_that_was_there_before_is_not_held_against_what_is_published(tmp_path):
    old = entry(M3, field="value", to="95.05")
    assert codes(tmp_path / "still", [], old, {CORRECTIONS: old}) == []
    # A page counts days, not the order in which entries were written.
    added = old + entry(M3, day="2024-05-01", field="value", to="95.60")
    assert codes(tmp_path / "earlier", [VALUE], added, {CORRECTIONS: old}) == []


def test_a_verdict_that_reports_have_moved_on_is_not_held_against_its_entry(tmp_path):
    """Compared with a revision long ago, a correction and a later update are one difference."""
    report = (
        IMMUNIZATION,
        "problems:\n",
        "  - {id: o3, commitment: c3, claim: exceeded, text: 多建了一座, at: 四}\nproblems:\n",
    )
    told = entry(C3, field="verdict", to="未见报告")
    assert codes(tmp_path / "one", [VERDICT], told) == ["MZ097"]
    assert codes(tmp_path / "two", [VERDICT, report], told) == []


def test_each_record_of_an_entry_counts(tmp_path):
    entries = entry(M3, M2, field="value", to="95.60")
    assert codes(tmp_path / "one", [VALUE], entries) == ["MZ097"]
    assert codes(tmp_path / "both", [VALUE], entry(M3, M2, field="value", to="95.60%和1910人")) == []
