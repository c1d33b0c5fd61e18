from collections import Counter

from ledger.analysis.tally import tally
from ledger.analysis.verdict import Assessment, Evidence, Timing, Verdict
from ledger.model.outcome import Claim
from tests.ledger.builders import commitment


def assessed(verdict, **changes):
    """A promise with a verdict."""
    return Assessment(commitment(**changes), Claim.NONE, Evidence.NONE, Timing.DUE, verdict)


def test_every_verdict_is_counted_even_when_there_is_none():
    found = tally([assessed(Verdict.MET), assessed(Verdict.UNREPORTED), assessed(Verdict.MET)])
    assert Counter({Verdict.MET: 2, Verdict.UNREPORTED: 1}) == Counter(found.counts)
    assert list(found.counts) == list(Verdict)
    assert found.total == 3


def test_kept_are_those_whose_figures_reach_their_targets():
    verdicts = [*Verdict, Verdict.EXCEEDED]
    # One met, two exceeded; finished by claim alone does not count.
    assert tally(map(assessed, verdicts)).kept == 3


def test_promises_of_other_bodies_are_left_out():
    found = tally([assessed(Verdict.MET), assessed(Verdict.MET, owner="国务院")])
    assert (found.total, found.kept) == (1, 1)


def test_nothing_is_nothing():
    assert tally([]).total == 0
