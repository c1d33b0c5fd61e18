import re

import pytest

from charts.drawing import draw
from charts.theme import light
from charts.trend import TrendLabels, TrendRow, build
from tests.charts.examples import example_chart

LABELS = TrendLabels("", "说明", "实际", "不满一年", "目标")


def figure(year, value, **more):
    return TrendRow(year, str(year), value, f"{value}%", **more)


def gap(year, kind="not_reported"):
    return TrendRow(year, str(year), None, "未见报告", gap=kind)


def sets(*rows):
    return build(rows, LABELS).spec["datasets"]


def words(*rows):
    return [word["text"] for word in sets(*rows)["words"]]


def runs(*rows):
    return [point["run"] for point in sets(*rows)["points"]]


def test_successive_years_are_joined():
    rows = [figure(2020, 1), figure(2021, 2), figure(2022, 3)]

    assert runs(*rows) == [2020, 2020, 2020]
    assert build(rows, LABELS).rows == 3 + 1


def test_gap_parts_the_line():
    rows = [figure(2018, 1), figure(2019, 2), gap(2020), figure(2021, 3), figure(2022, 4), figure(2024, 5)]
    chart = build(rows, LABELS)

    assert runs(*rows) == [2018, 2018, 2021, 2021, 0]
    assert chart.rows == 5 + 1 + 2
    assert len(re.findall(r'd="M[^A"Z]+L[^A"Z]+"', draw([chart])[0])) == 2


def test_year_without_a_row_parts_the_line_too():
    assert runs(figure(2018, 1), figure(2020, 2)) == [0, 0]


def test_part_of_a_year_is_hollow_and_not_joined():
    points = sets(figure(2022, 1), figure(2023, 2), figure(2024, 3, part_year=True))["points"]

    assert [point["run"] for point in points] == [2022, 2022, 0]
    assert [point["fill"] == light("paper") for point in points] == [False, False, True]


def test_order_of_rows_does_not_matter():
    rows = [figure(2020, 1), gap(2021), figure(2022, 3)]

    assert build(rows, LABELS) == build(rows[::-1], LABELS)


def test_targets_stand_in_years_with_and_without_figures():
    rows = [
        figure(2020, 1, target=2, target_label="≥2%"),
        TrendRow(2021, "2021", None, "数据隐去", gap="redacted", target=3),
    ]

    assert [(mark["year"], mark["target"]) for mark in sets(*rows)["targets"]] == [(2020, 2), (2021, 3)]
    assert build(rows, LABELS).rows == 1 + 2 + 1


def test_legend_shows_what_there_is():
    plain, part = figure(2020, 1), figure(2021, 1, part_year=True)

    assert words(plain)[0] == "实际"
    assert "不满一年" not in words(plain)
    assert words(part)[0] == "不满一年"
    assert "目标" in words(figure(2020, 1, target=1, target_label="1%"))


def test_ends_and_extremes_are_labelled_however_many_years():
    values = [5, 9, 3, 4, 7, 6, 8, 2, 7, 6, 5, 6, 9.5, 5, 4, 3, 5, 6, 7, 1, 4, 5, 6, 5]
    shown = words(*(figure(2000 + n, value) for n, value in enumerate(values)))

    assert {"5%", "9.5%", "1%"} <= set(shown)


@pytest.mark.parametrize(("value", "target"), [(40, 60), (60, 40), (50, 50)])
def test_labels_keep_away_from_each_other_and_from_the_target(value, target):
    chart = build([figure(2020, value, target=target, target_label="目标值")], LABELS)
    placed = {word["text"]: word["y"] for word in chart.spec["datasets"]["words"]}
    scale = {param["name"]: param["value"] for param in chart.spec["params"]}
    height = scale["bottom"] - value / scale["most"] * (scale["bottom"] - scale["top"])

    assert (placed[f"{value}%"] > placed["目标值"]) == (value <= target)
    assert (placed[f"{value}%"] > height) == (value <= target)


def test_values_begin_at_zero():
    chart = build([figure(2020, 95), figure(2021, 96)], LABELS)

    assert {"name": "least", "value": 0} in chart.spec["params"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([figure(2020, 1), figure(2020, 2)], "same year"),
        ([TrendRow(2020, "2020", None, "")], "kind of gap"),
        ([TrendRow(2020, "2020", None, "", gap="lost")], "kind of gap"),
        ([figure(2020, 1, gap="redacted")], "kind of gap"),
        ([gap(2020), gap(2021)], "no row has a value"),
    ],
)
def test_rows_that_contradict_themselves_are_an_error(rows, message):
    with pytest.raises(ValueError, match=message):
        build(rows, LABELS)


def test_no_line_joins_figures_that_cannot_be_compared():
    rows = [figure(2020, 1), figure(2021, 2), figure(2022, 3, segment=1), figure(2023, 4, segment=1)]

    assert runs(*rows) == [2020, 2020, 2022, 2022]
    assert runs(figure(2020, 1), figure(2021, 2, segment=1)) == [0, 0]


def test_target_gives_way_to_the_figure_beside_it():
    """The mark still says it when the chart is interactive."""
    chart = example_chart("trend")
    words = [word["text"] for word in chart.spec["datasets"]["words"]]
    (target,) = [row for row in chart.spec["datasets"]["targets"] if row["year"] == 2019]

    assert "31.2%" in words
    assert "≥35%" not in words
    assert target["tip"] == "2019\n≥35%"
