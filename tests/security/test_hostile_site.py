"""The last wall: pages, drawings and files made from a hostile ledger that no check has seen."""

import csv
import io
import json
import re
import struct
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.security.hostile_site import (
    NARRATED,
    PAYLOADS,
    POSITIONS,
    active,
    build_behind_the_checks,
    expressions,
    hostile,
    marked_ledger,
    one_line,
    parse,
    shapes,
    with_addresses,
)
from tests.sites.awkward_site import find_texts

pytestmark = pytest.mark.slow

ADDRESSES = [
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    'https://a.example/" onclick="alert(1)',
]
# What the heads of pages say to portals and those a link is shared with, in the words of a field alone.
TOLD = {"SiteName", "ArticleTitle", "ContentSource", "og:title", "og:site_name"}
ROUNDS = len(ADDRESSES)
SIZE = -(-len(PAYLOADS) // ROUNDS)


def text_of(mark, round_):
    """The hostile text of a field: its mark and the payloads whose turn it is."""
    start = (int(mark[2:]) + round_ * SIZE) % len(PAYLOADS)
    return mark + " ".join((PAYLOADS * 2)[start : start + SIZE])


def drawn_marks(site):
    """The marks whose texts charts draw."""
    specs = [path.read_text(encoding="utf-8") for path in site.rglob("*.json")]
    return {mark for spec in specs if "$schema" in spec for mark in re.findall(r"字段\d\d", spec)}


def narrative_of(round_):
    """Payloads in every construct of Markdown, in turns."""
    return "\n\n".join(
        form.format((PAYLOADS * 2)[(round_ * SIZE + number) % len(PAYLOADS)])
        for number, form in enumerate(list(POSITIONS.values()) * 2)
    )


@pytest.fixture(scope="module")
def patch():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="module")
def honest(tmp_path_factory, patch):
    """A site of the same shape whose texts are only marks."""
    folder = tmp_path_factory.mktemp("honest")
    content, ledger, _ = marked_ledger(folder)
    build_behind_the_checks(patch, content, ledger, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module", params=range(ROUNDS))
def site(request, tmp_path_factory, patch, honest):
    """A site whose every text is hostile, and the texts by their marks."""
    folder = tmp_path_factory.mktemp("hostile")
    content, ledger, marks = marked_ledger(folder)
    texts = {mark: text_of(mark, request.param) for mark in marks}
    # A chart refuses what is not one line of text, so what it draws comes without line ends.
    texts |= {mark: one_line(texts[mark]) for mark in drawn_marks(honest)}
    ledger = with_addresses(hostile(ledger, texts.__getitem__), ADDRESSES[request.param])
    files = tuple(replace(file, narrative=narrative_of(request.param)) for file in ledger.files)
    build_behind_the_checks(patch, content, replace(ledger, files=files), folder / "site")
    return folder / "site", texts


def pages_of(site):
    return {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}


def kept(text):
    """What HTML, Markdown and YAML keep of a text: neither blanks nor what cannot be seen."""
    return "".join(sign for sign in text if sign.isprintable() and sign not in {" ", "\ufffd"})


def strings(value):
    """All texts of data, without the names of its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        yield from strings(list(value.values()))


def test_nothing_is_active_and_every_text_is_text(site, honest):
    folder, texts = site
    pages, plain = pages_of(folder), pages_of(honest)
    assert set(pages) == set(plain)
    shown = set()
    expected = set().union(
        *(shapes(root) for path in plain.values() for root in parse(path.read_text("utf-8")))
    )
    for name, path in pages.items():
        for root in parse(path.read_text(encoding="utf-8")):
            assert list(active(root)) == [], name
            assert {tag for tag, _ in shapes(root) - expected} <= NARRATED, name
            for mark, said in find_texts(root):
                shown.add(mark)
                assert kept(said).startswith(kept(texts[mark])), (name, mark)
    everywhere = {mark for path in plain.values() for mark, _ in find_texts(parse(path.read_text())[0])}
    assert shown == everywhere
    assert len(shown) >= 50


def test_data_for_search_engines_say_what_was_written(site):
    folder, texts = site
    shown = set()
    for path in pages_of(folder).values():
        root = parse(path.read_text(encoding="utf-8"))[0]
        for script in root.iter("script"):
            told = json.loads(script.text) if "type" in script.attrib else {}
            for item in [told, *told.get("itemListElement", []), told.get("license", {})]:
                for mark in re.findall(r"^字段\d\d", item.get("name", "")):
                    shown.add(mark)
                    assert kept(item["name"]).startswith(kept(texts[mark]))
    assert len(shown) >= 5


def test_explained_words_are_text_where_they_stand(site):
    folder, texts = site
    page = folder / "awkward" / "2023" / "immunization" / "index.html"
    root = parse(page.read_text(encoding="utf-8"))[0]
    words = [
        (details.find("summary").text, details[1])
        for details in root.iter("details")
        if details.get("class") == "term"
    ]
    for word, note in words:
        assert kept(word) == kept(texts[word[:4]])
        assert {element.tag for element in note.iter()} <= {"span", "a"}
    assert len(words) >= 4


def test_scripts_made_of_content_are_one_call_with_data(site):
    folder, texts = site
    shown = set()
    files = [*sorted((folder / "search").glob("*.js")), folder / "tracker" / "rows.js"]
    assert len(files) >= 10
    for path in files:
        script = path.read_text(encoding="utf-8")
        call = re.fullmatch(
            r"(?:ledgerSearch\(\"(?:start|words|texts)\",\d+,|ledgerTracker\()(.*)\);?\s*", script, re.DOTALL
        )
        assert call, path.name
        # These two end a line of a script for browsers before 2019, also within a string.
        assert not set(script) & {"\u2028", "\u2029"}
        for text in strings(json.loads(call[1])):
            for mark in re.findall(r"^字段\d\d", text):
                shown.add(mark)
                # Other words may follow the text.
                assert kept(text)[:40] == kept(texts[mark])[:40], (path.name, mark)
    assert len(shown) >= 10


def test_heads_of_pages_say_what_was_written(site):
    folder, texts = site
    shown = set()
    for path in pages_of(folder).values():
        for element in parse(path.read_text(encoding="utf-8"))[0].find("head").iter("meta"):
            name, said = element.get("property") or element.get("name"), element.get("content", "")
            if name in TOLD and (mark := re.match(r"字段\d\d", said)):
                shown.add(name)
                assert kept(said).startswith(kept(texts[mark[0]]))
    assert shown == TOLD


def test_pictures_of_shared_links_are_drawn(site, honest):
    folder, _ = site
    pictures = {path.relative_to(folder) for path in folder.rglob("share.png")}
    # A chart that long words make too high for a picture stands in none.
    assert Path("share.png") in pictures
    assert pictures <= {path.relative_to(honest) for path in honest.rglob("share.png")}
    for name in pictures:
        # The signature of PNG, then width and height.
        start = (folder / name).read_bytes()[:24]
        assert start[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", start[16:]) == (1200, 630)


def test_drawings_and_their_definitions_hold_text_only(site, honest):
    folder, _ = site
    drawings = sorted(folder.rglob("*.svg"))
    assert len(drawings) >= 4
    for path in drawings:
        for root in parse(path.read_text(encoding="utf-8")):
            assert list(active(root)) == []
            names = {str(element.tag).rpartition("}")[2] for element in root.find("body").iter()}
            # Pictures of the guide set letters of two widths in one line.
            own = {"tspan"} if "editing" in path.parts else set()
            assert names <= {"body", "svg", "g", "path", "line", "text", "rect", "circle"} | own
    specs = [path for path in folder.rglob("*.json") if "$schema" in json.loads(path.read_text("utf-8"))]
    assert len(specs) >= 4
    for path in specs:
        spec = json.loads(path.read_text(encoding="utf-8"))
        twin = json.loads((honest / path.relative_to(folder)).read_text(encoding="utf-8"))
        assert spec.keys() == twin.keys()
        assert list(expressions(spec)) == list(expressions(twin))


def test_tables_hold_no_formulas(site):
    folder, _ = site
    for path in folder.rglob("*.csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
            assert [cell for cell in row if re.match(r"\s*[=@＝＠\t\r]", cell) and cell != "="] == []
    with zipfile.ZipFile(folder / "data/ledger.xlsx") as workbook:
        for name in workbook.namelist():
            if name.endswith(".xml"):
                root = ET.fromstring(workbook.read(name))  # noqa: S314 -- just made
                assert [part.tag for part in root.iter() if part.tag.endswith(("}f", "}hyperlink"))] == []
    ET.fromstring((folder / "sitemap.xml").read_bytes())  # noqa: S314 -- just made
