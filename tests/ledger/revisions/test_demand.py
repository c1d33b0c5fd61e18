"""Where a missing correction is reported, and the entry that may be pasted."""

import re

import pytest
import yaml

from ledger.content.loader import load_ledger
from tests.ledger.revisions.editing import CHANGED, CORRECTIONS, IMMUNIZATION, M3, VALUE, entry, judge


def pasted(problem):
    """The entry in the mend, as YAML reads it."""
    return yaml.safe_load(re.search(r"- \{.*\}", problem.mend)[0])[0]


def test_a_changed_figure_is_shown_at_its_id_with_an_entry_to_paste(tmp_path):
    _, (problem,) = judge(tmp_path, [VALUE])
    # The sixth line of the file: `  - id: m3`.
    place = (problem.path, problem.line, problem.column, problem.width, problem.code)
    assert place == (f"content/{IMMUNIZATION}", 6, 9, 2, "MZ093")
    assert f"“{M3}”已经公开过，改了 value" in problem.message
    assert "在 content/regions/alpha/corrections.yml 末尾加一条" in problem.mend
    assert pasted(problem) == {
        "record": M3,
        "date": None,
        "field": "value",
        "from": "95.50",
        "to": "95.60",
        "what": None,
        "why": None,
        "source": "alpha-2023-summary",
    }


def filled(problem):
    """The entry in the mend with its three blanks filled in."""
    text = re.search(r"- \{.*\}", problem.mend)[0] + "\n"
    return (
        text.replace("date: ", "date: 2024-06-01")
        .replace("what: ", "what: 抄错")
        .replace("why: ", "why: 看错")
    )


@pytest.mark.parametrize(("edit", "fields"), [(edit, fields) for edit, _, fields in CHANGED])
def test_the_pasted_entry_speaks_of_all_that_changed(tmp_path, edit, fields):
    _, (problem,) = judge(tmp_path / "silent", [edit])
    # An entry without a field speaks of several.
    assert pasted(problem).get("field") == (fields if " " not in fields else None)
    assert judge(tmp_path / "told", [edit], {CORRECTIONS: filled(problem)})[1] == []


def test_an_entry_to_paste_says_what_readers_see(tmp_path):
    _, (problem,) = judge(tmp_path / "status", [CHANGED[4][0]])
    assert [pasted(problem)[name] for name in ("field", "from", "to")] == ["status", "公开", "隐去"]
    _, (problem,) = judge(tmp_path / "both", [CHANGED[9][0]])
    assert [pasted(problem)[name] for name in ("from", "to")] == ["1.8 万人", "18000 人"]


def test_the_pasted_entry_asks_to_be_filled_in_and_then_suffices(tmp_path):
    _, (problem,) = judge(tmp_path / "silent", [VALUE])
    text = re.search(r"- \{.*\}", problem.mend)[0] + "\n"
    content = tmp_path / "silent/after/content"
    (content / CORRECTIONS).write_text(text, encoding="utf-8")
    assert [found.details["name"] for found in load_ledger(content)[1]] == ["date", "what", "why"]

    assert judge(tmp_path / "told", [VALUE], {CORRECTIONS: filled(problem)})[1] == []


def test_a_verdict_that_follows_a_changed_figure_is_asked_for_with_it(tmp_path):
    # 95.50 of at least 90 is more than promised; 85.50 is less.
    edit = (IMMUNIZATION, "value: 95.50", "value: 85.50")
    _, (problem,) = judge(tmp_path / "silent", [edit])
    records = [M3, "alpha-2023-immunization-c1"]
    assert pasted(problem)["record"] == records
    assert judge(tmp_path / "told", [edit], {CORRECTIONS: filled(problem)})[1] == []

    _, (left,) = judge(tmp_path / "half", [edit], {CORRECTIONS: entry(M3)})
    assert (left.code, left.details["was"], left.details["now"]) == ("MZ095", "超过目标", "未达目标")
    assert pasted(left)["from"] == "超过目标"
    # An entry that says it is of the value says nothing of the verdict.
    value = {CORRECTIONS: entry(*records, field="value")}
    assert judge(tmp_path / "value", [edit], value)[1] == [left]


def test_a_verdict_that_follows_a_figure_that_went_is_asked_for_by_itself(tmp_path):
    # The hidden rate is the only answer to c1.
    figure = '  - {id: m2, name: 老年人签约率, value: redacted, unit: "%", commitment: c1, at: 六}\n'
    edit = ("regions/alpha/2023/elderly-health.md", figure, "")
    _, problems = judge(tmp_path / "silent", [edit])
    assert [problem.code for problem in problems] == ["MZ094", "MZ095"]
    told = {CORRECTIONS: "".join(map(filled, problems))}
    assert judge(tmp_path / "told", [edit], told)[1] == []


def test_a_target_that_changes_with_its_verdict_is_asked_for_once(tmp_path):
    edit = (IMMUNIZATION, 'op: ">=", value: 90', 'op: ">=", value: 97')
    _, (problem,) = judge(tmp_path, [edit])
    assert (problem.code, problem.line, problem.column) == ("MZ093", 22, 9)
    assert problem.details["changes"] == "target verdict"
    # Without a field it speaks of both.
    assert "field" not in pasted(problem)
    assert [pasted(problem)[name] for name in ("from", "to")] == ["90 超过目标", "97 未达目标"]
    assert judge(tmp_path / "told", [edit], {CORRECTIONS: filled(problem)})[1] == []
