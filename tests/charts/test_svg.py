import re

import pytest

from charts.drawing import draw
from charts.svg import count_marks, dressed
from charts.theme import WIDTH
from tests.charts.examples import EXAMPLES, all_charts, example_chart, parsed

GROUP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 40.123">{}</svg>'
DATUM = '<g class="mark-rect role-mark datum_bars_marks">{}</g>'


def dress(inner, texts=(), label="说明"):
    return dressed(parsed(GROUP.format(inner)), texts, label)


@pytest.mark.parametrize(
    ("mark", "count"),
    [
        ('<path d="M0,0h5v5h-5Z"/>', 1),
        ('<path d="M0,0h0v5h0Z"/>', 1),
        ('<path d=""/>', 0),
        ("<path/>", 0),
        ('<path d="MNaN,0h5v5h-5Z"/>', 0),
        ('<path transform="translate(undefined,3)" d="M0,0h5"/>', 0),
        ('<g class="mark-line"><path d="M0,0h5"/></g>', 0),
    ],
)
def test_only_marks_with_shape_and_place_count(mark, count):
    assert count_marks(parsed(GROUP.format(DATUM.format(mark)))) == count


def test_marks_without_data_do_not_count():
    other = '<g class="mark-symbol role-mark legend_marks"><path d="M0,0h5"/></g>'

    assert count_marks(parsed(GROUP.format(other + DATUM.format('<path d="M0,0h5"/>' * 3)))) == 3


def test_numbers_have_at_most_two_decimals():
    svg = dress('<path d="M0.12345,-0.0001L1e-7,10.5L100,20.999" transform="translate(1.006,0)"/>')

    assert 'd="M0.12,0L0,10.5L100,21"' in svg
    assert 'transform="translate(1.01,0)"' in svg


def test_colours_become_classes_beside_the_light_value():
    svg = dress('<path d="M0,0" fill="#1d2126" stroke="#cfcbc1"/>')

    assert 'class="f-ink s-rule" d="M0,0" fill="#1d2126" stroke="#cfcbc1"' in svg


def test_transparent_is_nothing():
    assert "transparent" not in dress('<path d="M0,0" fill="#1d2126" stroke="transparent"/>')


def test_colour_of_no_palette_is_an_error():
    with pytest.raises(ValueError, match="not a colour of the palette: red"):
        dress('<path d="M0,0" fill="red"/>')


@pytest.mark.parametrize("tag", ["script", "image", "foreignObject", "style", "a", "use", "defs"])
def test_other_elements_are_an_error(tag):
    with pytest.raises(ValueError, match=tag):
        dress(f"<g><{tag}/></g>")


def test_words_are_put_in_their_order():
    svg = dress("<g><text/><text/></g>", ["家庭", "<b>"])

    assert re.findall("<text>(.*?)</text>", svg) == ["家庭", "&lt;b&gt;"]


@pytest.mark.parametrize("texts", [[], ["一"], ["一", "二", "三"]])
def test_too_few_or_too_many_words_are_an_error(texts):
    with pytest.raises(ValueError, match="one text element for every word"):
        dress("<g><text/><text/></g>", texts)


def test_group_says_once_what_its_marks_share():
    svg = dress('<g><path d="M1,1" fill="#1d2126"/><path d="M2,2" fill="#1d2126"/></g>')

    assert '<g class="f-ink" fill="#1d2126"><path d="M1,1" /><path d="M2,2" /></g>' in svg


def test_group_that_says_nothing_is_left_out():
    assert "<g" not in dress('<g transform="translate(0,0)"><g><path d="M1,1" fill="#1d2126"/></g></g>')


def test_root_is_an_image_with_a_chinese_name_that_fits_any_width():
    root = parsed(draw([example_chart("trend")])[0])

    assert root.get("role") == "img"
    assert root.get("aria-label") == EXAMPLES["trend"].labels.label
    assert root.get("width") == "100%"
    assert "height" not in root.attrib
    assert root.get("viewBox").startswith(f"0 0 {WIDTH} ")


def test_drawings_are_inert_and_without_english():
    for svg in draw(all_charts()):
        inner = svg.split(">", 1)[1]
        for word in ("aria", "role", "id=", "style", "script", "href", "xlink", "url(", "font-family", "NaN"):
            assert word not in inner
        assert not re.search("[a-zA-Z]{4,}", "".join(parsed(svg).itertext()))


def test_drawings_are_small():
    """A page with five of them must stay light."""
    for svg in draw(all_charts()):
        assert len(svg.encode()) < 6_500
        assert not re.search(r"\d\.\d{3}", svg)
