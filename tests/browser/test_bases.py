"""The same folder works at the root of a server, below another folder, and opened from disk."""

import re

import pytest
from playwright.sync_api import expect

from tests.sites.kinds import KINDS, longest_pages

# Shown at any depth, it names the server's folder (SITE_URL); by itself it fits the root only.
LOST = "lost"
# Written by readers' browsers, in both: what the policy forbade.
WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
"""
NO_PAGE = re.compile(r"\.(csv|json|svg|md|yml|xlsx|xml)$")


@pytest.fixture(scope="module", params=["/", "/a/b/", "file:"])
def base(request, built_site, serve_folder):
    """The address of the real site, with a slash at the end."""
    if request.param == "file:":
        return f"{built_site.as_uri()}/"
    return serve_folder(built_site, request.param)


@pytest.fixture(scope="module")
def pages(built_site):
    return longest_pages(built_site)


def address_of(base, page):
    """A folder opened from disk shows no index.html by itself."""
    is_folder = page.endswith("/") or not page
    return base + page + ("index.html" if base.startswith("file:") and is_folder else "")


def first_page_link(page):
    """A link in the text that leads to another page of the site."""
    for link in page.locator("main a[href]").all():
        href = link.get_attribute("href").partition("#")[0].partition("?")[0]
        if href and not re.match(r"[a-z]+:", href) and not NO_PAGE.search(href) and link.is_visible():
            return link
    return None


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_every_kind_is_whole_and_leads_on(page, page_log, base, pages, kind):
    if kind == LOST and not base.endswith(base.rpartition(":")[2].lstrip("0123456789")[:1]):
        pytest.skip("without a public address it fits the root only")
    page.add_init_script(WATCH)
    page.goto(address_of(base, pages[kind]))
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    # The style sheet has come: without it the name of the site would not be drawn as a mark.
    assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)") or base[0] == "f"
    assert page.evaluate("window.violations") == []

    link = first_page_link(page)
    if link:
        link.click()
        page.wait_for_load_state("networkidle")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert page.url.startswith(base)
        assert page.evaluate("window.violations") == []
    assert page_log.everything() == []
