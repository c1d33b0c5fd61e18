"""Measures how soon a reader with an ordinary phone on a slow line can read every type of page.

Run as ``python -m tests.benchmarks.page_speed``. Bytes and requests are exact; times are the middle one of
several runs with an empty cache, on a line and a processor that the browser slows down by itself.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from ledger import cli
from tests.benchmarks.line import MOBILE, SLOWEST, Line
from tests.benchmarks.site_server import serving
from tests.benchmarks.tables import print_table
from tests.browser.setup_browser import find_chromium
from tests.sites.page_types import CHART, page_types
from tests.sites.weights import ICON, FirstView, file_of, first_view

PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 3,
}
# A task of the processor that is longer than this keeps the reader's finger waiting.
LONG_TASK = 50
# The page counts as at rest after this many milliseconds without a new event.
REST = 1000
OBSERVE = """() => {
  const told = window.told = {fcp: 0, lcp: 0, cls: 0, tasks: [], last: 0};
  const watch = (type, take) => new PerformanceObserver((list) => {
    told.last = performance.now();
    list.getEntries().forEach(take);
  }).observe({type, buffered: true});
  watch('paint', (one) => { if (one.name === 'first-contentful-paint') told.fcp = one.startTime; });
  watch('largest-contentful-paint', (one) => { told.lcp = one.startTime; });
  watch('layout-shift', (one) => { if (!one.hadRecentInput) told.cls += one.value; });
  watch('longtask', (one) => told.tasks.push([one.startTime, one.duration]));
}"""
AT_REST = "(rest) => told.fcp > 0 && told.lcp > 0 && performance.now() - told.last > rest"


@dataclass(frozen=True)
class Times:
    """When a page was there.

    Args:
        fcp: seconds until the first text or picture.
        lcp: seconds until the largest one.
        tbt: milliseconds of long tasks beyond their first 50, after the first paint.
        cls: how far things jumped.
    """

    fcp: float
    lcp: float
    tbt: float
    cls: float


@dataclass(frozen=True)
class Measured:
    """A page with all that was measured of it."""

    address: str
    chart: str
    view: FirstView
    times: Times


@dataclass(frozen=True)
class Column:
    """A column of the table: its name, how it is read, how it is written, and the most that it may be."""

    name: str
    read: Callable[[Measured], float]
    form: str
    most: float | None = None


COLUMNS = (
    Column("页面KB", lambda one: one.view.page, ".1f", 200),
    Column("首屏KB", lambda one: one.view.total, ".1f", 65),
    Column("脚本KB", lambda one: one.view.scripts, ".1f", 40),
    Column("请求", lambda one: one.view.requests, ".0f", 6),
    Column("外站", lambda one: len(one.view.foreign), ".0f", 0),
    Column("首次显示(秒)", lambda one: one.times.fcp, ".2f", 0.75),
    Column("最大内容(秒)", lambda one: one.times.lcp, ".2f", 1.2),
    Column("阻塞(毫秒)", lambda one: one.times.tbt, ".0f", 50),
    Column("跳动", lambda one: one.times.cls, ".3f", 0.02),
)
SLOW_COLUMNS = (Column("首次显示(秒)", lambda one: one.times.fcp, ".2f", 5),)


def main() -> int:
    """Measure the site asked for, print both tables, and tell by the exit code whether every page passes."""
    parser = argparse.ArgumentParser(description="测量每一类页面的字节数和显示速度。")
    parser.add_argument("--site", type=Path, help="已经生成好的网站；不写就先生成一个")
    parser.add_argument("--runs", type=int, default=3, help="每页测几次，取中位数（默认 3）")
    asked = parser.parse_args()
    program = find_chromium()
    if program is None:
        sys.exit("没有找到 Chromium，请先运行：python tests/browser/setup_browser.py")
    with tempfile.TemporaryDirectory(prefix="ledger-speed-") as scratch, sync_playwright() as playwright:
        site = asked.site or _build(Path(scratch) / "site")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with serving(site) as root:
            mobile = _measure_all(browser, site, root, MOBILE, asked.runs)
            slowest = _measure_all(browser, site, root, SLOWEST, asked.runs)
        browser.close()
    print()
    passes = _report("手机，1.6 Mbps，往返 150 毫秒，处理器慢 4 倍，没有缓存", mobile, COLUMNS)
    passes &= _report("很慢的线路：400 kbps，往返 400 毫秒，处理器慢 4 倍，没有缓存", slowest, SLOW_COLUMNS)
    print("KB 是 gzip 压缩后的 1024 字节；首屏是读者点任何东西之前载入的全部文件。")
    print("时间受同一台机器上别的程序影响；建立连接（和 HTTPS 握手）的往返不算在内。")
    return 0 if passes else 1


def _build(site: Path) -> Path:
    if cli.main(["build", "--site-dir", str(site)]):
        sys.exit("没有生成网站，测量停止。")
    return site


def _measure_all(browser: Browser, site: Path, root: str, line: Line, runs: int) -> list[Measured]:
    measured = []
    for address in page_types(site).values():
        print(f"正在测量 {line.down // 1000} kbps：/{address} …", file=sys.stderr, flush=True)
        loads = [_load(browser, root + address, line) for _ in range(runs)]
        has_chart = CHART in file_of(site, address).read_text(encoding="utf-8")
        measured.append(
            Measured(
                f"/{address}",
                "在页面里" if has_chart else "",
                first_view(site, root, loads[0][1]),
                _middle([times for times, _ in loads]),
            )
        )
    return measured


def _load(browser: Browser, url: str, line: Line) -> tuple[Times, list[str]]:
    context = browser.new_context(locale="zh-CN", **PHONE)
    page = context.new_page()
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.add_init_script(f"({OBSERVE})()")
    line.apply(page)
    page.goto(url, wait_until="networkidle")
    page.wait_for_function(AT_REST, arg=REST)
    told = page.evaluate("window.told")
    urls.append(page.evaluate(ICON))
    context.close()
    blocked = sum(
        max(0, length - LONG_TASK) for start, length in told["tasks"] if start + length > told["fcp"]
    )
    return Times(told["fcp"] / 1000, told["lcp"] / 1000, blocked, told["cls"]), urls


def _middle(loads: Sequence[Times]) -> Times:
    return Times(
        *(statistics.median(getattr(one, name) for one in loads) for name in Times.__dataclass_fields__)
    )


def _report(title: str, measured: Sequence[Measured], columns: Sequence[Column]) -> bool:
    over = {
        one.address: [column.name for column in columns if column.read(one) > column.most] for one in measured
    }
    cells = {one.address: [f"{column.read(one):{column.form}}" for column in columns] for one in measured}
    rows = [[one.address, *cells[one.address], one.chart, _verdict(over[one.address])] for one in measured]
    limits = ["（不超过）", *(f"{column.most:g}" for column in columns), "", ""]
    print_table(title, ["页面", *(column.name for column in columns), "图", "结果"], [limits, *rows])
    passed = sum(not names for names in over.values())
    print(f"{len(over)} 类页面，{passed} 类合格。负载 {os.getloadavg()[0]:.1f}（高于 1 时时间不可信）。\n")
    return passed == len(over)


def _verdict(names: Sequence[str]) -> str:
    return f"超出：{'、'.join(names)}" if names else "合格"


if __name__ == "__main__":
    sys.exit(main())
