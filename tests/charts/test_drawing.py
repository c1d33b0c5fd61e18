import hashlib
import json
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from charts import drawing
from charts.chart import to_json
from charts.drawing import MarksMismatchError, draw
from tests.charts.examples import EXAMPLES, all_charts, example_chart

ROOT = Path(__file__).parents[2]


@pytest.fixture
def drawn(monkeypatch):
    """The labels of the charts that are really drawn, in the order of drawing."""
    labels = []
    really = drawing._draw

    def record(task):
        labels.append(task.label)
        return really(task)

    monkeypatch.setattr(drawing, "_draw", record)
    return labels


def labelled(*labels):
    return [replace(example_chart("composition"), label=label) for label in labels]


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_drawings_come_in_the_order_of_the_charts(drawn):
    assert ["乙" in svg for svg in draw(labelled("甲", "乙", "丙"))] == [False, True, False]


def test_equal_charts_are_drawn_once(drawn):
    first, other, second = draw(labelled("甲", "乙", "甲"))

    assert first == second != other
    assert drawn == ["甲", "乙"]


def test_nothing_to_draw_is_nothing():
    assert draw([]) == []


def test_drawings_are_kept(tmp_path, drawn):
    first = draw(labelled("甲", "乙"), tmp_path)
    again = draw(labelled("乙", "甲", "丙"), tmp_path)

    assert drawn == ["甲", "乙", "丙"]
    assert again[:2] == first[::-1]
    assert draw(labelled("甲")) == first[:1]


def test_any_change_of_the_chart_is_another_drawing(tmp_path, drawn):
    chart = example_chart("trend")
    example = EXAMPLES["trend"]
    others = [
        replace(chart, label="另一句"),
        example.build(example.rows[1:], example.labels),
        example.build((*example.rows[:-1], replace(example.rows[-1], value=66.2)), example.labels),
        example.build((*example.rows[:-1], replace(example.rows[-1], label="66.2%")), example.labels),
    ]
    draw([chart, *others], tmp_path)

    assert len(drawn) == len(files(tmp_path)) == 5


def test_other_release_of_the_renderer_draws_anew(tmp_path, drawn, monkeypatch):
    draw(labelled("甲"), tmp_path)
    monkeypatch.setattr(drawing, "_fingerprint", lambda: "another release")
    draw(labelled("甲"), tmp_path)

    assert drawn == ["甲", "甲"]


def test_fingerprint_knows_renderer_and_sources(monkeypatch):
    drawing._fingerprint.cache_clear()
    here = drawing._fingerprint()
    monkeypatch.setattr(drawing, "version", lambda name: {"vl-convert-python": "99"}[name])
    drawing._fingerprint.cache_clear()
    elsewhere = drawing._fingerprint()
    drawing._fingerprint.cache_clear()

    assert here.split()[1] == elsewhere.split()[1]
    assert here.split()[0] != elsewhere.split()[0] == "99"


def test_damaged_drawing_is_drawn_anew(tmp_path, drawn):
    first = draw(labelled("甲"), tmp_path)
    (path,) = files(tmp_path)
    path.write_bytes(path.read_bytes()[:-7])

    assert draw(labelled("甲"), tmp_path) == first
    assert drawn == ["甲", "甲"]
    assert draw(labelled("甲"), tmp_path) == first
    assert drawn == ["甲", "甲"]


def test_progress_counts_different_drawings(tmp_path):
    reports = []
    draw(labelled("甲"), tmp_path)
    draw(labelled("甲", "乙", "丙", "乙"), tmp_path, lambda *report: reports.append(report))

    assert reports == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("change", [-1, 1])
def test_wrong_number_of_marks_is_an_error(change):
    chart = example_chart("trend")

    with pytest.raises(MarksMismatchError) as caught:
        draw([replace(chart, rows=chart.rows + change)])

    assert str(caught.value) == f"trend: {chart.rows} marks drawn instead of {chart.rows + change}"


@pytest.mark.parametrize("bad", ["63.9%", None])
def test_specification_that_would_draw_nothing_is_an_error(bad):
    """The trap of vl-convert itself: it draws such a chart empty and says nothing."""
    chart = example_chart("regions_compared")
    spec = json.loads(to_json(chart))
    for row in spec["datasets"]["rows"]:
        row["value"] = bad

    with pytest.raises(MarksMismatchError):
        draw([replace(chart, spec=spec)])


def test_wrong_drawing_is_not_kept(tmp_path):
    with pytest.raises(MarksMismatchError):
        draw([replace(chart, rows=0) for chart in labelled("甲")], tmp_path)

    assert files(tmp_path) == []


def test_error_survives_the_way_between_processes():
    error = pickle.loads(pickle.dumps(MarksMismatchError("trend", 3, 2)))  # noqa: S301 - made here

    assert (error.form, error.expected, error.drawn) == ("trend", 3, 2)


def test_data_from_elsewhere_are_refused():
    chart = example_chart("composition")
    spec = {**chart.spec, "layer": [{"data": {"url": "http://127.0.0.1:9/rows.json"}, "mark": "bar"}]}

    with pytest.raises(Exception, match=r"(?i)not allowed|external|base url"):
        draw([replace(chart, spec=spec)])


@pytest.mark.slow
def test_workers_draw_the_same(monkeypatch):
    charts = all_charts()
    alone = draw(charts)
    monkeypatch.setattr(drawing, "WORTH_WORKERS", 2)

    assert draw(charts) == alone


@pytest.mark.slow
def test_error_in_a_worker_is_raised(monkeypatch):
    monkeypatch.setattr(drawing, "WORTH_WORKERS", 2)
    good, bad = labelled("甲", "乙")

    with pytest.raises(MarksMismatchError, match="composition"):
        draw([good, replace(bad, rows=77)])


@pytest.mark.slow
def test_program_that_cannot_be_started_twice_draws_alone(tmp_path):
    """A script without `if __name__ == "__main__"` makes spawned processes fail."""
    script = tmp_path / "script.py"
    script.write_text(
        "import json, pickle, sys\n"
        "from charts import drawing\n"
        "drawing.WORTH_WORKERS = 2\n"
        "print(json.dumps(drawing.draw(pickle.load(sys.stdin.buffer))))\n"
    )
    charts, environment = all_charts(), _environment(tmp_path)
    ran = subprocess.run(
        [sys.executable, script], check=True, capture_output=True, input=pickle.dumps(charts), env=environment
    )

    assert json.loads(ran.stdout) == draw(charts)


@pytest.mark.slow
def test_fonts_of_the_machine_do_not_matter(tmp_path):
    """Another font changes what vl-convert itself makes of words, but not our drawings."""
    bare, rich = tmp_path / "bare", tmp_path / "rich"
    (rich / ".fonts").mkdir(parents=True)
    bare.mkdir()
    _make_wide_font(rich / ".fonts" / "wide.ttf")

    (bare_hash, bare_width), (rich_hash, rich_width) = map(_drawn_by_another_process, (bare, rich))

    assert bare_width != rich_width
    assert bare_hash == rich_hash == hashlib.sha256("".join(draw(all_charts())).encode()).hexdigest()


def _environment(home):
    return {**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT)}


MEASURING = """
import hashlib, pickle, re, sys, vl_convert
from charts.drawing import draw
print(hashlib.sha256("".join(draw(pickle.load(sys.stdin.buffer))).encode()).hexdigest())
axis = {"field": "name", "type": "nominal", "axis": {"labelLimit": 999}}
spec = {"data": {"values": [{"name": "家庭医生签约"}]}, "mark": "bar", "encoding": {"y": axis}}
spec["config"] = {"font": "PingFang SC"}
print(re.search('width="([0-9]+)', vl_convert.vegalite_to_svg(spec))[1])
"""


def _drawn_by_another_process(home):
    """The hash of all drawings, and the width of a chart whose axis is as wide as its Chinese words."""
    command = [sys.executable, "-c", MEASURING]
    charts = pickle.dumps(all_charts())
    ran = subprocess.run(command, check=True, capture_output=True, input=charts, env=_environment(home))
    return ran.stdout.decode().split()


def _make_wide_font(path):
    """A font with the first name of our font stack, whose characters are three times as wide as high."""
    from fontTools.fontBuilder import FontBuilder

    glyphs = {name: _triangle() for name in (".notdef", "wide")}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(dict.fromkeys([*range(0x20, 0x7F), *range(0x4E00, 0x9FFF)], "wide"))
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (3000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable(
        {"familyName": "PingFang SC", "styleName": "Regular", "psName": "PingFangSC-Regular"}
    )
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def _triangle():
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 800))
    pen.lineTo((3000, 0))
    pen.closePath()
    return pen.glyph()
