"""The command line: arguments, what is printed, exit codes, and never a traceback unless asked for."""

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ledger import cli, folders, publishing
from ledger.content import loader
from ledger.problems import Problem
from tests.ledger.publishing_site import write_site
from tests.sites.small_site import IMMUNIZATION, write_small_site

CHINESE = re.compile(r"[\u4e00-\u9fff]{2}")
COUNTS = {
    "regions": 11,
    "files": 12,
    "pages": 13,
    "commitments": 14,
    "outcomes": 15,
    "problems": 16,
    "disclosed": 17,
    "redacted": 18,
    "not_reported": 19,
}
WRONG = "---\nsource: alpha-2023-summary\nmeasures:\n  - {id: m1, name: 人数, value: 5, unit: 人}\n---\n"


@pytest.fixture
def content(tmp_path):
    return write_small_site(tmp_path)


@pytest.fixture
def wrong_content(tmp_path):
    return write_small_site(tmp_path, replaced={IMMUNIZATION: WRONG})


@pytest.fixture
def run(capsys):
    """A function that runs a command and returns its exit code and both outputs."""

    def run(*words):
        try:
            code = cli.main([str(word) for word in words])
        except SystemExit as end:
            code = end.code
        except KeyboardInterrupt:
            # It would end the whole run of the tests.
            pytest.fail("the command let an interruption through")
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def mkdocs(monkeypatch):
    """Let MkDocs do nothing, or raise `mkdocs.error`; remember what it was asked for."""

    class Stand:
        error = None
        asked = None

    def run_mkdocs(project, content_dir, *arguments):
        Stand.asked = (project, content_dir, arguments)
        if Stand.error:
            raise Stand.error

    monkeypatch.setattr(publishing, "run_mkdocs", run_mkdocs)
    return Stand


def test_check_passes_good_content(run, content):
    code, out, err = run("check", "--content", content)

    assert (code, err) == (0, "")
    assert "内容检查通过：2 个地区，4 个文件" in out


def test_check_lists_every_problem(run, wrong_content):
    code, out, err = run("check", "--content", wrong_content)

    assert (code, err) == (1, "")
    assert f"content/{IMMUNIZATION}:4:5: 错误 MZ011: 缺少字段“at”\n" in out
    assert "\n    4 |   - {id: m1, name: 人数, value: 5, unit: 人}\n      |     ^" in out
    assert "\n    改法: 补上 at: …\n" in out
    assert out.count("错误 MZ") == 2
    assert "共 2 处问题" in out


def test_check_says_what_a_folder_without_content_lacks(run, tmp_path):
    code, out, _ = run("check", "--content", tmp_path / "nowhere")

    assert code == 1
    assert "nowhere/site.yml:1:1: 错误 MZ007: 找不到文件 site.yml" in out


def test_build_publishes_and_counts(run, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(publishing, "publish", lambda *parts: asked.append(parts) or COUNTS)
    code, out, err = run("build", "--content", tmp_path / "c", "--site-dir", tmp_path / "s")

    assert (code, err) == (0, "")
    assert asked == [(cli.PROJECT, tmp_path / "c", tmp_path / "s")]
    assert "11 个地区，12 个内容文件，13 个页面" in out
    assert "承诺 14 项，成效 15 项，自述问题 16 个" in out
    assert "公开 17 个，隐去 18 个，未见报告 19 个" in out
    assert f"网站在 {tmp_path / 's'}" in out


def test_build_takes_the_project_folders_unless_told(run, monkeypatch):
    asked = []
    monkeypatch.setattr(publishing, "publish", lambda *parts: asked.append(parts) or COUNTS)
    run("build")

    assert asked == [(cli.PROJECT, cli.PROJECT / "content", cli.PROJECT / "site")]
    assert (cli.PROJECT / "mkdocs.yml").is_file()


def test_wrong_content_ends_with_1(run, mkdocs, tmp_path):
    mkdocs.error = publishing.ContentError()
    code, out, err = run("build", "--content", tmp_path, "--site-dir", tmp_path / "site")

    assert (code, err) == (1, "")
    assert "没有生成网站，原来的网站没有改动" in out


def test_a_failing_builder_ends_with_2_and_its_warnings(run, mkdocs, tmp_path):
    mkdocs.error = publishing.BuilderError(
        "INFO    -  x\nWARNING -  断了\nTraceback (most recent call last)\n"
    )
    words = ["build", "--content", tmp_path, "--site-dir", tmp_path / "s"]
    code, out, err = run(*words)
    detailed_code, detailed, _ = run(*words, "--debug")

    assert (code, err) == (2, "")
    assert "WARNING -  断了" in out
    assert "--debug" in out
    assert "Traceback" not in out
    assert detailed_code == 2
    assert "Traceback (most recent call last)" in detailed


def test_a_failing_program_ends_with_2_and_one_sentence(run, content, monkeypatch):
    monkeypatch.setattr(loader, "load_ledger", lambda _: 1 / 0)
    code, out, err = run("check", "--content", content)
    detailed_code, detailed_out, detailed_err = run("check", "--content", content, "--debug")

    assert (code, err) == (2, "")
    assert out.count("\n") == 1
    assert out.startswith("程序内部错误（ZeroDivisionError）：这不是内容的问题。")
    assert "--debug" in out
    assert detailed_code == 2
    assert detailed_out == out
    assert "Traceback" in detailed_err


def test_a_command_that_does_not_exist_is_refused_in_chinese(run):
    code, out, err = run("biuld")

    assert (code, out) == (2, "")
    assert "看不懂" in err
    assert "usage" not in err


def test_a_folder_with_other_things_in_it_is_named(run, mkdocs, tmp_path):
    (tmp_path / "照片.txt").write_text("别动", encoding="utf-8")
    code, out, _ = run("build", "--content", tmp_path, "--site-dir", tmp_path)

    assert code == 2
    assert str(tmp_path) in out
    assert (tmp_path / "照片.txt").exists()


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("check", ["--content", "--debug", "--format", "--fix"]),
        ("explain", ["--content", "--debug"]),
        ("build", ["--content", "--debug", "--site-dir"]),
        ("serve", ["--content", "--debug", "--port"]),
        ("new region", ["--content", "--debug", "--name", "--level", "--authority", "--name-status"]),
        ("new year", ["--title", "--kind", "--publisher", "--written", "--index-number"]),
        ("new topic", ["--source"]),
        ("new indicator", ["--topic", "--unit", "--direction", "--definition-source", "--factor"]),
    ],
)
def test_every_option_is_explained_in_chinese(run, command, options):
    code, out, _ = run(*command.split(), "--help")
    lines = out.splitlines()

    assert code == 0
    for option in options:
        (line,) = [line for line in lines if line.strip().startswith(f"{option} ")]
        assert CHINESE.search(line), line


def test_every_command_is_explained_in_chinese(run):
    code, out, _ = run("--help")

    assert code == 0
    assert "检查内容、生成网站、预览" in out
    for command, _, _ in cli.COMMANDS:
        (line,) = [line for line in out.splitlines() if line.strip().startswith(f"{command} ")]
        assert CHINESE.search(line), line


def test_every_command_is_run_by_a_test():
    texts = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.rglob("test_*.py"))
    missing = [name for name, _, _ in cli.COMMANDS if not re.search(rf'(main\(\[|run\()"{name}"', texts)]
    assert missing == []


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["publish"],
        ["new"],
        ["new", "country"],
        ["check", "--site-dir", "x"],
        ["check", "--format", "xml"],
        ["explain", "1", "2"],
        ["build", "--content"],
    ],
)
def test_wrong_arguments_end_with_2_before_anything_happens(run, mkdocs, words):
    code, out, err = run(*words)

    assert (code, out) == (2, "")
    assert "ledger" in err
    assert "Traceback" not in err
    assert mkdocs.asked is None


def test_the_module_runs_as_a_program(wrong_content):
    command = [sys.executable, "-m", "ledger", "check", "--content", wrong_content]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")

    assert (done.returncode, done.stderr) == (1, "")
    assert "共 2 处问题" in done.stdout


def test_build_tells_what_the_gates_found_and_that_nothing_changed(run, tmp_path, monkeypatch):
    def refuse(*_):
        raise publishing.GateError(
            [Problem("a.html", 2, 3, "MZ122", {"number": "0", "maker": "content/a.md"})]
        )

    monkeypatch.setattr(publishing, "publish", refuse)
    code, out, err = run("build", "--site-dir", tmp_path)

    assert (code, err) == (2, "")
    assert "a.html:2:3: 错误 MZ122: 这一页有 0 个大标题（h1），应当正好一个\n    改法: " in out
    assert "有 1 处问题，所以没有发布，原来的网站没有改动" in out


def test_build_says_that_another_one_is_running(run, tmp_path, monkeypatch):
    def refuse(*_):
        raise folders.BusyError(tmp_path)

    monkeypatch.setattr(publishing, "publish", refuse)
    code, out, err = run("build", "--site-dir", tmp_path)

    assert (code, err) == (2, "")
    assert f"另一个程序正在生成 {tmp_path}" in out


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.EROFS, "只能读"),
        (errno.EACCES, "没有写的权限"),
        (errno.EIO, "换一个"),
    ],
)
def test_build_says_why_its_folder_cannot_be_written(run, tmp_path, monkeypatch, number, reason):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(publishing, "publish", refuse)
    code, out, err = run("build", "--site-dir", tmp_path / "site")
    assert (code, err, "程序内部错误" in out) == (2, "", False)
    assert f"{tmp_path / 'site'} 旁边写不了文件" in out
    assert reason in out


def test_gates_count_what_they_looked_at(run, tmp_path):
    write_site(tmp_path / "site")
    code, out, err = run("gates", "--site-dir", tmp_path / "site")

    assert (code, err) == (0, "")
    # Two pages, each with one link to the page of documents.
    assert "链接：查了 2 处，0 处有问题\n" in out
    assert "共 3 个文件" in out
    assert "，0 处问题。" in out


def test_gates_list_every_problem(run, tmp_path):
    write_site(tmp_path / "site", broken=["sources/index.html"])
    code, out, _ = run("gates", "--site-dir", tmp_path / "site")

    assert code == 2
    assert re.search(
        r"^index.html:\d+:\d+: 错误 MZ101: 链接“sources/”指向的 sources 不在网站里", out, re.MULTILINE
    )
    assert "链接：查了 1 处，1 处有问题\n" in out


def test_gates_need_a_site(run, tmp_path):
    code, out, err = run("gates", "--site-dir", tmp_path / "nowhere")

    assert (code, err) == (2, "")
    assert "先运行 ledger build" in out
