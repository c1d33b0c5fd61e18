import re

from charts.drawing import draw
from charts.stylesheet import stylesheet
from charts.theme import PALETTE
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
        assert re.search(rf'\[data-md-color-scheme="slate"\]{{[^}}]*--chart-{name}:{colour.dark}', css)
        assert f".chart-svg .f-{name}{{fill:var(--chart-{name})}}" in css
        assert f".chart-svg .s-{name}{{stroke:var(--chart-{name})}}" in css


def test_paper_is_always_light():
    printed = stylesheet().split("@media print")[1]

    assert PALETTE["ink"].light in printed
    assert PALETTE["ink"].dark not in printed


def test_braces_are_balanced():
    assert stylesheet().count("{") == stylesheet().count("}")
