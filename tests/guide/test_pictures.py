"""Every picture of the guide shows what the program shows today, says so in words, and is small."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from ledger.pages.picture_sizes import picture_size
from tests.guide import page_picture, terminal_picture
from tests.guide.remake import PICTURES, open_preview, preview_moments, screens
from tests.guide.walk import PAGE, PROJECT, begin

GUIDE = [PROJECT / "docs/editing.md", *sorted((PROJECT / "docs/editing").glob("*.md"))]
PLACED = [
    (file, alt, name)
    for file in GUIDE
    for alt, name in re.findall(r"!\[([^\]]*)\]\([^)]*/editing/([^)/]+)\)", file.read_text(encoding="utf-8"))
]
DRAWN = {"web-edit", "web-checks", "vscode"}
MARKS = "①②③④⑤⑥⑦⑧⑨"
REMAKE = "run python -m tests.guide.remake, look at the pictures, and commit them"
MOST_BYTES = 25 * 1024


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    return screens(tmp_path_factory.mktemp("walk"))


def bare(text):
    return re.sub(r"\s", "", text)


def test_every_picture_is_placed_and_every_placed_one_is_there():
    assert {name for _, _, name in PLACED} == {file.name for file in PICTURES.iterdir()}
    assert len(PLACED) == len({name for _, _, name in PLACED})


def test_every_picture_of_a_screen_is_one_of_the_walk(walked):
    moments = {"page-drafts", "page-finished", "page-error"}
    assert {Path(name).stem for _, _, name in PLACED} == set(walked) | moments | DRAWN


@pytest.mark.parametrize("name", ["import", "review-repair", "check", "table", "table-change"])
def test_a_picture_of_a_terminal_says_what_the_command_prints(walked, name):
    drawing = (PICTURES / f"{name}.svg").read_text(encoding="utf-8")
    assert terminal_picture.words_of(drawing) == bare(walked[name]), REMAKE
    assert drawing == terminal_picture.terminal_picture(walked[name]), REMAKE


@pytest.mark.slow
def test_the_pictures_of_the_preview_show_words_of_its_pages(tmp_path):
    walk = begin(tmp_path)
    walk.run(walk.importing)
    with open_preview(walk) as preview:
        for moment in preview_moments(walk):
            tree = LexborHTMLParser(preview.answer(PAGE).body.decode())
            shown, words = (
                bare(tree.body.text()),
                page_picture.words_of((PICTURES / f"{moment}.png").read_bytes()),
            )
            # The button of the colours is named by its script.
            assert [word for word in words if word not in shown and word != "深色"] == [], (
                f"{moment}: {REMAKE}"
            )
            assert len(words) > 10, moment


def test_the_three_moments_of_the_preview_differ_as_their_descriptions_say():
    words = {
        name: "".join(page_picture.words_of((PICTURES / f"page-{name}.png").read_bytes()))
        for name in ("drafts", "finished", "error")
    }
    assert words["drafts"].count("草稿，未确认") == 2
    assert "草稿" not in words["finished"]
    assert "15,206" in words["error"]
    assert "改法" in words["error"]


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_drawing_says_that_it_is_one_and_its_marks_are_explained(name):
    ((file, alt, _),) = [placed for placed in PLACED if Path(placed[2]).stem == name]
    tree = ET.parse(PICTURES / f"{name}.svg")  # noqa: S314 -- our own file
    texts = [node.text for node in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert "示意图，不是截图" in texts
    assert alt.startswith("示意图：")
    numbers = [
        MARKS[int(text) - 1]
        for node, text in zip(tree.iter("{http://www.w3.org/2000/svg}text"), texts, strict=True)
        if node.get("text-anchor") == "middle" and text.isdecimal()
    ]
    explained = re.findall(rf"^- ([{MARKS}]) ", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(numbers) == sorted(mark for mark in MARKS if mark in alt)
    assert set(numbers) <= set(explained)


@pytest.mark.parametrize("name", sorted({name for _, _, name in PLACED}))
def test_a_picture_is_small_and_knows_its_size(name):
    data = (PICTURES / name).read_bytes()
    width, height = picture_size(data)
    assert len(data) <= MOST_BYTES
    assert 300 <= width <= 520
    assert height <= 700


def test_every_picture_is_told_in_words_too():
    assert [name for _, alt, name in PLACED if not 15 <= len(alt) <= 120] == []
