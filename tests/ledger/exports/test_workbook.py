"""The workbook and the CSV files as a spreadsheet reads them: words stay words, numbers stay numbers."""

import csv
import io
import os
import subprocess
import sys
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ledger.exports import workbook
from ledger.exports.tables import Table, csv_bytes
from ledger.exports.workbook import workbook_bytes

ROOT = Path(__file__).parents[3]
DAY = date(2024, 4, 3)
FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u3000=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(A1)",
    '=HYPERLINK("http://example.org/?"&A1,"看")',
    "=cmd|' /C calc'!A0",
    "+cmd|'/C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    '=IMPORTXML("http://example.org","//a")',
    '-2+3+cmd|"/C calc"!A0',
    "={1,2}",
    "\ufeff=1+1",
    "﹦1+1",
    "'=1+1",
    '"=1+1',
]
# Steps through signs, sizes and trailing zeros: at most 15 digits, as content may have.
NUMBERS = [
    Decimal(sign * digits).scaleb(-places)
    for sign in (1, -1)
    for places in range(10)
    for digits in [0, 1, 5, 9, 10, 50, 90, 100, 939, 9390, 10_000, 123_456_789, 999_999_999_999_999]
    + [7**power for power in range(1, 18)]
    + [11**power * 10 for power in range(1, 14)]
    + [3**power for power in range(20, 31)]
]


def opened(tables):
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(tables, {}, DAY)))


def column(cells):
    return Table(("cell",), tuple((cell,) for cell in cells))


def read_column(cells):
    """The cells below the header, as a spreadsheet has them."""
    return [row[0] for row in opened({"t": column(cells)})["t"].iter_rows(min_row=2)]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_words_become_a_formula(text):
    (cell,) = read_column([text])
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert cell.value == text.replace("\r", "\n")
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(workbook_bytes({"t": column([text])}, {}, DAY))).read(
        "xl/worksheets/sheet1.xml"
    )
    read = csv.reader(io.StringIO(csv_bytes(column([text])).decode("utf-8-sig"), newline=""))
    ((written,),) = list(read)[1:]
    assert written in {text, f"'{text}"}
    assert written.lstrip(" \u3000\ufeff")[0] not in "=+-@\t\r\n＝＋－＠﹦"


def test_numbers_are_exact_in_csv_and_equal_in_the_workbook():
    assert len(NUMBERS) >= 1000
    written = csv_bytes(column(NUMBERS)).decode("utf-8-sig").split("\r\n")[1:-1]
    assert written == [format(number, "f") for number in NUMBERS]
    cells = read_column(NUMBERS)
    assert {cell.data_type for cell in cells} == {"n"}
    assert [Decimal(repr(cell.value)) for cell in cells] == NUMBERS


def test_a_number_with_more_digits_than_floating_point_holds_is_kept_as_words():
    (cell,) = read_column([Decimal("12345678901234567.25")])
    assert (cell.data_type, cell.value) == ("s", "12345678901234567.25")


def test_days_truths_blanks_and_lists():
    cells = read_column(
        [date(2023, 1, 5), date(1900, 2, 28), True, False, None, "", ("a-1", "a-2"), 0, "007"]
    )
    values = [cell.value for cell in cells]
    assert values[0].date() == date(2023, 1, 5)
    assert cells[0].number_format == "yyyy-mm-dd"
    assert values[1:] == ["1900-02-28", True, False, None, None, "a-1;a-2", 0, "007"]


def test_a_sheet_for_each_table_and_one_for_the_meaning_of_columns():
    book = openpyxl.load_workbook(
        io.BytesIO(workbook_bytes({"a": column([1]), "b": column([])}, {"a": [("cell", "格子")]}, DAY))
    )
    assert book.sheetnames == ["a", "b", "columns"]
    assert [[cell.value for cell in row] for row in book["columns"]] == [
        ["table", "column", "meaning"],
        ["a", "cell", "格子"],
    ]
    assert book["a"].freeze_panes == "B2"
    assert [cell.value for cell in book["b"][1]] == ["cell"]


def test_columns_are_as_wide_as_what_is_in_them_within_reason():
    book = opened({"t": Table(("id", "text"), (("a", "签约率"), ("b", "字" * 200)))})
    assert [book["t"].column_dimensions[name].width for name in "AB"] == pytest.approx([4.7, 60.7], abs=0.1)


def test_a_text_longer_than_a_cell_ends_in_an_ellipsis():
    fits, long, rare = read_column(["字" * 32_767, "字" * 32_768, "𠮷" * 20_000])
    assert fits.value == "字" * 32_767
    assert long.value == "字" * 32_766 + "…"
    assert rare.value == "𠮷" * 16_383 + "…"


def test_signs_that_xml_forbids_are_replaced():
    (cell,) = read_column(["一\x00二\x0b三\ufffe四\ud800五\r\n六\t七"])
    assert cell.value == "一\ufffd二\ufffd三\ufffd四\ufffd五\n六\t七"


def test_too_many_rows_are_told_and_not_left_out(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    assert len(read_column([1, 2])) == 2
    with pytest.raises(ValueError, match="table t has 3 rows"):
        opened({"t": column([1, 2, 3])})


@pytest.mark.parametrize(("zone", "seed"), [("Asia/Shanghai", "1"), ("America/New_York", "2")])
def test_equal_tables_give_equal_bytes_wherever_they_are_written(zone, seed):
    program = (
        "import sys; from datetime import date; from ledger.exports.tables import Table;"
        "from ledger.exports.workbook import workbook_bytes;"
        "table = Table(('a', 'b'), tuple((f'words {n}', n) for n in range(50)));"
        "sys.stdout.buffer.write(workbook_bytes({'t': table}, {'t': [('a', 'b')]}, date(2024, 4, 3)))"
    )
    table = Table(("a", "b"), tuple((f"words {n}", n) for n in range(50)))
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "hooks")},
        check=True,
        capture_output=True,
    )
    assert done.stdout == workbook_bytes({"t": table}, {"t": [("a", "b")]}, DAY)
