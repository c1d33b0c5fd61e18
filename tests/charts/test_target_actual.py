import pytest

from charts.target_actual import TargetActualLabels, TargetActualRow, build
from charts.theme import VERDICTS, WIDTH, light

LABELS = TargetActualLabels("", "说明", "目标", {"met": "达到目标", "not_met": "未达目标"})


def rows_of(chart):
    return chart.spec["datasets"]["rows"]


def words_of(chart):
    return [word["text"] for word in chart.spec["datasets"]["words"]]


def test_each_row_has_a_scale_of_its_own():
    chart = build(
        [
            TargetActualRow("签约率", 63.9, "63.9%", 70, "≥70%", full=100),
            TargetActualRow("新增机构", 3, "3 所", 4),
        ],
        LABELS,
    )

    assert [(row["start"], row["end"], row["goal"]) for row in rows_of(chart)] == [
        (0, 0.639, 0.7),
        (0, 0.75, 1),
    ]
    assert chart.rows == 6


def test_row_without_a_target_has_no_tick_and_no_legend_of_it():
    chart = build([TargetActualRow("新增机构", 3, "3 所")], LABELS)

    assert chart.rows == 2
    assert words_of(chart) == ["新增机构", "3 所"]


def test_negative_value_runs_to_the_left_of_zero():
    (row,) = rows_of(build([TargetActualRow("增长率", -3, "-3‰", 1, "≥1‰")], LABELS))

    assert (row["start"], row["end"], row["goal"]) == (0.75, 0, 1)


def test_zero_is_drawn_at_the_beginning():
    (row,) = rows_of(build([TargetActualRow("事故", 0, "0 起", 0, "0 起")], LABELS))

    assert (row["start"], row["end"], row["goal"]) == (0, 0, 0)


def test_verdict_shows_in_shape_and_colour():
    chart = build([TargetActualRow(key, 1, "1", 2, "2", key) for key in ("met", "not_met")], LABELS)

    assert [(row["shape"], row["colour"]) for row in rows_of(chart)] == [
        (VERDICTS["met"].shape, light("accent")),
        (VERDICTS["not_met"].shape, light("orange")),
    ]
    assert words_of(chart)[:3] == ["达到目标", "未达目标", "目标"]


def test_verdict_needs_a_sign_and_a_word():
    for verdict in ("done", "exceeded"):
        with pytest.raises(ValueError, match=verdict):
            build([TargetActualRow("签约率", 1, "1", verdict=verdict)], LABELS)


def test_sign_at_the_left_end_stays_on_the_sheet():
    """A drawing that scrolls would cut it off."""
    scales = [
        {
            param["name"]: param["value"]
            for param in build([TargetActualRow("增长率", value, "")], LABELS).spec["params"]
        }
        for value in (-3, 0, 3)
    ]

    assert [scale["left"] for scale in scales] == [8, 8, 0]


def test_target_label_stands_below_its_tick():
    chart = build([TargetActualRow("签约率", 30, "30%", 50, "≥50%", full=100)], LABELS)
    (row,) = rows_of(chart)
    label = chart.spec["datasets"]["words"][-1]

    assert (label["text"], label["align"]) == ("≥50%", "center")
    assert label["x"] == pytest.approx((WIDTH - 8) / 2)
    assert label["y"] > row["y"] + 10
