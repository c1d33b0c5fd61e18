from decimal import Decimal

import pytest

from ledger.content.nodes import Scalar
from ledger.content.plausibility import check_figure, find_impossible
from ledger.content.values import Reader
from tests.ledger.builders import indicator, unit

SHARE = {"numerator": "管理人数", "denominator": "总人数"}
DIFFERENCE = {"numerator": "出生人数减去死亡人数", "denominator": "总人数"}


def defined(**words):
    """An indicator with a numerator and a denominator, or without."""
    return type(indicator())(**{**vars(indicator()), **words})


@pytest.mark.parametrize(
    ("value", "written", "definition", "bounds"),
    [
        ("100", "%", SHARE, None),
        ("100.01", "%", SHARE, "0–100"),
        ("126", "%", {}, None),
        ("126", "%", None, None),
        ("1000.1", "‰", SHARE, "0–1000"),
        ("100001", "/10万", SHARE, "0–100000"),
        ("-0.01", "%", None, "≥ 0"),
        ("-0.01", "%", SHARE, "0–100"),
        ("-0.31", "‰", DIFFERENCE, None),
        ("130", "%", DIFFERENCE, None),
        ("0", "人", None, None),
        ("-1", "万人", None, "≥ 0"),
        ("-1", "亿元", None, None),
    ],
)
def test_bounds_of_figures(value, written, definition, bounds):
    known = None if definition is None else defined(**definition)
    assert find_impossible(Decimal(value), unit(written), known) == bounds


def test_only_numbers_have_bounds():
    reader = Reader("f")
    for value in ("redacted", None, Decimal(1)):
        check_figure(value, unit("人"), None, Scalar("", 1, 1), reader)
    assert reader.problems == []


def test_what_is_impossible_is_reported_where_it_stands():
    reader = Reader("f")
    check_figure(Decimal(-2), unit("人"), None, Scalar("-2", 3, 7), reader)
    assert [(p.code, p.line, p.column, p.width) for p in reader.problems] == [("MZ077", 3, 7, 2)]
