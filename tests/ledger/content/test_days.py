from datetime import date

import pytest

from ledger.content import days
from ledger.content.nodes import Scalar, Sequence
from ledger.content.values import Reader
from ledger.model.period import Period

DUE = days.DayOr("ongoing")


def read(type_, node):
    """Read a node by a type of field: the value and the codes of problems."""
    reader = Reader("f")
    return type_(node, "x", reader), [problem.code for problem in reader.problems]


@pytest.mark.parametrize(
    ("type_", "written", "value"),
    [
        (days.day, "2024-02-29", date(2024, 2, 29)),
        (DUE, "ongoing", "ongoing"),
        (DUE, "2024-02-29", date(2024, 2, 29)),
        (days.period, "2023-H1", Period(date(2023, 1, 1), date(2023, 6, 30))),
        (days.period, "2023-01/?", Period(date(2023, 1, 1), None)),
    ],
)
def test_good_dates_and_periods(type_, written, value):
    assert read(type_, Scalar(written, 1, 1)) == (value, [])


@pytest.mark.parametrize(
    ("type_", "node", "code"),
    [
        (days.day, Scalar("2023-02-29", 1, 1), "MZ069"),
        (days.day, Scalar("2023.2.9", 1, 1), "MZ070"),
        (days.day, Scalar("0000-01-01", 1, 1), "MZ069"),
        (days.day, Sequence((), 1, 1), "MZ012"),
        (DUE, Scalar("always", 1, 1), "MZ014"),
        (days.period, Scalar("2023年", 1, 1), "MZ070"),
        (days.period, Sequence((), 1, 1), "MZ012"),
    ],
)
def test_bad_dates_and_periods_have_one_problem_each(type_, node, code):
    assert read(type_, node) == (None, [code])
