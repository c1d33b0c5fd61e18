"""What `ledger new` writes, what it asks for, and when it writes nothing."""

import io

import pytest

from ledger import cli
from ledger.commands import document_import
from ledger.content.loader import load_ledger
from ledger.site import build_site
from tests.ledger.builders import snapshot, write_content

PAST = "regions/example/2023/elderly-health.md"
# c1 is reached, c2 was never spoken of again, c3 has no number to reach.
RECORDS = """---
source: example-2023-summary
measures:
  - id: m1
    indicator: management-rate
    value: 63.9
    unit: "%"
    commitment: c1
    at: 一
commitments:
  - id: c1
    text: 老年人健康管理率达到62%
    target: {op: ">=", value: 62, unit: "%"}
    at: 一
  - id: c2
    text: 建家庭病床20张
    target: {op: ">=", value: 20, unit: 张}
    at: 二
  - id: c3
    text: 办老年食堂
    owner: 示例市
    at: 二
---
"""
OPEN = ("example-2023-elderly-health-c2", "example-2023-elderly-health-c3")
REGION = ("region", "newtown", "--name", "新区", "--level", "district")
YEAR = ("year", "example", "2024", "--title", "2024年工作计划", "--kind", "plan")
INDICATOR = (
    *("indicator", "bed-count", "--topic", "elderly-health", "--name", "家庭病床张数", "--unit", "张"),
    *(
        "--direction",
        "higher",
        "--everyday",
        "在家住院的床有几张",
        "--definition",
        "年底建在老人家里的病床数。",
    ),
    *("--definition-source", "据公开的考核办法，未核对官方原文"),
)


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self):
        return True


@pytest.fixture
def content(tmp_path):
    return write_content(tmp_path, {PAST: RECORDS})


@pytest.fixture
def new(content, monkeypatch, capsys):
    """A function that runs the command; `answers` are typed at a terminal."""

    def run(*words, answers=None):
        typed = io.StringIO() if answers is None else Terminal("".join(f"{line}\n" for line in answers))
        monkeypatch.setattr("sys.stdin", typed)
        code = cli.main(["new", *words, "--content", str(content)])
        printed = capsys.readouterr()
        assert printed.err == ""
        return code, printed.out

    return run


def text_of(content, name):
    return (content / name).read_text(encoding="utf-8")


def test_a_region_has_its_two_files_and_the_content_stays_sound(new, content):
    code, said = new(*REGION, "--authority", "新区卫生健康局", "--name-note", "原文写明。")
    assert code == 0
    assert text_of(content, "regions/newtown/region.yml") == (
        "name: 新区\nlevel: district\nauthority: 新区卫生健康局\nname_status: stated\nname_note: 原文写明。\n"
    )
    assert text_of(content, "regions/newtown/sources.yml") == "[]\n"
    assert load_ledger(content)[1] == []
    assert "按 stated" in said
    assert "下一步：" in said
    assert "ledger import 文件 --region newtown" in said


def test_a_name_that_is_hidden_is_not_said_to_be_stated(new, content):
    before = snapshot(content)
    code, said = new("region", "hidden", "--name", "xx区", "--level", "district")
    assert (code, "--name-status" in said) == (2, True)
    assert snapshot(content) == before
    assert new("region", "hidden", "--name", "xx区", "--level", "区级", "--name-status", "hidden")[0] == 0
    assert "level: district\nname_status: hidden\n" in text_of(content, "regions/hidden/region.yml")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("region", "example", "--name", "甲", "--level", "city"), "已经有“example”（示例区）"),
        (("region", "New Town", "--name", "甲", "--level", "city"), "小写英文字母"),
        (("region", "tracker", "--name", "甲", "--level", "city"), "MZ030"),
        (("region", "newtown", "--name", "甲", "--level", "citi"), "最接近的是 city"),
        (("year", "exampel", *YEAR[2:]), "没有地区“exampel”，是不是 example 示例区？"),
        (("year", "example", "24", *YEAR[3:]), "不是四位的年份"),
        ((*YEAR, "--written", "2024年1月"), "--written 日期："),
        ((*YEAR, "--url", "某网站"), "--url 网址："),
        (("topic", "example", "2023", "elderly"), "是不是 elderly-health 老年健康？"),
        (("topic", "example", "2023", "elderly-health", "--source", "example-2023-sumary"), "是不是"),
        (("topic", "example", "2024", "elderly-health"), "加上 --source：example-2023-summary"),
        ((*INDICATOR, "--factor", "一百"), "--factor 倍数："),
        (("indicator", "management-rate", *INDICATOR[2:]), "已经有“management-rate”（老年人健康管理率）"),
        ((*INDICATOR[:7], "床位", *INDICATOR[8:]), "--unit 单位："),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(new, content, words, told):
    before = snapshot(content)
    code, said = new(*words)
    assert code != 0
    assert told in said
    assert snapshot(content) == before


@pytest.mark.parametrize("form", ["region", "year", "topic", "indicator"])
def test_everything_that_lacks_is_told_at_once_with_a_whole_example(new, content, form):
    before = snapshot(content)
    code, said = new(form)
    assert code == 2
    assert said.count("还没有写。") >= 3
    example = said.rpartition("完整的例子：\n  ledger new ")[2].split()
    assert example[0] == form
    assert snapshot(content) == before


def test_what_lacks_is_asked_for_where_there_is_a_terminal(new, content):
    code, said = new("region", answers=["New", "newtown", "新区", "镇", "区级"])
    assert code == 0
    assert "小写英文字母" in said
    assert "级别（地区的级别；有：province 省级、city 市级、county 县级、district 区级）：" in said
    assert "level: district\n" in text_of(content, "regions/newtown/region.yml")


def test_who_stops_typing_has_written_nothing(new, content):
    before = snapshot(content)
    code, said = new("region", answers=["newtown"])
    assert (code, "什么也没有写入" in said) == (2, True)
    assert snapshot(content) == before


def test_a_year_offers_what_the_last_one_left_open(new, content):
    code, said = new(*YEAR, "--publisher", "示例区卫生健康局", "--written", "2024-01-10")
    assert code == 0
    assert "regions/example/2024/elderly-health.md（新文件）：承诺 2 条" in said
    text = text_of(content, "regions/example/2024/elderly-health.md")
    assert text == (
        "---\nsource: example-2024-plan\ncommitments:\n"
        "  # 2023年的目标 ≥20张，结论：未见报告；2024年的计划里有才确认，没有就删去\n"
        f"  - id: c1\n    text: 建家庭病床20张\n    continues: {OPEN[0]}\n    draft: true\n"
        "  # 2023年的承诺，没有写目标数，结论：未见报告；2024年的计划里有才确认，没有就删去\n"
        "  - id: c2\n    text: 办老年食堂\n    owner: 示例市\n"
        f"    continues: {OPEN[1]}\n    draft: true\n---\n"
    )
    source = text_of(content, "regions/example/sources.yml").partition("legibility: clean\n")[2]
    assert source.startswith("# 还要补 year_basis：年份的依据（stated 文内写明、")
    assert source.endswith(
        "- id: example-2024-plan\n  title: 2024年工作计划\n  kind: plan\n  publisher: 示例区卫生健康局\n"
        "  written: 2024-01-10\n  year: 2024\n  draft: true\n"
    )
    assert load_ledger(content)[1] == []


def test_what_nobody_gave_is_told_by_the_review(new, content, monkeypatch, capsys):
    new(*YEAR)
    _, problems = load_ledger(content, drafts=True)
    assert {problem.code for problem in problems} == {"MZ011"}
    lacking = [problem.details["name"] for problem in problems]
    assert lacking.count("at") == 2
    assert {"year_basis", "year_reason", "period", "completeness", "legibility"} <= set(lacking)
    monkeypatch.setattr("sys.stdin", io.StringIO("y\nq\n"))
    cli.main(["review", "--content", str(content)])
    assert "这一条有错" in capsys.readouterr().out


def test_the_same_document_is_refused_the_second_time(new, content):
    new(*YEAR)
    before = snapshot(content)
    code, said = new(*YEAR)
    assert (code, "来源 example-2024-plan" in said) == (1, True)
    assert snapshot(content) == before


def test_another_document_of_the_year_does_not_offer_the_same_promises_again(new, content):
    new(*YEAR)
    before = text_of(content, "regions/example/2024/elderly-health.md")
    code, said = new("year", "example", "2024", "--title", "2024年要点", "--kind", "plan")
    assert (code, "准备 0 条" in said) == (0, True)
    assert text_of(content, "regions/example/2024/elderly-health.md") == before


def test_a_summary_offers_answers_to_the_promises_of_its_year(new, content):
    code, said = new("year", "example", "2023", "--title", "2023年老龄工作总结", "--kind", "summary")
    assert (code, "准备 3 条回答它们的成效" in said) == (0, True)
    text = text_of(content, PAST)
    assert text.startswith(RECORDS.removesuffix("---\n"))
    assert text.endswith(
        "outcomes:\n"
        "  # 承诺 c1：老年人健康管理率达到62%（目标 ≥62%）；总结里有下文才确认，写上文字和说法，没有就删去\n"
        "  - id: o1\n    source: example-2023-summary-2\n    commitment: c1\n    draft: true\n"
        "  # 承诺 c2：建家庭病床20张（目标 ≥20张）；总结里有下文才确认，写上文字和说法，没有就删去\n"
        "  - id: o2\n    source: example-2023-summary-2\n    commitment: c2\n    draft: true\n"
        "  # 承诺 c3：办老年食堂；总结里有下文才确认，写上文字和说法，没有就删去\n"
        "  - id: o3\n    source: example-2023-summary-2\n    commitment: c3\n    draft: true\n---\n"
    )


def test_a_summary_of_a_planned_year_answers_promises_that_are_drafts_too(new, content):
    new(*YEAR)
    text = text_of(content, "regions/example/2024/elderly-health.md")
    (content / "regions/example/2024/elderly-health.md").write_text(
        text.replace("    draft", "    at: 一\n    draft"), encoding="utf-8"
    )
    sources = content / "regions/example/sources.yml"
    lacking = "year_basis: stated\n  year_reason: 写明。\n  period: 2024\n  completeness: whole\n"
    lacking += "  legibility: clean\n"
    sources.write_text(
        sources.read_text(encoding="utf-8").replace("  draft", f"  {lacking}  draft"), encoding="utf-8"
    )
    _, said = new("year", "example", "2024", "--title", "2024年工作总结", "--kind", "summary")
    assert "准备 2 条回答它们的成效" in said


def test_a_document_of_both_kinds_plans_the_next_year(new, content):
    _, said = new("year", "example", "2023", "--title", "2023年总结和2024年打算", "--kind", "both")
    assert "2023/elderly-health.md（加在已有的后面）：成效 3 条" in said
    assert "2024/elderly-health.md（新文件）：承诺 2 条" in said
    assert text_of(content, "regions/example/2024/elderly-health.md").count("continues: ") == 2


def test_statistics_promise_nothing(new, content):
    new("year", "example", "2024", "--title", "2024年统计公报", "--kind", "statistics")
    assert not (content / "regions/example/2024").exists()
    assert "id: example-2024-statistics\n" in text_of(content, "regions/example/sources.yml")


def test_a_topic_offers_its_indicators_with_their_parts_and_goes_on_with_the_ids(new, content):
    code, said = new("topic", "example", "2023", "chronic-disease")
    assert (code, "没有要写的。" in said) == (0, True)
    new(*YEAR)
    code, said = new("topic", "example", "2024", "elderly-health")
    assert code == 0
    assert "（加在已有的后面）：数字 3 条" in said
    text = text_of(content, "regions/example/2024/elderly-health.md")
    added = "measures:\n" + text.partition("measures:\n")[2]
    assert added == (
        "measures:\n"
        "  # 老年人健康管理率：每一百名老年人里，得到健康管理的有多少。 没有公布就删去\n"
        "  - id: m1\n    source: example-2024-plan\n    indicator: management-rate\n"
        '    unit: "%"\n    numerator: m2\n    denominator: m3\n    draft: true\n'
        "  # 老年人健康管理率的分子；没有公布就删去\n"
        "  - id: m2\n    source: example-2024-plan\n    name: 得到健康管理的老年人数\n    draft: true\n"
        "  # 老年人健康管理率的分母；没有公布就删去\n"
        "  - id: m3\n    source: example-2024-plan\n    name: 老年人总数\n    draft: true\n---\n"
    )
    code, said = new("topic", "example", "2024", "elderly-health")
    assert (code, "没有要写的。" in said) == (0, True)


def test_a_topic_asks_for_its_document_where_there_are_several(new, content):
    new(*YEAR)
    new("year", "example", "2024", "--title", "2024年要点", "--kind", "plan")
    assert new("topic", "example", "2024", "elderly-health")[0] == 2
    code, _ = new("topic", "example", "2024", "elderly-health", answers=["example-2024-plan-2"])
    assert code == 0
    assert "source: example-2024-plan-2\n" in text_of(content, "regions/example/2024/elderly-health.md")


def test_ids_of_records_that_were_removed_are_not_given_again(new, content):
    (content / "regions/example/corrections.yml").write_text(
        "- record: example-2024-elderly-health-c7\n  date: 2024-01-05\n  field: removed\n"
        "  what: 去掉了。\n  why: 重复。\n  source: example-2023-summary\n",
        encoding="utf-8",
    )
    assert new(*YEAR)[0] == 0
    text = text_of(content, "regions/example/2024/elderly-health.md")
    assert ("- id: c8\n" in text, "- id: c1\n" in text) == (True, False)


def test_an_indicator_is_added_to_its_topic(new, content):
    before = text_of(content, "dictionary/indicators/elderly-health.yml")
    code, said = new(*INDICATOR)
    assert code == 0
    assert text_of(content, "dictionary/indicators/elderly-health.yml") == before + (
        "- id: bed-count\n  name: 家庭病床张数\n  everyday: 在家住院的床有几张\n"
        "  unit: 张\n  direction: higher\n"
        "  definition: 年底建在老人家里的病床数。\n  definition_source: 据公开的考核办法，未核对官方原文\n"
    )
    assert load_ledger(content)[0].dictionary.indicators["bed-count"].topic == "elderly-health"
    assert "ledger schema --write" in said


def test_the_first_indicator_of_a_topic_begins_its_file(new, content):
    assert new(*INDICATOR[:3], "健康教育", *INDICATOR[4:])[0] == 0
    assert text_of(content, "dictionary/indicators/health-education.yml").startswith("- id: bed-count\n")


def test_nothing_is_begun_in_content_that_is_wrong(new, content):
    (content / "regions/example/sources.yml").write_text("- id: 1\n", encoding="utf-8")
    before = snapshot(content)
    code, said = new(*REGION)
    assert (code, "ledger check" in said) == (1, True)
    assert snapshot(content) == before


def test_a_list_in_brackets_is_left_to_a_person(new, content):
    text = "---\nsource: example-2023-summary\ncommitments: [{id: c1, text: 甲, at: 一}]\n---\n"
    (content / "regions/example/2024").mkdir()
    (content / "regions/example/2024/elderly-health.md").write_text(text, encoding="utf-8")
    before = snapshot(content)
    code, said = new(*YEAR)
    assert (code, "写在 [ ] 里" in said) == (1, True)
    assert snapshot(content) == before


def test_a_new_region_goes_from_its_first_document_to_its_page(new, content, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(document_import, "REPORTS", tmp_path / "reports")
    new(*REGION)
    file = tmp_path / "总结.txt"
    file.write_text(
        "新区卫生健康局2023年工作总结\n\n一、主要工作\n\n（一）老年健康。建成家庭病床12张。\n",
        encoding="utf-8",
    )
    assert cli.main(["import", str(file), "--region", "newtown", "--content", str(content)]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n" * 9))
    assert cli.main(["review", "--content", str(content)]) == 0
    assert "没有草稿了。" in capsys.readouterr().out
    site = build_site(content)
    assert site.problems == ()
    assert site.ledger.drafts == 0
    assert [item.base_value for item in site.ledger.measures.values() if item.unit.written == "张"] == [12]
    assert "newtown/2023/elderly-health/index.md" in {page.uri for page in site.pages}
