"""The page of special words, in the order of dictionaries, with the pages on which each is used."""

import pytest

from ledger.site import build_site
from tests.ledger.pages.test_answers import CACHE
from tests.sites import reading
from tests.sites.small_site import write_small_site

GLOSSARY = """\
- {id: ren-shou, term: 人手, plain: 做事的人。, synonyms: [人力]}
- {id: leng-lian, term: 冷链, plain: 一路冷着送疫苗的办法。, see: immunization}
- {id: jie-zhong-lv, term: 接种率, plain: 打了几成。, see: vaccination-rate, source: 举例}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    content = write_small_site(
        tmp_path_factory.mktemp("glossary"), replaced={"dictionary/glossary.yml": GLOSSARY}
    )
    site = build_site(content, CACHE)
    assert site.problems == ()
    return {page.uri.removesuffix("index.md"): reading.parse_page(page) for page in site.pages}


def links_of(element):
    return [(reading.text(link), link.get("href")) for link in element.iter("a")]


def test_words_stand_below_their_letters_in_the_order_of_pinyin(pages):
    page = pages["glossary/"]
    assert [reading.text(heading) for heading in page.iter("h2")] == ["J", "L", "R"]
    words = [line.get("id") for line in page.iter("div") if line.find("dt") is not None]
    assert words == ["word-jie-zhong-lv", "word-leng-lian", "word-ren-shou"]


def test_a_word_leads_to_what_says_more_and_to_where_it_is_used(pages):
    # 冷链 stands in alpha's promise and outcome of 2023, in its promise of 2024, and in a figure of beta.
    assert links_of(reading.by_id(pages["glossary/"], "word-leng-lian")) == [
        ("预防接种", "../topics/immunization/"),
        ("甲县 2023年 预防接种", "../alpha/2023/immunization/"),
        ("甲县 2024年 预防接种", "../alpha/2024/immunization/"),
        ("乙市 2023年 预防接种", "../beta/2023/immunization/"),
    ]
    rate = reading.by_id(pages["glossary/"], "word-jie-zhong-lv")
    assert links_of(rate)[0] == ("疫苗接种率", "../indicators/vaccination-rate/")
    assert "解释的依据：举例" in reading.text(rate)
    assert "也写作 人力" in reading.text(reading.by_id(pages["glossary/"], "word-ren-shou"))


def test_the_page_says_how_many_words_it_explains(pages):
    assert reading.answer(pages["glossary/"]) == "这里用平常话解释 3 个专业词。"


def test_a_page_marks_each_word_where_it_stands_first(pages):
    page = pages["alpha/2023/immunization/"]
    marked = [reading.text(item.find("summary")) for item in reading.by_class(page, "term")]
    # The promises come first, then what was done, then the problems.
    assert marked == ["接种率", "冷链", "人手"]


def test_the_words_of_a_title_are_explained_below_the_answer(pages):
    page = pages["alpha/commitments/alpha-2023-immunization-c1/"]
    row = reading.by_class(page, "terms")[0]
    assert reading.text(row.find("details/summary")) == "接种率"
    assert row.find("details/span/a").get("href") == "../../../glossary/#word-jie-zhong-lv"
