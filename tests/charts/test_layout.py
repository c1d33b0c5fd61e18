import pytest

from charts.layout import (
    LINE,
    Rule,
    Sheet,
    centred,
    column_width,
    entry,
    head,
    joined,
    note,
    paragraph,
    stacked,
    verdict_keys,
)
from charts.metrics import text_width
from charts.theme import TARGET, TEXT_SIZE, VERDICTS, WIDTH


def texts(sheet):
    return [word.text for word in sheet.words]


def test_paragraph_is_wrapped_and_ends_below_its_last_line():
    sheet = paragraph("家庭医生签约服务", 10, 4 * TEXT_SIZE, x=20)

    assert texts(sheet) == ["家庭医生", "签约服务"]
    assert [word.x for word in sheet.words] == [20, 20]
    assert sheet.bottom == 10 + 2 * LINE


def test_entry_puts_the_figure_at_the_end_of_the_last_line():
    sheet = entry("家庭医生签约服务覆盖率" * 2, "63.9%", 0)

    *name, figure = sheet.words
    assert "".join(word.text for word in name) == "家庭医生签约服务覆盖率" * 2
    assert (figure.text, figure.x, figure.align, figure.y) == ("63.9%", WIDTH, "right", name[-1].y)
    assert all(text_width(word.text, TEXT_SIZE) < WIDTH - text_width("63.9%", TEXT_SIZE) for word in name)


def test_figure_of_many_words_stands_below_the_name():
    label = "由每十万人五点二提高到每十万人九点六"
    sheet = entry("孕产妇死亡率", label, 0)

    name, figure = sheet.words
    assert (figure.text, figure.y) == (label, name.y + LINE)
    assert sheet.bottom == 2 * LINE


def test_entry_without_a_figure_is_only_a_name():
    assert texts(entry("孕产妇死亡率", "", 0)) == ["孕产妇死亡率"]


@pytest.mark.parametrize(("x", "place"), [(164, ("center", 164)), (5, ("left", 0)), (325, ("right", WIDTH))])
def test_note_is_flush_with_the_edge_in_its_way(x, place):
    (word,) = note("目标 ≥70%", x, 0).words

    assert (word.align, word.x) == place


def test_long_note_is_wrapped():
    sheet = note("说明" * 15, 0, 0)

    assert len(sheet.words) == 2
    assert sheet.bottom == 2 * LINE


def test_centred_word_is_moved_inwards():
    half = text_width("63.9%", TEXT_SIZE) / 2

    assert [centred("63.9%", x, 0).x for x in (0, 100, WIDTH)] == [half, 100, WIDTH - half]


def test_legend_breaks_into_lines_and_keeps_sign_and_word_together():
    sheet = head("标题", [(f"很长的图例之{n}", TARGET) for n in range(5)])

    assert [sign.y for sign in sheet.signs] == sorted(sign.y for sign in sheet.signs)
    assert len({sign.y for sign in sheet.signs}) == 3
    for sign, word in zip(sheet.signs, sheet.words[1:], strict=True):
        assert sign.x < word.x < sign.x + 20
        assert abs(sign.y - word.y) < 10
        assert word.x + text_width(word.text, TEXT_SIZE) <= WIDTH


def test_head_may_be_empty():
    assert head("", []) == Sheet()


def test_legend_keeps_the_order_of_the_words_and_leaves_out_what_is_not_shown():
    words = {"exceeded": "超过目标", "met": "达到目标", "not_met": "未达目标"}

    assert verdict_keys(["not_met", "", "exceeded", "not_met"], words) == [
        ("超过目标", VERDICTS["exceeded"]),
        ("未达目标", VERDICTS["not_met"]),
    ]


def test_sign_without_a_word_is_an_error():
    with pytest.raises(ValueError, match=r"verdicts without words: \['not_met'\]"):
        verdict_keys(["met", "not_met"], {"met": "达到目标"})


def test_column_is_as_wide_as_its_widest_text():
    assert column_width(["推进中", "未达目标"]) == 4 * TEXT_SIZE
    assert column_width(["推进中", "未达目标"], 50) == 50


def test_rows_stand_below_each_other():
    def place(height, top):
        return top, Sheet(rules=(Rule(0, top, 1, top),), bottom=top + height)

    marks, sheet = stacked(Sheet(bottom=5), [10, 20], place, 3)

    assert marks == [8, 21]
    assert (sheet.bottom, len(sheet.rules)) == (41, 2)


def test_joined_sheets_end_with_the_lowest():
    assert joined(Sheet(bottom=7), Sheet(bottom=3)).bottom == 7
    assert joined().bottom == 0
