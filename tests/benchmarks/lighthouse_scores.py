"""Lets Lighthouse judge every type of page at its heaviest, as on a phone on a slow line.

Run as ``python -m tests.benchmarks.lighthouse_scores``. Lighthouse is a program for Node; it is installed on
demand, exactly as ``lighthouse/package-lock.json`` says, into the folder of caches.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger import cli
from tests.benchmarks.site_server import serving
from tests.benchmarks.tables import print_table
from tests.browser.setup_browser import find_chromium
from tests.sites.page_types import page_types

PROJECT = Path(__file__).parents[2]
LOCK = Path(__file__).parent / "lighthouse"
INSTALLED = PROJECT / ".cache" / "lighthouse"
PROGRAM = INSTALLED / "node_modules" / "lighthouse" / "cli" / "index.js"
# The least of each category, of 100.
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
NAMES = ("性能", "无障碍", "最佳做法", "搜索引擎")
NO_NODE = """没有找到 node 和 npm，没有测。Lighthouse 需要 Node.js 22.19 或更新的版本：
  · Debian：sudo apt-get install nodejs npm
  · 其他系统：从 Node.js 官方网站下载安装
然后重新运行同一条命令。"""


@dataclass(frozen=True)
class Judged:
    """What Lighthouse says of a page.

    Args:
        address: below the site's root.
        scores: of 100, in the order of `LEAST`.
        reasons: what cost points.
    """

    address: str
    scores: tuple[int, ...]
    reasons: tuple[str, ...]

    @property
    def passes(self) -> bool:
        """Whether no score is too low."""
        return all(score >= least for score, least in zip(self.scores, LEAST.values(), strict=True))


def main() -> int:
    """Judge the site asked for, print the table, and tell by the exit code whether every page passes."""
    parser = argparse.ArgumentParser(description="用 Lighthouse 给每一类页面打分。")
    parser.add_argument("--site", type=Path, help="已经生成好的网站；不写就先生成一个")
    asked = parser.parse_args()
    program = find_chromium()
    if program is None:
        sys.exit("没有找到 Chromium，请先运行：python tests/browser/setup_browser.py")
    _install()
    with tempfile.TemporaryDirectory(prefix="ledger-lighthouse-") as scratch:
        site = asked.site or _build(Path(scratch) / "site")
        with serving(site) as root:
            judged = [_judge(root, address, program, Path(scratch)) for address in page_types(site).values()]
    _report(judged)
    return 0 if all(one.passes for one in judged) else 1


def _install() -> None:
    if not shutil.which("node") or not shutil.which("npm"):
        sys.exit(NO_NODE)
    wanted = (LOCK / "package-lock.json").read_bytes()
    stamp = INSTALLED / "package-lock.json"
    if PROGRAM.is_file() and stamp.is_file() and stamp.read_bytes() == wanted:
        return
    print("正在安装 Lighthouse（第一次约需一分钟）…", file=sys.stderr, flush=True)
    INSTALLED.mkdir(parents=True, exist_ok=True)
    shutil.copy(LOCK / "package.json", INSTALLED)
    stamp.write_bytes(wanted)
    done = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=INSTALLED,
        check=False,
    )
    if done.returncode:
        shutil.rmtree(INSTALLED)
        sys.exit("Lighthouse 没有装好。请检查网络和 npm 的镜像设置，然后重新运行。")


def _build(site: Path) -> Path:
    if cli.main(["build", "--site-dir", str(site)]):
        sys.exit("没有生成网站，没有测。")
    return site


def _judge(root: str, address: str, chromium: Path, scratch: Path) -> Judged:
    print(f"正在打分：/{address} …", file=sys.stderr, flush=True)
    report = scratch / "report.json"
    command = [
        "node",
        str(PROGRAM),
        root + address,
        "--quiet",
        "--locale=zh",
        "--no-enable-error-reporting",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(LEAST)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    done = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": str(chromium)},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{done.stderr[-2000:]}\nLighthouse 没有测完 /{address}。")
    told = json.loads(report.read_text(encoding="utf-8"))
    categories = [told["categories"][name] for name in LEAST]
    reasons = [
        told["audits"][part["id"]]["title"]
        for category in categories
        for part in category["auditRefs"]
        if part["weight"] and (told["audits"][part["id"]]["score"] or 0) < 0.9
        if told["audits"][part["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}
    ]
    scores = tuple(round(100 * (category["score"] or 0)) for category in categories)
    return Judged(f"/{address}", scores, tuple(dict.fromkeys(reasons)))


def _report(judged: Sequence[Judged]) -> None:
    rows = [
        [one.address, *map(str, one.scores), "合格" if one.passes else f"不合格：{'；'.join(one.reasons)}"]
        for one in judged
    ]
    limits = ["（不低于）", *map(str, LEAST.values()), ""]
    print_table("Lighthouse，手机，模拟的慢线路（百分制）", ["页面", *NAMES, "结果"], [limits, *rows])
    print(f"{len(judged)} 类页面，{sum(one.passes for one in judged)} 类合格。")


if __name__ == "__main__":
    sys.exit(main())
