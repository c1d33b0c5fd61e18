"""A citizen's way: from the home page to the place in the document where a promise stands."""

import csv
import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(
    params=[
        {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
        {"viewport": {"width": 1280, "height": 900}},
    ],
    ids=["phone", "desktop"],
)
def context_options(request):
    return {"locale": "zh-CN", **request.param}


@pytest.fixture(scope="module")
def promise(built_site):
    """The first promise whose figure is better than its target."""
    return first(built_site, "commitments", verdict="exceeded")


@pytest.fixture(scope="module")
def names():
    """Names of regions and topics as readers see them, by id."""
    topics = yaml.safe_load((CONTENT / "dictionary" / "topics.yml").read_text(encoding="utf-8"))
    regions = {
        file.parent.name: yaml.safe_load(file.read_text(encoding="utf-8"))["name"]
        for file in CONTENT.glob("regions/*/region.yml")
    }
    return {**regions, **{topic["id"]: topic["name"] for topic in topics}}


def first(site, table, **wanted):
    with (site / "data" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return next(row for row in csv.DictReader(file) if wanted.items() <= row.items())


def expect_page(page, address, *words):
    """Expect to have come to an address, and to be told at once where one is and what the answer is."""
    expect(page).to_have_url(re.compile(re.escape(address) + "$"))
    page.wait_for_load_state()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_count(1)
    for word in words:
        expect(heading).to_contain_text(word)
        expect(page).to_have_title(re.compile(re.escape(word)))
    # The answer is on the first screen.
    answer = page.locator(".answer")
    expect(answer).to_be_in_viewport()
    expect(answer).to_have_text(re.compile(r"[\u4e00-\u9fff].*[。]", re.DOTALL))


def expect_row(page, record):
    """Expect to stand at a record's row of its document's page."""
    expect(page).to_have_url(re.compile(rf"/sources/{record['source']}/#{record['id']}$"))
    row = page.locator(f"tr[id='{record['id']}']")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text(record["at"])
    return row


def test_from_the_home_page_to_the_place_in_the_document(page, page_log, site_url, promise, names):
    region, year, topic = promise["region"], promise["year"], promise["topic"]
    title = yaml.safe_load((CONTENT / "site.yml").read_text(encoding="utf-8"))["title"]
    main = page.get_by_role("main")

    page.goto(site_url)
    expect_page(page, site_url, title)
    main.get_by_role("link", name=names[region], exact=True).first.click()
    expect_page(page, f"/{region}/", names[region])
    main.get_by_role("link", name=re.compile(f"{year}年")).first.click()
    expect_page(page, f"/{region}/{year}/", names[region], year)
    main.get_by_role("link", name=names[topic], exact=True).first.click()
    expect_page(page, f"/{region}/{year}/{topic}/", names[region], year, names[topic])
    main.get_by_role("link", name=promise["text"], exact=True).first.click()
    expect_page(page, f"/{region}/commitments/{promise['id']}/", promise["text"])
    expect(page.locator(".answer")).to_contain_text("超过目标")
    main.get_by_role("link", name=promise["at"], exact=True).first.click()

    expect(expect_row(page, promise)).to_contain_text(promise["text"])
    assert page_log.everything() == []


def test_one_step_from_a_figure_to_where_it_stands(page, page_log, site_url, built_site, promise):
    figure = first(built_site, "measures", commitment=promise["id"], status="disclosed")
    page.goto(f"{site_url}{figure['region']}/{figure['year']}/{figure['topic']}/")
    number = page.get_by_role("table").get_by_role("link", name=figure["value_written"]).first
    number.scroll_into_view_if_needed()
    number.click()

    expect(expect_row(page, figure)).to_contain_text(figure["value_written"])
    assert page_log.everything() == []


def test_the_way_back_is_shown(page, site_url, promise, names):
    page.goto(f"{site_url}{promise['region']}/commitments/{promise['id']}/")
    trail = page.get_by_role("navigation", name="当前位置")
    links = trail.get_by_role("link")

    expect(links).to_have_text(
        ["首页", names[promise["region"]], f"{promise['year']}年", names[promise["topic"]]]
    )
    links.nth(2).click()
    expect_page(page, f"/{promise['region']}/{promise['year']}/", promise["year"])


def test_every_section_is_reached_from_the_home_page(page, page_log, site_url):
    page.goto(site_url)
    sections = page.locator("header, nav").get_by_role("link")
    addresses = dict.fromkeys(link.evaluate("link => link.href") for link in sections.all())
    visited = set()
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        visited.add(page.url.partition("#")[0].removeprefix(site_url))

    assert visited >= {
        "",
        "tracker/",
        "topics/",
        "indicators/",
        "sources/",
        "audit/",
        "data/",
        "methodology/",
    }
    assert page_log.everything() == []
