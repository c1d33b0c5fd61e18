"""The picture of a shared link: 1200 × 630 pixels, the same bytes on every machine."""

import hashlib
import os
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from charts import picture
from charts.drawing import draw
from charts.picture import HIGHEST, MARK, Picture, draw_pictures, fits
from tests.charts.examples import all_charts, example_chart, parsed

ROOT = Path(__file__).parents[2]
WORDS = Picture("甲县2023年", "2 个有目标的数字里，全部达到目标。", "小账", "账面截止日 2024年6月30日")
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 {}"></svg>'


@pytest.fixture(scope="module")
def whole():
    return replace(WORDS, drawing=draw([example_chart("verdict_shares")])[0])


@pytest.fixture
def sheets(monkeypatch):
    """What the renderer is given, in the order of drawing."""
    given = []
    really = picture.vl_convert.svg_to_png

    def record(svg, **options):
        given.append(svg)
        return really(svg, **options)

    monkeypatch.setattr(picture.vl_convert, "svg_to_png", record)
    return given


@pytest.mark.parametrize("height", [31, HIGHEST])
def test_a_picture_has_the_size_that_crawlers_ask_for(height):
    (drawn,) = draw_pictures([replace(WORDS, drawing=DRAWING.format(height))])

    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", drawn[16:24]) == (1200, 630)


def test_packing_leaves_every_pixel_as_it_was(monkeypatch, whole):
    drawn = []
    really = picture.vl_convert.svg_to_png
    monkeypatch.setattr(
        picture.vl_convert, "svg_to_png", lambda svg, **more: drawn.append(really(svg, **more)) or drawn[-1]
    )
    (packed,) = draw_pictures([whole])

    assert len(packed) < len(drawn[0]) * 0.6
    assert pixels(packed) == pixels(drawn[0])


def pixels(png):
    """The rows of a picture, unpacked; every chunk must be whole."""
    place, rows = 8, b""
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        kind, body = png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        assert struct.unpack(">I", png[place + 8 + length : place + 12 + length])[0] == zlib.crc32(
            kind + body
        )
        rows += body if kind == b"IDAT" else b""
        place += 12 + length
    assert kind == b"IEND"
    return zlib.decompress(rows)


def test_equal_pictures_are_equal_bytes_and_others_are_not(whole):
    first, second, other, bare = draw_pictures([whole, whole, replace(whole, day="另一天"), WORDS])

    assert first == second
    assert len({first, other, bare}) == 3


def test_a_picture_is_kept_from_build_to_build(tmp_path, sheets, whole):
    first = draw_pictures([whole, WORDS], tmp_path)
    second = draw_pictures([whole, WORDS], tmp_path)
    draw_pictures([replace(whole, title="乙市")], tmp_path)

    assert first == second
    assert len(sheets) == 3


def test_the_renderer_is_asked_for_no_letters(sheets, whole):
    draw_pictures([whole, *(replace(whole, drawing=drawing) for drawing in draw(all_charts()))])

    assert len(sheets) > 5
    assert not [sheet for sheet in sheets if "<text" in sheet]


def test_long_words_end_before_they_run_into_something(sheets):
    draw_pictures([replace(WORDS, title="长" * number, sentence="话" * number) for number in (300, 400)])
    short, long = sheets

    assert short == long


def test_a_chart_is_too_high_where_its_words_would_be_too_small():
    assert [fits(DRAWING.format(height)) for height in (31, HIGHEST, HIGHEST + 1)] == [True, True, False]


def test_the_mark_is_that_of_the_site():
    mark = parsed((ROOT / "docs/assets/images/mark.svg").read_text(encoding="utf-8"))
    assert [path.get("d") for path in mark] == list(MARK.values())


# Prints the hash of our picture, and of one whose words the renderer would set.
ELSEWHERE = """
import hashlib, sys, vl_convert
from charts.picture import Picture, draw_pictures
word = '<text y="20" font-family="' + sys.argv[1] + '">承诺</text>'
svg = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="30">' + word + "</svg>"
drawn = draw_pictures([Picture(*sys.argv[2:])])[0]
print(*(hashlib.sha256(png).hexdigest() for png in (drawn, vl_convert.svg_to_png(svg))))
"""


@pytest.mark.slow
def test_a_machine_without_fonts_draws_the_same_bytes(tmp_path, whole):
    fields = (whole.title, whole.sentence, whole.site, whole.day, whole.drawing)
    (tmp_path / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><dir>{tmp_path}</dir></fontconfig>",
        encoding="utf-8",
    )
    bare = {"HOME": str(tmp_path), "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    # make test installs a Chinese font; without one here, nothing would tell the two machines apart.
    command = ["fc-list", ":lang=zh", "--format", "%{family[0]}\n"]
    font = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()[0]
    hashes = [_elsewhere((font, *fields), environment) for environment in ({}, bare)]

    assert hashes[0][0] == hashes[1][0] == hashlib.sha256(draw_pictures([whole])[0]).hexdigest()
    # Otherwise equal bytes would mean nothing.
    assert hashes[0][1] != hashes[1][1]


def _elsewhere(fields, environment):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), **environment}
    command = [sys.executable, "-c", ELSEWHERE, *fields]
    return subprocess.run(
        command, check=True, capture_output=True, encoding="utf-8", env=environment
    ).stdout.split()
