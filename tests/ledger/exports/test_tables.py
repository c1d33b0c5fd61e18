import csv
import io
import json
from decimal import Decimal

from ledger.exports.tables import Table, csv_bytes, json_bytes, tabulate


def test_columns_are_filled_in_their_order():
    table = tabulate({"b": lambda number: number * 2, "a": lambda number: f"{number}人"}, [1, 2])

    assert table == Table(("b", "a"), ((2, "1人"), (4, "2人")))


def test_csv_has_a_byte_order_mark_crlf_and_minimal_quotes():
    table = Table(("id", "text"), (("a", "一,二"), ("b", '说"好"'), ("c", None)))

    expected = b"\xef\xbb\xbf" + 'id,text\r\na,"一,二"\r\nb,"说""好"""\r\nc,\r\n'.encode()
    assert csv_bytes(table) == expected


def test_line_ends_inside_a_cell_survive_csv():
    text = "第一行\n第二行\r\n第三行\r第四行"

    read = io.StringIO(csv_bytes(Table(("text",), ((text,),))).decode("utf-8-sig"), newline="")

    assert list(csv.reader(read)) == [["text"], [text]]


def test_json_is_a_list_with_one_object_per_line():
    table = Table(("id", "value"), (("甲", Decimal("93.90")), ("乙", None)))

    assert json_bytes(table).decode() == '[\n{"id": "甲", "value": 93.90},\n{"id": "乙", "value": null}\n]\n'


def test_table_without_rows_is_valid_in_both_formats():
    empty = Table(("id", "value"), ())

    assert csv_bytes(empty).decode("utf-8-sig") == "id,value\r\n"
    assert json.loads(json_bytes(empty)) == []
