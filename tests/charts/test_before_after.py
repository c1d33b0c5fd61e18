from charts.before_after import BEFORE_AREA, BeforeAfterLabels, BeforeAfterRow, build
from charts.drawing import draw
from charts.theme import light

LABELS = BeforeAfterLabels("", "说明", "年初", "年末", "变差")


def legend(*rows):
    return [word["text"] for word in build(rows, LABELS).spec["datasets"]["words"]][: -2 * len(rows)]


def test_baseline_and_later_value_stand_on_one_scale():
    chart = build([BeforeAfterRow("支付率", 38, 82, "38% → 82%", full=100)], LABELS)
    (after,) = chart.spec["datasets"]["afters"]

    assert (after["start"], after["end"]) == (0.38, 0.82)
    assert chart.rows == 3


def test_equal_values_show_as_a_ring_around_the_sign():
    chart = build([BeforeAfterRow("占比", 52.3, 52.3, "52.3%")], LABELS)
    (before,), (after,) = chart.spec["datasets"]["befores"], chart.spec["datasets"]["afters"]

    assert after["start"] == after["end"]
    assert (before["fill"], before["stroke"]) == (light("paper"), light("grey"))
    assert before["area"] > 0.7 * BEFORE_AREA > after["area"]
    assert draw([chart])


def test_change_for_the_worse_has_another_sign_and_its_word():
    better, worse = BeforeAfterRow("甲", 1, 2, "1 → 2"), BeforeAfterRow("乙", 1, 2, "1 → 2", worse=True)
    afters = build([better, worse], LABELS).spec["datasets"]["afters"]

    assert [mark["shape"] for mark in afters] == ["circle", "triangle-down"]
    assert [mark["colour"] for mark in afters] == [light("accent"), light("orange")]
    assert legend(better, worse) == ["年初", "年末", "变差"]
    assert legend(better) == ["年初", "年末"]
    assert legend(worse) == ["年初", "变差"]


def test_fall_below_zero_is_drawn():
    (mark,) = build([BeforeAfterRow("增长率", 1, -3, "1‰ → -3‰")], LABELS).spec["datasets"]["afters"]

    assert (mark["start"], mark["end"]) == (1, 0)


def test_note_stands_below_the_line():
    chart = build([BeforeAfterRow("支付率", 38, 82, "38% → 82%", "提高 44 个百分点")], LABELS)
    note = chart.spec["datasets"]["words"][-1]

    assert note["text"] == "提高 44 个百分点"
    assert note["y"] > chart.spec["datasets"]["afters"][0]["y"]
