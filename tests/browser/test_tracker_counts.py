"""The list of promises on a site counted by hand: numbers beside choices, and a list in several parts."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.sites.project_copy import PUBLISH, write_project
from tests.sites.small_site import write_small_site

# Three rows to a page: alpha is divided by years and topics (its 2024 has but one), beta stays whole.
SHORT = "\nfrom ledger.pages import tracker\ntracker.MOST_ROWS = 3\n"
# Counted in tests/sites/small_site.py and its content: 15 promises.
PARTS = {
    "alpha/2023/immunization/": [f"alpha-2023-immunization-c{number}" for number in (1, 2, 3, 4)],
    "alpha/2023/elderly-health/": [f"alpha-2023-elderly-health-c{number}" for number in (1, 2, 3)],
    "alpha/2024/immunization/": [f"alpha-2024-immunization-c{number}" for number in (1, 2, 3, 4, 5)],
    "beta/": [f"beta-2023-immunization-c{number}" for number in (1, 2, 3)],
}
ALL = sorted(id_ for ids in PARTS.values() for id_ in ids)
COUNTS = {
    "": {
        "region": {"": 15, "alpha": 12, "beta": 3},
        "year": {"": 15, "2023": 10, "2024": 5},
        "topic": {"": 15, "immunization": 12, "elderly-health": 3},
        "verdict": {"": 15, "exceeded": 1, "met": 1, "not_met": 1, "done_claimed": 1, "ongoing": 1}
        | {"redacted": 2, "unreported": 4, "not_due": 4},
        "evidence": {"": 15, "figure": 3, "claim": 1, "redacted": 2, "none": 9},
        "owner": {"": 15, "own": 14, "quoted": 1},
    },
    # What each choice would find: its own filter set aside, the other one kept.
    "?region=alpha": {
        "region": {"": 15, "alpha": 12, "beta": 3},
        "year": {"": 12, "2023": 7, "2024": 5},
        "topic": {"": 12, "immunization": 9, "elderly-health": 3},
        "verdict": {"": 12, "exceeded": 1, "met": 0, "not_met": 0, "done_claimed": 1, "ongoing": 1}
        | {"redacted": 1, "unreported": 4, "not_due": 4},
        "evidence": {"": 12, "figure": 1, "claim": 1, "redacted": 1, "none": 9},
        "owner": {"": 12, "own": 11, "quoted": 1},
    },
    "?region=alpha&verdict=unreported": {
        "region": {"": 4, "alpha": 4, "beta": 0},
        "year": {"": 4, "2023": 4, "2024": 0},
        "topic": {"": 4, "immunization": 2, "elderly-health": 2},
        "verdict": {"": 12, "exceeded": 1, "met": 0, "not_met": 0, "done_claimed": 1, "ongoing": 1}
        | {"redacted": 1, "unreported": 4, "not_due": 4},
        "evidence": {"": 4, "figure": 0, "claim": 0, "redacted": 0, "none": 4},
        "owner": {"": 4, "own": 3, "quoted": 1},
    },
    "?evidence=redacted&year=2023": {
        "region": {"": 2, "alpha": 1, "beta": 1},
        "year": {"": 2, "2023": 2, "2024": 0},
        "topic": {"": 2, "immunization": 1, "elderly-health": 1},
        "verdict": {"": 2, "exceeded": 0, "met": 0, "not_met": 0, "done_claimed": 0, "ongoing": 0}
        | {"redacted": 2, "unreported": 0, "not_due": 0},
        "evidence": {"": 10, "figure": 3, "claim": 1, "redacted": 2, "none": 4},
        "owner": {"": 2, "own": 2, "quoted": 0},
    },
}
READ_COUNTS = """() => Object.fromEntries([...document.querySelectorAll('select')].map((select) => [
  select.name,
  Object.fromEntries([...select.options].map(
    (one) => [one.value, Number(one.textContent.match(/（(\\d+)）$/)[1])],
  )),
]))"""


@pytest.fixture(scope="module")
def short_pages(tmp_path_factory):
    """The small site with its list in parts, as a folder."""
    folder = tmp_path_factory.mktemp("short")
    project, content = write_project(folder / "project", SHORT), write_small_site(folder)
    command = [sys.executable, "-c", PUBLISH, project, content, folder / "site"]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "site"


@pytest.fixture(scope="module")
def small_url(short_pages, serve_folder):
    return serve_folder(short_pages)


def ids_of(page):
    """The promises that are to be seen."""
    links = page.locator(".tracker > li:visible > a").evaluate_all("all => all.map(one => one.href)")
    return [re.search(r"commitments/([^/]+)/", link)[1] for link in links]


@pytest.mark.parametrize("query", COUNTS)
def test_numbers_beside_choices_follow_the_other_filters(page, small_url, query):
    page.goto(f"{small_url}tracker/{query}")
    found = min(COUNTS[query]["region"][""], COUNTS[query]["year"][""]) if query else 15
    expect(page.get_by_role("status")).to_have_text(f"符合条件的有 {found} 项")

    assert page.evaluate(READ_COUNTS) == COUNTS[query]


@pytest.mark.parametrize("query", [query for query in COUNTS if query])
def test_what_would_find_nothing_is_there_but_cannot_be_chosen(page, small_url, query):
    page.goto(f"{small_url}tracker/{query}")
    expect(page.locator(".tracker-found .tracker > li").first).to_be_visible()
    disabled = page.locator("option:disabled").evaluate_all(
        "all => all.map(one => [one.parentElement.name, one.value])"
    )
    barren = [
        [name, value]
        for name, counts in COUNTS[query].items()
        for value, number in counts.items()
        if not number
    ]

    assert disabled == barren


def test_a_choice_finds_what_was_told_beside_it(page, small_url):
    page.goto(f"{small_url}tracker/")
    page.get_by_role("combobox", name="地方").select_option("alpha")
    page.get_by_role("combobox", name="结论").select_option("unreported")
    expect(page.get_by_role("status")).to_have_text("符合条件的有 4 项")
    assert page.evaluate(READ_COUNTS) == COUNTS["?region=alpha&verdict=unreported"]
    assert ids_of(page) == [
        "alpha-2023-immunization-c2",
        "alpha-2023-immunization-c4",
        "alpha-2023-elderly-health-c2",
        "alpha-2023-elderly-health-c3",
    ]
    page.get_by_role("button", name="清除筛选").click()
    expect(page.get_by_role("status")).to_have_text("符合条件的有 15 项")
    assert page.evaluate(READ_COUNTS) == COUNTS[""]


def test_a_list_in_parts_is_whole_without_scripts(browser, context_options, small_url):
    context = browser.new_context(**context_options, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small_url}tracker/")
    links = page.get_by_role("region", name="全部承诺").get_by_role("link")
    addresses = links.evaluate_all("all => all.map(one => one.href)")
    texts = links.all_inner_texts()
    shown = {}
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_contain_text("承诺追踪：")
        shown[address.removeprefix(f"{small_url}tracker/")] = ids_of(page)
    context.close()

    assert texts == ["2023年 预防接种（4）", "2023年 老年健康（3）", "2024年 预防接种（5）", "乙市（3）"]
    assert shown == PARTS


def test_a_part_leads_to_its_filter(page, small_url):
    page.goto(f"{small_url}tracker/alpha/2023/elderly-health/")
    page.get_by_role("link", name="筛选这些承诺").click()

    expect(page.get_by_role("status")).to_have_text("符合条件的有 3 项")
    assert ids_of(page) == PARTS["alpha/2023/elderly-health/"]


def test_a_list_in_parts_is_filtered_as_one(page, page_log, small_url):
    page.goto(f"{small_url}tracker/?topic=immunization")

    expect(page.get_by_role("status")).to_have_text("符合条件的有 12 项")
    assert sorted(ids_of(page)) == [id_ for id_ in ALL if "immunization" in id_]
    page.get_by_role("button", name="清除筛选").click()
    expect(page.get_by_role("link", name="乙市（3）")).to_be_visible()
    assert page_log.everything() == []


def test_a_list_in_parts_is_filtered_from_disk(page, page_log, short_pages):
    page.goto((short_pages / "index.html").as_uri())
    page.get_by_role("main").get_by_role("link", name="承诺追踪").first.click()
    page.get_by_role("combobox", name="依据").select_option("figure")
    expect(page.get_by_role("status")).to_have_text("符合条件的有 3 项")
    first = page.locator(".tracker > li:visible").first
    first.get_by_role("link", name="95.50%").click()
    expect(page).to_have_url(
        re.compile(r"sources/alpha-2023-summary/index\.html#alpha-2023-immunization-m3$")
    )
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("符合条件的有 3 项")
    first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("疫苗接种率不低于90%")

    assert page_log.everything() == []


def test_a_masked_figure_is_a_block_that_is_read_out(page, small_url):
    page.goto(f"{small_url}tracker/?evidence=redacted")
    row = page.locator(".tracker > li:visible").first

    expect(row.get_by_role("link", name="原文隐去 %")).to_be_visible()
    expect(row).to_contain_text("数据隐去")
    expect(row.locator(".block")).to_have_attribute("aria-hidden", "true")
