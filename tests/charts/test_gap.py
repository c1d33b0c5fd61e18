import pytest

from charts.gap import KINDS, Gap, cells, legend
from charts.span import Span
from charts.theme import DISCLOSURES, light
from charts.timeline import Timeline

SILENT = Gap(2020, "not_reported", "2020", "未见报告")
MASKED = Gap(2022, "redacted", "2022", "数据隐去")
WIDE = Timeline(2019, 2023, Span(0, 1), 0)
NARROW = Timeline(2000, 2024, Span(0, 1), 0)


def test_masked_is_a_solid_block_and_silence_an_empty_cell():
    (silent, masked), _ = cells([SILENT, MASKED], WIDE)

    assert (silent["fill"], silent["stroke"]) == (light("paper"), light("muted"))
    assert (masked["fill"], masked["stroke"]) == (light("ink"), "transparent")


def test_cell_stands_in_its_year_and_on_the_foot():
    (mark,), _ = cells([SILENT], WIDE)

    assert (mark["x"] + mark["x2"]) / 2 == pytest.approx(WIDE.x(2020), abs=0.01)
    assert WIDE.bottom - 10 < mark["y2"] < WIDE.bottom


def test_words_stand_in_their_cell():
    (mark,), sheet = cells([MASKED], WIDE)

    assert [word.text for word in sheet.words] == ["数据", "隐去"]
    assert all(mark["y"] < word.y < mark["y2"] for word in sheet.words)
    assert {word.colour for word in sheet.words} == {"paper"}
    assert legend([MASKED], WIDE.step) == []


def test_where_years_are_close_the_legend_says_the_words():
    marks, sheet = cells([SILENT, MASKED, SILENT], NARROW)

    assert sheet.words == ()
    assert marks[0]["x2"] - marks[0]["x"] < NARROW.step
    assert legend([SILENT, MASKED, SILENT], NARROW.step) == [
        ("未见报告", DISCLOSURES["not_reported"]),
        ("数据隐去", DISCLOSURES["redacted"]),
    ]


def test_no_gaps_are_no_cells():
    assert cells([], WIDE)[0] == []


def test_kinds_are_those_of_disclosure():
    assert set(KINDS) == set(DISCLOSURES) - {"disclosed"}
