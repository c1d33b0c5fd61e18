from datetime import date
from decimal import Decimal

import pytest

from ledger.content import values
from ledger.content.nodes import read_yaml
from ledger.content.values import Field, Reader, read_fields
from ledger.model.period import Period

TEXT = {"a": Field(values.text, required=True), "b": Field(values.text)}


def read(type_, written):
    """Read what is written by a type of field: the value and the codes of problems."""
    root, _ = read_yaml(f"x: {written}", "f")
    reader = Reader("f")
    found = read_fields(root, {"x": Field(type_)}, reader)
    return found.get("x"), [problem.code for problem in reader.problems]


@pytest.mark.parametrize(
    ("type_", "written", "value"),
    [
        (values.text, '"  两头有空格 "', "两头有空格"),
        (values.identifier, "65-plus", "65-plus"),
        (values.number, "-0.50", Decimal("-0.50")),
        (values.number, "007", Decimal(7)),
        (values.integer, "2013", 2013),
        (values.integer, "2013.0", 2013),
        (values.number_or("redacted"), "redacted", "redacted"),
        (values.number_or("redacted"), "1.5", Decimal("1.5")),
        (values.day, "2024-02-29", date(2024, 2, 29)),
        (values.day_or("ongoing"), "ongoing", "ongoing"),
        (values.day_or("ongoing"), "2024-02-29", date(2024, 2, 29)),
        (values.period, "2023-H1", Period.parse("2023-H1")),
        (values.address, "https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        (values.list_of(values.text), "[甲, 乙]", ["甲", "乙"]),
        (values.list_of(values.text, or_single=True), "甲", ["甲"]),
        (values.list_of(values.text), "[]", []),
        (values.mapping_of(TEXT), "{a: 甲}", {"a": "甲"}),
    ],
)
def test_good_values(type_, written, value):
    assert read(type_, written) == (value, [])


@pytest.mark.parametrize(
    ("type_", "written", "code"),
    [
        (values.text, "[甲]", "MZ012"),
        (values.text, '"甲\\n乙"', "MZ012"),
        (values.text, "<b>", "MZ028"),
        (values.identifier, "甲", "MZ017"),
        (values.identifier, "-a", "MZ017"),
        (values.number, "1.", "MZ013"),
        (values.number, "--1", "MZ013"),
        (values.number, "Infinity", "MZ013"),
        (values.number, "NaN", "MZ013"),
        (values.number, "1 000", "MZ013"),
        (values.number, "٣", "MZ013"),
        (values.number, "0.1234567890123456", "MZ018"),
        (values.integer, "1.5", "MZ012"),
        (values.number_or("redacted"), "Redacted", "MZ013"),
        (values.day, "0000-01-01", "MZ014"),
        (values.day_or("ongoing"), "always", "MZ014"),
        (values.period, "去年", "MZ015"),
        (values.address, "ftp://example.org", "MZ012"),
        (values.address, "https://", "MZ012"),
        (values.address, '"https://a b"', "MZ012"),
        (values.address, 'https://a"onclick="b', "MZ012"),
        (values.list_of(values.text), "甲", "MZ012"),
        (values.list_of(values.text), "[甲, '']", "MZ012"),
        (values.mapping_of(TEXT), "甲", "MZ012"),
        (values.mapping_of(TEXT), "{b: 甲}", "MZ011"),
        (values.identifier, "[a]", "MZ012"),
        (values.number, "[1]", "MZ012"),
        (values.integer, "[1]", "MZ012"),
        (values.integer, "甲", "MZ013"),
        (values.day, "[2024-02-29]", "MZ012"),
        (values.period, "[2023]", "MZ012"),
        (values.address, "[https://example.org]", "MZ012"),
        (values.reference, "[m1]", "MZ012"),
        (values.reference, "{id: m1}", "MZ012"),
    ],
)
def test_bad_values_have_one_problem_each(type_, written, code):
    _, codes = read(type_, written)
    assert [code] == codes


def test_absent_and_empty_optional_fields_are_left_out():
    root, _ = read_yaml("{a: 甲, b: }", "f")
    assert read_fields(root, TEXT, Reader("f")) == {"a": "甲"}


def test_all_problems_of_a_mapping_are_reported_at_their_places():
    root, _ = read_yaml("b: <i>\nc: 1\nd: 2\n", "f")
    reader = Reader("f")
    read_fields(root, TEXT, reader)
    found = [(problem.code, problem.line, problem.column) for problem in reader.problems]
    assert found == [("MZ028", 1, 4), ("MZ010", 2, 1), ("MZ010", 3, 1), ("MZ011", 1, 1)]
    assert reader.failures == 4
