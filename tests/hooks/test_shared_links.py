"""What the head of built pages tells portals, search engines and those a link is shared with."""

import gzip
import json
import os
import struct
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from tests.sites import reading
from tests.sites.small_site import write_small_site

pytestmark = pytest.mark.slow

URL = "https://example.org/ledger/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# Names that every page has from the theme, which say nothing of its content.
TECHNICAL = {"viewport", "description", "generator", "color-scheme", "format-detection"}
SUMMARY = """\
- id: beta-2023-report
  title: 工作总结与计划
  kind: both
  publisher: 乙市卫生健康局
  published: 2024-01-15
  reposter: 某文档网站
  reposted: 2024-01-24
  url: https://example.org/report
  year: 2023
  year_basis: stated
  year_reason: 标题写明2023年。
  period: 2023
  completeness: whole
  legibility: clean
"""


def built(folder, url):
    """Build the small site, whose document of beta says who published it and when."""
    content = write_small_site(folder, replaced={"regions/beta/sources.yml": SUMMARY})
    site = folder / "site"
    command = [sys.executable, "-m", "ledger", "build", "--content", content, "--site-dir", site]
    environment = {**os.environ, "SITE_URL": url}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return site


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    return built(tmp_path_factory.mktemp("public"), URL)


@pytest.fixture(scope="module")
def private(tmp_path_factory):
    return built(tmp_path_factory.mktemp("private"), "")


def head(site, page):
    root = reading.parse((site / page).read_text(encoding="utf-8"))
    return root.find("head")


def metas(site, page):
    """The names and properties of a page with what they say."""
    told = {}
    for element in head(site, page).iter("meta"):
        name = element.get("property") or element.get("name")
        if name and name not in TECHNICAL:
            assert name not in told
            told[name] = element.get("content")
    return told


def data(site, page):
    """What stands in a page for search engines."""
    return [
        json.loads(script.text) for script in head(site, page).iter("script") if "src" not in script.attrib
    ]


def picture(page, words):
    return {
        "og:image": f"{URL}{page}share.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": words,
    }


EVERYWHERE = {"SiteName": "小账", "og:site_name": "小账", "og:locale": "zh_CN"}
LARGE = {"twitter:card": "summary_large_image"}
VERDICTS = "14 项承诺里最多的是“未到期”，4 项。"


def named(title, kind="article", **more):
    return {"ArticleTitle": title, "og:title": title, "og:type": kind, **more}


def test_the_page_of_a_document_says_whose_it_is_and_when_it_came(public):
    told = metas(public, "sources/beta-2023-report/index.html")
    description = told.pop("og:description")

    assert told.pop("og:image").startswith(f"{URL}beta/2023/")
    assert told == EVERYWHERE | LARGE | named("《工作总结与计划》") | {
        "ColumnName": "文件",
        # The day is known, the hour is not.
        "PubDate": "2024-01-15",
        "ContentSource": "乙市卫生健康局",
        "og:url": f"{URL}sources/beta-2023-report/",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "3 项承诺里最多的是“达到目标”，1 项。",
    }
    assert description.startswith("这是乙市的2023年总结和计划，写到的 4 个数字里隐去了 2 个。")


def test_a_document_that_does_not_say_them_has_no_body_and_no_day(public):
    told = metas(public, "sources/alpha-2023-summary/index.html")
    assert {"PubDate", "ContentSource"} & set(told) == set()


def test_a_page_made_from_documents_has_their_body_but_no_day_of_its_own(public):
    told = metas(public, "beta/2023/immunization/index.html")

    assert told["ColumnName"] == "乙市"
    assert told["ContentSource"] == "乙市卫生健康局"
    assert "PubDate" not in told


def test_the_home_page_stands_for_the_site(public):
    told = metas(public, "index.html")
    description = told.pop("og:description")

    assert told == EVERYWHERE | LARGE | named("小账", "website") | picture("", VERDICTS) | {"og:url": URL}
    assert description.startswith("2 个地方写下 14 项承诺，")


@pytest.mark.parametrize("page", ["about/index.html", "404.html"])
def test_authored_pages_show_the_picture_of_the_site(public, page):
    told = metas(public, page)
    title = {"about/index.html": "关于", "404.html": "没有这一页"}[page]
    # Nothing is known of these but what the site says of itself.
    assert {name: told[name] for name in ("SiteName", "ArticleTitle", "og:title", "og:image")} == {
        "SiteName": "小账",
        "ArticleTitle": title,
        "og:title": title,
        "og:image": f"{URL}share.png",
    }
    assert told["og:description"]
    assert {"ColumnName", "PubDate", "ContentSource"} & set(told) == set()


def test_every_named_picture_is_there_in_its_size(public):
    named_pictures = {
        told["og:image"].removeprefix(URL)
        for page in public.rglob("*.html")
        for told in [metas(public, page.relative_to(public))]
    }
    there = {path.relative_to(public).as_posix() for path in public.rglob("share.png")}

    assert "share.png" in there
    assert named_pictures <= there
    for name in there:
        assert struct.unpack(">II", (public / name).read_bytes()[16:24]) == (1200, 630)


def test_no_page_loads_a_picture_of_its_own_link(public):
    for page in public.rglob("*.html"):
        root = reading.parse(page.read_text(encoding="utf-8"))
        assert not [
            node for node in root.iter() if "share.png" in (node.get("src") or node.get("href") or "")
        ]


def test_the_way_to_a_page_is_told_as_it_stands_on_the_page(public):
    page = "alpha/commitments/alpha-2023-immunization-c1/index.html"
    (told,) = data(public, page)
    (trail,) = reading.by_class(reading.parse((public / page).read_text(encoding="utf-8")), "trail")
    items = told["itemListElement"]

    assert (told["@context"], told["@type"]) == ("https://schema.org", "BreadcrumbList")
    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, "首页", URL),
        (2, "甲县", f"{URL}alpha/"),
        (3, "2023年", f"{URL}alpha/2023/"),
        (4, "预防接种", f"{URL}alpha/2023/immunization/"),
        (5, "承诺", f"{URL}alpha/commitments/alpha-2023-immunization-c1/"),
    ]
    assert " › ".join(item["name"] for item in items) == reading.text(trail)


def test_a_page_without_a_trail_tells_no_way(public):
    assert data(public, "index.html") == []
    assert data(public, "tracker/index.html") == []


def test_the_open_data_are_told_as_a_set(public):
    (told,) = data(public, "data/index.html")
    files = {(item["encodingFormat"], item["contentUrl"]) for item in told.pop("distribution")}

    assert told.pop("description").startswith("全部数据都可以下载：6 张表，共 38 行")
    assert told == {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": "小账数据",
        "url": f"{URL}data/",
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "license": {"@type": "CreativeWork", "name": "虚构内容，测试用"},
        "creator": {"@type": "Organization", "name": "测试编辑部"},
        "publisher": {"@type": "Organization", "name": "测试编辑部"},
        "dateModified": "2024-06-30",
        "temporalCoverage": "2023/2024",
        # The other place is hidden in its documents, and stays so.
        "spatialCoverage": ["甲县"],
    }
    assert ("text/csv", f"{URL}data/measures.csv") in files
    assert ("application/json", f"{URL}data/commitments.json") in files
    assert all((public / url.removeprefix(URL)).is_file() for _, url in files)
    assert {url.rpartition(".")[2] for _, url in files} == {"csv", "json", "xlsx"}


def test_the_sitemap_says_when_each_page_changed(public):
    root = ET.fromstring((public / "sitemap.xml").read_bytes())  # noqa: S314 -- just made
    days = {entry.find(f"{SITEMAP}loc").text: entry.find(f"{SITEMAP}lastmod").text for entry in root}

    assert days[f"{URL}beta/2023/immunization/"] == "2024-01-24"
    assert days[f"{URL}sources/beta-2023-report/"] == "2024-01-24"
    assert days[f"{URL}alpha/2023/immunization/"] == "2024-06-30"
    assert days[URL] == days[f"{URL}about/"] == "2024-06-30"
    assert len(days) == len(list(public.rglob("index.html")))
    assert gzip.decompress((public / "sitemap.xml.gz").read_bytes()) == (public / "sitemap.xml").read_bytes()


def test_without_an_address_nothing_is_said_that_needs_one(private):
    page = "alpha/commitments/alpha-2023-immunization-c1/index.html"
    told = metas(private, page)

    assert {"og:image", "og:url", "og:image:alt"} & set(told) == set()
    assert told["twitter:card"] == "summary"
    assert told["ColumnName"] == "甲县"
    assert data(private, page) == data(private, "data/index.html") == []
    assert not list(private.rglob("share.png"))
    assert not list(private.glob("sitemap.xml*"))


def test_fields_stand_in_the_order_of_public_bodies_and_none_is_made_up(public):
    page = (public / "sources/beta-2023-report/index.html").read_text(encoding="utf-8")
    fields = reading.fields(reading.parse(page))

    assert list(fields.items())[:6] == [
        ("索引号", "文件没有写"),
        ("发布机构", "乙市卫生健康局"),
        ("文号", "文件没有写"),
        ("成文日期", "文件没有写"),
        ("发布日期", "2024年1月15日"),
        ("信息来源", "某文档网站（转载），2024年1月24日 转载页面"),
    ]


def test_a_topic_says_in_short_whose_document_it_shows(public):
    page = (public / "alpha/2023/elderly-health/index.html").read_text(encoding="utf-8")
    fields = reading.fields(reading.parse(page))

    # Figures at the head of the page come in the same way.
    assert list(fields)[-4:] == ["发布机构", "文件", "发布日期", "信息来源"]
    assert fields["发布日期"] == "文件没有写"
    assert fields["信息来源"] == "本账没有记下"
