"""What we draw and define ourselves: no words of content are computed or followed by a browser."""

import json
import re
from pathlib import Path

import pytest

from ledger.site import build_site
from tests.security.hostile_site import PROJECT, active, expressions, parse

CACHE = PROJECT / ".cache" / "charts"


def test_no_words_of_content_reach_what_vega_computes():
    files = build_site(PROJECT / "content", CACHE).assets
    specs = [
        json.loads(file) for name, file in files.items() if name.endswith(".json") and b"$schema" in file
    ]
    found = {part for spec in specs for part in expressions(spec)}
    assert len(specs) >= 40
    # Constants and names of our own fields; the words that readers see are data.
    assert {key for key, _ in found} <= {"expr", "filter"}
    assert [value for _, value in found if not re.fullmatch(r'"(datum\.)?[a-z0-9|!=. #\']*"', value)] == []


@pytest.mark.parametrize(
    "drawing", sorted((PROJECT / "docs").rglob("*.svg")), ids=lambda path: Path(path).stem
)
def test_our_own_drawings_only_draw(drawing):
    for root in parse(drawing.read_text(encoding="utf-8")):
        assert list(active(root)) == []
        assert [part.tag for part in root.iter() if "script" in str(part.tag) or "href" in part.attrib] == []
