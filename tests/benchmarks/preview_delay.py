"""Measures the preview: from saving a file to the changed page being served, and to the first page.

Each edit adds a sentence to one content file, and the page is asked for over HTTP as a browser does. The aims
are half a second on the real content and a second and a half at two thousand pages.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).parents[2]
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


def main() -> None:
    """Measure the real content and a made-up one, and print a table for each."""
    parser = argparse.ArgumentParser(description="测量预览：从保存文件到看见改动。")
    parser.add_argument("--edits", type=int, default=8, help="每一种页面改几次")
    parser.add_argument("--files", type=int, default=315, help="虚构内容的主题文件数，315 个约 2000 页")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ledger-measure-") as scratch:
        real, made_up = Path(scratch) / "real" / "content", Path(scratch) / "made-up" / "content"
        shutil.copytree(PROJECT / "content", real)
        program = PROJECT / "tests" / "corpus" / "make_corpus.py"
        command = [sys.executable, program, made_up, str(options.files)]
        subprocess.run(command, env=_environment(), check=True)
        for name, content in (("现有内容", real), (f"{options.files} 个主题文件", made_up)):
            _measure(name, content, options.edits)


def _environment() -> dict[str, str]:
    sources = os.pathsep.join((str(PROJECT / "hooks"), str(PROJECT)))
    return {**os.environ, "PYTHONPATH": sources, "PYTHONUTF8": "1"}


def _measure(name: str, content: Path, edits: int) -> None:
    start = time.perf_counter()
    with _serving(content) as address:
        pages = _pages(address)
        print(f"{name}（{pages} 页），启动到第一页 {time.perf_counter() - start:.1f} 秒")
        files = sorted((content / "regions").glob("*/*/*.md"))
        for kind, place in PAGES.items():
            chosen = [files[number * len(files) // edits] for number in range(edits)]
            times = [_edit(address, file, place) for file in chosen]
            print(f"  {kind}: 中位 {statistics.median(times):.2f} 秒，最慢 {max(times):.2f} 秒", flush=True)


def _pages(address: str) -> int:
    summary = _get(f"{address}data/summary.json").decode()
    return int(summary.partition('"pages": ')[2].split()[0].rstrip(","))


@contextmanager
def _serving(content: Path) -> Iterator[str]:
    command = [sys.executable, "-u", "-m", "ledger", "serve", "--content", content, "--port", "0"]
    process = subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert process.stdout is not None
        yield next(line for line in process.stdout if "http://" in line).split()[1]
    finally:
        process.terminate()
        process.wait()


def _edit(address: str, file: Path, place: str) -> float:
    region, year, topic = file.parts[-3], file.parts[-2], file.stem
    text = file.read_text(encoding="utf-8")
    page = f"{address}{place.format(region=region, year=year, topic=topic)}"
    try:
        _get(page)
        start = time.perf_counter()
        file.write_text(f"{text}\n又记一句。\n", encoding="utf-8")
        served = _get(page).decode()
        seconds = time.perf_counter() - start
    finally:
        file.write_text(text, encoding="utf-8")
    # The other kinds show no narrative; that they are made from the new text is what the tests hold.
    if "{topic}" in place and "又记一句。" not in served:
        sys.exit(f"{page} 没有显示改动，测量停止。")
    return seconds


def _get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=120) as answer:
        data: bytes = answer.read()
    return data


if __name__ == "__main__":
    main()
