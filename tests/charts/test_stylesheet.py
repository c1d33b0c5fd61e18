import re

from charts.drawing import draw
from charts.stylesheet import stylesheet
from charts.theme import PALETTE, WIDTH
from tests.charts.examples import all_charts


def test_every_class_in_drawings_has_a_rule():
    used = {
        name
        for svg in draw(all_charts())
        for names in re.findall('class="([^"]+)"', svg)
        for name in names.split()
    }

    assert used >= {"chart-svg", "f-ink", "f-accent", "s-rule"}
    assert used <= set(re.findall(r"\.([\w-]+)", stylesheet()))


def test_every_colour_is_a_property_in_light_and_dark():
    css = stylesheet()

    for name, colour in PALETTE.items():
        assert re.search(rf":root{{[^}}]*--chart-{name}:{colour.light}", css)
        by_device = r'\(prefers-color-scheme:dark\){:root:not\(\[data-scheme="light"\]\)'
        by_choice = r'@media screen{:root\[data-scheme="dark"\]'
        for dark in (by_device, by_choice):
            assert re.search(rf"{dark}{{[^}}]*--chart-{name}:{colour.dark}", css)
        assert f".chart-svg .f-{name}{{fill:var(--chart-{name})}}" in css
        assert f".chart-svg .s-{name}{{stroke:var(--chart-{name})}}" in css


def test_paper_is_always_light():
    screens = re.findall(r"@media screen[^{]*{[^}]*}}", stylesheet())

    assert len(screens) == stylesheet().count(PALETTE["ink"].dark) == 2
    assert all(PALETTE["ink"].dark in screen for screen in screens)


def test_words_are_never_shown_smaller_than_they_are_drawn():
    (drawing,) = re.findall(r"\.chart-svg{([^}]*)}", stylesheet())

    assert f"min-width:calc({WIDTH} * (var(--small,16px) / 16))" in drawing


def test_braces_are_balanced():
    assert stylesheet().count("{") == stylesheet().count("}")
