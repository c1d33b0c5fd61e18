import re

import pytest

from charts.drawing import draw
from charts.lettering import MISSING, lettered, line
from tests.charts.examples import all_charts, parsed

UNKNOWN = "\U0001f600"


def outlines(element):
    return [path.get("d") for path in element.iter("path")]


def lefts(element):
    return [
        float(re.match(r"translate\(([-0-9.]+)", path.get("transform"))[1]) for path in element.iter("path")
    ]


def words(text, **look):
    attributes = " ".join(f'{name.replace("_", "-")}="{value}"' for name, value in look.items())
    return lettered(parsed(f'<text font-size="10px" fill="#1d2126" {attributes}>{text}</text>'))


def test_every_character_has_its_outline():
    first, second, third = outlines(line("承诺承", 0, 0, 10, "#1d2126"))

    assert first == third != second
    assert all(first)


def test_a_letter_that_the_font_lacks_becomes_the_sign_for_it():
    assert outlines(words(UNKNOWN)) == outlines(words(MISSING))


def test_a_missing_letter_is_told_from_the_box_of_a_font():
    """The sign of typesetters is a letter of the font itself."""
    assert outlines(words(MISSING)) not in ([""], outlines(words("口")))


@pytest.mark.parametrize(("anchor", "left"), [("start", 0), ("middle", -1000), ("end", -2000)])
def test_words_stand_where_their_anchor_says(anchor, left):
    # A Chinese character is as wide as the font is high, here 1000 units.
    assert lefts(words("承诺", text_anchor=anchor)) == [left, left + 1000]


def test_words_of_a_drawing_take_their_look_from_around_them():
    drawing = parsed('<g fill="#b4540a" font-size="20px"><text transform="translate(3,4)">诺</text></g>')
    (around,) = lettered(drawing)
    (group,) = around

    assert around.get("transform") == "translate(3,4)"
    assert group.get("fill") == "#b4540a"
    # 20 px of a font that is 1000 units high; ordinates grow upwards there.
    assert group.get("transform") == "scale(0.020000,-0.020000)"


def test_a_drawing_loses_no_word_and_keeps_no_text():
    for drawing in draw(all_charts()):
        root = parsed(drawing)
        spoken = "".join("".join(part.itertext()) for part in root.iter() if part.tag.endswith("text"))
        shapes = sum(part.tag.endswith("path") for part in root.iter())
        copy = lettered(root)

        assert "text" not in {part.tag for part in copy.iter()}
        assert len(outlines(copy)) == shapes + len(spoken)
