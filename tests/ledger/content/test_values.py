import pytest

from ledger.content import values
from ledger.content.nodes import read_yaml
from ledger.content.values import Field, Reader, read_fields

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
        (values.address, "https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        (values.ListOf(values.text), "[甲, 乙]", ["甲", "乙"]),
        (values.ListOf(values.text, or_single=True), "甲", ["甲"]),
        (values.ListOf(values.text), "[]", []),
        (values.MappingOf(TEXT), "{a: 甲}", {"a": "甲"}),
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
        (values.address, "ftp://example.org", "MZ012"),
        (values.address, "https://", "MZ012"),
        (values.address, '"https://a b"', "MZ012"),
        (values.address, 'https://a"onclick="b', "MZ012"),
        (values.ListOf(values.text), "甲", "MZ012"),
        (values.ListOf(values.text), "[甲, '']", "MZ068"),
        (values.MappingOf(TEXT), "甲", "MZ012"),
        (values.MappingOf(TEXT), "{b: 甲}", "MZ011"),
        (values.identifier, "[a]", "MZ012"),
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
    root, _ = read_yaml("b: <i>\nc: 1\nf: 2\n", "f")
    reader = Reader("f")
    read_fields(root, TEXT, reader)
    found = [(problem.code, problem.line, problem.column) for problem in reader.problems]
    assert found == [("MZ028", 1, 4), ("MZ010", 2, 1), ("MZ010", 3, 1), ("MZ011", 1, 1)]
    assert reader.failures == 4


def pointed_at(type_, line):
    """What a problem with the line `x: …` underlines."""
    root, _ = read_yaml(line, "f")
    reader = Reader("f")
    read_fields(root, {"x": Field(type_)}, reader)
    (problem,) = reader.problems
    return line[problem.column - 1 :][: problem.width]


@pytest.mark.parametrize(
    ("type_", "line", "wrong"),
    [
        (values.text, "x: 人手<b>不足", "<b>"),
        (values.text, "x: '人手<b>不足'", "<b>"),
        (values.text, 'x: "  见 TODO"', "TODO"),
        (values.text, "x: 联系13800138000", "13800138000"),
        (values.identifier, "x: P1", "P1"),
        (values.identifier, 'x: "P1"', '"P1"'),
        (values.address, "x: www.example.org", "www.example.org"),
        (values.ListOf(values.text), "x: 甲", "甲"),
        (values.text, "unknown: 甲", "unknown"),
        (values.text, "template: 甲", "template"),
    ],
)
def test_problems_point_at_the_wrong_characters(type_, line, wrong):
    assert wrong == pointed_at(type_, line)


@pytest.mark.parametrize("written", ["x: >\n  见 TODO\n", "x: |-\n  见 TODO\n"])
def test_text_below_its_field_is_pointed_at_where_it_begins(written):
    root, _ = read_yaml(written, "f")
    reader = Reader("f")
    read_fields(root, {"x": Field(values.text)}, reader)
    assert [(p.code, p.line, p.column, p.width) for p in reader.problems] == [("MZ076", 1, 4, 1)]


def test_an_empty_required_field_is_reported_once_where_its_value_should_stand():
    root, _ = read_yaml("{a: , b: 乙}", "f")
    reader = Reader("f")
    read_fields(root, TEXT, reader)
    assert [(p.code, p.line, p.column) for p in reader.problems] == [("MZ068", 1, 4)]


def test_what_is_read_later_is_kept():
    root, _ = read_yaml("x: {a: 甲}", "f")
    reader = Reader("f")
    found = read_fields(root, {"x": Field(values.Later(TEXT))}, reader)
    assert found["x"] is root.get("x")
