"""What `ledger import` writes of a document, what it tells, and when it writes nothing."""

import io
import shutil
from pathlib import Path

import pytest

from ledger import cli
from ledger.commands import document_import
from ledger.content.loader import load_ledger

CONTENT = Path(__file__).parents[3] / "content"
TEXT = """示例区卫生健康局2023年工作总结

2023年，全区卫生健康工作取得新成绩。

一、主要工作

（一）老年健康。全区65岁及以上老年人健康管理率达63.90%，建成家庭病床12张，组织老年人健康讲座xx场。

（二）中医药。培训乡村医生48人次。

二、存在问题

一是村医年龄偏大，随访力量不足。

三、2024年工作打算

（一）新建家庭病床20张，完善医养结合服务。
"""
SITE = "title: 账\ntagline: 账\npublisher: 部\nlicence: 无\nas_of: 2024-04-03\nas_of_reason: 无。\n"
REGION = "name: 示例区\nlevel: district\nname_status: stated\n"


@pytest.fixture
def office(tmp_path, monkeypatch, capsys):
    """A function that imports a document into a new region: exit code, what was printed, the content."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT / "dictionary", content / "dictionary")
    (content / "site.yml").write_text(SITE, encoding="utf-8")
    folder = content / "regions" / "example"
    folder.mkdir(parents=True)
    (folder / "region.yml").write_text(REGION, encoding="utf-8")
    (folder / "sources.yml").write_text("[]\n", encoding="utf-8")
    monkeypatch.setattr(document_import, "REPORTS", tmp_path / "reports")

    def run(text=TEXT, *words, name="总结.txt", region="example"):
        file = tmp_path / name
        if name == "-":
            monkeypatch.setattr("sys.stdin", io.StringIO(text))
        elif text is not None:
            file.write_text(text, encoding="utf-8")
        given = "-" if name == "-" else str(file)
        code = cli.main(["import", given, "--region", region, "--content", str(content), *words])
        return code, capsys.readouterr().out, content

    return run


def files_of(content):
    return {
        file.relative_to(content).as_posix(): file.read_bytes()
        for file in (content / "regions").rglob("*.*")
        if file.is_file()
    }


def test_a_document_becomes_drafts_that_load_and_are_not_published(office):
    code, printed, content = office()
    assert code == 0
    ledger, problems = load_ledger(content)
    assert problems == []
    assert ledger.measures == {}
    read, problems = load_ledger(content, drafts=True)
    assert problems == []
    assert read.sources["example-2023-both"].draft
    values = {(str(item.value), item.status.value, item.origin.at) for item in read.measures.values()}
    assert ("63.90", "disclosed", "一、(一)") in values
    assert ("12", "disclosed", "一、(一)") in values
    assert ("None", "redacted", "一、(一)") in values
    assert {item.key.year for item in read.commitments.values()} == {2024}
    assert (
        ledger.drafts
        == len(read.measures) + len(read.commitments) + len(read.outcomes) + len(read.stated_problems) + 1
    )
    assert f"写好了 {ledger.drafts - 1} 条草稿" in printed


def test_every_draft_stands_below_its_sentence(office):
    _, _, content = office()
    text = (content / "regions/example/2023/elderly-health.md").read_text(encoding="utf-8")
    assert "  # 原文（第4句）：" in text
    assert "⟦63.90%⟧" in text
    assert text.count("draft: true") == text.count("  - id: ") == text.count("# 原文（第")


def test_the_report_is_printed_and_kept(office):
    _, printed, content = office()
    assert "读到：总结.txt" in printed
    assert "隐去 1" in printed
    assert "程序做不到的" in printed
    assert "ledger review" in printed
    report = document_import.REPORTS / "example-2023-both.txt"
    assert str(report) in printed
    assert "老年健康与医养结合" in report.read_text(encoding="utf-8")
    assert not list(content.rglob("*.txt"))


def test_the_same_document_is_refused_the_second_time(office):
    _, _, content = office()
    before = files_of(content)
    code, printed, _ = office()
    assert code == 1
    assert "example-2023-both" in printed
    assert files_of(content) == before


def test_drafts_are_added_below_what_is_there(office):
    _, _, content = office()
    file = content / "regions/example/2023/elderly-health.md"
    before = file.read_text(encoding="utf-8")
    code, _, _ = office(TEXT.replace("工作总结", "老龄工作总结"), name="另一份.txt")
    assert code == 0
    after = file.read_text(encoding="utf-8")
    lines = iter(after.splitlines())
    assert all(line in lines for line in before.splitlines())
    assert "source: example-2023-both-2" in after
    assert load_ledger(content)[1] == []


def test_an_unknown_region_says_how_to_make_one(office):
    code, printed, content = office(region="nowhere")
    assert code == 1
    assert "ledger new region nowhere" in printed
    assert sorted(files_of(content)) == ["regions/example/region.yml", "regions/example/sources.yml"]


def test_a_year_that_nobody_knows_is_asked_for(office):
    text = TEXT.replace("2023年", "").replace("2024年", "下一步")
    code, printed, content = office(text)
    assert code == 1
    assert "--year" in printed
    assert len(files_of(content)) == 2
    assert office(text, "--year", "2022")[0] == 0
    assert (content / "regions/example/2022").is_dir()


def test_pasted_text_is_read(office):
    code, printed, _ = office(name="-")
    assert code == 0
    assert "粘贴的文字" in printed


def test_a_file_that_is_not_there(office):
    code, printed, _ = office(None, name="没有.txt")
    assert code == 1
    assert "没有.txt" in printed


def test_pasted_text_has_no_file_name_to_blame(office):
    code, printed, _ = office("\n", name="-")
    assert code == 1
    assert "“粘贴的文字”里没有文字" in printed


def test_wrong_content_is_mended_first(office, tmp_path):
    (tmp_path / "content/regions/example/sources.yml").write_text("- id: 1\n", encoding="utf-8")
    code, printed, _ = office()
    assert code == 1
    assert "ledger check" in printed


def test_when_a_file_cannot_be_written_nothing_is(office, monkeypatch, tmp_path):
    before = files_of(tmp_path / "content")
    put, calls = Path.replace, []

    def fail(self, target):
        calls.append(target)
        if len(calls) == 3:
            raise OSError(28, "full")
        return put(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    code, printed, content = office()
    assert code == 2
    assert "没有改动" in printed
    assert files_of(content) == before
