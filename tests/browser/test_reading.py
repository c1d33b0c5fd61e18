"""Every kind of page can be read anywhere it is put, and a reader's choice of colours and size is kept."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.sites.kinds import longest_pages

POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'"


@pytest.fixture(scope="module")
def addresses(built_site):
    """The longest page of every kind."""
    return longest_pages(built_site)


def test_a_choice_of_colours_and_size_is_kept(page, site_url):
    page.goto(site_url)
    size = "parseFloat(getComputedStyle(document.querySelector('.answer')).fontSize)"
    before = page.evaluate(size)
    page.locator("label[for=large-type]").click()
    page.get_by_role("button", name="深色").click()
    page.goto(f"{site_url}tracker/")

    expect(page.get_by_role("checkbox", name="大字版")).to_be_checked()
    expect(page.get_by_role("button", name="深色")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(size) > before


def test_a_site_works_under_a_sub_path(page, page_log, built_site, serve_folder, addresses):
    root = serve_folder(built_site, "/gov/wsjk/ledger/")
    page.goto(root)
    page.get_by_role("main").get_by_role("link", name="承诺追踪").first.click()
    expect(page).to_have_url(f"{root}tracker/")
    page.wait_for_load_state()
    page.get_by_role("combobox", name="结论").select_option(index=1)
    expect(page.get_by_role("status")).not_to_be_empty()
    # The page for lost addresses is left out: it needs to be told the public address.
    for kind in ("year", "promise", "document"):
        page.goto(root + addresses[kind])
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--ink')")

    assert page_log.everything() == []


@pytest.mark.parametrize("kind", ["home", "region", "topic of a year", "tracker", "document", "methodology"])
def test_links_of_pages_opened_from_disk_lead_to_files(page, page_log, built_site, addresses, kind):
    file = built_site / addresses[kind] / "index.html"
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    links = page.locator("a[href]").evaluate_all("all => all.map(one => one.href)")
    inside = {Path(unquote(urlsplit(url).path)) for url in links if url.startswith("file:")}

    assert len(inside) > 5
    assert [path for path in inside if not path.is_file() or not path.is_relative_to(built_site)] == []
    assert page_log.everything() == []


def test_a_site_opened_from_disk_can_be_walked_and_filtered(page, page_log, built_site):
    page.goto((built_site / "index.html").as_uri())
    page.get_by_role("main").get_by_role("link", name="承诺追踪").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("承诺追踪")
    page.wait_for_load_state()
    rows = page.locator(".tracker > li:visible")
    before = rows.count()
    page.get_by_role("combobox", name="结论").select_option(index=1)
    expect(rows).not_to_have_count(before)
    rows.first.get_by_role("link").first.click()
    expect(page.locator(".answer")).to_be_visible()
    # A page from disk may not read other files: nothing is offered that would fail.
    assert page.get_by_role("button", name="互动").count() == 0
    assert page_log.everything() == []


def test_pages_keep_a_strict_policy(page, context, page_log, site_url, addresses):
    """A portal may forbid inline scripts, code made out of text, and other hosts."""

    def forbid(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

    context.route(lambda url: url.endswith("/"), forbid)
    for address in addresses.values():
        if not address.endswith(".html"):
            page.goto(site_url + address)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{site_url}tracker/")
    page.get_by_role("combobox", name="结论").select_option(index=1)
    page.goto(site_url)
    page.get_by_role("figure").first.get_by_role("button", name="互动").click()
    expect(page.get_by_role("figure").first.locator("canvas, svg .mark-group").first).to_be_visible()

    assert page_log.everything() == []
