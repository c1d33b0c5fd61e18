"""Measures how the build grows with the content: time, CPU time and memory for sites of several sizes.

Builds a frozen copy of the project as its users do (`ledger build`), first from nothing, then again after one
corrected number. The growth tells more than the seconds: it should be that of the pages, not of their square.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from unicodedata import east_asian_width

PROJECT = Path(__file__).parents[2]
PARTS = ("charts", "content/dictionary", "docs", "hooks", "mkdocs.yml", "tests/corpus")
# The system counts in kibibytes, macOS in bytes.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Build:
    """One measured build.

    Args:
        topic_files: content files that it was made from.
        pages: HTML pages.
        charts: drawings offered beside the pages.
        megabytes: size of the site.
        seconds: time on the clock.
        cpu: seconds of work in all processes, user and system.
        memory: megabytes of the largest process at its largest.
    """

    topic_files: int
    pages: int
    charts: int
    megabytes: float
    seconds: float
    cpu: float
    memory: float


COLUMNS: dict[str, Callable[[Build], float]] = {
    "主题文件": lambda build: build.topic_files,
    "页面": lambda build: build.pages,
    "图": lambda build: build.charts,
    "网站(MB)": lambda build: build.megabytes,
    "用时(秒)": lambda build: build.seconds,
    "CPU(秒)": lambda build: build.cpu,
    "每页CPU(毫秒)": lambda build: 1000 * build.cpu / build.pages,
    "最大内存(MB)": lambda build: build.memory,
}


def main() -> None:
    """Measure the sizes asked for and print the table."""
    parser = argparse.ArgumentParser(description="测量生成大型网站所需的时间与内存。")
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 2000], help="主题文件数，由小到大")
    sizes: list[int] = parser.parse_args().sizes
    with tempfile.TemporaryDirectory(prefix="ledger-measure-") as scratch:
        project = _copy_project(Path(scratch) / "project")
        cold, edited = zip(*(_measure(project, Path(scratch), size) for size in sizes), strict=True)
    print()
    _print_table("从零生成（没有图的缓存）", cold)
    _print_table("改正一个数字以后重新生成", edited)
    print("用时受同一台机器上别的程序影响，CPU 较稳。增长与页面的倍数相近即为正常，与它的平方相近则有问题。")


def _measure(project: Path, scratch: Path, topic_files: int) -> tuple[Build, Build]:
    content, site = scratch / "content", scratch / "site"
    for folder in (content, site, project / ".cache"):
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{topic_files} 个主题文件：写出虚构内容…", flush=True)
    program = project / "tests" / "corpus" / "make_corpus.py"
    command = [sys.executable, program, content, str(topic_files)]
    subprocess.run(command, env=_environment(project), check=True)
    print(f"{topic_files} 个主题文件：从零生成…", flush=True)
    cold = _build(project, content, site, topic_files)
    print(f"{topic_files} 个主题文件：{cold.seconds:.0f} 秒，改正一个数字，重新生成…", flush=True)
    _correct_a_number(content)
    edited = _build(project, content, site, topic_files)
    print(f"{topic_files} 个主题文件：{edited.seconds:.0f} 秒", flush=True)
    return cold, edited


def _copy_project(copy: Path) -> Path:
    # The copy has a chart cache of its own, and does not change while it is being measured.
    copy.mkdir()
    for part in PARTS:
        if (PROJECT / part).is_dir():
            shutil.copytree(PROJECT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(PROJECT / part, copy / part)
    return copy


def _environment(project: Path) -> dict[str, str]:
    sources = os.pathsep.join((str(project / "hooks"), str(project)))
    return {**os.environ, "PYTHONPATH": sources, "PYTHONUTF8": "1"}


def _correct_a_number(content: Path) -> None:
    file = min((content / "regions").glob("*/*/*.md"))
    text = file.read_text(encoding="utf-8")
    # One that nothing else is worked out from, or the check would refuse the file.
    corrected = re.sub(
        r"(?<=value: )\d+\.\d+(?=\n    unit: 万人次)", lambda found: str(Decimal(found[0]) - 1), text, count=1
    )
    file.write_text(corrected, encoding="utf-8", newline="\n")


def _build(project: Path, content: Path, site: Path, topic_files: int) -> Build:
    command = [sys.executable, "-m", "ledger", "build", "--content", content, "--site-dir", site]
    environment = _environment(project)
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(f"{output.read().decode(errors='replace')}\n没有生成网站，测量停止。")
    files = [file for file in site.rglob("*") if file.is_file()]
    return Build(
        topic_files,
        sum(file.name == "index.html" for file in files),
        sum(file.suffix == ".svg" and file.with_suffix(".json").exists() for file in files),
        sum(file.stat().st_size for file in files) / 1e6,
        seconds,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss * MEMORY_UNIT / 1e6,
    )


def _print_table(title: str, builds: Sequence[Build]) -> None:
    rows = [[_number(value(build)) for value in COLUMNS.values()] for build in builds]
    if len(builds) > 1:
        ratios = (_ratio(value(builds[0]), value(builds[-1])) for value in COLUMNS.values())
        rows.append([f"{ratio} 倍" for ratio in ratios])
    print(title)
    for row in ([*COLUMNS], *rows):
        widths = (max(9, _width(name) + 2) for name in COLUMNS)
        print("".join(" " * (width - _width(cell)) + cell for cell, width in zip(row, widths, strict=True)))
    print()


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"


def _ratio(first: float, last: float) -> str:
    return f"{last / first:.2f}" if first else "-"


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


if __name__ == "__main__":
    main()
