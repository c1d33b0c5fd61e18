"""No page asks for more than a reader with a slow line has time for, and nothing on it jumps."""

import pytest

from tests.browser.probe import probe
from tests.sites.page_types import address_of
from tests.sites.weights import ICON, first_view, packed_size

# KiB, packed.
MOST_OF_A_FIRST_VIEW = 65
MOST_OF_SCRIPTS = 40
MOST_OF_A_PAGE = 200
MOST_REQUESTS = 6
MOST_SHIFT = 0.02


@pytest.fixture
def context_options():
    return {
        "locale": "zh-CN",
        "viewport": {"width": 390, "height": 844},
        "is_mobile": True,
        "has_touch": True,
    }


@pytest.fixture
def views(browser, context_options, built_site, site_url, types):
    """What each type of page asks for before anything is touched, and how far things moved meanwhile."""
    seen = {}
    for name, address in types.items():
        context = browser.new_context(**context_options)
        page, asked = context.new_page(), []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(site_url + address, wait_until="networkidle")
        view = first_view(built_site, site_url, [*asked, page.evaluate(ICON)])
        seen[name] = (view, page.evaluate(probe("shift")))
        context.close()
    return seen


def test_first_views_are_light_and_still(views):
    heavy = {
        name: (view, shift)
        for name, (view, shift) in views.items()
        if view.total > MOST_OF_A_FIRST_VIEW
        or view.scripts > MOST_OF_SCRIPTS
        or view.requests > MOST_REQUESTS
        or view.foreign
        or shift > MOST_SHIFT
    }

    assert heavy == {}


def test_no_page_at_all_is_heavy(built_site):
    sizes = {address_of(file, built_site): packed_size(file) for file in built_site.rglob("*.html")}

    assert sizes
    assert {address: size for address, size in sizes.items() if size > MOST_OF_A_PAGE} == {}
