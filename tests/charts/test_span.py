import pytest

from charts.span import Span, span_from_zero


@pytest.mark.parametrize(
    ("values", "span"),
    [
        ((63.9, 70), Span(0, 70)),
        ((63.9, None, 100), Span(0, 100)),
        ((-3.2, 0), Span(-3.2, 0)),
        ((-3, 4), Span(-3, 4)),
        ((0, 0), Span(0, 1)),
        ((None,), Span(0, 1)),
    ],
)
def test_span_begins_at_zero(values, span):
    assert span_from_zero(*values) == span


def test_share_runs_from_end_to_end():
    span = Span(-50, 150)

    assert [span.share(value) for value in (-50, 0, 50, 150)] == [0, 0.25, 0.5, 1]
