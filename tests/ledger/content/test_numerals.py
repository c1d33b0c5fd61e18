from decimal import Decimal

import pytest

from ledger.content import numerals
from ledger.content.nodes import Scalar, Sequence
from ledger.content.values import Reader

HIDDEN = numerals.NumberOr(("redacted",))


def read(type_, node):
    """Read a node by a type of field: the value and the codes of problems."""
    reader = Reader("f")
    return type_(node, "x", reader), [problem.code for problem in reader.problems]


@pytest.mark.parametrize(
    ("type_", "written", "value"),
    [
        (numerals.number, "-0.50", Decimal("-0.50")),
        (numerals.number, "0.50", Decimal("0.50")),
        (numerals.number, "0", Decimal(0)),
        (numerals.number, "123456789012345", Decimal(123456789012345)),
        (numerals.integer, "2013", 2013),
        (HIDDEN, "redacted", "redacted"),
        (HIDDEN, "1.5", Decimal("1.5")),
    ],
)
def test_good_numbers(type_, written, value):
    found, codes = read(type_, Scalar(written, 1, 1))
    assert (str(value), []) == (str(found), codes)


@pytest.mark.parametrize(
    ("type_", "node", "code"),
    [
        (numerals.number, Scalar("甲", 1, 1), "MZ013"),
        (numerals.number, Scalar("0.1234567890123456", 1, 1), "MZ018"),
        (numerals.number, Scalar("", 1, 1), "MZ068"),
        (numerals.number, Sequence((), 1, 1), "MZ012"),
        (numerals.number, Scalar("007", 1, 1), "MZ061"),
        (numerals.number, Scalar("-00.5", 1, 1), "MZ061"),
        (numerals.integer, Scalar("1.5", 1, 1), "MZ012"),
        (numerals.integer, Scalar("2013.0", 1, 1), "MZ012"),
        (numerals.integer, Scalar("02013", 1, 1), "MZ061"),
        (numerals.integer, Scalar("甲", 1, 1), "MZ013"),
        (HIDDEN, Scalar("Redacted", 1, 1), "MZ013"),
        (HIDDEN, Scalar("~", 1, 1), "MZ067"),
        (HIDDEN, Scalar("", 1, 1), "MZ068"),
    ],
)
def test_bad_numbers_have_one_problem_each(type_, node, code):
    assert read(type_, node) == (None, [code])
