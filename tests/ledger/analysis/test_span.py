"""What written numbers may stand for; ends worked out by hand in comments."""

from decimal import Decimal

import pytest

from ledger.analysis.span import Span, last_digit, span_of, span_of_measure
from tests.ledger.builders import measure, qualifier, unit

EXACT = (True, True)
CUT = (True, False)


def ends(span):
    return span and (str(span.least), str(span.most), (span.has_least, span.has_most))


@pytest.mark.parametrize(
    ("value", "unit_", "word", "expected"),
    [
        # Half a last digit down for rounding, a whole one up for cutting off.
        ("63.9", "%", None, ("63.85", "64.0", CUT)),
        ("-0.5", "%", None, ("-0.6", "-0.45", (False, True))),
        ("28.4", "万人", None, ("283500", "285000", CUT)),
        ("1", "亿元", None, ("50000000", "200000000", CUT)),
        # A count of people is a count of people.
        ("45777", "人", None, ("45777", "45777", EXACT)),
        ("85", "%", "以上", ("85", "Infinity", EXACT)),
        ("1.2", "万人", "近", ("-Infinity", "12000", EXACT)),
        ("60", "%", "约", None),
    ],
)
def test_a_written_number_stands_for_a_span(value, unit_, word, expected):
    assert expected == ends(span_of(Decimal(value), unit(unit_), qualifier(word)))


def test_a_masked_figure_stands_for_nothing():
    assert span_of_measure(measure("redacted")) is None
    assert ends(span_of_measure(measure("3", "人"))) == ("3", "3", EXACT)


def test_last_digit():
    assert [str(last_digit(Decimal(text))) for text in ("63.90", "64", "0")] == ["0.01", "1", "1"]


def span(text):
    """A span such as `[1 2)`."""
    least, most = text[1:-1].split()
    return Span(Decimal(least), Decimal(most), text[0] == "[", text[-1] == "]")


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ("[1 2)", "[2 3)", False),
        ("[1 2]", "[2 3)", True),
        ("[1 2]", "(2 3)", False),
        ("[1 3)", "[2 2]", True),
        ("[1 2)", "[0 1]", True),
        ("[1 Infinity]", "[-Infinity 0]", False),
    ],
)
def test_spans_meet_where_they_share_a_value(one, other, meets):
    assert span(one).meets(span(other)) is meets
    assert span(other).meets(span(one)) is meets


def test_arithmetic_keeps_the_farthest_ends():
    assert span("[1 2)").plus(span("[10 10]")) == span("[11 12)")
    assert span("[1 2)").minus(span("[10 20)")) == span("(-19 -8)")
    assert span("[1 2)").mirrored() == span("(-2 -1]")
    assert span("[1 2)").times(Decimal(100)) == span("[100 200)")


def test_division_needs_a_divisor_above_nought():
    # 1 ÷ 4 and 2 ÷ 2; a negative end grows by the smaller divisor: −2 ÷ 2 and −1 ÷ 4.
    assert span("[1 2)").over(span("[2 4)")) == span("(0.25 1)")
    assert span("[-2 -1]").over(span("[2 4)")) == span("[-1 -0.25)")
    assert span("[1 2)").over(span("[0 4)")) is None
