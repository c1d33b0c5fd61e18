"""A short run over inputs that nobody would write; `run_fuzz.py` is the long one."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.model.period import Period
from tests.fuzz import inputs
from tests.fuzz.judging import Input, judge_input
from tests.fuzz.samples import write_minimal

# The same inputs in every run, and none remembered.
SHORT = settings(max_examples=30, derandomize=True, database=None, deadline=None)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return write_minimal(tmp_path_factory.mktemp("fuzz"), inputs.TOPIC_FILE, inputs.GOOD_FRONT_MATTER)


@pytest.mark.parametrize("kind", inputs.INPUTS)
def test_inputs_are_diagnosed_or_read_as_they_stand(sample, kind):
    @SHORT
    @given(inputs.INPUTS[kind])
    def run(pair):
        finding = judge_input(sample, Input(*pair, kind))
        assert finding.faults == ()

    run()


@settings(SHORT, max_examples=300)
@given(inputs.PERIODS | st.text(max_size=12))
def test_a_period_is_read_or_refused(text):
    with contextlib.suppress(ValueError):
        period = Period.parse(text)
        assert period.start is None or period.end is None or period.start <= period.end


@settings(SHORT, max_examples=200)
@given(st.dates(), st.dates())
def test_a_period_of_two_days_begins_and_ends_on_them(first, last):
    first, last = sorted((first, last))
    period = Period.parse(f"{first}/{last}")
    assert (period.start, period.end) == (first, last)
