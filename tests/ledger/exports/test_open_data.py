from dataclasses import replace
from decimal import Decimal

import pytest

from ledger.exports.open_data import export_all
from ledger.model.quantity import Change
from tests.ledger.exports.reading import read_csv, read_json
from tests.ledger.exports.records import PERCENT, file, findings, ledger, measure, origin, sample

TABLES = ("measures", "commitments", "outcomes", "problems", "sources", "corrections")


@pytest.fixture
def files():
    book = sample()
    return export_all(book.ledger, book.findings)


def test_every_table_is_written_as_csv_and_as_json(files):
    assert list(files) == [f"data/{table}.{kind}" for kind in ("csv", "json") for table in TABLES]


def test_equal_ledgers_give_equal_bytes(files):
    again = sample()

    assert export_all(again.ledger, again.findings) == files


@pytest.mark.parametrize("table", TABLES)
def test_files_have_their_marks_and_line_ends(files, table):
    sheet, objects = files[f"data/{table}.csv"], files[f"data/{table}.json"]

    assert sheet.startswith(b"\xef\xbb\xbf")
    assert sheet.endswith(b"\r\n")
    assert sheet.count(b"\n") == sheet.count(b"\r\n")
    assert objects.startswith(b"[")
    assert objects.endswith(b"]\n")
    assert b"\r" not in objects


def test_measures_read_back_with_values_in_base_units(files):
    rows = read_csv(files, "measures")

    columns = ("id", "status", "value", "unit", "target_op", "target_value", "numerator")
    assert [tuple(row[column] for column in columns) for row in rows] == [
        ("demo-2023-family-doctor-m1", "disclosed", "18000", "人", "", "", ""),
        ("demo-2023-family-doctor-m2", "disclosed", "93.90", "%", ">=", "85", "18000"),
        ("demo-2023-family-doctor-m3", "redacted", "", "元", "", "", ""),
        ("demo-2023-family-doctor-c2-figure", "not_reported", "", "人", ">=", "20000", ""),
        ("demo-2023-immunization-m1", "disclosed", "0.50", "%", "", "", ""),
    ]


def test_numbers_are_exact_in_json(files):
    text = files["data/measures.json"].decode()
    rows = read_json(files, "measures")

    assert '"value": 93.90,' in text
    assert str(rows[1]["value"]) == "93.90"
    assert rows[0]["value"] == 18000
    assert rows[2]["value"] is None
    assert rows[0]["repaired"] is False


def test_other_tables_read_back(files):
    (outcome,) = read_csv(files, "outcomes")
    (problem,) = read_json(files, "problems")
    (document,) = read_csv(files, "sources")
    verdicts = [(row["id"], row["verdict"], row["flags"]) for row in read_csv(files, "commitments")]

    assert outcome["commitment"] == "demo-2023-family-doctor-c1;demo-2023-family-doctor-c2"
    assert problem["addressed_by"] == ["demo-2023-family-doctor-c1", "demo-2023-family-doctor-c2"]
    assert (document["disclosed"], document["redacted"]) == ("3", "1")
    assert verdicts == [
        ("demo-2023-family-doctor-c1", "exceeded", "target_adjusted"),
        ("demo-2023-family-doctor-c2", "unreported", ""),
    ]


def test_words_of_a_document_cannot_become_a_formula():
    harmful = '=HYPERLINK("http://example.org";"看")'
    named = replace(measure("m1", "-3", origin=origin(raw="-3", note=harmful)), name="＝1+1")
    figure = replace(named, change=Change(Decimal("-0.90"), PERCENT, "@同比"))
    files = export_all(ledger(file(measures=[figure])), findings())
    (row,) = read_csv(files, "measures")
    (same,) = read_json(files, "measures")

    assert (row["name"], row["note"], row["raw"]) == ("'＝1+1", f"'{harmful}", "'-3")
    assert row["change_against"] == "'@同比"
    assert (row["value"], row["change_value"]) == ("-3", "-0.90")
    assert (same["name"], same["note"]) == ("＝1+1", harmful)
