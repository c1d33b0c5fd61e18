import pytest

from charts.drawing import draw
from charts.theme import VERDICTS, WIDTH, light
from charts.verdict_shares import VerdictSharesLabels, VerdictSharesRow, build

LABELS = VerdictSharesLabels("", "说明")


def scale(chart):
    return {param["name"]: param["value"] for param in chart.spec["params"]}


def test_bars_begin_behind_the_widest_word_and_end_before_the_counts():
    narrow = scale(build([VerdictSharesRow("met", "达到", 5, "5")], LABELS))
    wide = scale(
        build(
            [VerdictSharesRow("met", "达到目标了", 5, "5"), VerdictSharesRow("met", "达", 9, "999")], LABELS
        )
    )

    assert narrow["left"] < wide["left"] < wide["right"] < narrow["right"] < WIDTH
    assert (wide["low"], wide["high"]) == (0, 9)


def test_every_verdict_has_its_sign():
    chart = build([VerdictSharesRow(key, key, 1, "1") for key in VERDICTS], LABELS)

    rows = chart.spec["datasets"]["rows"]
    assert [row["shape"] for row in rows] == [sign.shape for sign in VERDICTS.values()]
    assert [row["colour"] for row in rows] == [light(sign.colour) for sign in VERDICTS.values()]
    assert draw([chart])


def test_counts_of_zero_are_shown_as_such():
    chart = build([VerdictSharesRow("met", "达到目标", 0, "0")], LABELS)

    assert scale(chart)["high"] == 1
    assert chart.rows == 2
    assert draw([chart])


def test_long_words_are_wrapped_and_make_the_row_higher():
    short, long = (
        build([VerdictSharesRow("met", name, 1, "1")], LABELS).spec["height"]
        for name in ("达到", "达到目标" * 5)
    )

    assert long > short + 20


def test_unknown_verdict_is_an_error():
    with pytest.raises(ValueError, match="no such verdict"):
        build([VerdictSharesRow("finished", "完成", 1, "1")], LABELS)
