import io
from datetime import date
from decimal import Decimal

import openpyxl

from ledger.importers.tables.mapping import TableKind
from ledger.importers.tables.office_tables import OfficeTable
from ledger.importers.tables.office_workbook import office_workbook

COLUMNS = (("serial", "序号", 3), ("task", "任务", 10), ("value", "完成值", 6))
DAY = date(2024, 4, 3)


def written(*rows):
    return office_workbook(
        OfficeTable(TableKind.TASK_LIST, "表.xlsx", "任务", "某区任务分解表", COLUMNS, rows), DAY
    )


def sheet_of(data):
    return openpyxl.load_workbook(io.BytesIO(data))["任务"]


def test_it_is_laid_out_for_printing():
    sheet = sheet_of(written({"serial": 1, "task": "甲"}))
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.freeze_panes == "A3"
    assert [str(span) for span in sheet.merged_cells.ranges] == ["A1:C1"]
    assert sheet["A1"].value == "某区任务分解表"
    assert [cell.value for cell in sheet[2]] == ["序号", "任务", "完成值"]
    assert sheet["B3"].alignment.wrap_text
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width


def test_long_texts_get_the_room_that_they_need():
    # 25 characters in a column of 10 wrap into three lines.
    sheet = sheet_of(written({"serial": 1, "task": "字" * 25}, {"serial": 2, "task": "字"}))
    assert sheet.row_dimensions[3].height == 3 * 15 + 3
    assert sheet.row_dimensions[4].height == 15 + 3


def test_words_that_begin_like_formulas_are_words():
    texts = ["=1+1", "+1", "-1", "@甲", '=HYPERLINK("http://a")', "http://example.org", "0012"]
    sheet = sheet_of(written(*({"serial": n, "task": text} for n, text in enumerate(texts))))
    cells = [sheet.cell(row, 2) for row in range(3, 3 + len(texts))]
    assert [cell.value for cell in cells] == texts
    assert {cell.data_type for cell in cells} == {"s"}
    # What is typed into such a cell later stays words too.
    assert {cell.number_format for cell in cells} == {"@"}
    assert [cell.hyperlink for cell in cells] == [None] * len(texts)


def test_a_number_shows_the_decimals_that_it_was_written_with():
    sheet = sheet_of(
        written({"serial": 1, "value": Decimal("93.90")}, {"serial": 2, "value": Decimal(45777)})
    )
    assert (sheet["C3"].value, sheet["C3"].number_format) == (93.9, "0.00")
    assert (sheet["C4"].value, sheet["C4"].number_format) == (45777, "0")


def test_a_number_that_a_spreadsheet_cannot_hold_is_written_as_words():
    sheet = sheet_of(written({"serial": 1, "value": Decimal("1234567890.1234567")}))
    assert sheet["C3"].value == "1234567890.1234567"


def test_equal_tables_give_equal_bytes():
    assert written({"serial": 1, "task": "甲"}) == written({"serial": 1, "task": "甲"})
