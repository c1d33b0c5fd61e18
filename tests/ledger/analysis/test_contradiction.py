from ledger.analysis.agreement import Obstacle
from ledger.analysis.contradiction import hold_claims
from ledger.analysis.verdict import Flag, Verdict
from tests.ledger.analysis.judging import YEAR, figure, judge


def claims(*assessments):
    found = hold_claims(assessments)
    return len(found.contradictions), found.agreeing, dict(found.unchecked)


def test_done_beside_a_figure_below_the_target_contradicts_itself():
    below = judge(">= 70", ("done", YEAR), figure("68"))
    assert below.verdict is Verdict.NOT_MET
    assert Flag.CLAIM_CONTRADICTS_FIGURE in below.flags
    assert claims(below, judge(">= 70", ("exceeded", YEAR), figure("68"))) == (2, 0, {})


def test_not_done_beside_a_figure_at_the_target_contradicts_itself():
    assert claims(judge(">= 70", ("not_done", YEAR), figure("70"))) == (1, 0, {})
    assert claims(judge(">= 70", ("not_started", YEAR), figure("71"))) == (1, 0, {})


def test_claims_that_fit_are_counted():
    assert claims(judge(">= 70", ("done", YEAR), figure("70"))) == (0, 1, {})
    assert claims(judge(">= 70", ("not_done", YEAR), figure("68"))) == (0, 1, {})
    assert claims(judge(">= 70", ("progressing", YEAR), figure("71"))) == (0, 1, {})


def test_claims_without_an_open_figure_are_counted_apart():
    assert claims(judge(">= 70", ("done", YEAR))) == (0, 0, {Obstacle.NOT_GIVEN: 1})
    assert claims(judge(">= 70", ("done", YEAR), figure("redacted"))) == (0, 0, {Obstacle.REDACTED: 1})
    assert claims(judge(">= 70", ("done", YEAR), figure("70", word="约"))) == (0, 0, {Obstacle.QUALIFIED: 1})
    assert claims(judge(None, ("done", YEAR)), judge(">= 70", figure("71"))) == (0, 0, {})
