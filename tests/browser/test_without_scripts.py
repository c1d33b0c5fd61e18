"""Without scripts every page says all that it says with them, in large type and in the dark too."""

import pytest
from playwright.sync_api import expect

from tests.browser.probe import probe
from tests.browser.views import LARGE_TYPE, View

AUTHORED = {"methodology/", "editing/", "about/", "accessibility/"}
AUTHORED |= {f"editing/{name}/" for name in ("word", "tables", "web", "windows", "vscode", "examples")}
CONTROLS = "button:visible, select:visible, input:visible"


@pytest.fixture
def plain(browser, context_options):
    """A page in a browser that runs no scripts."""
    context = browser.new_context(**context_options, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_nothing_is_missing_without_scripts(page, plain, site_url, types):
    missing = {}
    for name, address in types.items():
        contents = []
        for one in (page, plain):
            one.goto(site_url + address)
            contents.append(one.evaluate(probe("content")))
        with_scripts, without = contents
        lost = {
            "words": sorted(set(with_scripts["words"]) - set(without["words"])),
            "links": sorted(set(with_scripts["links"]) - set(without["links"])),
            "tables": list(range(without["tables"], with_scripts["tables"])),
            "drawings": list(range(without["drawings"], with_scripts["drawings"])),
        }
        missing |= {name: found} if (found := {kind: said for kind, said in lost.items() if said}) else {}

    assert missing == {}


def test_pages_answer_on_the_first_screen_and_offer_nothing_that_needs_a_script(plain, site_url, types):
    for name, address in types.items():
        plain.goto(site_url + address)
        main = plain.get_by_role("main")

        expect(main.get_by_role("heading", level=1)).to_be_visible()
        if name not in AUTHORED:
            expect(main.locator(".answer")).to_be_in_viewport()
        offered = plain.locator(CONTROLS).evaluate_all("all => all.map((one) => `#${one.id}`)")
        assert set(offered) <= {LARGE_TYPE}, name


def test_type_grows_without_scripts(plain, site_url, types):
    body = "parseFloat(getComputedStyle(document.querySelector('main p, main li, main td')).fontSize)"
    small = {}
    for name, address in types.items():
        plain.goto(site_url + address)
        View(360).show(plain)
        before = plain.evaluate(body)
        View(360, is_large=True).show(plain)
        size = plain.evaluate(body)
        small |= {name: (before, size)} if size < max(20, before * 1.15) else {}

    assert small == {}


def test_the_dark_scheme_needs_no_script(plain, site_url):
    plain.emulate_media(color_scheme="dark")
    plain.goto(site_url)
    colour = plain.evaluate("getComputedStyle(document.body).backgroundColor")

    assert sum(map(float, colour.partition("(")[2].rstrip(")").split(",")[:3])) / 3 < 60
