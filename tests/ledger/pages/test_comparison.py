"""What readers see of figures side by side, and of rates as so many out of a hundred."""

import pytest

from ledger.analysis.findings import analyse
from ledger.content.loader import load_ledger
from ledger.pages.book import Book
from ledger.pages.chart_words import ChartWords
from ledger.pages.comparison import comparison_page
from ledger.site import build_site
from tests.ledger.builders import write_content
from tests.sites import reading

INDICATORS = """- id: management-rate
  name: 管理率
  everyday: 管了几成
  unit: "%"
  direction: higher
  numerator: 管了的人数
  denominator: 总人数
  factor: 100
  definition: 定义
  definition_source: 举例
  caution: 各地写法不一。
  share: {whole: 老人, counter: 名, part: 得到了管理}
- id: visits
  name: 随访人次
  everyday: 随访了几次
  unit: 人
  direction: higher
  definition: 定义
  definition_source: 举例
"""
OTHER = """- id: other-2023-summary
  title: 2023年工作总结
  kind: summary
  year: 2023
  year_basis: stated
  year_reason: 标题写明。
  period: 2023
  completeness: whole
  legibility: clean
"""
ONE = """---
source: example-2023-summary
measures:
  - {id: r, indicator: management-rate, value: 63.9, unit: "%", commitment: c1, at: 一}
  - {id: h, indicator: management-rate, value: 30.2, unit: "%", period: 2022, at: 一}
  - {id: v, indicator: visits, value: 8, unit: 人, at: 二}
commitments:
  - {id: c1, text: 管理六成, target: {op: ">=", value: 60, unit: "%"}, at: 三}
---
"""
TWO = """---
source: other-2023-summary
measures:
  - {id: r, indicator: management-rate, value: 71.5, unit: "%", qualifier: 以上, at: 一}
  - {id: v, indicator: visits, value: 5, unit: 人, at: 二}
---
"""
FILES = {
    "dictionary/indicators/elderly-health.yml": INDICATORS,
    "regions/other/region.yml": "name: 乙县\nlevel: county\nname_status: stated\n",
    "regions/other/sources.yml": OTHER,
    "regions/example/2023/elderly-health.md": ONE,
    "regions/other/2023/elderly-health.md": TWO,
}


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return write_content(tmp_path_factory.mktemp("two places"), FILES)


@pytest.fixture(scope="module")
def pages(content):
    site = build_site(content)
    assert site.problems == ()
    return {page.uri.removesuffix("index.md"): page.markdown for page in site.pages}


def part(pages, id_):
    """The section of one indicator."""
    return pages["comparison/"].split(f'<section class="comparison" id="{id_}">')[1].split("</section>")[0]


def test_the_answer_counts_what_stands_in_several_places_and_what_may_be_compared(pages):
    # Two indicators, both in two places; numbers of visits grow with the place.
    assert "2 个指标里，2 个在两个以上的地方或年份出现，其中 1 个可以并排看。" in pages["comparison/"]


def test_comparable_figures_lead_to_their_places_and_documents(pages):
    found = part(pages, "management-rate")
    assert 'href="../example/2023/elderly-health/#r"' in found
    assert 'href="../other/2023/elderly-health/#r"' in found
    assert "#example-2023-elderly-health-r" in found
    assert 'data-spec="regions_compared-management-rate.json"' in found
    assert 'data-spec="trend-management-rate.json"' in found
    assert "2023年，2 个地方公布了管理率；按地方的顺序排列，不作排名。" in found
    assert "不能与上面的并排" not in found


def test_what_may_not_be_compared_says_why_and_what_is_needed(pages):
    found = reading.text(reading.parse(f"<body>{part(pages, 'visits')}</body>"))
    assert "为什么不能并排 是总数，地方大小不同。" in found
    assert "怎样才能并排 除了总数，也公布比率。" in found
    assert "8人" in found
    assert "5人" in found


def test_pages_of_indicators_lead_to_the_comparison(pages):
    assert 'href="../comparison/"' in pages["indicators/"]
    assert 'href="../../comparison/#management-rate"' in pages["indicators/management-rate/"]


def test_a_rate_is_told_as_so_many_out_of_a_hundred(pages):
    # 63.9 of 100 is rounded and says so; “71.5 以上” is 715 of 1 000 and not rounded.
    rounded, exact = (
        "也就是每 100 名老人中，约有 64 名得到了管理",
        "也就是每 1,000 名老人中，有 715 名以上得到了管理",
    )
    of_indicator = pages["indicators/management-rate/"]
    assert of_indicator.count(rounded) == 1
    assert of_indicator.count(exact) == 1
    # Only the latest figure of each place there, every one on the page of its year.
    assert "约有 30 名" not in of_indicator
    assert "也就是每 100 名老人中，约有 30 名得到了管理" in pages["example/2023/elderly-health/"]
    assert rounded in pages["example/commitments/example-2023-elderly-health-c1/"]
    assert rounded in pages[""]


def test_more_figures_than_a_page_holds_are_left_to_the_indicator(tmp_path):
    places = {f"place-{number:02}": f"第{number}县" for number in range(42)}
    files = {"dictionary/indicators/elderly-health.yml": INDICATORS}
    for id_, name in places.items():
        files[f"regions/{id_}/region.yml"] = f"name: {name}\nlevel: county\nname_status: stated\n"
        files[f"regions/{id_}/sources.yml"] = OTHER.replace("other", id_)
        files[f"regions/{id_}/2023/elderly-health.md"] = TWO.replace("other", id_)
    ledger, problems = load_ledger(write_content(tmp_path, files))
    assert problems == []
    page = comparison_page(Book(ledger, analyse(ledger), ChartWords(ledger))).context
    assert page.charts == ()
    assert [len(item.group.measures) for item in page.comparable[0].compared] == [42]
    (visits,) = page.apart
    assert (len(visits.found.apart), len(visits.apart)) == (42, 40)
