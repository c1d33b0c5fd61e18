"""R4, R5, R8 and R9 of docs/methodology.md: claims, silence and time, with cases worked out by hand."""

import pytest

from ledger.analysis.verdict import Evidence, Timing, Verdict
from ledger.model.outcome import Claim
from tests.ledger.analysis.judging import AFTER, BEFORE, HALF, NEXT, ON, PLAN, YEAR, figure, judge

# R4: without a number that decides, the claim does.


@pytest.mark.parametrize(
    ("claim", "report", "verdict"),
    [
        ("done", YEAR, "done_claimed"),
        ("exceeded", HALF, "done_claimed"),
        ("progressing", YEAR, "progressing"),
        ("stated", YEAR, "progressing"),
        ("not_done", HALF, "progressing"),
        ("not_started", HALF, "progressing"),
        ("not_done", YEAR, "not_met"),
        ("not_started", NEXT, "not_met"),
        # A plan of the year cannot tell how the year ended, although its period is that year.
        ("not_started", PLAN, "progressing"),
        ("ongoing", YEAR, "ongoing"),
    ],
)
def test_r4_claim(claim, report, verdict):
    for goal in (None, ">= 62"):
        found = judge(goal, (claim, report))
        assert (Verdict(verdict), Evidence.CLAIM) == (found.verdict, found.evidence)


def test_r4_a_figure_without_claim_and_target_is_progress():
    found = judge(None, figure("63"))
    assert (found.verdict, found.evidence) == (Verdict.PROGRESSING, Evidence.FIGURE)
    assert found.claim is Claim.NONE


@pytest.mark.parametrize(
    ("answers", "claim"),
    [
        ([("done", YEAR), ("progressing", YEAR)], "progressing"),
        ([("progressing", YEAR), ("done", YEAR)], "progressing"),
        ([("done", YEAR), ("exceeded", YEAR)], "done"),
        # What was done without a word on how far it is says nothing against it.
        ([("done", YEAR), ("stated", YEAR)], "done"),
        ([("stated", YEAR), ("progressing", YEAR)], "progressing"),
        ([("stated", YEAR), ("stated", YEAR)], "stated"),
        # The later report counts, in whatever order the files are read.
        ([("progressing", HALF), ("done", YEAR)], "done"),
        ([("done", YEAR), ("progressing", HALF)], "done"),
        ([("done", YEAR), ("not_done", NEXT)], "not_done"),
    ],
)
def test_r4_several_outcomes_are_finished_when_all_of_the_latest_report_are(answers, claim):
    found = judge(None, *answers)
    assert Claim(claim) is found.claim
    assert len(found.outcomes) == 2


# R5: nothing is reported, so the due day decides.


@pytest.mark.parametrize("goal", [None, ">= 62", ">= redacted", "yes"])
@pytest.mark.parametrize(
    ("due", "as_of", "verdict"),
    [
        ("2023-12-31", BEFORE, "not_due"),
        ("2023-12-31", ON, "not_due"),
        ("2023-12-31", "2024-01-01", "unreported"),
        ("2023-06-30", ON, "unreported"),
        (None, ON, "not_due"),
        (None, AFTER, "unreported"),
        ("ongoing", BEFORE, "ongoing"),
        ("ongoing", ON, "ongoing"),
        ("ongoing", AFTER, "unreported"),
    ],
)
def test_r5_silence(goal, due, as_of, verdict):
    found = judge(goal, due=due, as_of=as_of)
    assert (Verdict(verdict), Evidence.NONE, Claim.NONE) == (found.verdict, found.evidence, found.claim)


@pytest.mark.parametrize("goal", [">= 62", ">= redacted", None])
def test_r5_a_figure_written_as_not_reported_is_silence(goal):
    found = judge(goal, figure("not_reported"))
    assert (found.verdict, found.evidence) == (Verdict.UNREPORTED, Evidence.NONE)


def test_r5_a_missing_annual_figure_does_not_hide_the_half_year():
    found = judge(">= 62", figure("not_reported", local="m1"), figure("55", period="2023-H1", local="m2"))
    assert found.verdict is Verdict.PROGRESSING


# R8: where the as-of day stands to the due day.


@pytest.mark.parametrize(
    ("due", "as_of", "timing"),
    [
        ("2023-06-30", "2023-06-30", "not_due"),
        ("2023-06-30", "2023-07-01", "due"),
        (None, ON, "not_due"),
        (None, AFTER, "due"),
        ("ongoing", AFTER, "ongoing"),
    ],
)
def test_r8_due_day(due, as_of, timing):
    assert Timing(timing) is judge(None, due=due, as_of=as_of).timing


@pytest.mark.parametrize(
    ("goal", "answers", "timing"),
    [
        (None, [("not_done", YEAR)], "overdue"),
        (None, [("progressing", YEAR)], "overdue"),
        (None, [("not_done", HALF)], "due"),
        # Saying what was done is not saying that it is not finished.
        (None, [("stated", YEAR)], "due"),
        (None, [("done", YEAR)], "due"),
        (">= 62", [figure("61")], "overdue"),
        (">= 62", [figure("61", period="2023-H1")], "due"),
        (">= 62", [figure("62"), ("progressing", YEAR)], "due"),
        (">= 62", [figure("redacted"), ("not_done", YEAR)], "overdue"),
    ],
)
def test_r8_overdue_needs_a_report_up_to_the_due_day_that_says_so(goal, answers, timing):
    assert Timing(timing) is judge(goal, *answers).timing


# R9: silence is no failure, and promises of others are told apart (see test_tally).


def test_r9_silence_is_neither_overdue_nor_flagged():
    found = judge(">= 62")
    assert (found.verdict, found.timing, found.flags) == (Verdict.UNREPORTED, Timing.DUE, ())
