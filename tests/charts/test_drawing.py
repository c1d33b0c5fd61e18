import json
import pickle
from dataclasses import replace

import pytest

from charts import drawing
from charts.chart import to_json
from charts.drawing import MarksMismatchError, draw
from tests.charts.examples import EXAMPLES, all_charts, example_chart


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


def test_renderer_sees_no_words_to_measure(monkeypatch):
    seen = []
    really = drawing.vl_convert.vegalite_to_svg
    monkeypatch.setattr(
        drawing.vl_convert, "vegalite_to_svg", lambda spec, **more: seen.append(spec) or really(spec, **more)
    )
    draw(all_charts())

    words = [word["text"] for spec in seen for word in json.loads(spec)["datasets"]["words"]]
    assert len(words) > 50
    assert set(words) == {" "}


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
