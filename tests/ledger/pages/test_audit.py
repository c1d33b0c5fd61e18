"""What readers see of checks: both numbers, the reason, and steps there and back."""

import pytest

from ledger.pages.links import audit_anchor, audit_row
from ledger.site import build_site
from tests.ledger.builders import write_content
from tests.sites import reading

ID = "example-2023-elderly-health-"
RECORDS = """---
source: example-2023-summary
measures:
  - {id: n, name: 管理人数, value: 5, unit: 人, at: 一}
  - {id: d, name: 老年人数, value: 8, unit: 人, at: 一}
  - {id: r, indicator: management-rate, value: 62.4, unit: "%", numerator: n, denominator: d, raw: 六, at: 一}
  - {id: t, name: 机构数, value: 30, unit: 张, raw: 三十, at: 二}
  - {id: p, name: 卫生院数, value: 31, unit: 张, part_of: t, at: 二}
  - {id: q, name: 卫生室数, value: redacted, unit: 张, part_of: t, at: 二}
  - id: v
    name: 床位
    value: 12
    unit: 张
    baseline: 8
    change: {value: 3, unit: 张}
    raw: 由8张增加3张到12张
    at: 三
  - {id: w, name: 床位, value: 13, unit: 张, at: 四}
  - {id: h, indicator: management-rate, value: 50, unit: "%", period: 2023-H1, at: 四}
  - {id: x, name: 别的率, value: 3.5, unit: "%", period: "2024", raw: 3.5%, at: 四}
  - {id: y, name: 完成率, value: 68, unit: "%", commitment: c1, at: 五}
commitments:
  - {id: c1, text: 完成率达到七成, target: {op: ">=", value: 70, unit: "%"}, at: 五}
outcomes:
  - {id: o1, text: 圆满完成, claim: done, commitment: c1, at: 五}
---
"""
LATER = """---
source: example-2023-summary
commitments:
  - id: c1
    text: 常年巡诊
    target: {op: ">=", value: 45, unit: "%"}
    at: 三
    continues: example-2023-primary-c1
  - {id: c2, text: 常年义诊, at: 三}
---
"""
EARLIER = """---
source: example-2023-summary
commitments:
  - {id: c1, text: 常年巡诊, target: {op: ">=", value: 50, unit: "%"}, at: 三}
  - {id: c2, text: 常年义诊, at: 三}
  - {id: c3, text: 建一所医院, at: 三}
  - {id: c4, text: 补种疫苗, due: 2022-12-31, raw: 二〇二二年底, at: 三}
---
"""
SOURCE = """- id: example-2023-summary
  title: 2023年工作总结
  kind: both
  year: 2023
  year_basis: stated
  year_reason: 标题写明2023年。
  period: 2023
  plan_period: 2024
  completeness: whole
  legibility: clean
  repeats:
    - {part: 篇二, of: 篇一, source: example-2023-summary, degree: 93.5}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Pages by address, of a document that contradicts itself and says so."""
    names = {"elderly-health": "老年健康", "primary": "基层"}
    topics = "".join(f"- {{id: {id_}, name: {name}, summary: {name}}}\n" for id_, name in names.items())
    content = write_content(
        tmp_path_factory.mktemp("audit"),
        {
            "dictionary/topics.yml": topics,
            "regions/example/sources.yml": SOURCE,
            "regions/example/2023/elderly-health.md": RECORDS,
            "regions/example/2023/primary.md": EARLIER,
            "regions/example/2024/primary.md": LATER,
        },
    )
    site = build_site(content)
    assert site.problems == ()
    return {page.uri.removesuffix("index.md"): reading.parse_page(page) for page in site.pages}


def cells(pages, anchor):
    return [reading.text(cell) for cell in reading.by_id(pages["audit/"], anchor)]


def test_the_answer_counts_every_kind_and_says_why_something_cannot_be_checked(pages):
    # A rate, a claim, a total, a change and a fact told twice; three rates have no parts.
    assert "能互相核对的 5 处数字里，5 处不一致；另有 3 处核对不了" in reading.answer(pages["audit/"])
    assert "3 个没有公布分子或分母" in reading.text(pages["audit/"])


def test_both_numbers_stand_side_by_side_with_the_reason(pages):
    # 5 ÷ 8 = 62.5%; 31 is more than 30; 12 − 8 = 4; 12 and 13.
    rate, total = cells(pages, f"{ID}r"), cells(pages, f"total-{ID}t")
    assert [rate[1], rate[2], rate[4]] == ["62.4%", "62.500%", "两数不同"]
    assert [total[1], total[2], total[4]] == ["30张", "31张", "相加多于总数（有的部分没有加进去：隐去）"]
    change = cells(pages, f"change-{ID}v")
    assert [change[1], change[2], change[3], change[4]] == ["由 8张 到 12张", "增加3张", "4张", "两数不同"]
    told = cells(pages, f"told-{ID}v")
    assert told[1].startswith("12张 出处 三；13张")
    assert told[2] == "几处不同"


def test_dates_breaks_and_claims_are_told(pages):
    page = reading.text(pages["audit/"])
    assert "时段 2024年 晚于文件所记的年份 2023" in page
    assert (
        "补种疫苗 示例区 · 2023 · 出处 三 《2023年工作总结》：期限 2022年12月31日 早于计划的年份 2023" in page
    )
    assert "2023年上半年 50% 与 2023年 62.4% 不相连：时段长短不同" in page
    assert "所收文件里没有写明" not in page
    claim = reading.text(reading.by_id(pages["audit/"], f"claim-{ID}c1"))
    assert "完成率 68%" in claim
    assert "说法与数字不一致" in claim


def test_empty_kinds_have_one_sentence(tmp_path):
    pages = {page.uri: reading.parse_page(page) for page in build_site(write_content(tmp_path, {})).pages}
    page = reading.text(pages["audit/index.md"])
    for sentence in (
        "所收文件里没有同时公布分子和分母的比率。",
        "所收文件里没有写明“其中”的总数。",
        "所收文件里没有写明变化量的数字。",
        "没有见到“已完成”旁边的数字低于目标",
        "没有见到同一地方、同一时段的同一个数写在几处。",
        "没有见到时段还没过完就写进文件的数字",
        "没有见到同一指标前后口径、时段长短或单位不同的数字。",
    ):
        assert sentence in page


def test_figures_lead_to_their_checks_and_back(pages):
    for address in ("sources/example-2023-summary/", "indicators/management-rate/"):
        steps = [item.get("href") for item in reading.by_class(pages[address], "checked")]
        assert f"../../audit/#{ID}r" in steps
    row = reading.by_id(pages["audit/"], f"{ID}r")
    links = [item.get("href") for item in row.iter("a")]
    assert "../example/2023/elderly-health/#r" in links
    assert f"../sources/example-2023-summary/#{ID}r" in links


def test_the_indicator_page_says_what_cannot_be_read_together(pages):
    assert "时段长短不同" in reading.text(pages["indicators/management-rate/"])


def test_a_promise_is_followed_into_the_next_year(pages):
    followed = reading.text(pages["example/commitments/example-2024-primary-c1/"])
    assert "目标由不低于 50%调为不低于 45%" in followed
    assert "写法相同" in followed
    topic = reading.text(pages["example/2024/primary/"])
    assert "目标由不低于 50%调为不低于 45%" in topic
    assert "两条文字相同，文件没有写明是接续的" in topic
    lost = reading.text(pages["example/commitments/example-2023-primary-c3/"])
    assert "在所收的2024年计划里没有见到这项承诺" in lost


def test_a_repeat_tells_its_document_and_its_degree(pages):
    found = reading.text(pages["sources/example-2023-summary/"])
    assert "篇二与《2023年工作总结》的篇一有 93.5% 的字相同" in found


def test_disclosure_is_counted_by_document_region_year_and_topic(pages):
    found = pages["audit/disclosure/"]
    tables = [
        [[reading.text(cell) for cell in row] for row in table.iter("tr")][1:]
        for table in found.iter("table")
    ]
    counts = [rows for rows in tables if rows and len(rows[0]) == 5]
    # Eleven figures, one of them masked: 9.09…%.
    assert [len(rows) for rows in counts] == [1, 1, 2, 2]
    assert counts[0][0][:4] == ["2023年工作总结", "10", "1", "9.1%"]


def test_a_rate_keeps_its_old_address_and_other_checks_have_their_own():
    assert audit_anchor("rate", "a") == "a"
    assert audit_row("total", "a") == "audit/#total-a"
