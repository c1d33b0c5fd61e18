import re
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from charts.forms import FORMS, compiled_forms
from charts.template import sign_fields
from charts.theme import DISCLOSURES, PALETTE, PLAIN, VERDICTS, light, verdict_sign
from tests.charts.examples import all_charts

PARTED = {"datum_whole_marks", "datum_given_marks", "datum_masked_marks"}
EDGED = PARTED | {"datum_targets_marks"}
TOKENS = Path(__file__).parents[2] / "docs/assets/stylesheets/parts/10-tokens.css"
STATUSES = Path(__file__).parents[2] / "content/dictionary/statuses.yml"


def luminance(colour):
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, bright = sorted([luminance(one), luminance(other)])
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_text_stand_out_from_paper(scheme):
    """WCAG 2.2: 3:1 for marks, 4.5:1 for text; rules say nothing that is not said otherwise."""
    paper = getattr(PALETTE["paper"], scheme)
    for name in ("accent", "orange", "grey"):
        assert contrast(getattr(PALETTE[name], scheme), paper) >= 3
    for name in ("ink", "muted"):
        assert contrast(getattr(PALETTE[name], scheme), paper) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_on_masked_cells_can_be_read(scheme):
    assert contrast(getattr(PALETTE["paper"], scheme), getattr(PALETTE["ink"], scheme)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_words_stand_out_in_grey(scheme):
    """What a copier makes of a page: of every colour only its luminance."""
    paper = getattr(PALETTE["paper"], scheme)
    greys = {name: grey(getattr(colour, scheme)) for name, colour in PALETTE.items()}

    assert min(contrast(greys[name], grey(paper)) for name in ("accent", "orange", "grey")) >= 3
    assert min(contrast(greys[name], grey(paper)) for name in ("ink", "muted")) >= 4.5


def grey(colour):
    """The grey of the same luminance."""
    share = luminance(colour)
    level = 12.92 * share if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055
    return "#" + f"{round(level * 255):02x}" * 3


@pytest.mark.parametrize("form", FORMS)
def test_no_two_colours_meet(form):
    """Solid marks that may touch others are edged with paper, at least one px wide on the outer side."""
    for mark in compiled_forms()[form]["marks"]:
        look = mark.get("encode", {}).get("update", {})
        if mark["name"] in EDGED:
            assert look["stroke"]["value"] == light("paper")
            # Half of an edge is drawn outside; between two bars lie the halves of both.
            width = look["strokeWidth"]["value"]
            assert (width if mark["name"] in PARTED else width / 2) >= 1
        elif mark["name"].startswith("datum_") and mark["type"] == "symbol":
            assert look["strokeWidth"]["value"] / 2 >= 1


def test_all_marks_that_may_touch_are_looked_at():
    names = {mark["name"] for form in compiled_forms().values() for mark in form["marks"]}

    assert names >= EDGED


@pytest.mark.parametrize("sign", [*VERDICTS.values(), *DISCLOSURES.values(), PLAIN], ids=str)
def test_signs_that_stand_on_bars_are_edged_with_paper(sign):
    """Those of thin strokes stand alone, before their bar."""
    fields = sign_fields(sign)
    edged = fields["stroke"] == light("paper") or fields["fill"] == light("paper")

    assert edged or sign.shape.startswith("M")


@pytest.mark.parametrize("chart", all_charts(), ids=lambda chart: chart.form)
def test_every_mark_is_named_beside_it(chart):
    """Whoever sees no colours reads the value at the mark, or the year below it."""
    drawn = "".join(word["text"] for word in chart.spec["datasets"]["words"])
    names = {
        row["tip"].split("\n")[0] for rows in chart.spec["datasets"].values() for row in rows if "tip" in row
    }

    assert names
    assert [name for name in names if name.replace(" ", "") not in drawn.replace(" ", "")] == []


def test_colours_are_those_of_the_site():
    """The contrasts above are then those that readers see."""
    tokens = TOKENS.read_text("utf-8")
    for name, colour in PALETTE.items():
        assert set(re.findall(rf"--{name}: (#[0-9a-f]{{6}})", tokens)) == {colour.light, colour.dark}


def test_light_values_tell_colours_apart():
    assert len({colour.light for colour in PALETTE.values()}) == len(PALETTE)


def test_values_can_be_found_in_drawings():
    for colour in PALETTE.values():
        assert all(len(value) == 7 and value == value.lower() for value in (colour.light, colour.dark))


def test_signs_differ_in_shape_not_only_in_colour():
    for signs in (VERDICTS, DISCLOSURES):
        for one, other in combinations(signs.values(), 2):
            assert (one.shape, one.hollow) != (other.shape, other.hollow)


def test_every_verdict_and_disclosure_of_the_dictionary_has_a_sign():
    statuses = yaml.safe_load(STATUSES.read_text("utf-8"))

    assert {status["id"] for status in statuses["verdict"]} == set(VERDICTS)
    assert {status["id"] for status in statuses["measure_status"]} == set(DISCLOSURES)


def test_nothing_judged_is_a_plain_sign():
    assert verdict_sign("") == PLAIN
    assert verdict_sign("not_met") == VERDICTS["not_met"]


def test_unknown_verdict_is_an_error():
    with pytest.raises(ValueError, match="no such verdict: 'done'"):
        verdict_sign("done")


def test_specifications_say_the_light_value():
    assert light("ink") == PALETTE["ink"].light
