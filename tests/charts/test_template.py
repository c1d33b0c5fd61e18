import time

import jsonschema
import pytest
from altair.vegalite import SCHEMA_URL
from altair.vegalite.v6.schema.core import load_schema

from charts.layers import bars_layer
from charts.layout import PlacedSign, Rule, Sheet, Word
from charts.template import bind, make_template, sign_fields, tip_text
from charts.theme import PALETTE, TARGET, VERDICTS, light
from tests.charts.examples import EXAMPLES, all_charts


def small_template():
    bars = bars_layer("bars", "rows", 6, "start", "end")
    return make_template("bars", bars, scale=("low", "high", "left", "right"))


SCALE = {"low": 0, "high": 1, "left": 0, "right": 328}


def test_template_cannot_be_changed():
    with pytest.raises(TypeError):
        small_template()["width"] = 1


def test_binding_leaves_the_template_as_it_was():
    template = small_template()
    before = dict(template)

    spec = bind(template, "说明", Sheet(bottom=40), SCALE, rows=[{"start": 0, "end": 1, "y": 5}])

    assert dict(template) == before
    assert spec["height"] == 40
    assert spec["description"] == "说明"
    assert spec["datasets"]["rows"] == [{"start": 0, "end": 1, "y": 5}]
    assert spec["params"] == [{"name": name, "value": value} for name, value in SCALE.items()]


def test_sheet_becomes_rows_without_what_goes_without_saying():
    sheet = Sheet(
        words=(Word("标题", 0, 15.123), Word("70%", 328, 40, "right", "muted", bold=True)),
        signs=(PlacedSign(TARGET, 7, 34),),
        rules=(Rule(0, 50, 328, 50),),
    )
    sets = bind(small_template(), "说明", sheet, SCALE)["datasets"]

    plain, full = sets["words"]
    assert plain == {"text": "标题", "x": 0, "y": 15.12}
    assert full == {
        "text": "70%",
        "x": 328,
        "y": 40,
        "align": "right",
        "colour": light("muted"),
        "weight": 600,
    }
    assert sets["legend"] == [{"x": 7, "y": 34, **sign_fields(TARGET)}]
    assert sets["rules"] == [{"x": 0, "y": 50, "x2": 328, "y2": 50}]


def test_hollow_sign_is_paper_inside():
    assert sign_fields(VERDICTS["not_due"])["fill"] == light("paper")
    assert sign_fields(VERDICTS["not_due"])["stroke"] == light("grey")
    assert sign_fields(VERDICTS["met"])["fill"] == light("accent")


def test_tooltip_leaves_out_empty_lines():
    assert tip_text("指标", "", "63.9%") == "指标\n63.9%"


def test_specification_tells_its_form_and_colours():
    for chart in all_charts():
        palette = {name: colour.light for name, colour in PALETTE.items()}
        assert chart.spec["usermeta"] == {"form": chart.form, "palette": palette}


@pytest.mark.slow
def test_specifications_with_data_are_valid_vega_lite():
    validator = jsonschema.Draft7Validator(load_schema())

    for chart in all_charts():
        assert chart.spec["$schema"] == SCHEMA_URL
        assert [error.message for error in validator.iter_errors(chart.spec)] == []


def test_binding_does_not_validate_anew():
    """Validation takes tens of milliseconds a chart."""
    example = EXAMPLES["target_actual"]
    example.build(example.rows, example.labels)
    start = time.process_time()
    for _ in range(50):
        example.build(example.rows, example.labels)

    assert (time.process_time() - start) / 50 < 0.01
