"""The real thing: MkDocs builds a small site, refuses wrong content, and never harms an earlier site."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ledger import cli
from ledger.commands import build as command
from tests.sites import reading
from tests.sites.awkward_site import find_texts, write_awkward_site
from tests.sites.small_site import IMMUNIZATION, write_small_site

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[2]
WRONG = """\
---
source: alpha-2023-summary
measures:
  - id: m1
    name: 应种人数
    value: 2,000
    unit: 人
    at: 一
  - {id: m2, name: 已种人数, value: 1910, unit: 人}
---
"""


@pytest.fixture
def build(capfd):
    """A function that builds a site and returns the exit code and what was printed."""

    def run(content, site, *options):
        code = cli.main(["build", "--content", str(content), "--site-dir", str(site), *options])
        printed = capfd.readouterr()
        return code, printed.out + printed.err

    return run


@dataclass(frozen=True)
class Built:
    """A built site and what was printed meanwhile."""

    site: Path
    printed: str


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The small site, built once over an earlier one, in folders whose names are Chinese and have spaces."""
    folder = tmp_path_factory.mktemp("built") / "卫健 明账"
    content, site = write_small_site(folder), published(folder)
    command = [sys.executable, "-m", "ledger", "build", "--content", content, "--site-dir", site]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert done.stderr == ""
    return Built(site, done.stdout)


@pytest.fixture
def project(tmp_path):
    """A copy of what MkDocs reads of the project, to be broken."""
    folder = tmp_path / "project"
    shutil.copytree(PROJECT / "docs", folder / "docs")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    for name in ("content", "charts", "hooks"):
        (folder / name).mkdir()
    # Drawings are drawn already.
    (PROJECT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(PROJECT / ".cache")
    shutil.copy(PROJECT / "hooks" / "build_site.py", folder / "hooks")
    return folder


def snapshot(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def published(folder):
    """Make an earlier site, which a failing build must leave alone."""
    site = folder / "site"
    site.mkdir()
    (site / "index.html").write_text("早先的网站", encoding="utf-8")
    (site / "gone.html").write_text("早先的一页", encoding="utf-8")
    (site / "data").mkdir()
    (site / "data" / "summary.json").write_text("{}", encoding="utf-8")
    return site


def pages_of(site):
    return {
        path.relative_to(site).as_posix(): reading.parse(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def test_a_site_is_built_in_place_of_the_earlier_one(small):
    assert "2 个地区，4 个内容文件，45 个页面" in small.printed
    assert "承诺 15 项，成效 3 项，自述问题 2 个" in small.printed
    assert "公开 7 个，隐去 4 个，未见报告 1 个" in small.printed
    assert "14 项承诺" in (small.site / "index.html").read_text(encoding="utf-8")
    assert not (small.site / "gone.html").exists()
    assert sorted(path.name for path in small.site.parent.iterdir()) == ["content", "site"]


def test_a_site_holds_every_page_and_file(small):
    files = set(snapshot(small.site))
    expected = {
        "index.html",
        "404.html",
        "alpha/2023/immunization/index.html",
        "alpha/2023/immunization/target_actual.svg",
        "beta/commitments/beta-2023-immunization-c1/index.html",
        "sources/beta-2023-report/index.html",
        "methodology/index.html",
        "data/commitments.csv",
        "data/summary.json",
        "content/regions/alpha/2023/immunization.md",
        "assets/javascripts/vega.js",
        "assets/stylesheets/ledger.css",
    }

    assert expected - files == set()
    # Neither what developers read nor the theme's templates.
    assert [name for name in files if name.startswith(("developers/", "overrides/"))] == []
    assert [name for name in files if name.endswith((".py", ".j2"))] == []


def test_the_same_content_gives_the_same_bytes(small, build, tmp_path):
    code, _ = build(write_small_site(tmp_path), tmp_path / "again")
    first, second = snapshot(small.site), snapshot(tmp_path / "again")

    assert code == 0
    assert set(first) == set(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_wrong_content_is_told_and_changes_nothing(build, tmp_path):
    site = published(tmp_path)
    before = snapshot(site)
    code, printed = build(write_small_site(tmp_path, replaced={IMMUNIZATION: WRONG}), site)
    lines = printed.splitlines()

    assert code == 1
    # The last one speaks of a promise that the wrong file no longer holds.
    assert [line.partition(": ")[0] for line in lines if ": 错误 MZ" in line] == [
        f"content/{IMMUNIZATION}:6:13",
        f"content/{IMMUNIZATION}:9:5",
        "content/regions/alpha/2024/immunization.md:8:16",
    ]
    assert sum(line.strip().startswith("改法: ") for line in lines) == 3
    assert "原来的网站没有改动" in printed
    assert "Traceback" not in printed
    assert snapshot(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "site"]


@pytest.mark.parametrize(
    ("broken", "text", "told"),
    [
        ("docs/about.md", "# 关于\n\n[断了](nowhere.md)\n", "nowhere.md"),
        ("docs/overrides/main.html", "{% extends 'nowhere.html' %}", ""),
    ],
    ids=["a broken link", "a broken template"],
)
def test_a_failing_builder_is_told_and_changes_nothing(
    build, project, tmp_path, monkeypatch, broken, text, told
):
    monkeypatch.setattr(command, "PROJECT", project)
    (project / broken).write_text(text, encoding="utf-8")
    content, site = write_small_site(tmp_path), published(tmp_path)
    before = snapshot(site)
    code, printed = build(content, site)

    assert code == 2
    assert told in printed
    assert "原来的网站没有改动" in printed
    assert "Traceback" not in printed
    assert snapshot(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "project", "site"]


def test_links_are_not_followed_even_where_nothing_has_refused_them(build, project, tmp_path, monkeypatch):
    """The check of authored pages refuses links; here it is switched off."""
    monkeypatch.setattr(command, "PROJECT", project)
    edge = project / "hooks" / "build_site.py"
    off = "import ledger.site\n\nledger.site.check_authored = lambda _docs: []\n"
    edge.write_text(edge.read_text(encoding="utf-8") + off, encoding="utf-8")
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "secret.png").write_bytes(b"secret")
    images = project / "docs" / "assets" / "images"
    (images / "one.png").symlink_to(secrets / "secret.png")
    (images / "all").symlink_to(secrets)
    (project / "docs" / "secret.md").symlink_to(secrets / "secret.png")
    code, printed = build(write_small_site(tmp_path), tmp_path / "site")

    assert (code, "符号链接" in printed) == (0, False)
    assert not [path for path in (tmp_path / "site").rglob("*") if "secret" in path.name]
    assert not (tmp_path / "site" / "assets" / "images" / "one.png").exists()
    assert (tmp_path / "site" / "assets" / "images" / "favicon.svg").is_file()


def test_a_failing_builder_shows_its_details_to_maintainers(build, project, tmp_path, monkeypatch):
    monkeypatch.setattr(command, "PROJECT", project)
    (project / "mkdocs.yml").write_text("nav: [", encoding="utf-8")
    code, printed = build(write_small_site(tmp_path), tmp_path / "site", "--debug")

    assert code == 2
    assert "mkdocs.yml" in printed


def test_a_public_address_is_used_where_one_is_needed(build, tmp_path, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://example.org/ledger/")
    code, _ = build(write_small_site(tmp_path), tmp_path / "site")
    entries = ET.fromstring((tmp_path / "site" / "sitemap.xml").read_bytes())  # noqa: S314 -- just made
    listed = {entry[0].text: entry[1].text for entry in entries}
    page = reading.parse((tmp_path / "site/alpha/2023/index.html").read_text(encoding="utf-8"))

    assert code == 0
    # Dates come from content, never from the clock.
    assert listed["https://example.org/ledger/alpha/2023/immunization/"] == "2024-06-30"
    assert len(listed) == len(list((tmp_path / "site").rglob("index.html")))
    assert [link.get("href") for link in page.iter("a") if link.get("href").startswith(("/", "http"))] == []


def test_every_text_comes_out_as_it_was_written(build, tmp_path):
    content, texts = write_awkward_site(tmp_path)
    code, printed = build(content, tmp_path / "site")
    pages = pages_of(tmp_path / "site")
    found = [(place, *item) for place, page in pages.items() for item in find_texts(page)]
    scripts = [
        script for page in pages.values() for script in page.iter("script") if "src" not in script.attrib
    ]
    title = pages["index.html"].find(".//title").text
    description = pages["awkward/index.html"].find(".//meta[@name='description']").get("content")

    assert (code, "WARNING" in printed) == (0, False)
    assert [(place, said) for place, name, said in found if not said.startswith(texts[name])] == []
    assert texts["字段01"] in title
    assert texts["字段29"] in description
    assert [script.text for script in scripts if script.get("type") != "application/json"] == []
