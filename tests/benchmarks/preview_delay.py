"""Measures the preview: from saving a file to the changed page being served, and to the first page.

Each edit changes a record of one content file and adds a sentence to it, and the page is asked for over HTTP
as a browser does. The aims: half a second on the real content, a second and a half at two thousand pages.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PROJECT = Path(__file__).parents[2]
# Seconds that an editor may have to wait, with the real content and with a large one.
LIMIT, LIMIT_OF_LARGE = 0.5, 1.5
# Pages that one made-up topic file stands for.
PAGES_OF_FILE = 6.4
# Kind of page, and where it stands for a content file of a region, a year and a topic.
PAGES = {
    "主题": "{region}/{year}/{topic}/",
    "年份": "{region}/{year}/",
    "地区": "{region}/",
    "首页": "",
    "承诺追踪": "tracker/",
    "对比": "comparison/",
    "搜索": "search/",
    "数据": "data/",
}


def main() -> int:
    """Measure the real content and a made-up one, and print a table for each; 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description="测量预览：从保存文件到看见改动。超出上限时退出码为 1。")
    parser.add_argument("--edits", type=int, default=8, help="每一种页面改几次")
    parser.add_argument("--pages", type=int, default=2000, help="虚构内容约有多少页；0 表示只测现有内容")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ledger-measure-") as scratch:
        real, made_up = Path(scratch) / "real" / "content", Path(scratch) / "made-up" / "content"
        shutil.copytree(PROJECT / "content", real)
        is_good = _measure("现有内容", real, options.edits, LIMIT)
        if options.pages:
            program = PROJECT / "tests" / "corpus" / "make_corpus.py"
            command = [sys.executable, program, made_up, str(round(options.pages / PAGES_OF_FILE))]
            subprocess.run(command, env=_environment(), check=True)
            is_good = _measure("虚构内容", made_up, options.edits, LIMIT_OF_LARGE) and is_good
    print("都在上限以内。" if is_good else "有页面超出上限。")
    return 0 if is_good else 1


def _environment() -> dict[str, str]:
    sources = os.pathsep.join((str(PROJECT / "hooks"), str(PROJECT)))
    return {**os.environ, "PYTHONPATH": sources, "PYTHONUTF8": "1"}


def _measure(name: str, content: Path, edits: int, limit: float) -> bool:
    start = time.perf_counter()
    is_good = True
    with _serving(content) as (address, process):
        pages = _pages(address)
        seconds = time.perf_counter() - start
        print(f"{name}：{pages} 页，启动到第一页 {seconds:.1f} 秒，上限 {limit} 秒（按中位算）")
        print("  页面\t中位\t最慢\t处理器\t结果")
        files = sorted((content / "regions").glob("*/*/*.md"))
        for kind, place in PAGES.items():
            chosen = [files[number * len(files) // edits] for number in range(edits)]
            times = [_edit(address, file, place, process) for file in chosen]
            seen, busy = zip(*times, strict=True)
            holds = statistics.median(seen) <= limit
            is_good = is_good and holds
            middle = statistics.median(seen), max(seen), statistics.median(busy)
            words = "\t".join(f"{seconds:.2f}" for seconds in middle)
            print(f"  {kind}\t{words}\t{'合格' if holds else '超出'}", flush=True)
    return is_good


def _pages(address: str) -> int:
    summary = _get(f"{address}data/summary.json").decode()
    return int(summary.partition('"pages": ')[2].split()[0].rstrip(","))


@contextmanager
def _serving(content: Path) -> Iterator[tuple[str, int]]:
    command = [sys.executable, "-u", "-m", "ledger", "serve", "--content", content, "--port", "0"]
    process = subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert process.stdout is not None
        yield next(line for line in process.stdout if "http://" in line).split()[1], process.pid
    finally:
        process.terminate()
        process.wait()


def _edit(address: str, file: Path, place: str, process: int) -> tuple[float, float]:
    """Change a file, and return the seconds until the page is there and those of the processor meanwhile."""
    region, year, topic = file.parts[-3], file.parts[-2], file.stem
    text = file.read_text(encoding="utf-8")
    page = f"{address}{place.format(region=region, year=year, topic=topic)}"
    # A record and a sentence: what is listed, exported and searched changes too.
    changed = re.sub(r"text: (?=[\u4e00-\u9fff])", "text: 又", f"{text}\n又记一句。\n", count=1)
    try:
        _get(page)
        start, busy = time.perf_counter(), _busy(process)
        file.write_text(changed, encoding="utf-8")
        served = _get(page).decode()
        seconds, busy = time.perf_counter() - start, _busy(process) - busy
    finally:
        file.write_text(text, encoding="utf-8")
    # The other kinds show no narrative; that they are made from the new text is what the tests hold.
    if "{topic}" in place and "又记一句。" not in served:
        sys.exit(f"{page} 没有显示改动，测量停止。")
    return seconds, busy


def _busy(process: int) -> float:
    """Tell how long a process had the processor, in seconds; not a number where the system does not tell."""
    with suppress(OSError):
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return float("nan")


def _get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=120) as answer:
        data: bytes = answer.read()
    return data


if __name__ == "__main__":
    sys.exit(main())
