from itertools import pairwise

import pytest

from charts.layout import Word
from charts.metrics import text_width
from charts.span import Span
from charts.theme import TEXT_SIZE, WIDTH
from charts.timeline import LEFT, PLOT, RIGHT, Timeline, foot, thinned

DECADE = Timeline(2015, 2025, Span(0, 100), 50)


def test_years_and_values_run_from_edge_to_edge():
    assert [DECADE.x(year) for year in (2015, 2020, 2025)] == [LEFT, WIDTH / 2, RIGHT]
    assert [DECADE.y(value) for value in (0, 50, 100)] == [50 + PLOT, 50 + PLOT / 2, 50]


def test_single_year_stands_in_the_middle():
    alone = Timeline(2023, 2023, Span(0, 1), 0)

    assert alone.x(2023) == WIDTH / 2
    assert (alone.scale()["low"], alone.scale()["high"]) == (2022, 2024)


def test_scale_of_the_template_says_the_same():
    assert DECADE.scale() == {
        "low": 2015,
        "high": 2025,
        "left": LEFT,
        "right": RIGHT,
        "least": 0,
        "most": 100,
        "bottom": 190,
        "top": 50,
    }


def test_label_stands_above_or_under_its_point():
    above, under = (DECADE.beside(2020, 50, "50%", under=where) for where in (False, True))

    assert above.y < DECADE.y(50) < under.y - TEXT_SIZE


def test_label_that_has_no_room_under_its_point_stands_above():
    assert DECADE.beside(2020, 1, "1%", under=True).y < DECADE.y(1)


def test_negative_values_have_room_for_labels_below():
    timeline = Timeline(2015, 2025, Span(-10, 10), 0)

    assert timeline.y(-10) < timeline.beside(2020, -10, "-10‰", under=True).y < timeline.foot


def test_first_of_two_touching_words_stays():
    words = [Word("2024", x, 0, "center") for x in (100, 110, 160, 20)]

    assert [word.x for word in thinned(words)] == [100, 160, 20]


@pytest.mark.parametrize("last", [2003, 2010, 2040])
def test_names_of_years_do_not_touch_and_include_both_ends(last):
    timeline = Timeline(2000, last, Span(0, 1), 0)
    words = sorted(
        foot(timeline, [(year, str(year)) for year in range(2000, last + 1)]).words, key=lambda w: w.x
    )

    assert (words[0].text, words[-1].text) == ("2000", str(last))
    for one, other in pairwise(words):
        assert one.x + text_width(one.text, TEXT_SIZE) <= other.x


def test_long_name_of_a_year_is_wrapped():
    words = foot(Timeline(2018, 2024, Span(0, 1), 0), [(2018, "2018"), (2024, "2024 上半年")]).words

    assert [word.text for word in words] == ["2024", "上半年", "2018"]
    assert words[0].y < words[1].y


def test_rule_is_at_zero():
    (rule,) = foot(Timeline(2018, 2024, Span(-10, 10), 0), [(2018, "2018"), (2024, "2024")]).rules

    assert rule.y == rule.y2 == PLOT / 2
