"""Measures what a first search costs a phone: bytes and seconds, on the real site and on one of 2,000 pages.

The phone, its line and the server are those of `page_speed`.
"""

import argparse
import contextlib
import gzip
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, Page, Response, expect, sync_playwright

from ledger import cli
from tests.benchmarks.line import MOBILE
from tests.benchmarks.site_server import serving
from tests.browser.setup_browser import find_chromium
from tests.corpus.make_corpus import make_corpus

PROJECT = Path(__file__).parents[2]
QUERIES = ("献血", "高血压", "高雪压", "51.2%", "2023年 家庭医生", "精神障碍患者管理", "看病费用涨了多少")
ABOUT_2000_PAGES = 315
MOST_KB = 200
MOST_SECONDS = 2


@dataclass
class Cost:
    """What one first search took.

    Args:
        seconds: from the question to the first result; the page itself was open.
        opened: from an address with a question, nothing kept, to the first result.
        sizes: compressed bytes of everything that the second way loaded, by file.
    """

    seconds: float = 0
    opened: float = 0
    sizes: dict[str, int] = field(default_factory=dict)

    @property
    def kilobytes(self) -> float:
        """All of it."""
        return sum(self.sizes.values()) / 1024

    @property
    def index(self) -> float:
        """The index alone, without the page, its style and its scripts."""
        return sum(size for name, size in self.sizes.items() if name.startswith("search/")) / 1024


def main() -> None:
    """Measure the real site and a large one, or folders that were built before."""
    parser = argparse.ArgumentParser(description="测量第一次搜索要载入多少、要等多久。")
    parser.add_argument("sites", type=Path, nargs="*", help="已经生成好的网站；不写就现在生成两个")
    sites: list[Path] = parser.parse_args().sites
    with tempfile.TemporaryDirectory(prefix="ledger-search-") as scratch, _browser() as browser:
        for site in sites or _built(Path(scratch)):
            _report(site, [_measure(browser, site, query) for query in QUERIES])


def _built(scratch: Path) -> Iterator[Path]:
    shutil.copytree(PROJECT / "content", scratch / "real" / "content")
    make_corpus(scratch / "large" / "content", ABOUT_2000_PAGES)
    for name in ("real", "large"):
        content, site = scratch / name / "content", scratch / name / "site"
        with contextlib.redirect_stdout(sys.stderr):
            exit_code = cli.main(["build", "--content", str(content), "--site-dir", str(site)])
        if exit_code:
            sys.exit("没有生成网站，测量停止。")
        yield site


@contextlib.contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])


def _measure(browser: Browser, site: Path, query: str) -> Cost:
    cost = Cost()
    with serving(site) as root:
        page = _slow_page(browser)
        page.goto(f"{root}search/", wait_until="networkidle")
        page.get_by_role("searchbox").fill(query)
        start = time.perf_counter()
        page.get_by_role("searchbox").press("Enter")
        cost.seconds = _until_answered(page, start)
        page.context.close()

        page = _slow_page(browser)
        page.on("response", lambda response: _weigh(response, root, cost))
        start = time.perf_counter()
        page.goto(f"{root}search/?q={quote(query)}", wait_until="commit")
        cost.opened = _until_answered(page, start)
        page.wait_for_load_state("networkidle")
        page.context.close()
    return cost


def _until_answered(page: Page, start: float) -> float:
    # The made-up places may have no such figure; to be told so takes as long.
    answer = page.locator(".search-title:visible, .search-none:visible").first
    expect(answer).to_be_visible(timeout=20_000)
    return time.perf_counter() - start


def _weigh(response: Response, root: str, cost: Cost) -> None:
    name = urlsplit(response.url.removeprefix(root)).path or "/"
    cost.sizes[name] = int(response.headers["content-length"])


def _slow_page(browser: Browser) -> Page:
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    MOBILE.apply(page)
    return page


def _report(site: Path, costs: list[Cost]) -> None:
    files = list((site / "search").glob("*.js"))
    packed = sum(len(gzip.compress(file.read_bytes())) for file in files) / 1024
    print(f"{len(list(site.rglob('index.html')))} 个页面，索引 {len(files)} 个文件，压缩后共 {packed:.0f} KB")
    print("  到第一条结果：载入 KB（其中索引）、打开带问题的地址用的秒数、在打开的页面上按下回车后的秒数")
    for query, cost in zip(QUERIES, costs, strict=True):
        times = f"{cost.opened:.2f} 秒 {cost.seconds:.2f} 秒"
        print(f"  {cost.kilobytes:.0f} KB（{cost.index:.0f} KB） {times} {query}")
    worst = max(cost.kilobytes for cost in costs)
    opened = statistics.median(cost.opened for cost in costs)
    slowest = max(cost.seconds for cost in costs)
    print(f"  最多 {worst:.0f} KB（限 {MOST_KB}），按下回车后最慢 {slowest:.2f} 秒（限 {MOST_SECONDS}），")
    print(f"  打开带问题的地址中位 {opened:.2f} 秒")


if __name__ == "__main__":
    main()
