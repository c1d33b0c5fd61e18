"""The tables of the docs: their form, their place, and that they say what the command measures."""

from datetime import date

import pytest

from tests.importing.accuracy_page import ROWS, read_tables, tables_of, write_tables
from tests.importing.scoring import Score

SCORES = {row: Score() for row in ROWS} | {"figures": Score(200, 100, 99), "outline": Score(4, 0, 4)}


def test_shares_are_rounded_down_and_nothing_is_left_empty():
    lines = tables_of("held_out", {"held_out/a.txt": SCORES}).splitlines()
    assert "（1 份）" in lines[0]
    # Outline 4 of 4 with no surplus to count; figures 99 of 200 and of 100.
    assert lines[4].startswith("| `a.txt` | 100 / – | 49 / 99 |  |")
    assert lines[5].startswith("| 合计 | 100 / – | 49 / 99 |  |")
    assert lines[-2].startswith("| 找出 | – | 100 | 0 |")
    assert lines[-1].startswith("| 一致 | 4 | 99 | 0 |")


def test_what_only_some_can_measure_says_what_it_was_held_against():
    lines = tables_of("sources", {"000 甲区": SCORES}, date(2024, 9, 30)).splitlines()
    assert "2024-09-30" in lines[2]
    assert lines[6].startswith("| `000 甲区` | 100 / – |")


def test_only_the_tables_of_one_set_are_replaced(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "前\n[//]: # (measured: a)\n\n旧\n\n[//]: # (end: a)\n中\n"
        "[//]: # (measured: b)\n\n另\n\n[//]: # (end: b)\n后\n",
        encoding="utf-8",
    )
    write_tables("a", "新", page)
    assert (read_tables("a", page), read_tables("b", page)) == ("新", "另")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("前\n[//]: # (measured: a)")
    assert text.endswith("后\n")


def test_a_page_without_a_place_is_not_touched(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("空\n", encoding="utf-8")
    with pytest.raises(ValueError, match="held_out"):
        write_tables("held_out", "新", page)
    assert page.read_text(encoding="utf-8") == "空\n"
