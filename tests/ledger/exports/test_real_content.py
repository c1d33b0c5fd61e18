"""The repository's own content, exported and read back."""

import re
from collections import Counter
from pathlib import Path

import pytest

from ledger.analysis.findings import analyse
from ledger.content.loader import load_ledger
from ledger.exports.descriptions import describe_columns
from ledger.exports.open_data import export_all
from tests.ledger.exports.reading import read_csv, read_json

CONTENT = Path(__file__).parents[3] / "content"
TABLES = ("measures", "commitments", "outcomes", "problems", "sources", "corrections")
PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")
NUMBERS = {
    "measures": (
        "year",
        "value",
        "target_value",
        "baseline_value",
        "change_value",
        "numerator",
        "denominator",
        "value_written",
    ),
    "commitments": ("year", "target_value"),
    "outcomes": ("year",),
    "problems": ("year",),
    "sources": ("year", "disclosed", "redacted", "commitments", "outcomes", "problems"),
}
# Cells that hold ids: table and column → the table they point into.
REFERENCES = {
    ("measures", "source"): "sources",
    ("measures", "commitment"): "commitments",
    ("measures", "numerator_id"): "measures",
    ("measures", "denominator_id"): "measures",
    ("commitments", "source"): "sources",
    ("commitments", "continues"): "commitments",
    ("outcomes", "source"): "sources",
    ("outcomes", "commitment"): "commitments",
    ("outcomes", "measures"): "measures",
    ("problems", "source"): "sources",
    ("problems", "addressed_by"): "commitments",
}


def as_csv(value):
    """Say how a value read from JSON should stand in CSV, apostrophes aside."""
    if isinstance(value, list):
        return ";".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


@pytest.fixture(scope="module")
def real():
    """The repository's own content, exported."""
    book, problems = load_ledger(CONTENT)
    assert problems == []
    return book, export_all(book, analyse(book))


@pytest.mark.parametrize("table", TABLES)
def test_real_content_tells_the_same_in_csv_and_json(real, table):
    _, files = real
    sheet, objects = read_csv(files, table), read_json(files, table)

    assert [{name: as_csv(value) for name, value in row.items()} for row in objects] == [
        {name: value.removeprefix("'") for name, value in row.items()} for row in sheet
    ]
    assert all(list(row) == [column for column, _ in describe_columns()[table]] for row in objects)


def test_real_content_has_unique_ids_and_no_dangling_reference(real):
    _, files = real
    rows = {table: read_csv(files, table) for table in TABLES}
    counted = Counter(row["id"] for table in TABLES for row in rows[table])
    known = {table: {row["id"] for row in rows[table]} for table in TABLES}
    dangling = [
        (row["id"], column, id_)
        for (table, column), target in REFERENCES.items()
        for row in rows[table]
        for id_ in filter(None, row[column].split(";"))
        if id_ not in known[target]
    ]

    assert [id_ for id_, number in counted.items() if number > 1] == []
    assert dangling == []


def test_real_content_refers_to_the_dictionary_only(real):
    book, files = real
    measures, commitments = read_csv(files, "measures"), read_csv(files, "commitments")

    assert {row["region"] for row in measures} <= set(book.regions)
    assert {row["topic"] for row in [*measures, *commitments]} <= set(book.dictionary.topics)
    assert {row["indicator"] for row in [*measures, *commitments]} - {""} <= set(book.dictionary.indicators)
    assert {row["unit"] for row in measures} <= set(book.dictionary.units)
    assert {row["status"] for row in measures} <= set(book.dictionary.terms["measure_status"])
    assert {row["verdict"] for row in commitments} <= set(book.dictionary.terms["verdict"])
    assert {row["kind"] for row in commitments} <= set(book.dictionary.terms["commitment_kind"])
    assert {row["target_op"] for row in [*measures, *commitments]} <= {">=", "<=", "=", "approx", ""}


@pytest.mark.parametrize("table", TABLES)
def test_real_content_has_plain_numbers_only(real, table):
    _, files = real
    cells = [row[column] for row in read_csv(files, table) for column in NUMBERS.get(table, ())]

    assert [cell for cell in cells if cell and not PLAIN_NUMBER.fullmatch(cell)] == []


def test_real_content_counts_figures_of_documents_as_their_rows(real):
    _, files = real
    counted = Counter((row["source"], row["status"]) for row in read_csv(files, "measures"))

    for document in read_csv(files, "sources"):
        assert int(document["disclosed"]) == counted[document["id"], "disclosed"]
        assert int(document["redacted"]) == counted[document["id"], "redacted"]
