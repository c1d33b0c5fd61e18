import pytest

from ledger.importers.tables import csv_reading
from ledger.importers.tables.table_file import read_table_file

TEXT = "序号,任务,牵头单位\n1,提高签约率,基层科\n"


def read(folder, data, name="a.csv"):
    file = folder / name
    file.write_bytes(data)
    return read_table_file(file)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_encodings_of_offices_are_found_out(tmp_path, written, found):
    file = read(tmp_path, TEXT.encode(written))
    assert file.encoding == found
    assert file.sheets[0].rows == (("序号", "任务", "牵头单位"), ("1", "提高签约率", "基层科"))


def test_a_sign_that_only_gb18030_has_is_read(tmp_path):
    assert read(tmp_path, "任务,牵头\n㎡䶮,甲\n".encode("gb18030")).sheets[0].rows[1][0] == "㎡䶮"


@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_the_separator_is_found_out(tmp_path, sign):
    file = read(tmp_path, TEXT.replace(",", sign).encode())
    assert file.sheets[0].rows[1] == ("1", "提高签约率", "基层科")


def test_a_separator_inside_texts_is_not_taken_for_one(tmp_path):
    file = read(tmp_path, "任务;牵头\n甲,乙,丙;丁\n戊;己\n".encode())
    assert file.sheets[0].rows[1] == ("甲,乙,丙", "丁")


def test_a_quoted_cell_may_hold_line_ends_separators_and_quotes(tmp_path):
    file = read(tmp_path, '任务,牵头\r\n"甲,乙\r\n丙","说""好"""\r\n'.encode())
    assert file.sheets[0].rows[1][0].splitlines() == ["甲,乙", "丙"]
    assert file.sheets[0].rows[1][1] == '说"好"'


def test_rows_are_equally_long_and_their_written_widths_are_kept(tmp_path):
    sheet = read(tmp_path, "任务,牵头,时限\n甲\n乙,丙,丁,戊\n".encode()).sheets[0]
    assert {len(row) for row in sheet.rows} == {4}
    assert sheet.widths == (3, 1, 4)


def test_bytes_of_no_encoding_are_refused(tmp_path):
    (problem,) = read(tmp_path, b"\xff\xff\xff,\xfe\n").problems
    assert problem.code == "MZ161"


def test_a_file_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_reading, "MOST_BYTES", 10)
    (problem,) = read(tmp_path, TEXT.encode()).problems
    assert problem.code == "MZ163"


def test_an_empty_file_is_an_empty_sheet(tmp_path):
    assert read(tmp_path, b"").sheets[0].rows == ()
