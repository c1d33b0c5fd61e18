"""What holds for every chart form alike."""

import json
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import get_type_hints

import pytest
import vl_convert

import charts
from charts.chart import WORDS, to_json
from charts.drawing import draw
from charts.forms import FORMS, compiled_forms
from charts.metrics import text_width
from charts.theme import TEXT_SIZE, WIDTH
from tests.charts.examples import EXAMPLES, example_chart, parsed

SVG = "{http://www.w3.org/2000/svg}"
LONG_NAME = "国家基本公共卫生服务项目严重精神障碍患者规范管理率和在管患者病情稳定率（含居家患者）"

each_form = pytest.mark.parametrize("form", EXAMPLES)


def build(form, rows=None, **labels):
    example = EXAMPLES[form]
    return example.build(example.rows if rows is None else rows, replace(example.labels, **labels))


def many(form, count, name="指标"):
    return [EXAMPLES[form].row(n, f"{name}{n}") for n in range(count)]


def number_fields(form):
    hints = get_type_hints(type(EXAMPLES[form].rows[0]))
    return [name for name, hint in hints.items() if hint in {float, int, float | None}]


def test_every_form_has_an_example():
    built = {
        path.stem
        for path in Path(charts.__file__).parent.glob("*.py")
        if "\ndef build(" in path.read_text("utf-8")
    }

    assert built == set(EXAMPLES) == set(FORMS)


@each_form
def test_compiled_form_is_every_chart_of_the_form_without_its_data(form):
    """So that a browser needs no compiler."""
    whole = json.loads(json.dumps(vl_convert.vegalite_to_vega(example_chart(form).spec)))
    for part in whole["data"]:
        part.update({"values": []} if "values" in part else {})
    for signal in whole["signals"]:
        signal["value"] = 0
    compiled = compiled_forms()[form]

    assert {name for name in whole if whole[name] != compiled.get(name)} <= {
        "height",
        "description",
        "usermeta",
    }


@each_form
def test_no_number_is_written_by_the_renderer(form):
    """Vega would write it the English way; all words are the caller's, with unit and qualifier."""
    compiled = json.dumps(compiled_forms()[form])

    assert "axes" not in compiled
    assert "legends" not in compiled
    assert "format(" not in compiled
    assert "timeFormat" not in compiled


@each_form
def test_drawing_holds_all_marks(form):
    """`draw` raises an error if not."""
    chart = example_chart(form)

    assert chart.rows >= len(EXAMPLES[form].rows) - 1
    assert draw([chart])[0].count("<path") >= chart.rows


@each_form
@pytest.mark.parametrize("count", [1, 40])
def test_any_number_of_rows_can_be_drawn(form, count):
    assert draw([build(form, many(form, count))])


@each_form
def test_no_rows_are_an_error(form):
    with pytest.raises(ValueError, match="at least one row"):
        build(form, [])


@each_form
@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), "98.5%", True, 1e300])
def test_what_is_no_number_is_an_error(form, wrong):
    names = number_fields(form)

    assert names
    for name in names:
        with pytest.raises(ValueError, match=f"row 0: {name} cannot be drawn"):
            build(form, [replace(EXAMPLES[form].rows[0], **{name: wrong})])


@each_form
def test_missing_number_is_an_error(form):
    hints = get_type_hints(type(EXAMPLES[form].rows[0]))
    for name in [name for name, hint in hints.items() if hint in {float, int}]:
        with pytest.raises(ValueError, match="cannot be drawn"):
            build(form, [replace(EXAMPLES[form].rows[0], **{name: None})])


@each_form
def test_missing_label_is_an_error(form):
    with pytest.raises(ValueError, match="label"):
        build(form, label=" ")


@each_form
def test_control_character_is_an_error(form):
    with pytest.raises(ValueError, match="title"):
        build(form, title="家庭\x00医生")


@each_form
def test_equal_data_give_equal_bytes(form):
    first, second = example_chart(form), example_chart(form)

    assert to_json(first) == to_json(second)
    assert draw([first]) == draw([second])


@each_form
def test_markup_in_words_stays_text(form):
    attack = "<script>alert(1)</script>&\"'"
    drawing = draw([build(form, title=attack, label=attack)])[0]

    root = parsed(drawing)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "g", "path", "line", "text"}
    assert root.get("aria-label") == attack
    assert "".join(text.text for text in root.iter(f"{SVG}text")).startswith("<script>alert(1)</script>")


@each_form
def test_drawing_says_all_words(form):
    chart = example_chart(form)
    texts = [text.text for text in parsed(draw([chart])[0]).iter(f"{SVG}text")]

    assert texts == [word["text"] for word in chart.spec["datasets"][WORDS]]


@each_form
def test_words_are_drawn_where_the_specification_puts_them(form):
    """No scale of Vega's own comes between."""
    chart = example_chart(form)
    texts = parsed(draw([chart])[0]).iter(f"{SVG}text")

    places = [tuple(map(float, re.findall(r"[-\d.]+", text.get("transform")))) for text in texts]
    assert places == [(word["x"], word["y"]) for word in chart.spec["datasets"][WORDS]]


@each_form
def test_words_stay_on_the_sheet(form):
    rows = [replace(row, name=LONG_NAME) for row in many(form, 12)]
    chart = build(form, rows, title=LONG_NAME)

    for word in chart.spec["datasets"][WORDS]:
        width = text_width(word["text"], TEXT_SIZE)
        left = word["x"] - {"left": 0, "center": width / 2, "right": width}[word.get("align", "left")]
        assert left >= -1
        assert left + width <= WIDTH + 1
        assert 0 < word["y"] < chart.spec["height"]


@each_form
def test_words_do_not_overlap(form):
    """Two words on the same line leave room for each other."""
    chart = build(form, [replace(row, name=LONG_NAME[n:]) for n, row in enumerate(many(form, 12))])
    places = []
    for word in chart.spec["datasets"][WORDS]:
        width = text_width(word["text"], TEXT_SIZE)
        left = word["x"] - {"left": 0, "center": width / 2, "right": width}[word.get("align", "left")]
        places.append((word["y"], left, left + width, word["text"]))

    clashes = [
        (one[3], other[3])
        for n, one in enumerate(places)
        for other in places[n + 1 :]
        if abs(one[0] - other[0]) < 10 and one[1] < other[2] and other[1] < one[2]
    ]
    assert clashes == []


@each_form
def test_no_word_comes_from_the_code(form):
    """All words are the caller's, or cut out of them."""
    example = EXAMPLES[form]
    given = [
        value
        for record in (*example.rows, example.labels)
        for value in map(record.__getattribute__, [f.name for f in fields(record)])
    ]
    given = "".join(
        [
            *filter(lambda value: isinstance(value, str), given),
            *example.labels.__dict__.get("verdicts", {}).values(),
        ]
    )

    for word in example_chart(form).spec["datasets"][WORDS]:
        assert word["text"] in given


@each_form
def test_title_may_be_left_out(form):
    assert build(form, title="").spec["height"] < example_chart(form).spec["height"]
