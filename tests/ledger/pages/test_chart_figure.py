import csv
import io

from charts.chart import Chart
from ledger.pages.chart_figure import ChartFigure, numbered, table_csv


def figure(name="trend", rows=()):
    return ChartFigure(name, Chart("trend", {}, 0, ""), "说明", ("年份", "数值"), tuple(rows))


def test_charts_of_one_form_have_names_of_their_own():
    names = [item.name for item in numbered([figure(), figure("disclosure"), figure(), figure()])]

    assert names == ["trend", "disclosure", "trend-2", "trend-3"]


def test_a_chart_keeps_everything_but_its_name():
    first, second = numbered([figure(rows=[("2023年", "1")]), figure(rows=[("2024年", "2")])])

    assert [first.rows, second.rows] == [(("2023年", "1"),), (("2024年", "2"),)]


def test_the_table_of_a_chart_opens_in_a_spreadsheet():
    written = table_csv(figure(rows=[("2023年", "1,5"), ('引"号', "a\nb")]))

    # Excel takes a file for Chinese only with this mark.
    assert written.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))) == [
        ["年份", "数值"],
        ["2023年", "1,5"],
        ['引"号', "a\nb"],
    ]


def test_no_name_in_the_table_of_a_chart_becomes_a_formula():
    written = table_csv(figure(rows=[("=1+1", "＋1"), (" @a", "3.5%")])).decode("utf-8-sig")

    assert written.splitlines()[1:] == ["'=1+1,'＋1", "' @a,3.5%"]
