"""The same folder works at the root of a server, below another folder, and opened from disk."""

import re

import pytest
from playwright.sync_api import expect

from tests.sites.kinds import KINDS, longest_pages

# Shown at any depth, it names the server's folder (SITE_URL); by itself it fits the root only.
LOST = "lost"
# What the policy had to forbid.
WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.blockedURI));
"""
NO_PAGE = re.compile(r"\.(csv|json|svg|md|yml|xlsx|xml)$")


BASES = ["/", "/a/b/", "file:"]


@pytest.fixture(scope="module")
def bases(built_site, serve_folder):
    """The addresses of the real site, each with a slash at the end."""
    served = {prefix: serve_folder(built_site, prefix) for prefix in BASES if prefix != "file:"}
    return {**served, "file:": f"{built_site.as_uri()}/"}


@pytest.fixture(scope="module")
def pages(built_site):
    return longest_pages(built_site)


def address_of(base, page):
    """A folder opened from disk shows no index.html by itself."""
    is_folder = page.endswith("/") or not page
    return base + page + ("index.html" if base.startswith("file:") and is_folder else "")


def first_page_link(page, base):
    """A link in the text, or else in the line of sections, that leads to another page of the site."""
    for link in page.locator("main a[href], .sections a[href]").all():
        # As the browser reads it: opened from disk, a script has completed it.
        address = re.split("[?#]", link.evaluate("link => link.href"))[0]
        is_page = address.startswith(base) and not NO_PAGE.search(address)
        if is_page and address != re.split("[?#]", page.url)[0] and link.is_visible():
            return link
    return None


@pytest.mark.parametrize(
    ("base", "kind"), [(base, kind) for base in BASES for kind in KINDS if base == "/" or kind != LOST]
)
def test_a_page_of_every_kind_is_whole_and_leads_on(page, page_log, bases, pages, base, kind):
    page.add_init_script(WATCH)
    page.goto(address_of(bases[base], pages[kind]))
    expect_whole(page)

    link = first_page_link(page, bases[base])
    assert link is not None
    came_from = page.url
    link.click()
    page.wait_for_url(lambda url: url != came_from)
    expect_whole(page)
    assert page.url.startswith(bases[base])
    assert page_log.everything() == []


def expect_whole(page):
    """Expect a page with its style, and with nothing that its policy had to forbid."""
    page.wait_for_load_state()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    # The style sheet of the ledger lines the sections up; without it they are a list with bullets.
    expect(page.locator("nav.sections ul")).to_have_css("list-style-type", "none")
    assert page.evaluate("window.violations") == []
