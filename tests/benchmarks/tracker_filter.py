"""Measures the list of promises at a size: milliseconds for each choice, KB of its pages and of its rows.

Builds the pages of the list alone, of an artificial ledger and in the real frame, and chooses in a Chromium
whose processor is slowed down. A choice is measured from the event to the frame that shows what it found.
"""

import argparse
import gzip
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.setup_browser import find_chromium
from tests.corpus.make_corpus import make_corpus
from tests.sites.project_copy import write_project

PROMISES_OF_A_FILE = 5
# The whole of a site of this size takes minutes, most of them for drawings and pages that are not measured.
LIST_ALONE = """
from dataclasses import replace
from ledger.pages import chart_files
chart_files.draw = lambda charts, *_: ["<svg></svg>"] * len(charts)
chart_files.vega_bundle = lambda *_: b""
_whole = on_config
def on_config(config):
    config = _whole(config)
    site = config.extra["ledger_site"]
    pages = tuple(page for page in site.pages if page.uri.startswith("tracker/"))
    config.extra["ledger_site"] = replace(site, pages=pages)
    config.nav = None
    return config
"""
CHOOSE = """([name, value]) => new Promise((done) => {
  const select = document.querySelector(`select[name=${name}]`);
  const start = performance.now();
  select.value = value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
  // The first frame is still to be laid out when it is asked for; by the second it has been shown.
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""
CHOICES = """() => [...document.querySelectorAll('select')].map(
  (select) => [select.name, [...select.options].map((one) => one.value)])"""


def build_list(folder: Path, promises: int) -> Path:
    """Build the pages of the list and return the site's folder.

    Args:
        folder: where everything is written.
        promises: how many promises the ledger has.
    """
    make_corpus(folder / "content", promises // PROMISES_OF_A_FILE)
    project, site = write_project(folder / "project", LIST_ALONE), folder / "site"
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--site-dir", str(site)]
    environment = {"LEDGER_CONTENT": str(folder / "content"), "PYTHONPATH": ":".join(sys.path)}
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    return site


def times_of(page: Page, name: str, values: list[str]) -> Iterator[float]:
    """Choose every value of a filter, and all again after each.

    Args:
        page: the list.
        name: the filter.
        values: its values; the first is “all”.
    """
    for value in values[1:]:
        yield page.evaluate(CHOOSE, [name, value])
        yield page.evaluate(CHOOSE, [name, ""])


def measure(site: Path, slowing: float) -> dict[str, list[float]]:
    """Measure every choice of every filter, in milliseconds.

    Args:
        site: the built list.
        slowing: how many times slower the processor is made.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto((site / "tracker" / "index.html").as_uri())
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowing})
        choices = dict(page.evaluate(CHOICES))
        region = choices["region"][1]
        times = {"first (loads the rows)": [first_choice(page, region)]}
        page.evaluate(CHOOSE, ["region", ""])
        times |= {name: list(times_of(page, name, values)) for name, values in choices.items()}
        browser.close()
        return times


def first_choice(page: Page, region: str) -> float:
    """Measure the choice that has to load the file of rows first, in milliseconds.

    Args:
        page: the list.
        region: what to choose.
    """
    start = page.evaluate("performance.now()")
    page.evaluate(CHOOSE, ["region", region])
    page.wait_for_selector(".tracker-found .tracker > li")
    return page.evaluate("performance.now()") - start


def print_sizes(site: Path) -> None:
    """Print what the pages and the file of rows weigh.

    Args:
        site: the built list.
    """
    sizes = {
        path.relative_to(site).as_posix(): (path.stat().st_size, len(gzip.compress(path.read_bytes())))
        for path in [*sorted(site.glob("tracker/**/index.html")), site / "tracker" / "rows.js"]
    }
    parts = {name: size for name, size in sizes.items() if name.count("/") > 1}
    largest = max(parts, key=lambda name: parts[name][1], default=None)
    for name in ("tracker/index.html", largest, "tracker/rows.js"):
        if name:
            raw, packed = sizes[name]
            print(f"{name:40} {raw / 1000:8.1f} KB  gzip {packed / 1000:6.1f} KB")
    print(f"parts: {len(parts)}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="量承诺追踪页：每次筛选要多少毫秒，页面和数据文件有多大。")
    parser.add_argument("promises", type=int, nargs="?", default=5000, help="承诺有多少项")
    parser.add_argument("--slowing", type=float, default=4, help="处理器放慢几倍")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = build_list(Path(folder), options.promises)
        print_sizes(site)
        for name, times in measure(site, options.slowing).items():
            middle, worst = statistics.median(times), max(times)
            print(f"{name:24} {len(times):4} choices  median {middle:6.1f} ms  worst {worst:6.1f} ms")


if __name__ == "__main__":
    main()
