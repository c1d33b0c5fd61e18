import pytest

from charts.disclosure import BAR, DisclosureLabels, DisclosureRow, build
from charts.theme import WIDTH, light

LABELS = DisclosureLabels("", "说明", "公开", "隐去", "未见报告")


def test_counts_follow_each_other_on_one_scale():
    chart = build(
        [DisclosureRow("签约", 12, 5, 3, "12/5/3"), DisclosureRow("中医药", 0, 0, 6, "0/0/6")], LABELS
    )
    given, missing = chart.spec["datasets"]["given"], chart.spec["datasets"]["missing"]

    assert [(mark["state"], mark["start"], mark["end"]) for mark in given] == [
        ("disclosed", 0, 12),
        ("redacted", 12, 17),
    ]
    assert [(mark["start"], mark["end"]) for mark in missing] == [(17, 20), (0, 6)]
    assert {"name": "high", "value": 20} in chart.spec["params"]


def test_count_of_zero_has_no_mark():
    assert build([DisclosureRow("签约", 12, 0, 3, "")], LABELS).rows == 2


def test_masked_is_solid_and_silence_is_empty():
    sets = build([DisclosureRow("签约", 1, 1, 1, "")], LABELS).spec["datasets"]

    assert [mark["colour"] for mark in sets["given"]] == [light("accent"), light("ink")]
    assert [(mark["fill"], mark["stroke"]) for mark in sets["missing"]] == [(light("paper"), light("muted"))]


def test_empty_cell_continues_the_bar():
    sets = build([DisclosureRow("签约", 1, 0, 1, "")], LABELS).spec["datasets"]
    (bar,), (cell,) = sets["given"], sets["missing"]

    assert WIDTH / 2 < cell["x"] < cell["x2"] < WIDTH
    assert bar["y"] - BAR / 2 < cell["y"] < bar["y"] < cell["y2"] < bar["y"] + BAR / 2


def test_legend_explains_all_three():
    words = build([DisclosureRow("签约", 1, 0, 0, "1")], LABELS).spec["datasets"]["words"]

    assert [word["text"] for word in words][:3] == ["公开", "隐去", "未见报告"]


def test_nothing_to_count_is_an_error():
    with pytest.raises(ValueError, match="anything to count"):
        build([DisclosureRow("签约", 0, 0, 0, "")], LABELS)
