"""Every page begins with its answer in one plain sentence; those of the small site are worked out by hand."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from ledger.site import build_site
from tests.sites import reading
from tests.sites.small_site import write_small_site

PROJECT = Path(__file__).parents[3]
CACHE = PROJECT / ".cache" / "charts"
AUTHORED = ["about", "accessibility", "editing", "methodology"]
AUTHORED += [f"editing/{file.stem}" for file in sorted((PROJECT / "docs/editing").glob("*.md"))]
# A line of a phone holds about 17 characters of an answer. Three or four lines leave half of the first screen
# to what follows; only the few pages with every kind of result take a fifth.
MOST_CHARACTERS = 85
MANY = "1 项未达目标，1 项自述已完成，3 项未见报告，2 项数据隐去，5 项还在做或没到期"

# Counted by hand from tests/sites/small; see the table of tests/sites/small_site.py.
ANSWERS = {
    "": "2 个地方写下 14 项承诺，2 项有数字证明达到或超过目标，3 项到期未见报告。",
    "alpha/": "甲县：3 份文件写下的 11 项承诺中 1 项超过目标，1 项自述已完成，3 项未见报告，1 项数据隐去，"
    "5 项还在做或没到期。",
    "alpha/2023/": "甲县2023年：6 项承诺中 1 项超过目标，1 项自述已完成，3 项未见报告，1 项数据隐去。",
    "alpha/2024/": "甲县2024年：5 项承诺全部还在做或没到期。",
    "alpha/2023/immunization/": "2023年预防接种：4 项承诺中 1 项超过目标，1 项自述已完成，2 项未见报告。",
    "alpha/2023/elderly-health/": "2023年老年健康：2 项承诺中 1 项未见报告，1 项数据隐去。",
    "beta/": "乙市：1 份文件写下的 3 项承诺中 1 项达到目标，1 项未达目标，1 项数据隐去。",
    "alpha/commitments/alpha-2023-immunization-c1/": "承诺不低于 90%，公布的结果是 95.50%，超过目标。",
    "alpha/commitments/alpha-2023-immunization-c2/": "期限 2023年10月31日已过，收录的文件里没有提到结果。",
    "alpha/commitments/alpha-2023-immunization-c3/": "发文机构说已完成，没有可核对的数字。",
    "alpha/commitments/alpha-2023-elderly-health-c1/": "承诺不低于 70%，结果的数字在文件里被隐去，无法核对。",
    "alpha/commitments/alpha-2024-immunization-c1/": "期限是 2024年12月31日，还没有到，也还没有报告结果。",
    "alpha/commitments/alpha-2024-immunization-c5/": "这是没有期限、年年都做的事，不判断做完没有。",
    "beta/commitments/beta-2023-immunization-c1/": "承诺不低于 90%，公布的结果是 88%，未达目标。",
    "beta/commitments/beta-2023-immunization-c2/": "承诺 5个，公布的结果是 5个，达到目标。",
    "beta/commitments/beta-2023-immunization-c3/": "目标的数字在文件里被隐去，无法核对。",
    "tracker/": f"14 项承诺中 2 项达到或超过目标，{MANY}；另列转述别处的 1 项。",
    "topics/": "3 个主题里，2 个有文件写到，1 个没有文件提到。",
    "topics/elderly-health/": "老年健康：1 个地方的 2 项承诺中 1 项未见报告，1 项数据隐去。",
    "indicators/": "这里说明 2 个指标：每个数字是什么意思，怎么算，哪些地方公布了。",
    "indicators/vaccination-rate/": "该打疫苗的孩子打了几成：2 个地方公布了 2 个数字。",
    "indicators/donors/": "有多少人献血：所收文件还没有提到。",
    # 7 figures are open and 4 masked: 36.36…%.
    "sources/": "本账收录 4 份文件，写到的 11 个数字里隐去了 4 个。",
    "sources/alpha-2023-plan/": "这是甲县的2023年工作计划，没有写出数字。",
    "sources/alpha-2023-summary/": "这是甲县的2023年工作总结，写到的 7 个数字里隐去了 2 个。",
    "audit/disclosure/": "4 份文件写到的 11 个数字里隐去了 4 个（占 36.4%，推算），另有 1 个到期未见报告。",
    # One rate agrees, one claim stands beside a figure below its target; a rate without parts, a masked rate
    # and a claim of a masked target cannot be checked.
    "audit/": "能互相核对的 2 处数字里，1 处不一致；另有 3 处核对不了，其中 2 处因为数字被隐去。",
    "changes/": "公布以后还没有更正过任何数字、目标或结论。",
    "glossary/": "这里还没有解释专业词。",
    # 14 figures, 15 promises, 3 outcomes, 2 problems, 4 documents, no correction.
    "data/": "全部数据都可以下载：6 张表，共 38 行，用 Excel 就能打开。",
}
ELSEWHERE = """---
source: alpha-2023-summary
measures:
  - {id: m1, indicator: vaccination-rate, value: 70, unit: "%", period: 2023-06, commitment: c1, at: 一}
commitments:
  - {id: c1, text: 接种率到80%, target: {op: ">=", value: 80, unit: "%"}, source: alpha-2023-plan, at: 一}
  - {id: c2, text: 修门诊, source: alpha-2023-plan, at: 二}
  - {id: c3, text: 买冰箱, source: alpha-2023-plan, at: 三}
outcomes:
  - {id: o1, commitment: c2, claim: progressing, text: 正在修, at: 二}
  - {id: o2, commitment: c3, claim: not_started, text: 还没有买, at: 三}
---
"""
OF_ELSEWHERE = {
    "alpha/2023/elderly-health/": "2023年老年健康：3 项承诺中 1 项未达目标，2 项推进中。",
    "alpha/commitments/alpha-2023-elderly-health-c1/": "承诺不低于 80%，"
    "公布的 70% 还不是到期时的数，推进中。",
    "alpha/commitments/alpha-2023-elderly-health-c2/": "发文机构说正在做，没有说做完。",
    "alpha/commitments/alpha-2023-elderly-health-c3/": "发文机构自己说没有开始做。",
    "indicators/vaccination-rate/": "该打疫苗的孩子打了几成：1 个地方公布了 2 个数字。",
    # 6 of 7 figures of the other topic and 1 here, of which 1 is masked.
    "sources/alpha-2023-summary/": "这是甲县的2023年工作总结，写到的 6 个数字里隐去了 1 个。",
}


def answers_of(content):
    site = build_site(content, CACHE)
    assert site.problems == ()
    return {
        page.uri.removesuffix("index.md"): reading.answer(reading.parse_page(page)) for page in site.pages
    }


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return answers_of(write_small_site(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    replaced = {"regions/alpha/2023/elderly-health.md": ELSEWHERE}
    content = write_small_site(tmp_path_factory.mktemp("changed"), regions=["alpha"], replaced=replaced)
    return answers_of(content)


@pytest.fixture(scope="module")
def real():
    return build_site(PROJECT / "content", CACHE).pages


@pytest.mark.parametrize("place", ANSWERS, ids=lambda place: place or "home")
def test_a_page_answers_in_the_sentence_worked_out_by_hand(small, place):
    assert small[place] == ANSWERS[place]


@pytest.mark.parametrize("place", OF_ELSEWHERE)
def test_what_is_not_finished_is_told_as_the_documents_tell_it(changed, place):
    assert changed[place] == OF_ELSEWHERE[place]


def test_every_page_of_the_real_content_answers_in_one_sentence_and_describes_itself_by_it(real):
    for page in real:
        settings, body = page.markdown.removeprefix("---\n").split("\n---\n", 1)
        (said,) = re.findall(r'^<p class="answer">(.*?)</p>$', body, re.MULTILINE | re.DOTALL)
        sentence = reading.text(reading.parse(said))
        assert sentence.endswith("。"), page.uri
        assert sentence.count("。") == 1, page.uri
        assert len(sentence) <= MOST_CHARACTERS, page.uri
        assert not re.search(r"（[^）]*（|）（|\(|\)", sentence), page.uri
        assert yaml.safe_load(settings)["description"] == sentence, page.uri


@pytest.mark.parametrize("name", AUTHORED)
def test_an_authored_page_begins_with_the_sentence_that_describes_it(name):
    settings, body = (PROJECT / f"docs/{name}.md").read_text(encoding="utf-8").split("\n---\n", 1)
    first = body.strip().split("\n\n")[1]
    assert yaml.safe_load(settings.removeprefix("---\n"))["description"] == first
    assert (first[-1], first.count("。")) == ("。", 1)
    assert len(first) <= MOST_CHARACTERS


def test_the_lost_page_says_what_happened_in_one_sentence():
    text = (PROJECT / "docs/overrides/404.html").read_text(encoding="utf-8")
    (said,) = re.findall(r'<p class="answer">(.*?)</p>', text)
    assert (said[-1], said.count("。")) == ("。", 1)


# An explanation opens only where block elements may stand: a paragraph would end before it.
OUT_OF_PLACE = re.compile(
    r'<(p|h[1-6]|a|span)\b[^>]*>(?:(?!</\1>)[^])*?<details class="term"'.replace("[^]", r"[\s\S]")
)


def test_no_word_is_marked_twice_on_a_real_page_or_within_a_paragraph_heading_or_link(real):
    for page in real:
        marked = Counter(re.findall(r'<span class="term-note">[^<]*<a href="[^"]*#([a-z-]+)"', page.markdown))
        assert [id_ for id_, count in marked.items() if count > 1] == [], page.uri
        assert not OUT_OF_PLACE.search(page.markdown), page.uri
