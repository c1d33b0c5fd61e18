"""One sheet for the whole site: its parts in order, its colours in one place, dark twice and alike."""

import re
from pathlib import Path

import pytest

from ledger.pages.stylesheet import PARTS, STYLESHEET, site_stylesheet

DOCS = Path(__file__).parents[3] / "docs"
TOKENS = (DOCS / PARTS / "10-tokens.css").read_text(encoding="utf-8")
OTHERS = [part for part in sorted((DOCS / PARTS).glob("*.css")) if part.name != "10-tokens.css"]


def test_parts_are_joined_in_the_order_of_their_names(tmp_path):
    folder = tmp_path / PARTS
    folder.mkdir(parents=True)
    (folder / "20-later.css").write_text(".later {}\n", encoding="utf-8")
    (folder / "10-first.css").write_text(".first {}\n", encoding="utf-8")

    joined = site_stylesheet(tmp_path)[STYLESHEET].decode()

    assert joined.index("--chart-ink") < joined.index(".first {}") < joined.index(".later {}")


def test_readers_do_not_download_comments(tmp_path):
    folder = tmp_path / PARTS
    folder.mkdir(parents=True)
    (folder / "10-first.css").write_text("/* Why:\n   so. */\n.a { color: red; } /* b */\n.c { top: 0; }\n")

    joined = site_stylesheet(tmp_path)[STYLESHEET].decode()

    assert "/*" not in joined
    assert joined.endswith("\n.a { color: red; } .c { top: 0; }\n")


def test_where_a_builder_brings_no_parts_there_is_no_sheet(tmp_path):
    assert site_stylesheet(tmp_path) == {}


def test_dark_colours_are_the_same_whether_the_system_or_the_reader_wants_them():
    dark = re.findall(r"color-scheme: dark;(.*?)}", TOKENS, re.DOTALL)

    assert len(dark) == 2
    assert dark[0].split() == dark[1].split()


@pytest.mark.parametrize("part", OTHERS, ids=lambda part: part.name)
def test_every_colour_is_a_token(part):
    rules = re.sub(r"/\*.*?\*/", "", part.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])|\brgba?\(|\bhsla?\(", rules) == []
    assert re.findall(r"font-size:\s*[\d.]+(?:px|rem|pt)", rules) == []
