import re

import pytest

from charts.disclosure import BAR, BLOCK, DisclosureLabels, DisclosureRow, build
from charts.drawing import draw
from charts.theme import WIDTH, light

LABELS = DisclosureLabels("", "说明", "公开", "隐去", "未见报告")


def test_counts_follow_each_other_on_one_scale():
    chart = build(
        [DisclosureRow("签约", 12, 5, 3, "12/5/3"), DisclosureRow("中医药", 0, 0, 6, "0/0/6")], LABELS
    )
    ends = {
        name: [(mark["start"], mark["end"]) for mark in chart.spec["datasets"][name]]
        for name in ("given", "masked", "missing")
    }

    assert ends == {"given": [(0, 12)], "masked": [(12, 17)], "missing": [(17, 20), (0, 6)]}
    assert {"name": "high", "value": 20} in chart.spec["params"]


def test_count_of_zero_has_no_mark():
    assert build([DisclosureRow("签约", 12, 0, 3, "")], LABELS).rows == 2


def test_masked_is_solid_and_silence_is_empty():
    sets = build([DisclosureRow("签约", 1, 1, 1, "")], LABELS).spec["datasets"]

    assert [sets[name][0]["colour"] for name in ("given", "masked")] == [light("accent"), light("ink")]
    assert [(mark["fill"], mark["stroke"]) for mark in sets["missing"]] == [(light("paper"), light("muted"))]


def test_empty_cell_continues_the_bar():
    sets = build([DisclosureRow("签约", 1, 0, 1, "")], LABELS).spec["datasets"]
    (bar,), (cell,) = sets["given"], sets["missing"]

    assert WIDTH / 2 < cell["x"] < cell["x2"] < WIDTH
    assert bar["y"] - BLOCK / 2 < cell["y"] < bar["y"] < cell["y2"] < bar["y"] + BLOCK / 2


def test_what_is_given_and_what_is_masked_differ_without_colour():
    drawing = draw([build([DisclosureRow("签约", 1, 1, 0, "")], LABELS)])[0]
    heights = {float(height) for height in re.findall(r"v([\d.]+)h-", drawing)}

    assert {BAR, BLOCK} <= heights
    assert BLOCK >= 2 * BAR


def test_legend_explains_all_three():
    words = build([DisclosureRow("签约", 1, 0, 0, "1")], LABELS).spec["datasets"]["words"]

    assert [word["text"] for word in words][:3] == ["公开", "隐去", "未见报告"]


def test_nothing_to_count_is_an_error():
    with pytest.raises(ValueError, match="anything to count"):
        build([DisclosureRow("签约", 0, 0, 0, "")], LABELS)
