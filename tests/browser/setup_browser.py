"""Find a Chromium for the browser tests, and install one where that is possible.

Run as a program (``make test`` does) it leaves a machine on which the browser tests can run: with a
Chromium, a font with Chinese characters and what Playwright itself needs. With nothing to do it takes half
a second. Where nothing helps it says in Chinese what to do; that is an error only under CI.

Only the standard library is used, because the program runs before anything can be taken for granted.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

COMMAND_NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chrome")
INSTALLED_APPS = (
    "/usr/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
PLAYWRIGHT_CACHES = (".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright")
PLAYWRIGHT_PROGRAMS = ("chrome-linux*/chrome", "chrome-mac*/*.app/Contents/MacOS/*", "chrome-win*/chrome.exe")


def on_ci() -> bool:
    """Tell whether this run is a CI run, where a browser test may not be skipped."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def find_chromium() -> Path | None:
    """Return the Chromium to test with, or None; ``LEDGER_CHROMIUM`` beats everything else."""
    chosen = os.environ.get("LEDGER_CHROMIUM")
    if chosen:
        # A wrong setting must show, not be papered over by another browser.
        return Path(chosen) if Path(chosen).is_file() else None
    on_path = [Path(found) for found in map(shutil.which, COMMAND_NAMES) if found]
    installed = [path for path in map(Path, INSTALLED_APPS) if path.is_file()]
    return next(iter([*on_path, *installed, *_playwright_browsers()]), None)


def has_chinese_font() -> bool:
    """Tell whether a font with Chinese characters is installed."""
    if not shutil.which("fc-list"):
        # There is no telling; where the program can be installed, that comes first.
        return not shutil.which("apt-get")
    fonts = subprocess.run(["fc-list", ":lang=zh", "family"], check=False, capture_output=True).stdout
    return bool(fonts.strip())


def playwright_starts() -> bool:
    """Tell whether Playwright's driver runs; on a bare system a library that it needs may be missing."""
    return _run(sys.executable, "-m", "playwright", "--version", quiet=True)


@dataclass(frozen=True)
class Need:
    """Something that the browser tests cannot do without, and the Debian packages that bring it."""

    name: str
    is_met: Callable[[], bool]
    packages: tuple[str, ...]


NEEDS = (
    Need("浏览器 Chromium", lambda: find_chromium() is not None, ("chromium",)),
    Need("中文字体", has_chinese_font, ("fontconfig", "fonts-noto-cjk")),
    Need("能启动的 Playwright", playwright_starts, ("libatomic1",)),
)


def main() -> int:
    """Set the browser up, say in Chinese what happened, and return the exit code."""
    if os.environ.get("LEDGER_CHROMIUM") and not find_chromium():
        return _give_up(f"LEDGER_CHROMIUM 指向的文件不存在：{os.environ['LEDGER_CHROMIUM']}")
    missing = _missing()
    if missing:
        _install(missing)
        missing = _missing()
    if missing:
        return _give_up(f"浏览器测试还缺：{'、'.join(need.name for need in missing)}")
    print(f"浏览器：{find_chromium()}", flush=True)
    return 0


def _missing() -> list[Need]:
    return [need for need in NEEDS if not need.is_met()]


def _playwright_browsers() -> list[Path]:
    """Return the browsers that ``playwright install`` has put on this machine, the newest first."""
    chosen = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    folders = [Path(chosen)] if chosen else [Path.home() / cache for cache in PLAYWRIGHT_CACHES]
    versions = [version for folder in folders for version in folder.glob("chromium-*")]
    versions.sort(key=lambda version: int(version.name.rpartition("-")[2]), reverse=True)
    return [path for version in versions for program in PLAYWRIGHT_PROGRAMS for path in version.glob(program)]


def _install(missing: list[Need]) -> None:
    """Install what is missing: from the system's packages where possible, else Playwright's own browser."""
    packages = [package for need in missing for package in need.packages]
    if not _is_debian() and "chromium" in packages:
        # Elsewhere the package of this name does not exist or only stands in for a snap.
        packages.remove("chromium")
    administrator = _administrator() if packages and shutil.which("apt-get") else None
    if administrator is not None:
        print(f"正在安装 {'、'.join(packages)}（第一次约需几分钟）…", flush=True)
        _install_packages(administrator, packages)
    if not find_chromium():
        print("正在下载 Playwright 自带的 Chromium（第一次约需几分钟）…", flush=True)
        _run(sys.executable, "-m", "playwright", "install", "chromium")


def _is_debian() -> bool:
    """Tell whether this is Debian itself, not a system derived from it."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def _administrator() -> list[str] | None:
    """Return the words to put before a command that needs root, or None where root cannot be had."""
    if getattr(os, "geteuid", lambda: -1)() == 0:
        return []
    if shutil.which("sudo") and _run("sudo", "-n", "true", quiet=True):
        return ["sudo", "-n"]
    return None


def _install_packages(administrator: list[str], packages: list[str]) -> None:
    apt_get = [*administrator, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # Package servers fail now and then; if both attempts fail, the lists on this machine may still do.
    _run(*apt_get, "update") or _run(*apt_get, "update")
    _run(*apt_get, "install", "--yes", "--no-install-recommends", *packages)


def _run(*command: str, quiet: bool = False) -> bool:
    """Run a command and tell whether it worked; its last lines are shown only if it did not."""
    try:
        done = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except OSError as error:
        output, worked = str(error), False
    else:
        output, worked = done.stdout.decode(errors="replace"), done.returncode == 0
    if not worked and not quiet:
        print(f"命令失败：{' '.join(command)}", *output.splitlines()[-8:], sep="\n    ", flush=True)
    return worked


def _give_up(reason: str) -> int:
    """Explain what is missing and what helps; under CI this is a failure, elsewhere only a note."""
    print(
        reason,
        "  可以这样做（任选一种），然后重新运行 make test：",
        "    · Debian：sudo apt-get install chromium fontconfig fonts-noto-cjk libatomic1",
        "    · 其他系统：.venv/bin/python -m playwright install chromium，再装一种中文字体（如思源黑体）",
        "    · 已装有 Chrome 或 Chromium：LEDGER_CHROMIUM=<程序的完整路径> make test",
        sep="\n",
        flush=True,
    )
    if on_ci():
        print("持续集成中不允许跳过浏览器测试，到此为止。", flush=True)
        return 1
    print("注意：浏览器测试会被跳过或不能通过，其余测试照常进行。", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
