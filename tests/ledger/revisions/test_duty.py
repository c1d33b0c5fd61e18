"""Which changes must be told. Every expectation follows by hand from tests/sites/small (as of 2024-06-30)."""

import pytest

from ledger.revisions.comparison import Kind
from ledger.revisions.duty import judge_all
from ledger.revisions.snapshot import of_data, of_ledger
from tests.ledger.revisions.editing import (
    BETA,
    C3,
    CHANGED,
    CORRECTIONS,
    IMMUNIZATION,
    M3,
    NEXT_YEAR,
    VALUE,
    entry,
    judge,
    owed,
    read,
    standings,
    write,
    write_data,
)


def test_equal_revisions_differ_in_nothing(tmp_path):
    assert judge(tmp_path) == ([], [])


@pytest.mark.parametrize(("edit", "record", "fields"), CHANGED)
def test_a_published_figure_target_or_verdict_may_not_change_silently(tmp_path, edit, record, fields):
    assert owed(judge(tmp_path / "silent", [edit])[0]) == [record]
    judged, problems = judge(tmp_path / "told", [edit], {CORRECTIONS: entry(record)})
    assert (standings(judged)[record], problems) == ("corrected", [])

    beside = {CORRECTIONS: entry(record, field="note")}
    assert owed(judge(tmp_path / "beside", [edit], beside)[0]) == [record]
    each = {CORRECTIONS: "".join(entry(record, field=field) for field in fields.split())}
    judged, problems = judge(tmp_path / "each", [edit], each)
    assert (standings(judged)[record], problems) == ("corrected", [])


def test_of_two_parts_that_changed_each_must_be_told(tmp_path):
    # 1.8 of ten thousand became 18000 of one: another number and another unit.
    edit = ("regions/alpha/2023/elderly-health.md", "value: 1.8, unit: 万人", "value: 18000, unit: 人")
    record = "alpha-2023-elderly-health-m1"
    for told, missing in (("value", "unit"), ("unit", "value")):
        _, (problem,) = judge(tmp_path / told, [edit], {CORRECTIONS: entry(record, field=told)})
        assert (problem.code, problem.details["changes"]) == ("MZ093", missing)


def test_the_same_number_in_another_unit_is_a_changed_unit(tmp_path):
    edit = ("regions/alpha/2023/elderly-health.md", "value: 1.8, unit: 万人", "value: 1.8, unit: 人")
    told = {CORRECTIONS: entry("alpha-2023-elderly-health-m1", field="unit")}
    assert judge(tmp_path, [edit], told)[1] == []


def test_only_an_entry_that_was_added_speaks_of_the_change(tmp_path):
    """Neither an old one that now has its field, nor one whose id an added one has pushed on."""
    old = {CORRECTIONS: entry(M3, field="note")}
    turned = {CORRECTIONS: entry(M3, field="value") + entry(M3, field="note")}
    assert owed(judge(tmp_path / "turned", [VALUE], turned, old)[0]) == [M3]
    old = {CORRECTIONS: entry(M3, field="value")}
    pushed = {CORRECTIONS: entry(M3, field="note") + entry(M3, field="value")}
    assert owed(judge(tmp_path / "pushed", [VALUE], pushed, old)[0]) == [M3]


@pytest.mark.parametrize(
    "edit",
    [
        (IMMUNIZATION, "name: 应种人数", "name: 应接种人数"),
        (IMMUNIZATION, "at: 一、(二)", "at: 一、(三)"),
        (IMMUNIZATION, "text: 冷链已经建成", "text: 冷链建成"),
        (IMMUNIZATION, "text: 人手不足", "text: 缺人"),
        ("regions/alpha/sources.yml", "title: 甲县2024年工作计划", "title: 甲县2024年计划"),
        (NEXT_YEAR, "lead: 疾控中心", "lead: 疾控科"),
    ],
)
def test_words_notes_and_places_may_change(tmp_path, edit):
    judged, problems = judge(tmp_path, [edit])
    assert list(standings(judged).values()) == ["free"]
    assert problems == []


def test_a_figure_that_goes_must_be_told(tmp_path):
    line = "  - {id: m4, name: 接种经费, value: redacted, unit: 万元, at: 二}\n"
    judged, problems = judge(tmp_path / "silent", [(IMMUNIZATION, line, "")])
    assert standings(judged, Kind.REMOVED) == {"alpha-2023-immunization-m4": "owed"}
    assert [(problem.code, problem.path) for problem in problems] == [("MZ094", f"content/{IMMUNIZATION}")]

    told = {CORRECTIONS: entry("alpha-2023-immunization-m4", field="removed")}
    assert judge(tmp_path / "told", [(IMMUNIZATION, line, "")], told)[1] == []


def test_a_file_that_goes_takes_its_figures_and_promises_with_it(tmp_path):
    judged, problems = judge(tmp_path, [(BETA, "", None)])
    ids = [f"beta-2023-immunization-{local}" for local in ("c1", "c2", "c3", "m1", "m2", "m3", "m4")]
    assert sorted(owed(judged)) == ids
    # The outcome is not among them: nothing that was published of it is left to judge.
    assert standings(judged, Kind.REMOVED)["beta-2023-immunization-o1"] == "free"
    assert {(problem.code, problem.path, problem.line) for problem in problems} == {
        ("MZ094", "content/regions/beta/sources.yml", 1)
    }


def test_a_new_id_is_one_record_gone_and_one_added(tmp_path):
    judged, problems = judge(tmp_path, [(IMMUNIZATION, "id: m4", "id: funds")])
    assert standings(judged, Kind.REMOVED) == {"alpha-2023-immunization-m4": "owed"}
    assert standings(judged, Kind.ADDED) == {"alpha-2023-immunization-funds": "free"}
    (problem,) = problems
    assert "最接近的是 alpha-2023-immunization-funds" in problem.mend


def test_additions_never_fail_and_a_verdict_that_follows_them_is_an_update(tmp_path):
    # A report of the silent promise c4, and a figure for the one of 2024 that is not due.
    edits = [
        (
            IMMUNIZATION,
            "problems:\n",
            "  - {id: o3, commitment: c4, claim: done, text: 建了, at: 四}\nproblems:\n",
        ),
        (
            NEXT_YEAR,
            "commitments:\n",
            "measures:\n  - {id: m1, name: 数, value: 41, unit: 场, commitment: c2, at: 二}\ncommitments:\n",
        ),
    ]
    judged, problems = judge(tmp_path, edits)
    assert standings(judged) == {
        "alpha-2023-immunization-c4": "update",
        "alpha-2024-immunization-c2": "update",
    }
    assert standings(judged, Kind.ADDED) == {
        "alpha-2023-immunization-o3": "free",
        "alpha-2024-immunization-m1": "free",
    }
    assert problems == []


def test_a_new_report_may_cite_a_figure_that_was_there(tmp_path):
    report = "  - {id: o3, commitment: c4, claim: stated, measures: m1, text: 建了, at: 四}\nproblems:\n"
    judged, problems = judge(tmp_path, [(IMMUNIZATION, "problems:\n", report)])
    assert standings(judged) == {"alpha-2023-immunization-c4": "update"}
    assert problems == []


def test_a_figure_that_was_there_and_is_now_linked_moves_the_verdict(tmp_path):
    # 12 places were published as a figure of no promise, and c4 as a promise without a report.
    edit = (
        IMMUNIZATION,
        "    value: 12\n    unit: 个\n",
        "    value: 12\n    unit: 个\n    commitment: c4\n",
    )
    assert owed(judge(tmp_path, [edit])[0]) == ["alpha-2023-immunization-c4"]


def test_a_document_that_is_read_otherwise_moves_verdicts(tmp_path):
    # A report up to June no longer reaches the due day of 2023-12-31, so 88 of 90 is not yet a failure.
    edit = ("regions/beta/sources.yml", "  period: 2023\n", "  period: 2023-H1\n")
    judged, _ = judge(tmp_path, [edit])
    assert "beta-2023-immunization-c1" in owed(judged)


def test_a_verdict_of_an_earlier_rule_must_be_told(tmp_path):
    content = write(tmp_path)
    site = write_data(tmp_path / "site", content)
    file = site / "data/commitments.json"
    text = file.read_text(encoding="utf-8")
    # The silent promise c4, as if an earlier program had called it going on.
    silent = '"alpha-2023-immunization-c4", '
    before, after = text.split(silent)
    file.write_text(before + silent + after.replace('"unreported"', '"progressing"', 1), encoding="utf-8")
    judged = judge_all(of_data(site / "data"), of_ledger(read(content)))
    assert owed(judged) == ["alpha-2023-immunization-c4"]


def test_an_addition_does_not_excuse_what_changed_beside_it(tmp_path):
    edits = [
        (IMMUNIZATION, "commitment: c3, claim: done", "commitment: c3, claim: progressing"),
        (
            IMMUNIZATION,
            "problems:\n",
            "  - {id: o3, commitment: c3, claim: ongoing, text: 做着, at: 四}\nproblems:\n",
        ),
    ]
    assert owed(judge(tmp_path, edits)[0]) == [C3]


def test_a_later_as_of_day_moves_verdicts_without_corrections(tmp_path):
    judged, problems = judge(tmp_path, [("site.yml", "as_of: 2024-06-30", "as_of: 2025-01-01")])
    # The four promises that were not due, and the ongoing one whose year is over, are now without a report.
    ids = [f"alpha-2024-immunization-c{number}" for number in range(1, 6)]
    assert standings(judged) == dict.fromkeys(ids, "update")
    assert problems == []


def test_an_earlier_as_of_day_takes_verdicts_back_and_must_be_told(tmp_path):
    # No document may be of a later day than the ledger.
    undated = ("regions/beta/sources.yml", "  reposted: 2024-01-24\n", "")
    judged, _ = judge(tmp_path, [("site.yml", "as_of: 2024-06-30", "as_of: 2023-10-31"), undated])
    # Due 2023-12-31 and 2023-10-31; c3 of the other file was due on 2023-06-30 and stays silent.
    assert sorted(owed(judged)) == [
        "alpha-2023-elderly-health-c2",
        "alpha-2023-immunization-c2",
        "alpha-2023-immunization-c4",
    ]


def test_an_entry_that_was_there_before_does_not_count(tmp_path):
    old = {CORRECTIONS: entry(M3)}
    assert owed(judge(tmp_path / "old", [VALUE], published=old)[0]) == [M3]
    # Neither do new words or a new day of it.
    reworded = {CORRECTIONS: entry(M3, day="2024-06-02", what="又改了说法")}
    assert owed(judge(tmp_path / "reworded", [VALUE], reworded, old)[0]) == [M3]
    second = {CORRECTIONS: entry(M3) + entry(M3)}
    assert owed(judge(tmp_path / "second", [VALUE], second, old)[0]) == []


def test_an_entry_that_was_there_before_may_not_take_in_another_record(tmp_path):
    m2 = "alpha-2023-immunization-m2"
    old = {CORRECTIONS: entry(m2)}
    for name, records in {"appended": (m2, M3), "twice": (m2, M3, M3)}.items():
        assert owed(judge(tmp_path / name, [VALUE], {CORRECTIONS: entry(*records)}, old)[0]) == [M3], name
    twice = {CORRECTIONS: entry(M3, M3)}
    assert owed(judge(tmp_path / "doubled", [VALUE], twice, {CORRECTIONS: entry(M3)})[0]) == [M3]


@pytest.mark.parametrize("silent", [False, True])
def test_a_figure_called_like_an_awaited_one_counts_as_any_other(tmp_path, silent):
    """c2 has no report, so the program adds the row c2-figure; c1 has one."""
    id_ = "c2-figure" if silent else "c1-figure"
    figure = f"  - {{id: {id_}, name: 宣传, value: 31, unit: 场, at: 二}}\ncommitments:\n"
    added = (IMMUNIZATION, "commitments:\n", figure)
    before = of_ledger(read(write(tmp_path / "before", [added])))
    after = of_ledger(read(write(tmp_path / "after", [added, (IMMUNIZATION, "value: 31", "value: 13")])))
    assert owed(judge_all(before, after)) == [f"alpha-2023-immunization-{id_}"]


def test_an_entry_for_another_record_does_not_count(tmp_path):
    other = {CORRECTIONS: entry("alpha-2023-immunization-m2")}
    assert owed(judge(tmp_path, [VALUE], other)[0]) == [M3]


def test_a_figure_nobody_gave_is_not_a_record_that_goes(tmp_path):
    """The program lists a missing figure for c2; a report of it takes that row away."""
    figure = "  - {id: m6, name: 宣传, value: 31, unit: 场, commitment: c2, at: 二}\ncommitments:\n"
    judged, problems = judge(tmp_path, [(IMMUNIZATION, "commitments:\n", figure)])
    assert standings(judged, Kind.REMOVED) == {}
    assert problems == []
