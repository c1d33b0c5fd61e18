"""Caption, table and marks of every chart that is built say the same numbers."""

import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from ledger.site import build_site
from tests.charts.examples import EXAMPLES
from tests.corpus.make_corpus import make_corpus

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[3]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# A magnitude stands right behind its number; the 万 of a rate per 10 万 does not.
QUANTITY = re.compile(r"(-?\d+(?:\.\d+)?)(万|亿)?")
MAGNITUDES = {"": 1, "万": 10_000, "亿": 100_000_000}
KEPT = {"超过目标", "达到目标"}


@dataclass(frozen=True)
class Built:
    """What a page shows of a chart, and the specification beside it."""

    form: str
    caption: str
    rows: tuple
    drawn: str
    spec: dict

    def data(self, name):
        return self.spec["datasets"][name]


def figures(site):
    for page in site.pages:
        for node in LexborHTMLParser(page.markdown).css("figure.chart"):
            name = page.uri.rpartition("/")[0] + "/" + node.attributes["data-spec"]
            spec = json.loads(site.assets[name.lstrip("/")])
            rows = [tuple(cell.text().strip() for cell in row.css("th, td")) for row in node.css("tbody tr")]
            drawn = " ".join(text.text() for text in node.css("svg text"))
            yield Built(
                spec["usermeta"]["form"], node.css_first("figcaption").text(), tuple(rows), drawn, spec
            )


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """All charts of the real content, and of a made one that has charts of the other forms too."""
    folder = tmp_path_factory.mktemp("corpus") / "content"
    make_corpus(folder, 54, topics=6)
    cache = PROJECT / ".cache" / "charts"
    return [
        figure for content in (PROJECT / "content", folder) for figure in figures(build_site(content, cache))
    ]


def numbers(text):
    return {Decimal(number) for number in NUMBER.findall(text.replace(",", ""))}


def quantity(cell):
    """The number that a cell begins with, or has after its words, in base units; None where it has none."""
    found = QUANTITY.search(cell.replace(",", ""))
    return float(Decimal(found[1]) * MAGNITUDES[found[2] or ""]) if found else None


def column(figure, index):
    return [quantity(row[index]) for row in figure.rows]


def values(rows, *names):
    return [tuple(row[name] for name in names) for row in rows]


def _counted(figure):
    """The length of each part of a bar, in the order of the columns, by the name of its row."""
    lengths = Counter()
    for state, name in (("disclosed", "given"), ("redacted", "masked"), ("not_reported", "missing")):
        for row in figure.data(name):
            lengths[row["name"], state] = row["end"] - row["start"]
    return [
        tuple(lengths[row[0], state] for state in ("disclosed", "redacted", "not_reported"))
        for row in figure.rows
    ]


# What a form draws, and the same as its table says it.
DRAWN = {
    "target_actual": lambda it: (
        values(it.data("rows"), "value", "target"),
        [*zip(column(it, 1), column(it, 2), strict=True)],
    ),
    "before_after": lambda it: (
        values(it.data("afters"), "before", "after"),
        [*zip(column(it, 1), column(it, 2), strict=True)],
    ),
    "composition": lambda it: (values(it.data("parts"), "value"), [(value,) for value in column(it, 1)]),
    "verdict_shares": lambda it: (values(it.data("rows"), "count"), [(value,) for value in column(it, 1)]),
    "disclosure": lambda it: (_counted(it), [*zip(column(it, 1), column(it, 2), column(it, 3), strict=True)]),
    "regions_compared": lambda it: (values(it.data("rows"), "value"), [(value,) for value in column(it, 1)]),
    "trend": lambda it: (
        values(it.data("points"), "value") + values(it.data("targets"), "target"),
        [(value,) for index in range(1, len(it.rows[0])) for value in column(it, index) if value is not None],
    ),
}


def _margins(figure):
    return {
        Decimal(str(actual)) - Decimal(str(goal))
        for actual, goal in zip(column(figure, 1), column(figure, 2), strict=True)
    }


# What a caption may say beyond the numbers of the table: counts, sums and differences of them.
COMPUTED = {
    "target_actual": lambda it: {len(it.rows), sum(row[3] in KEPT for row in it.rows)} | _margins(it),
    "before_after": lambda it: {len(it.rows)},
    "composition": lambda it: {Decimal(str(sum(column(it, 1))))},
    "verdict_shares": lambda it: {sum(column(it, 1))},
    "disclosure": lambda it: {sum(column(it, index)) for index in (1, 2, 3)},
    "regions_compared": lambda it: {len(it.rows)},
    "trend": lambda it: set(),
}


def said(figure):
    """The numbers of a caption, without those in names: of rows, of an indicator, of a place."""
    text = figure.caption
    for name in sorted((row[0] for row in figure.rows), key=len, reverse=True):
        text = text.replace(name, "", 1 if figure.form != "trend" else 0)
    if figure.form == "trend":
        text = text.partition("：")[2]
    if figure.form == "composition":
        text = text[text.index(" ") :]
    return numbers(text.partition("公布了")[0])


def rounded(rows):
    """Floats of equal decimal numbers may differ in their last digits."""
    return [tuple(value if value is None else round(value, 6) for value in row) for row in rows]


def disagreements(figure):
    """What of caption, table and marks does not go together."""
    drawn, written = DRAWN[figure.form](figure)
    table = {number for row in figure.rows for cell in row for number in numbers(cell)}
    tips = {}
    for row in (row for rows in figure.spec["datasets"].values() for row in rows if "tip" in row):
        name, _, words = row["tip"].partition("\n")
        tips.setdefault(name, set()).update(numbers(words))
    found = [] if rounded(drawn) == rounded(written) else ["marks"]
    found += ["words of the drawing"] * (not numbers(figure.drawn) <= table)
    for name, *cells in figure.rows:
        own = {number for cell in cells for number in numbers(cell)} - {0}
        found += ["words of a mark"] * (not own <= tips.get(name, set()))
    return found + ["caption"] * (not said(figure) <= table | COMPUTED[figure.form](figure))


def test_caption_table_and_marks_of_all_charts_agree(built):
    assert {figure.form for figure in built} == set(EXAMPLES)
    assert len(built) > 150
    wrong = [(figure.form, figure.caption, found) for figure in built if (found := disagreements(figure))]
    assert wrong == []


@pytest.mark.parametrize("form", EXAMPLES)
def test_another_number_anywhere_is_found(built, form):
    figure = next(figure for figure in built if figure.form == form and len(figure.rows) > 1)
    assert disagreements(figure) == []

    (name, cell, *rest), *others = figure.rows
    other = NUMBER.sub("987654", cell, count=1)
    assert "marks" in disagreements(replace(figure, rows=((name, other, *rest), *others)))
    assert disagreements(replace(figure, drawn=figure.drawn + " 987654")) == ["words of the drawing"]
    assert disagreements(replace(figure, caption=said_first(figure))) == ["caption"]


def said_first(figure):
    """The caption with a number that is not a name's replaced."""
    number = str(max(said(figure), key=lambda value: figure.caption.rfind(str(value))))
    before, _, after = figure.caption.rpartition(number)
    if figure.form == "regions_compared":
        before, _, after = figure.caption.partition(number)
    return f"{before}987654{after}"
