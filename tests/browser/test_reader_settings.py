"""Pages stay whole under what readers set for themselves: spacing, zoom, forced colours, less motion."""

from playwright.sync_api import expect

from tests.browser.probe import probe
from tests.browser.views import View

# What is asked in which view, in this order: what is set further apart stays so. 640 pixels are 1280 twice
# as large.
ASKED = (
    ("moving", View(1280)),
    ("sideways", View(640)),
    ("spaced", View(1280)),
    ("spaced", View(320)),
)
# So many steps with Tab from the top, and as many back.
STEPS = 20


def test_pages_are_calm_and_whole_at_twice_the_size_and_with_everything_further_apart(page, site_url, types):
    found = {}
    for kind, address in types.items():
        page.goto(site_url + address)
        for name, view in ASKED:
            view.show(page)
            found |= {f"{kind} {name} {view}": said} if (said := page.evaluate(probe(name))) else {}

    assert found == {}


def test_what_has_the_focus_is_never_covered(page, site_url, types):
    covered = {}
    for name, address in types.items():
        page.goto(site_url + address)
        for key in ("Tab", "Shift+Tab"):
            for _ in range(STEPS):
                page.keyboard.press(key)
                if said := page.evaluate(probe("covered")):
                    covered.setdefault(name, []).extend(said)

    assert covered == {}


def test_forced_colours_leave_focus_verdicts_and_hidden_figures_to_be_seen(page, site_url, types):
    page.emulate_media(forced_colors="active")
    page.goto(site_url + types["*/*/*/"])
    link = page.locator("main .verdict-link, main .verdict-bar a").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")

    assert link.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    expect(page.locator("main .shape").first).to_be_visible()
    hidden = page.locator("main .masked .block").first
    ink, paper = hidden.evaluate(
        "one => [getComputedStyle(one).backgroundColor, getComputedStyle(document.body).backgroundColor]"
    )
    assert ink != paper
