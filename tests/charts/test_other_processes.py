"""Drawing in programs and on machines that differ from this one."""

import hashlib
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from charts.drawing import draw
from tests.charts.examples import all_charts

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]


def test_program_that_cannot_be_started_twice_draws_alone(tmp_path):
    """A script without `if __name__ == "__main__"` makes spawned processes fail."""
    script = tmp_path / "script.py"
    script.write_text(
        "import json, pickle, sys\n"
        "from charts import drawing\n"
        "drawing.WORTH_WORKERS = 2\n"
        "print(json.dumps(drawing.draw(pickle.load(sys.stdin.buffer))))\n"
    )
    charts, environment = all_charts(), _environment(tmp_path)
    ran = subprocess.run(
        [sys.executable, script], check=True, capture_output=True, input=pickle.dumps(charts), env=environment
    )

    assert json.loads(ran.stdout) == draw(charts)


def test_fonts_of_the_machine_do_not_matter(tmp_path):
    """Another font changes what vl-convert itself makes of words, but not our drawings."""
    bare, rich = tmp_path / "bare", tmp_path / "rich"
    (rich / ".fonts").mkdir(parents=True)
    bare.mkdir()
    _make_wide_font(rich / ".fonts" / "wide.ttf")

    (bare_hash, bare_width), (rich_hash, rich_width) = map(_drawn_by_another_process, (bare, rich))

    assert bare_width != rich_width
    assert bare_hash == rich_hash == hashlib.sha256("".join(draw(all_charts())).encode()).hexdigest()


def _environment(home):
    return {**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT)}


MEASURING = """
import hashlib, pickle, re, sys, vl_convert
from charts.drawing import draw
print(hashlib.sha256("".join(draw(pickle.load(sys.stdin.buffer))).encode()).hexdigest())
axis = {"field": "name", "type": "nominal", "axis": {"labelLimit": 999}}
spec = {"data": {"values": [{"name": "家庭医生签约"}]}, "mark": "bar", "encoding": {"y": axis}}
spec["config"] = {"font": "PingFang SC"}
print(re.search('width="([0-9]+)', vl_convert.vegalite_to_svg(spec))[1])
"""


def _drawn_by_another_process(home):
    """The hash of all drawings, and the width of a chart whose axis is as wide as its Chinese words."""
    command = [sys.executable, "-c", MEASURING]
    charts = pickle.dumps(all_charts())
    ran = subprocess.run(command, check=True, capture_output=True, input=charts, env=_environment(home))
    return ran.stdout.decode().split()


def _make_wide_font(path):
    """A font with the first name of our font stack, whose characters are three times as wide as high."""
    from fontTools.fontBuilder import FontBuilder

    glyphs = {name: _triangle() for name in (".notdef", "wide")}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(dict.fromkeys([*range(0x20, 0x7F), *range(0x4E00, 0x9FFF)], "wide"))
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (3000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable(
        {"familyName": "PingFang SC", "styleName": "Regular", "psName": "PingFangSC-Regular"}
    )
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def _triangle():
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 800))
    pen.lineTo((3000, 0))
    pen.closePath()
    return pen.glyph()
