"""A build that is killed or fails, or a full disk: readers have the earlier site whole, or the new one."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ledger import publishing
from tests.ledger.publishing_site import FILES, write_site
from tests.ledger.struck_build import AFTERWARDS, BETWEEN, POINTS
from tests.sites.project_copy import PROJECT, PUBLISH, write_project
from tests.sites.small_site import write_small_site

pytestmark = pytest.mark.slow

BLOWS = ["killed", "exception", "disk full"]
# Appended to the edge of a copy of the project: strikes while MkDocs writes pages.
REAL_BLOWS = {
    "killed": "os.kill(os.getppid(), 9); os.kill(os.getpid(), 9)",
    "exception": "raise RuntimeError('struck')",
    "disk full": "raise OSError(28, 'No space left on device')",
}
REAL = """

written = []


def on_post_page(output, page, config):
    written.append(page)
    if len(written) == 5:
        {blow}
    return output
"""


@pytest.fixture
def site(tmp_path):
    """An earlier site, with a page that the new one has not."""
    folder = tmp_path / "public" / "site"
    write_site(folder, "旧")
    (folder / "gone.html").write_text("旧", encoding="utf-8")
    return folder


def snapshot(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def strike(point, blow, site):
    command = [sys.executable, "-m", "tests.ledger.struck_build", point, blow, site]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, check=False)
    assert done.returncode == (-signal.SIGKILL if blow == "killed" else 1), done.stderr.decode()


def publish_again(site, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "run_mkdocs", lambda *words: write_site(Path(words[-1]), "更新"))
        publishing.publish(Path(), Path(), site)


def beside(site):
    return sorted(path.name for path in site.parent.iterdir())


@pytest.mark.parametrize("blow", BLOWS)
@pytest.mark.parametrize("point", POINTS)
def test_a_build_struck_before_the_exchange_changes_nothing(site, point, blow, monkeypatch):
    before = snapshot(site)
    strike(point, blow, site)

    assert snapshot(site) == before
    if blow != "killed":
        assert beside(site) == ["site"]
    publish_again(site, monkeypatch)
    assert sorted(snapshot(site)) == FILES
    assert beside(site) == ["site"]


@pytest.mark.parametrize("blow", BLOWS)
@pytest.mark.parametrize("point", AFTERWARDS)
def test_a_build_struck_after_the_exchange_is_wholly_the_new_site(site, point, blow, monkeypatch):
    strike(point, blow, site)

    assert sorted(snapshot(site)) == FILES
    assert "新" in (site / "index.html").read_text(encoding="utf-8")
    publish_again(site, monkeypatch)
    assert beside(site) == ["site"]


@pytest.mark.parametrize("blow", BLOWS)
@pytest.mark.parametrize("point", BETWEEN)
def test_without_an_exchange_the_next_run_brings_the_earlier_site_back(site, point, blow, monkeypatch):
    before = snapshot(site)
    strike(point, blow, site)
    # Whoever is not killed brings it back before ending.
    assert site.exists() == (blow != "killed")

    def refuse(*_):
        raise publishing.ContentError

    monkeypatch.setattr(publishing, "run_mkdocs", refuse)
    with pytest.raises(publishing.ContentError):
        publishing.publish(Path(), Path(), site)
    assert snapshot(site) == before
    assert beside(site) == ["site"]


@pytest.mark.parametrize("blow", BLOWS)
def test_a_first_build_that_is_struck_publishes_nothing(tmp_path, blow):
    site = tmp_path / "public" / "site"
    strike("before the exchange", blow, site)

    assert not site.exists()


@pytest.mark.parametrize("blow", REAL_BLOWS)
def test_mkdocs_itself_struck_in_the_middle_changes_nothing(site, tmp_path, blow):
    project = write_project(tmp_path / "project", REAL.format(blow=REAL_BLOWS[blow]))
    before = snapshot(site)
    content = write_small_site(tmp_path, regions=["beta"])
    command = [sys.executable, "-c", PUBLISH, project, content, site]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")

    assert done.returncode == (-signal.SIGKILL if blow == "killed" else 1)
    if blow != "killed":
        assert "BuilderError" in done.stderr
        assert beside(site) == ["site"]
    assert snapshot(site) == before
