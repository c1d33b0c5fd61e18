"""Replacing a published folder whole or not at all; MkDocs itself is replaced by a stand-in."""

import os
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from ledger import folders, publishing
from tests.ledger.publishing_site import COUNTS, FILES, write_site


@pytest.fixture
def built(monkeypatch):
    """Let MkDocs write a tiny site; return the calls it gets."""
    calls = []

    def run(project, content_dir, *arguments):
        calls.append(SimpleNamespace(project=project, content_dir=content_dir, arguments=arguments))
        write_site(Path(arguments[arguments.index("--site-dir") + 1]))

    monkeypatch.setattr(publishing, "run_mkdocs", run)
    return calls


@pytest.fixture
def earlier(tmp_path):
    """A site that was published before."""
    site = tmp_path / "public" / "site"
    site.mkdir(parents=True)
    (site / "index.html").write_text("旧", encoding="utf-8")
    (site / "gone.html").write_text("旧", encoding="utf-8")
    (site / "data").mkdir()
    (site / "data" / "summary.json").write_text('"旧"', encoding="utf-8")
    return site


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_first_site_makes_the_folders_above_it(built, tmp_path):
    site = tmp_path / "public" / "deep" / "site"

    assert publishing.publish(tmp_path, tmp_path / "content", site) == COUNTS
    assert names(site) == FILES
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_new_site_takes_the_place_of_the_whole_earlier_one(built, earlier, tmp_path):
    publishing.publish(tmp_path, tmp_path / "content", earlier)

    assert names(earlier) == FILES
    assert "新" in (earlier / "index.html").read_text(encoding="utf-8")
    assert [path.name for path in earlier.parent.iterdir()] == ["site"]


def test_a_folder_is_named_from_where_the_command_runs(built, tmp_path, monkeypatch):
    """MkDocs runs in the project's folder, and would take a relative name for a folder there."""
    monkeypatch.chdir(tmp_path)
    publishing.publish(Path("/"), Path("content"), Path("site"))
    (call,) = built

    assert names(tmp_path / "site") == FILES
    assert Path(call.arguments[call.arguments.index("--site-dir") + 1]).is_absolute()


def test_mkdocs_is_asked_to_be_strict(built, tmp_path):
    publishing.publish(tmp_path, tmp_path / "content", tmp_path / "site")
    (call,) = built

    assert call.arguments[0] == "build"
    assert "--strict" in call.arguments
    # It would drop the warnings that make a strict build fail.
    assert "--quiet" not in call.arguments


@pytest.mark.parametrize(
    "error", [publishing.ContentError(), publishing.BuilderError(""), KeyboardInterrupt()]
)
def test_a_failed_build_leaves_the_earlier_site(earlier, tmp_path, monkeypatch, error):
    def run(*_):
        raise error

    monkeypatch.setattr(publishing, "run_mkdocs", run)
    with pytest.raises(type(error)):
        publishing.publish(tmp_path, tmp_path / "content", earlier)

    assert names(earlier) == ["data/summary.json", "gone.html", "index.html"]
    assert [path.name for path in earlier.parent.iterdir()] == ["site"]


def test_a_folder_with_other_things_in_it_is_not_replaced(built, earlier, tmp_path):
    (earlier / "data" / "summary.json").unlink()
    with pytest.raises(publishing.ForeignFolderError):
        publishing.publish(tmp_path, tmp_path / "content", earlier)

    assert names(earlier) == ["gone.html", "index.html"]


def test_an_empty_folder_is_filled(built, tmp_path):
    (tmp_path / "site").mkdir()
    publishing.publish(tmp_path, tmp_path / "content", tmp_path / "site")

    assert names(tmp_path / "site") == FILES


def test_a_site_without_its_summary_is_not_published(earlier, tmp_path, monkeypatch):
    monkeypatch.setattr(publishing, "run_mkdocs", lambda *_: None)
    with pytest.raises(FileNotFoundError):
        publishing.publish(tmp_path, tmp_path / "content", earlier)

    assert names(earlier) == ["data/summary.json", "gone.html", "index.html"]
    assert [path.name for path in earlier.parent.iterdir()] == ["site"]


@pytest.fixture(params=["one step", "two steps"])
def exchange(request, monkeypatch):
    """With the system's exchange, and without it as on systems that have none."""

    def missing():
        def exchange(first, second):
            raise OSError(38, "no such call")

        return exchange

    if request.param == "two steps":
        monkeypatch.setattr(folders, "_exchange", missing)


def test_the_earlier_site_goes_when_the_new_one_has_come(exchange, built, earlier, tmp_path):
    publishing.publish(tmp_path, tmp_path / "content", earlier)

    assert names(earlier) == FILES
    assert [path.name for path in earlier.parent.iterdir()] == ["site"]


def test_the_earlier_site_comes_back_when_the_new_one_cannot_take_its_place(
    built, earlier, tmp_path, monkeypatch
):
    rename = Path.rename

    def refuse(self, target):
        # The built folder is the only one that replaces another.
        if target == earlier and not (self / "gone.html").exists():
            raise PermissionError(str(target))
        return rename(self, target)

    def missing():
        raise OSError(38, "no such call")

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(folders, "_exchange", missing)
    with pytest.raises(PermissionError):
        publishing.publish(tmp_path, tmp_path / "content", earlier)

    assert names(earlier) == ["data/summary.json", "gone.html", "index.html"]
    assert [path.name for path in earlier.parent.iterdir()] == ["site"]


def test_this_system_exchanges_in_one_step(built, earlier, tmp_path, monkeypatch):
    """On Linux and macOS there is no moment without a site."""
    monkeypatch.setattr(folders, "_step_aside", lambda *_: pytest.fail("two steps"))
    publishing.publish(tmp_path, tmp_path / "content", earlier)

    assert names(earlier) == FILES


def test_a_site_that_fails_a_gate_is_not_published(earlier, tmp_path, monkeypatch):
    def run(_project, _content, *arguments):
        write_site(Path(arguments[-1]), broken=["sources/index.html"])

    monkeypatch.setattr(publishing, "run_mkdocs", run)
    with pytest.raises(publishing.GateError) as failure:
        publishing.publish(tmp_path, tmp_path / "content", earlier)

    found = [(problem.path, problem.code) for problem in failure.value.problems]
    # The page leads to no document, because the only link is broken.
    assert found == [("index.html", "MZ118"), ("index.html", "MZ101")]
    assert names(earlier) == ["data/summary.json", "gone.html", "index.html"]
    assert [path.name for path in earlier.parent.iterdir()] == ["site"]


def test_everyone_may_read_what_is_published_whatever_the_mask(built, tmp_path):
    mask = os.umask(0o077)
    try:
        publishing.publish(tmp_path, tmp_path / "content", tmp_path / "public" / "site")
    finally:
        os.umask(mask)
    site = tmp_path / "public" / "site"
    modes = {path.relative_to(site).as_posix(): path.stat().st_mode & 0o777 for path in site.rglob("*")}

    assert {name for name, mode in modes.items() if mode == 0o644} == set(FILES)
    assert {name for name, mode in modes.items() if mode == 0o755} == {"data", "sources"}
    assert site.stat().st_mode & 0o777 == 0o755


def test_a_link_to_the_published_folder_stays(built, earlier, tmp_path):
    (tmp_path / "current").symlink_to(earlier)
    publishing.publish(tmp_path, tmp_path / "content", tmp_path / "current")

    assert (tmp_path / "current").is_symlink()
    assert names(earlier) == FILES


def test_a_second_build_of_the_same_folder_is_told_to_wait(earlier, tmp_path, monkeypatch):
    """The second begins while the first is being built, and changes nothing of it."""

    def run(_project, _content, *arguments):
        with pytest.raises(folders.BusyError):
            publishing.publish(tmp_path, tmp_path / "content", earlier)
        write_site(Path(arguments[-1]))

    monkeypatch.setattr(publishing, "run_mkdocs", run)
    publishing.publish(tmp_path, tmp_path / "content", earlier)

    assert names(earlier) == FILES
    assert [path.name for path in earlier.parent.iterdir()] == ["site"]


def test_builds_of_two_folders_do_not_wait_for_each_other(earlier, tmp_path, monkeypatch):
    other = earlier.parent / "other"

    def run(_project, _content, *arguments):
        if "other" not in arguments[-1]:
            publishing.publish(tmp_path, tmp_path / "content", other)
        write_site(Path(arguments[-1]))

    monkeypatch.setattr(publishing, "run_mkdocs", run)
    publishing.publish(tmp_path, tmp_path / "content", earlier)

    assert names(earlier) == names(other) == FILES


def test_a_foreign_folder_with_the_name_of_ours_is_left_alone(built, earlier, tmp_path):
    foreign = earlier.parent / ".site-building"
    foreign.mkdir()
    (foreign / "thesis.txt").write_text("别人的", encoding="utf-8")
    with pytest.raises(publishing.ForeignFolderError):
        publishing.publish(tmp_path, tmp_path / "content", earlier)

    assert names(foreign) == ["thesis.txt"]
    assert names(earlier) == ["data/summary.json", "gone.html", "index.html"]


@pytest.fixture
def process(monkeypatch):
    """Let processes end at once with `process.code`; remember how they were started."""
    started = SimpleNamespace(code=0, log="", options=None, command=None)

    def run(command, **options):
        started.command, started.options = command, options
        return SimpleNamespace(returncode=started.code, stderr=started.log)

    monkeypatch.setattr(subprocess, "run", run)
    return started


def test_mkdocs_runs_in_the_project_on_a_content_folder_named_in_full(process, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    publishing.run_mkdocs(tmp_path / "project", Path("我的 内容"), "build")

    assert process.command[-1] == "build"
    assert process.options["cwd"] == tmp_path / "project"
    assert process.options["env"]["LEDGER_CONTENT"] == str(tmp_path / "我的 内容")


def test_wrong_content_and_a_failing_builder_are_told_apart(process, tmp_path):
    process.code = publishing.WRONG_CONTENT
    with pytest.raises(publishing.ContentError):
        publishing.run_mkdocs(tmp_path, tmp_path, "build")

    process.code, process.log = 1, "INFO    -  x\nWARNING -  断了\nTraceback\nERROR   -  坏了\n"
    with pytest.raises(publishing.BuilderError) as failure:
        publishing.run_mkdocs(tmp_path, tmp_path, "build")
    assert failure.value.log == process.log
    assert failure.value.warnings == ["WARNING -  断了", "ERROR   -  坏了"]
