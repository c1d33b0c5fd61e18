"""Corrections in the site: on their page, in the feed, beside their record, in the data."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ledger.site import build_site
from tests.sites import reading
from tests.sites.small_site import write_small_site

CACHE = Path(__file__).parents[3] / ".cache" / "charts"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = '"a & *b* [c](d) `e` \\"f\\""'
ENTRIES = f"""
- record: [alpha-2023-immunization-m3, alpha-2023-immunization-c1]
  date: 2024-06-01
  field: value
  from: 95.05%
  to: 95.50%
  what: 接种率抄错一位
  why: 两位数字颠倒
  source: alpha-2023-summary
- record: alpha-2023-immunization-m9
  date: 2024-06-20
  field: removed
  what: 同一个数字记了两次
  why: 正文和附表都有
  source: alpha-2023-summary
- record: alpha-2023-immunization-o2
  date: 2024-05-02
  what: {HOSTILE}
  why: {HOSTILE}
  source: alpha-2023-plan
"""
IDS = [
    "2024-06-20-alpha-2023-immunization-m9",
    "2024-06-01-alpha-2023-immunization-m3",
    "2024-05-02-alpha-2023-immunization-o2",
]


def build(folder, **settings):
    content = write_small_site(folder, replaced={"regions/alpha/corrections.yml": ENTRIES})
    site = build_site(content, CACHE, **settings)
    assert site.problems == ()
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build(tmp_path_factory.mktemp("changes"))


@pytest.fixture(scope="module")
def pages(site):
    return {page.uri.removesuffix("index.md"): reading.parse_page(page) for page in site.pages}


def articles(pages):
    return {article.get("id"): article for article in pages["changes/"].iter("article")}


def test_page_tells_every_correction_newest_first(pages):
    assert list(articles(pages)) == IDS
    said = reading.answer(pages["changes/"])
    assert "一共更正过 3 次" in said
    assert "1 次是去掉记录" in said
    assert "最近一次在 2024年6月20日" in said


def test_of_one_day_the_last_entry_of_the_file_comes_first_everywhere(tmp_path):
    rest = "date: 2024-06-01, why: 看错, source: alpha-2023-summary"
    told = (("c1", "甲"), ("m3", "乙"), ("m3", "丙"))
    lines = [f"- {{record: alpha-2023-immunization-{local}, what: {what}, {rest}}}" for local, what in told]
    content = write_small_site(tmp_path, replaced={"regions/alpha/corrections.yml": "\n".join(lines)})
    site = build_site(content, CACHE)
    made = {page.uri.removesuffix("index.md"): reading.parse_page(page) for page in site.pages}
    # The ids are as they were when each entry was the last one.
    ids = [f"2024-06-01-alpha-2023-immunization-{end}" for end in ("m3-2", "m3", "c1")]
    assert list(articles(made)) == ids
    assert [entry.find(f"{ATOM}link").get("href") for entry in entries_of(site)] == [
        f"./#{id_}" for id_ in ids
    ]
    # The row of the figure leads to the newer one; the page of its promise tells all three.
    row = reading.by_id(made["alpha/2023/immunization/"], "m3")
    assert [title for _, title in marks(row)] == ["丙"]
    promise = made["alpha/commitments/alpha-2023-immunization-c1/"]
    links = [link.get("href") for link in promise.iter("a") if reading.text(link) == "看这条更正"]
    assert links == [f"../../../changes/#{id_}" for id_ in ids]


def test_an_entry_tells_what_was_what_is_why_and_from_where(pages):
    article = articles(pages)[IDS[1]]
    assert "2024年6月1日" in reading.text(article)
    assert "接种率抄错一位" in reading.text(article)
    told = reading.fields(article)
    assert told["改了什么"] == "数值"
    assert (told["原来"], told["改为"]) == ("95.05%", "95.50%")
    assert told["为什么错"] == "两位数字颠倒"
    assert told["依据"] == "《甲县2023年工作总结》"
    assert [link.get("href") for link in article.iter("a")] == [
        "../alpha/",
        "../alpha/2023/immunization/#m3",
        "../alpha/commitments/alpha-2023-immunization-c1/",
        "../sources/alpha-2023-summary/",
    ]


def test_a_removed_record_is_named_without_a_link(pages):
    article = articles(pages)[IDS[0]]
    assert "已去掉的记录 alpha-2023-immunization-m9" in reading.fields(article)["哪一条"]
    assert not any("m9" in link.get("href") for link in article.iter("a"))


def test_texts_come_out_as_they_were_written(pages):
    assert 'a & *b* [c](d) `e` "f"' in reading.text(articles(pages)[IDS[2]])


def marks(page):
    return [
        (link.get("href"), link.get("title")) for link in page.iter("a") if reading.text(link) == "已更正"
    ]


def test_rows_of_corrected_records_are_marked(pages):
    page = pages["alpha/2023/immunization/"]
    marked = f"../../../changes/#{IDS[1]}"
    assert marks(reading.by_id(page, "m3")) == [(marked, "接种率抄错一位")]
    # The promise itself and the figure beside it.
    assert [href for href, _ in marks(reading.by_id(page, "c1"))] == [marked, marked]
    assert [href for href, _ in marks(reading.by_id(page, "o2"))] == [f"../../../changes/#{IDS[2]}"]
    assert marks(reading.by_id(page, "m1")) == []


def test_what_a_document_gave_is_marked_too(pages):
    page = pages["sources/alpha-2023-summary/"]
    assert len(marks(reading.by_id(page, "alpha-2023-immunization-m3"))) == 1
    assert len(marks(reading.by_id(page, "alpha-2023-immunization-o2"))) == 1
    assert marks(reading.by_id(page, "alpha-2023-immunization-m2")) == []


def test_the_page_of_a_promise_tells_what_was_corrected(pages):
    said = reading.text(pages["alpha/commitments/alpha-2023-immunization-c1/"])
    assert "2024年6月1日更正：接种率抄错一位。原来是“95.05%”，改为“95.50%”" in said
    other = reading.text(pages["alpha/commitments/alpha-2023-immunization-c2/"])
    assert "看这条更正" not in other


def entries_of(site):
    root = ET.fromstring(site.assets["changes/feed.xml"])  # noqa: S314 -- our own
    return root.findall(f"{ATOM}entry")


def test_feed_and_page_agree_entry_by_entry(site, pages):
    entries = entries_of(site)
    assert [entry.find(f"{ATOM}link").get("href") for entry in entries] == [f"./#{id_}" for id_ in IDS]
    for entry, (id_, article) in zip(entries, articles(pages).items(), strict=True):
        title, summary = (entry.find(f"{ATOM}{name}").text for name in ("title", "summary"))
        assert entry.find(f"{ATOM}updated").text == f"{id_[:10]}T00:00:00+08:00"
        assert title.startswith("甲县：")
        # Both say the same of what, why and from where.
        shown = reading.text(reading.parse(summary))
        assert reading.text(article.find("p")) in shown
        told = reading.fields(article)
        for name in ("原来", "改为", "为什么错", "依据"):
            assert told.get(name, "") in shown


def test_the_feed_names_the_site_where_it_is_known(tmp_path, site):
    known = build(tmp_path, site_url="https://example.org/ledger/")
    links = [entry.find(f"{ATOM}link").get("href") for entry in entries_of(known)]
    assert links == [f"https://example.org/ledger/changes/#{id_}" for id_ in IDS]
    ids = [[entry.find(f"{ATOM}id").text for entry in entries_of(made)] for made in (known, site)]
    assert ids[0] == ids[1]


def test_a_ledger_that_corrected_nothing_says_so(tmp_path):
    site = build_site(write_small_site(tmp_path), CACHE)
    (page,) = [reading.parse_page(page) for page in site.pages if page.uri == "changes/index.md"]
    assert "公布以后还没有更正过任何数字、目标或结论" in reading.answer(page)
    assert "发现错误" in reading.text(page)
    assert entries_of(site) == []
