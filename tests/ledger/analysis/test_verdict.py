"""R1 to R3, R6 and R7 of docs/methodology.md: figures against targets, with cases worked out by hand."""

from decimal import Decimal

import pytest

from ledger.analysis.verdict import Evidence, Flag, Timing, Verdict, assess_all
from ledger.model.outcome import Claim
from tests.ledger.analysis.judging import C1, YEAR, figure, judge
from tests.ledger.builders import commitment, ledger, measure, outcome

# R1: both have numbers, so the numbers are compared.


@pytest.mark.parametrize(
    ("goal", "value", "period", "verdict"),
    [
        (">= 62", "63.9", "2023", "exceeded"),
        (">= 62", "62", "2023", "met"),
        (">= 62", "61", "2023", "not_met"),
        (">= 62", "55", "2023-H1", "progressing"),
        (">= 62", "55", "2023-01/?", "progressing"),
        (">= 62", "55", "?", "progressing"),
        # A target that is reached early is reached.
        (">= 62", "63.9", "2023-H1", "exceeded"),
        (">= 62", "62", "?", "met"),
        # A figure of one day stands for that day.
        (">= 62", "55", "2023-12-31", "not_met"),
        (">= 62", "55", "2023-12-30", "progressing"),
        ("<= 9.5", "9.3", "2023", "exceeded"),
        ("<= 9.5", "9.5", "2023", "met"),
        ("<= 9.5", "9.6", "2023", "not_met"),
        ("<= 9.5", "9.6", "2023-H1", "progressing"),
        ("= 5", "5", "2023", "met"),
        ("= 5", "6", "2023", "not_met"),
        ("<= 0", "0", "2023", "met"),
        ("<= 0", "1", "2023", "not_met"),
    ],
)
def test_r1_number_against_number(goal, value, period, verdict):
    assert Verdict(verdict) is judge(goal, figure(value, period=period)).verdict


@pytest.mark.parametrize(
    ("value", "direction", "verdict"),
    [
        ("1.96", "higher", "met"),
        ("2.6", "higher", "exceeded"),
        ("1.4", "higher", "not_met"),
        ("1.4", "lower", "exceeded"),
        ("2.6", "lower", "not_met"),
        ("2.6", "none", "not_met"),
        ("1.4", None, "not_met"),
    ],
)
def test_r1_approximate_target_needs_the_indicators_direction(value, direction, verdict):
    assert Verdict(verdict) is judge("approx 2", figure(value), direction=direction).verdict


def test_r1_scaled_units_are_one_unit():
    found = judge(">= 11000", figure("1.17", "万人"), unit_="人")
    assert (found.verdict, found.margin) == (Verdict.EXCEEDED, 700)


def test_r1_other_units_are_not_compared():
    found = judge(">= 62", figure("63", "人"), ("progressing", YEAR))
    assert (found.verdict, found.evidence) == (Verdict.PROGRESSING, Evidence.FIGURE)


def test_r1_the_figure_of_the_latest_period_decides():
    found = judge(">= 62", figure("63", local="m1"), figure("55", period="2023-H1", local="m2"))
    assert (found.verdict, str(found.measure.value)) == (Verdict.EXCEEDED, "63")
    assert len(found.measures) == 2


def test_r1_margin_is_what_the_figure_is_above_its_target():
    assert judge(">= 62", figure("63.9")).margin == Decimal("1.9")


# R2: a qualifier is a bound; what it leaves open is left to the claim.


@pytest.mark.parametrize(
    ("value", "word", "verdict"),
    [
        ("85", "以上", "met"),
        ("90", "以上", "exceeded"),
        ("80", "以上", "done_claimed"),
        ("86", "约", "done_claimed"),
        ("80", "近", "not_met"),
        ("85", "近", "done_claimed"),
    ],
)
def test_r2_qualified_number(value, word, verdict):
    found = judge(">= 85", figure(value, "%", word), ("done", YEAR))
    assert Verdict(verdict) is found.verdict
    assert found.evidence is Evidence.FIGURE


def test_r2_undecided_number_and_a_later_report_that_it_was_not_done():
    # The half-year figure decides nothing, so the annual summary's own word does, and it reaches the due day.
    found = judge(">= 62", figure("60", "%", "约", period="2023-H1"), ("not_done", YEAR))
    assert (found.verdict, found.timing) == (Verdict.NOT_MET, Timing.OVERDUE)


def test_r2_about_the_approximate_target():
    assert judge("approx 60", figure("60.4", "%", "约")).verdict is Verdict.MET


# R3: a masked number on either side cannot be checked; the claim is shown beside it.


@pytest.mark.parametrize(
    ("goal", "answers"),
    [
        (">= 62", [figure("redacted"), ("done", YEAR)]),
        (">= redacted", [figure("63.9"), ("done", YEAR)]),
        (">= redacted", [figure("redacted"), ("done", YEAR)]),
        (">= redacted", [("done", YEAR)]),
    ],
)
def test_r3_masked_number(goal, answers):
    found = judge(goal, *answers)
    assert (found.verdict, found.evidence, found.claim) == (Verdict.REDACTED, Evidence.REDACTED, Claim.DONE)
    assert found.margin is None


def test_r3_an_open_figure_comes_before_a_masked_one_of_the_same_time():
    found = judge(">= 62", figure("redacted", local="m1"), figure("63", local="m2"))
    assert (found.verdict, found.evidence) == (Verdict.EXCEEDED, Evidence.FIGURE)


def test_r3_without_a_number_to_reach_a_masked_figure_leaves_the_verdict_to_the_claim():
    found = judge(None, figure("redacted"), ("done", YEAR))
    assert (found.verdict, found.evidence) == (Verdict.DONE_CLAIMED, Evidence.REDACTED)
    found = judge(None, figure("redacted", local="m1"), figure("5", local="m2"), ("done", YEAR))
    assert (found.verdict, found.evidence) == (Verdict.DONE_CLAIMED, Evidence.FIGURE)
    assert found.measure is None


def test_r3_a_later_masked_figure_comes_before_an_open_one():
    found = judge(">= 62", figure("63", period="2023-H1", local="m1"), figure("redacted", local="m2"))
    assert found.verdict is Verdict.REDACTED


# R6: a target that is there or not depends on the claim alone.


@pytest.mark.parametrize(("claim", "verdict"), [("done", "done_claimed"), ("not_done", "not_met")])
@pytest.mark.parametrize("value", ["100", "redacted"])
def test_r6_yes_target_ignores_figures(claim, verdict, value):
    assert Verdict(verdict) is judge("yes", figure(value), (claim, YEAR)).verdict


# R7: flags stand beside the verdict.


@pytest.mark.parametrize(
    ("value", "period", "claim", "verdict", "flags"),
    [
        ("68", "2023", "done", "not_met", [Flag.CLAIM_CONTRADICTS_FIGURE]),
        ("68", "2023", "exceeded", "not_met", [Flag.CLAIM_CONTRADICTS_FIGURE]),
        ("68", "2023-H1", "done", "progressing", [Flag.CLAIM_CONTRADICTS_FIGURE]),
        ("68", "2023", "progressing", "not_met", []),
        ("70", "2023", "done", "met", []),
    ],
)
def test_r7_claim_against_figure(value, period, claim, verdict, flags):
    found = judge(">= 70", figure(value, period=period), (claim, YEAR))
    assert (Verdict(verdict), tuple(flags)) == (found.verdict, found.flags)


@pytest.mark.parametrize(
    ("before", "now", "flags"),
    [(">= 50", ">= 45", (Flag.TARGET_ADJUSTED,)), (">= 50", ">= 50.0", ()), (">= redacted", ">= 45", ())],
)
def test_r7_adjusted_target(before, now, flags):
    earlier = commitment(before, year=2022, due=None)
    later = commitment(now, continues=earlier.id)
    assert flags == assess_all(ledger(earlier, later))[later.id].flags


def test_figures_of_an_outcome_are_shown_but_only_linked_ones_decide():
    cited = measure("10", local="m9")
    report = outcome("done", commitments=(C1,), measures=(cited.id,))
    found = assess_all(ledger(commitment(">= 62"), cited, report))[C1]
    assert (found.verdict, found.measure, found.measures) == (Verdict.DONE_CLAIMED, None, (cited,))


def test_what_is_reached_or_said_to_be_done_is_finished_and_nothing_else():
    finished = {verdict.value for verdict in Verdict if verdict.is_finished}
    assert finished == {"exceeded", "met", "done_claimed"}
