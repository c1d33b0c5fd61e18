from itertools import combinations
from pathlib import Path

import pytest
import yaml

from charts.theme import DISCLOSURES, PALETTE, PLAIN, VERDICTS, light, verdict_sign

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
