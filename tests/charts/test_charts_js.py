"""The script that makes charts interactive, in a real browser and under a strict content security policy."""

import functools
import html
import http.server
import json
import re
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from charts.bundle import vega_bundle
from charts.chart import to_json
from charts.drawing import draw
from charts.stylesheet import stylesheet
from tests.browser.setup_browser import find_chromium
from tests.charts.examples import all_charts

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = Path(__file__).parents[2] / "docs/assets/javascripts/charts.js"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'"
FAILED = "互动图没有打开，上面的图不受影响。"
UNABLE = "这个浏览器打不开互动图。"
WORDS = f'data-loading="正在载入" data-reading="点图看数" data-failed="{FAILED}" data-unable="{UNABLE}"'
# What the page would do with a reader: press every button, wait, and write down what is to be seen.
READER = """
const seen = { violations: [], errors: [], before: [], buttons: 0 };
document.addEventListener("securitypolicyviolation", (event) => seen.violations.push(event.blockedURI));
window.addEventListener("error", (event) => seen.errors.push(event.message));
window.addEventListener("unhandledrejection", (event) => seen.errors.push(String(event.reason)));
const all = (selector) => [...document.querySelectorAll(selector)];
window.addEventListener("load", async () => {
  seen.before = performance.getEntriesByType("resource").map((entry) => entry.name.split("/").pop());
  const buttons = all("button").filter((button) => !button.hidden);
  seen.buttons = buttons.length;
  buttons.forEach((button) => button.click());
  const notes = () => all(".chart-note").map((note) => note.textContent).filter((text) => text);
  const answered = () => buttons.length && notes().length === buttons.length && !notes().includes("正在载入");
  for (let n = 0; n < 400 && !answered(); n++) await new Promise((next) => setTimeout(next, 50));
  const said = (svg) => [svg.getAttribute("aria-label"), svg.getAttribute("width")];
  seen.live = all(".chart-live svg").map(said);
  seen.texts = all(".chart-live svg").map((svg) => svg.textContent);
  seen.colours = [...new Set(all(".chart-live [fill]").map((mark) => mark.getAttribute("fill")))];
  seen.drawings = all(".chart-drawing > svg").length;
  seen.notes = notes();
  seen.enabled = all("button").filter((button) => !button.hidden).length;
  seen.english = all("figure *").flatMap((part) => [...part.attributes])
    .filter((own) => own.name.startsWith("aria-") && /[a-z]{3}/i.test(own.value)).map((own) => own.value);
  seen.told = all(".chart-drawing").map((place) => {
    const note = place.parentNode.querySelector(".chart-note");
    place.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", cancelable: true }));
    return note && note.textContent;
  });
  seen.loaded = performance.getEntriesByType("resource").map((entry) => entry.name.split("/").pop());
  const result = document.createElement("pre");
  result.textContent = JSON.stringify(seen);
  document.body.prepend(result);
});
"""


@pytest.fixture(scope="module")
def chromium():
    program = find_chromium()
    if program is None:
        pytest.skip("没有找到 Chromium，请先运行：python tests/browser/setup_browser.py")
    return program


@pytest.fixture(scope="module")
def bundle():
    return vega_bundle()


@pytest.fixture
def folder(tmp_path, bundle):
    """A page with one chart of every form, and the files it needs."""
    charts = all_charts()
    figures = []
    for chart, drawing in zip(charts, draw(charts), strict=True):
        (tmp_path / f"{chart.form}.json").write_text(to_json(chart), "utf-8")
        figures.append(figure(f'data-spec="{chart.form}.json"', drawing))
    (tmp_path / "vega.js").write_bytes(bundle)
    (tmp_path / "charts.css").write_text(stylesheet())
    (tmp_path / "reader.js").write_text(READER)
    shutil.copy(SCRIPT, tmp_path / "charts.js")
    write_page(tmp_path, figures)
    return tmp_path


def figure(attributes, drawing, inside=""):
    return (
        f'<figure class="chart" {attributes} data-vega="vega.js">{inside}'
        f'<div class="chart-drawing" tabindex="0">{drawing}</div>'
        '<button class="chart-interact" type="button" hidden>看互动图</button></figure>'
    )


def write_page(folder, figures):
    (folder / "page.html").write_text(
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<link rel="stylesheet" href="charts.css"><body><div {WORDS}>{"".join(figures)}</div>'
        '<script src="reader.js"></script><script src="charts.js"></script>',
        "utf-8",
    )


def visit(chromium, folder, address=None):
    """What a reader sees who presses every button."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = address or f"http://127.0.0.1:{server.server_port}/page.html"
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
        options += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        options += [f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=30000", "--dump-dom"]
        ran = subprocess.run([chromium, *options, page], check=True, capture_output=True, timeout=120)
        server.shutdown()
    return json.loads(html.unescape(re.search("<pre>(.*?)</pre>", ran.stdout.decode(), re.DOTALL)[1]))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Keep the output of the tests readable."""


def test_every_form_becomes_interactive_without_any_violation(chromium, folder):
    seen = visit(chromium, folder)

    charts = all_charts()
    assert (seen["violations"], seen["errors"], seen["drawings"]) == ([], [], 0)
    assert sorted(seen["live"]) == sorted([chart.label, "100%"] for chart in charts)
    assert all(
        any(chart.spec["datasets"]["words"][0]["text"] in text for text in seen["texts"]) for chart in charts
    )
    assert seen["enabled"] == 0
    assert seen["english"] == []


def test_the_arrow_keys_go_through_what_a_chart_says(chromium, folder):
    """The first entry of every chart, with its value as published."""
    said = dict(zip((chart.form for chart in all_charts()), visit(chromium, folder)["told"], strict=True))

    assert said["target_actual"] == "家庭医生签约服务覆盖率，63.9%，目标 ≥70%"
    assert said["verdict_shares"] == "超过目标，12"
    assert said["disclosure"] == "家庭医生签约，12 / 5 / 3"


def test_colours_are_those_of_the_page(chromium, folder):
    colours = set(visit(chromium, folder)["colours"]) - {"none", "transparent"}

    assert colours
    assert all(colour.startswith("var(--chart-") for colour in colours)


def test_nothing_is_loaded_before_the_reader_asks(chromium, folder):
    assert set(visit(chromium, folder)["before"]) <= {"charts.css", "reader.js", "charts.js"}


@pytest.mark.parametrize("harm", ["no bundle", "bundle that does not run", "no specification", "no palette"])
def test_any_failure_keeps_the_drawing_and_says_so(chromium, folder, harm):
    if harm == "no bundle":
        (folder / "vega.js").unlink()
    elif harm == "bundle that does not run":
        (folder / "vega.js").write_text("let a = ;")
    elif harm == "no specification":
        (folder / "trend.json").unlink()
    else:
        (folder / "trend.json").write_text("{}")
    seen = visit(chromium, folder)

    failed = len(all_charts()) if "bundle" in harm else 1
    assert seen["drawings"] == failed == seen["enabled"]
    assert [note for note in seen["notes"] if note != "点图看数"] == [FAILED] * failed


def test_a_browser_that_cannot_read_the_bundle_does_not_load_it(chromium, folder):
    (folder / "old.js").write_text("delete Object.hasOwn;")
    page = folder / "page.html"
    page.write_text(page.read_text("utf-8").replace("<script ", '<script src="old.js"></script><script ', 1))
    seen = visit(chromium, folder)

    assert "vega.js" not in seen["loaded"]
    assert seen["notes"] == [UNABLE] * len(all_charts())
    assert seen["drawings"] == len(all_charts())


def test_script_asks_for_what_the_bundle_needs(bundle):
    """A browser that knows Object.hasOwn also reads ES2020; the bundle must not need anything newer."""
    script = bundle.decode()

    assert "Object.hasOwn(" in script
    for newer in (r"\?\?=", r"\|\|=", r"&&=", r"\.at\(-", "structuredClone", r"\bstatic\s*{", r"\(\?<[=!]"):
        assert not re.search(newer, script)


def test_opened_from_a_disk_only_charts_with_their_specification_offer_more(chromium, folder):
    chart = all_charts()[0]
    spec = to_json(chart).replace("<", r"\u003c")
    inside = f'<script type="application/json" class="chart-spec">{spec}</script>'
    (drawing,) = draw([chart])
    write_page(folder, [figure("", drawing, inside), figure('data-spec="trend.json"', drawing)])
    seen = visit(chromium, folder, (folder / "page.html").as_uri())

    assert seen["buttons"] == 1
    assert seen["live"] == [[chart.label, "100%"]]


def test_script_can_be_read_by_old_browsers():
    """Chrome 78 and iOS 13 know neither these operators nor these methods."""
    script = SCRIPT.read_text("utf-8")

    for newer in ("?.", "??", "||=", ".replaceAll(", ".at(", "replaceChildren", "static ", "#private"):
        assert newer not in script
