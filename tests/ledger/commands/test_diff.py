"""`ledger diff` from the command line: against commits of a scratch repository and against published data."""

import json
import os
import shutil
import subprocess

import pytest

from ledger import cli
from tests.ledger.revisions.editing import (
    CORRECTIONS,
    IMMUNIZATION,
    M3,
    entry,
    write,
    write_data,
)

VALUE = ("value: 95.50", "value: 95.60")
M2 = "alpha-2023-immunization-m2"


def git(folder, *words):
    """Run git without the settings of this machine."""
    quiet = dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), "/dev/null")
    settings = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    settings += ("-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main")
    command = ["git", *settings, *words]
    subprocess.run(command, cwd=folder, env=os.environ | quiet, check=True, capture_output=True)


def edit(content, name, old, new):
    file = content / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def content(tmp_path):
    """The small site as the first commit of a repository."""
    content = write(tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "one")
    return content


@pytest.fixture
def diff(capsys, content):
    """A function that runs the command and returns its exit code and both outputs."""

    def diff(*words, content=content):
        base, *options = map(str, words)
        # After the two hyphens even a base that looks like an option is one.
        code = cli.main(["diff", *options, "--content", str(content), "--", base])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return diff


def test_nothing_changed(diff):
    code, out, err = diff("HEAD")
    assert (code, err) == (0, "")
    assert out == (
        "与 HEAD 比较：新增 0 条，改动 0 条，去掉 0 条。\n\n"
        "公开过的数字、目标和结论没有改动，不用写更正，可以提交。\n"
    )


def test_a_silent_change_fails_and_says_what_to_paste(diff, content):
    edit(content, IMMUNIZATION, *VALUE)
    code, out, _ = diff("main")
    assert code == 1
    assert "新增 0 条，改动 1 条，去掉 0 条" in out
    assert "甲县 2023年 预防接种" in out
    assert f"改动数字 {M3} “疫苗接种率”（content/{IMMUNIZATION}） 【缺更正】" in out
    assert "数值 value：“95.50” → “95.60”" in out
    assert f"content/{IMMUNIZATION}:6:9: 错误 MZ093" in out
    assert out.endswith("更正有 1 处要补或要改：按上面每一处的“改法”改好，再运行一次。\n")


def test_a_change_that_is_told_passes(diff, content):
    edit(content, IMMUNIZATION, *VALUE)
    (content / CORRECTIONS).write_text(entry(M3), encoding="utf-8")
    code, out, _ = diff("HEAD")
    assert code == 0
    assert "【已写更正】" in out
    assert "有 1 处改动，都已写了更正" in out


def test_an_entry_of_an_earlier_commit_does_not_count(diff, content, tmp_path):
    (content / CORRECTIONS).write_text(entry(M3), encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "two")
    edit(content, IMMUNIZATION, *VALUE)
    assert diff("HEAD")[0] == 1
    assert diff("HEAD~1")[0] == 0


def test_an_entry_may_not_be_taken_back(diff, content, tmp_path):
    (content / CORRECTIONS).write_text(entry(M3), encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "two")
    (content / CORRECTIONS).unlink()
    code, out, _ = diff("HEAD")
    assert code == 1
    assert f"content/{CORRECTIONS}:1:1: 错误 MZ096: “{M3}”的更正“2024-06-01-{M3}”原来有，现在没有了" in out


def test_an_entry_keeps_its_day_and_its_records(diff, content, tmp_path):
    """They are its address on the page of corrections and its id in the feed."""
    (content / CORRECTIONS).write_text(entry(M3, M2), encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "two")
    for changed in (entry(M3, M2, day="2024-06-02"), entry(M2, M3), entry(M3)):
        (content / CORRECTIONS).write_text(changed, encoding="utf-8")
        code, out, _ = diff("HEAD")
        assert (code, "MZ096" in out) == (1, True), changed
    (content / CORRECTIONS).write_text(entry(M3, M2, what="说得更清楚"), encoding="utf-8")
    assert diff("HEAD")[0] == 0


@pytest.mark.parametrize("name", ["origin/main", "main/data"])
def test_a_folder_called_like_the_branch_is_not_taken_for_it(diff, content, tmp_path, monkeypatch, name):
    """A proposed change could bring its own idea of what was published."""
    git(tmp_path, "branch", "origin/main")
    edit(content, IMMUNIZATION, *VALUE)
    data = write_data(tmp_path / "made", content) / "data"
    shutil.copytree(data, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert diff(name.removesuffix("/data"))[0] == 1


def test_what_a_commit_keeps_out_of_archives_is_compared_all_the_same(diff, content, tmp_path):
    (tmp_path / ".gitattributes").write_text("*.md export-ignore\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "two")
    edit(content, IMMUNIZATION, *VALUE)
    assert diff("HEAD")[0] == 1


def test_a_link_in_a_commit_is_told_and_not_followed(diff, content, tmp_path):
    (content / "regions" / "x.md").symlink_to("/etc/hostname")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "two")
    (content / "regions" / "x.md").unlink()
    code, _, err = diff("HEAD")
    assert (code, "MZ054" in err) == (2, True)


def test_a_published_site_serves_as_well_as_a_commit(diff, content, tmp_path):
    site = write_data(tmp_path / "site", content)
    edit(content, IMMUNIZATION, *VALUE)
    by_commit = diff("HEAD", "--format", "json")
    for base in (site, site / "data"):
        by_data = diff(base, "--format", "json")
        assert by_data[0] == by_commit[0] == 1
        first, second = (json.loads(printed[1]) for printed in (by_data, by_commit))
        assert first | {"base": ""} == second | {"base": ""}


def test_json_lists_every_change(diff, content):
    edit(content, IMMUNIZATION, *VALUE)
    found = json.loads(diff("HEAD", "--format", "json")[1])
    assert found["counts"] == {"added": 0, "changed": 1, "removed": 0}
    (change,) = found["differences"]
    assert (change["table"], change["id"], change["correction"]) == ("measures", M3, "owed")
    assert change["changes"] == [
        {"column": "value", "from": "95.50", "to": "95.60"},
        {"column": "value_written", "from": "95.50", "to": "95.60"},
    ]
    assert [problem["code"] for problem in found["problems"]] == ["MZ093"]


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_no_text_of_the_content_begins_a_line_or_forms_a_tag(diff, content, format_):
    edit(content, IMMUNIZATION, "name: 应种人数", 'name: "::error::甲 |`a` [b](javascript:c) &amp;"')
    edit(content, "regions/alpha/region.yml", "name: 甲县", 'name: "::error::县"')
    code, out, _ = diff("HEAD", "--format", format_)
    assert code == 0
    assert "error" in out
    assert not [line for line in out.splitlines() if line.strip().startswith(("::", "##["))]
    if format_ == "markdown":
        assert "\\[b\\]\\(javascript\\:c\\)" in out
        assert "&amp;amp;" in out
        assert "\\|\\`a\\`" in out


def test_markdown_says_what_is_missing_first(diff, content):
    edit(content, IMMUNIZATION, *VALUE)
    out = diff("HEAD", "--format", "markdown")[1]
    assert out.startswith("## 内容的改动\n")
    assert out.index("要补或要改的更正") < out.index("### 甲县 2023年 预防接种")
    assert "MZ093" in out


def test_markdown_stays_below_what_a_summary_holds(diff, content):
    lines = "".join(f"  - {{id: x{number}, text: {'长' * 300}{number}, at: 五}}\n" for number in range(500))
    for year in range(1999, 2023):
        file = content / f"regions/alpha/{year}/immunization.md"
        file.parent.mkdir()
        file.write_text(f"---\nsource: alpha-2023-summary\nproblems:\n{lines}---\n", encoding="utf-8")
    code, out, _ = diff("HEAD", "--format", "markdown")
    assert code == 0
    assert len(out.encode()) <= 900_000
    assert "组改动太长，没有列出" in out


@pytest.mark.parametrize("base", ["nowhere", "", "a\x1b[31m", "HEAD~9", "main:content", "--output=x", "-h"])
def test_an_unknown_commit_is_said_in_chinese(diff, base, tmp_path):
    code, out, err = diff(base)
    assert (code, out) == (2, "")
    assert "这个版本" in err
    assert "\x1b" not in err
    assert not (tmp_path / "x").exists()


def test_a_folder_outside_a_repository_is_said_in_chinese(diff, tmp_path_factory):
    alone = write(tmp_path_factory.mktemp("alone"))
    code, _, err = diff("HEAD", content=alone)
    assert code == 2
    assert "不在 git 仓库里" in err


def test_a_shallow_clone_is_told_to_fetch_its_history(diff, content, tmp_path, tmp_path_factory):
    git(tmp_path, "commit", "--quiet", "--allow-empty", "-m", "two")
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "--quiet", "--depth", "1", f"file://{tmp_path}", "here")
    code, _, err = diff("HEAD~1", content=clone / "here/content")
    assert code == 2
    assert "fetch-depth: 0" in err


def test_a_commit_without_the_content_is_said_in_chinese(diff, content, tmp_path):
    git(tmp_path, "mv", "content", "facts")
    code, _, err = diff("HEAD", content=tmp_path / "facts")
    assert code == 2
    assert "没有这个内容文件夹" in err


def test_a_commit_that_the_program_cannot_read_is_said_in_chinese(diff, content, tmp_path):
    edit(content, IMMUNIZATION, *("value: 95.50", "value: viel"))
    git(tmp_path, "commit", "--quiet", "-a", "-m", "wrong")
    edit(content, IMMUNIZATION, *("value: viel", "value: 95.50"))
    code, _, err = diff("HEAD")
    assert code == 2
    assert "读不了“HEAD”的内容，有 1 处问题" in err
    assert f"content/{IMMUNIZATION}:8:12: 错误 MZ013" in err


def test_wrong_content_is_reported_before_anything_is_compared(diff, content):
    edit(content, IMMUNIZATION, "value: 95.50", "value: viel")
    code, out, err = diff("HEAD")
    assert (code, out) == (1, "")
    assert "错误 MZ013" in err


def test_broken_data_is_said_in_chinese(diff, content, tmp_path):
    site = write_data(tmp_path / "site", content)
    (site / "data/outcomes.json").write_text("[", encoding="utf-8")
    code, _, err = diff(site)
    assert code == 2
    assert "读不出来" in err


def test_the_working_tree_is_left_alone(diff, content, tmp_path):
    edit(content, IMMUNIZATION, *VALUE)
    before = {file: file.read_bytes() for file in content.rglob("*") if file.is_file()}
    diff("HEAD")
    assert before == {file: file.read_bytes() for file in content.rglob("*") if file.is_file()}


def test_long_texts_are_cut_to_where_they_differ(diff, content):
    edit(content, IMMUNIZATION, "接种由乡镇卫生院承担。", "")
    edit(content, IMMUNIZATION, "text: 人手不足", f"text: {'很' * 200}不足")
    git(content, "commit", "--quiet", "-a", "-m", "long")
    edit(content, IMMUNIZATION, "很不足", "很多")
    out = diff("HEAD")[1]
    assert f"：“…{'很' * 12}不足” → “…{'很' * 12}多”\n" in out


def test_codes_are_told_in_the_words_of_the_dictionary(diff, content):
    edit(content, IMMUNIZATION, "commitment: c3, claim: done", "commitment: c3, claim: progressing")
    out = diff("HEAD")[1]
    assert "结论 verdict：“已完成(自述)” → “推进中”" in out
    assert "自述推进中" in out
