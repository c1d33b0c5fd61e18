import io
import zipfile

import openpyxl
import pytest
import xlsxwriter

from ledger.importers.tables import workbook_reading
from ledger.importers.tables.sheet import SheetRemark
from ledger.importers.tables.table_file import is_table, read_table_file
from tests.ledger.importers.office_files import save_workbook


def only_sheet(file):
    found = read_table_file(file)
    assert found.problems == ()
    return found.sheets[0]


def code_of(file):
    (problem,) = read_table_file(file).problems
    return problem.code


def test_a_merged_cell_stands_in_all_its_cells(tmp_path):
    rows = [["标题", None, None], ["一", "科", 1], ["二", None, 2]]
    sheet = only_sheet(save_workbook(tmp_path / "a.xlsx", rows, merges=("A1:C1", "B2:B3")))
    assert sheet.rows == (("标题", "标题", "标题"), ("一", "科", "1"), ("二", "科", "2"))
    assert sheet.merges == ((0, 0, 0, 2), (1, 1, 2, 1))


def test_a_formula_is_read_as_the_value_that_was_stored(tmp_path):
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        percent = book.add_format({"num_format": "0.0%"})
        sheet.write_formula("A1", "=639/1000", percent, 0.639)
    sheet = only_sheet(file)
    assert sheet.rows == (("63.9%",),)
    assert [(item.kind, item.text) for item in sheet.remarks] == [(SheetRemark.FORMULA, "=639/1000")]


def test_a_formula_without_a_stored_value_is_told_where_it_stands(tmp_path):
    sheet = only_sheet(save_workbook(tmp_path / "a.xlsx", [["数"], ["=1+1"]], title="完成"))
    (problem,) = sheet.problems
    assert (problem.code, problem.line, problem.column, problem.details["sheet"]) == ("MZ165", 2, 1, "完成")
    assert "=1+1" in problem.message


def test_an_error_cell_is_told_and_is_no_text(tmp_path):
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet().write_formula("B2", "=1/0", None, "#DIV/0!")
    sheet = only_sheet(file)
    (problem,) = sheet.problems
    assert (problem.code, problem.line, problem.column) == ("MZ164", 2, 2)
    assert "#DIV/0!" in problem.message
    assert sheet.rows[1][1] == ""


def test_hidden_rows_columns_and_sheets_are_read_and_told(tmp_path):
    book = openpyxl.Workbook()
    shown = book.active
    shown.append(["甲", "乙"])
    shown.append(["丙", "丁"])
    shown.row_dimensions[2].hidden = True
    shown.column_dimensions["B"].hidden = True
    book.create_sheet("底稿").append(["戊"])
    book["底稿"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    first, second = read_table_file(tmp_path / "a.xlsx").sheets
    assert [(item.kind, item.row, item.column) for item in first.remarks] == [
        (SheetRemark.HIDDEN_ROW, 1, -1),
        (SheetRemark.HIDDEN_COLUMN, -1, 1),
    ]
    assert [item.kind for item in second.remarks] == [SheetRemark.HIDDEN_SHEET]
    assert (second.name, second.number, second.rows) == ("底稿", 2, (("戊",),))


def test_an_empty_sheet_has_no_rows(tmp_path):
    assert only_sheet(save_workbook(tmp_path / "a.xlsx", [])).rows == ()


@pytest.mark.parametrize("ending", [".xls", ".et", ".ods", ".xlsb"])
def test_other_formats_are_refused_with_how_to_save_them(tmp_path, ending):
    file = tmp_path / f"分解表{ending}"
    file.write_bytes(b"anything")
    (problem,) = read_table_file(file).problems
    assert problem.code == "MZ160"
    assert "另存为" in problem.mend
    assert ".xlsx" in problem.mend
    assert is_table(file)


def test_an_old_workbook_with_a_new_name_is_told_for_what_it_is(tmp_path):
    file = tmp_path / "a.xlsx"
    file.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)
    assert code_of(file) == "MZ160"


def test_a_workbook_with_a_password_is_refused(tmp_path):
    # What Office writes then: an old kind of file that holds a stream of this name.
    file = tmp_path / "a.xlsx"
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
    file.write_bytes(head + "EncryptedPackage".encode("utf-16-le"))
    assert code_of(file) == "MZ162"


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04 broken"])
def test_what_is_no_workbook_is_refused(tmp_path, data):
    file = tmp_path / "a.xlsx"
    file.write_bytes(data)
    assert code_of(file) == "MZ161"
    assert code_of(tmp_path / "missing.xlsx") == "MZ161"


def test_a_file_that_swells_when_unpacked_is_refused(tmp_path):
    file = tmp_path / "a.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        for number in range(3):
            parts.writestr(f"xl/{number}.bin", bytes(50_000_000))
    assert file.stat().st_size < 1_000_000
    assert code_of(file) == "MZ163"


def test_a_file_that_is_too_large_or_has_too_many_rows_is_refused(tmp_path, monkeypatch):
    file = save_workbook(tmp_path / "a.xlsx", [["甲"]] * 11)
    monkeypatch.setattr(workbook_reading, "MOST_ROWS", 10)
    (problem,) = read_table_file(file).sheets[0].problems
    assert (problem.code, problem.line) == ("MZ163", 11)
    monkeypatch.setattr(workbook_reading, "MOST_BYTES", 100)
    assert code_of(file) == "MZ163"


def test_a_document_type_is_refused_before_it_is_read(tmp_path):
    good = save_workbook(tmp_path / "good.xlsx", [["甲"]])
    bad = io.BytesIO()
    with zipfile.ZipFile(good) as parts, zipfile.ZipFile(bad, "w") as out:
        for name in parts.namelist():
            data = parts.read(name)
            is_sheet = name == "xl/worksheets/sheet1.xml"
            out.writestr(name, b'<!DOCTYPE a [<!ENTITY b "c">]>' + data if is_sheet else data)
    (tmp_path / "bad.xlsx").write_bytes(bad.getvalue())
    assert code_of(tmp_path / "bad.xlsx") == "MZ161"
    assert read_table_file(good).problems == ()


def test_macros_are_left_alone_and_told(tmp_path):
    file = save_workbook(tmp_path / "a.xlsm", [["甲"]])
    assert [item.kind for item in only_sheet(file).remarks] == [SheetRemark.MACROS]


def test_a_merge_over_a_whole_column_is_refused_before_every_cell_of_it_is_made(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet().merge_range("B1:B1048576", "甲")
    assert code_of(tmp_path / "a.xlsx") == "MZ163"
