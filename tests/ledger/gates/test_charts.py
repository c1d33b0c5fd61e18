import csv
import json
import re
from io import StringIO

import pytest

from charts.chart import to_json
from charts.drawing import draw
from ledger.gates import charts
from ledger.gates.folder import scan
from ledger.gates.page import Page
from tests.charts.examples import EXAMPLES
from tests.ledger.gates.conftest import PAGE

pytestmark = pytest.mark.slow

FOLDER = PAGE.removesuffix("index.html")
NAME = "target_actual"


def codes(site):
    return [code for code, _, _ in site.problems()]


def test_a_bar_that_is_missing_on_the_page_and_in_the_file_is_found(site):
    bar = re.search(r"<path [^>]*/>", site.read(f"{FOLDER}{NAME}.svg")).group()
    site.plant(bar, "", f"{FOLDER}{NAME}.svg")
    site.plant(bar, "")
    (problem,) = site.problems()
    assert problem == ("MZ114", PAGE, f"{NAME}.json")


def test_a_word_that_is_missing_is_found(site):
    word = re.search(r"<text [^>]*>[^<]*</text>", site.read(f"{FOLDER}{NAME}.svg")).group()
    site.plant(word, "", f"{FOLDER}{NAME}.svg")
    site.plant(word, "")
    assert codes(site) == ["MZ114"]


def test_a_mark_without_a_place_is_found(site):
    for name in (f"{FOLDER}{NAME}.svg", PAGE):
        text = site.read(name)
        site.write(re.sub(r'(chart-svg.*?<path [^>]*d=")[^"]*', r"\1MNaN,0", text, count=1), name)
    assert codes(site) == ["MZ114"]


def test_a_row_that_only_the_table_has_is_found(site):
    site.plant(
        '<tbody><tr><th scope="row">',
        '<tbody><tr><th scope="row">另一项</th><td>1</td></tr><tr><th scope="row">',
    )
    assert codes(site) == ["MZ115"]


def test_another_number_in_the_download_is_found(site):
    name = f"{FOLDER}{NAME}.csv"
    text = site.read(name)
    site.write(re.sub(r"\d", "7", text.replace("7", "8"), count=1), name)
    assert codes(site) == ["MZ115"]


def test_a_row_that_table_and_download_have_but_not_the_chart_is_found(site):
    name = f"{FOLDER}{NAME}.csv"
    (_, row, *_) = csv.reader(StringIO(site.read(name).removeprefix("\ufeff")))
    copy = "".join(f"<td>{cell}</td>" for cell in ["另一项", *row[1:]])
    site.plant(
        '</tr></tbody></table>\n</div>\n<p class="chart-actions',
        f'</tr><tr>{copy}</tr></tbody></table>\n</div>\n<p class="chart-actions',
    )
    site.write(site.read(name) + ",".join(["另一项", *row[1:]]) + "\r\n", name)
    assert codes(site) == ["MZ115"]


def test_another_drawing_in_the_download_is_found(site):
    site.plant("<svg ", '<svg id="a" ', f"{FOLDER}{NAME}.svg")
    assert codes(site) == ["MZ115"]


@pytest.mark.parametrize("ending", ["json", "csv", "svg"])
def test_a_chart_without_a_download_is_found(site, ending):
    (site.root / f"{FOLDER}{NAME}.{ending}").unlink()
    assert "MZ115" in codes(site)


def test_a_part_that_the_bar_of_verdicts_lacks_is_found(site):
    site.write(re.sub(r'<rect class="bar-[^>]*>', "", site.read("index.html"), count=1), "index.html")
    assert site.problems() == [("MZ114", "index.html", "verdict-bar")]


@pytest.mark.parametrize("form", EXAMPLES)
def test_the_drawing_of_every_form_agrees_with_its_specification(form, tmp_path):
    """Forms that the small site does not show are counted rightly too."""
    example = EXAMPLES[form]
    chart = example.build(example.rows, example.labels)
    (drawing,) = draw([chart])
    spec = json.loads(to_json(chart))
    tips = {
        row["tip"].partition("\n")[0] for rows in spec["datasets"].values() for row in rows if "tip" in row
    }
    table = "".join(f"<tr><th>{name}</th></tr>" for name in ["名称", *sorted(tips)])
    (tmp_path / "a.json").write_text(to_json(chart), encoding="utf-8")
    (tmp_path / "a.svg").write_text(drawing, encoding="utf-8")
    (tmp_path / "a.csv").write_text("\r\n".join(["名称", *sorted(tips)]), encoding="utf-8")
    parts = f'<div class="chart-drawing">{drawing}</div><table>{table}</table>'
    figure = f'<figure class="chart" data-spec="a.json">{parts}</figure>'
    done = charts.check(Page("index.html", figure), scan(tmp_path))
    assert (done.number, done.problems) == (1, ())
