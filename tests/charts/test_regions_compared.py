from dataclasses import replace

from charts.regions_compared import RegionsComparedLabels, RegionsComparedRow, build

LABELS = RegionsComparedLabels("", "说明", "本地目标", {"not_met": "未达目标"})


def scale(chart):
    return {param["name"]: param["value"] for param in chart.spec["params"]}


def test_all_regions_stand_on_one_scale_from_zero():
    rows = [RegionsComparedRow("甲市", 40, "40%"), RegionsComparedRow("乙市", 60, "60%", target=70)]

    assert (scale(build(rows, LABELS))["low"], scale(build(rows, LABELS))["high"]) == (0, 70)
    assert scale(build(rows, replace(LABELS, full=100)))["high"] == 100


def test_negative_values_widen_the_scale():
    assert scale(build([RegionsComparedRow("甲市", -2.5, "-2.5‰")], LABELS))["low"] == -2.5


def test_each_region_has_its_own_target_or_none():
    chart = build(
        [RegionsComparedRow("甲市", 1, "1"), RegionsComparedRow("乙市", 1, "1", 2, "≥2", "not_met")], LABELS
    )

    assert [row["target"] for row in chart.spec["datasets"]["rows"]] == [None, 2]
    assert chart.rows == 3
    assert [word["text"] for word in chart.spec["datasets"]["words"]][:2] == ["未达目标", "本地目标"]


def test_region_of_the_page_is_bold():
    chart = build(
        [RegionsComparedRow("甲市", 1, "1"), RegionsComparedRow("乙市", 1, "1", emphasised=True)], LABELS
    )
    names = {word["text"]: word.get("weight") for word in chart.spec["datasets"]["words"]}

    assert (names["甲市"], names["乙市"]) == (None, 600)
