"""Rules of accessibility that a program can judge hold on every type of page, in every view of it."""

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.probe import probe
from tests.browser.views import EVERY_VIEW, View

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Where lists and tables go on as they began: looked at in one view, not again in each.
MORE_OF_THE_SAME = [
    "tbody > tr:nth-child(n+6)",
    ".tracker > li:nth-child(n+6)",
    ".pair ~ .pair ~ .pair ~ .pair",
    ".glossary > div:nth-child(n+4)",
    ".site-index > :nth-child(n+4)",
    ".table-scroll ~ .table-scroll ~ .table-scroll ~ .table-scroll",
    ".code ~ .code ~ .code",
]
# Contrast that axe leaves open, because the text is scrolled out of sight, short, a sign, or in a drawing:
# test_contrast.py works it out for every text of the same pages and views.
REVIEWED = ["color-contrast"]
# The choice of large type works without scripts only before all the parts it changes, and so before the
# landmarks; its label stands in the first of them. This is advice of axe, no criterion of WCAG.
PARDONED = {"region": "#large-type"}


def found(page, views):
    """What axe finds on the open page in some views, in the first of them on the whole page."""
    # The browser is told directly, so that the page's own policy stays as it is.
    page.evaluate(AXE_SCRIPT)
    told = {}
    for place, view in enumerate(views):
        view.show(page)
        left_out = MORE_OF_THE_SAME if place else []
        asked = {"tags": TAGS, "leftOut": left_out, "reviewed": REVIEWED, "pardoned": PARDONED}
        said = page.evaluate(probe("axe_findings"), asked)
        told |= {str(view): said} if said else {}
    return told


def test_no_page_breaks_a_rule_in_any_view(page, site_url, types):
    told = {}
    for name, address in types.items():
        page.goto(site_url + address)
        told |= {name: said} if (said := found(page, EVERY_VIEW)) else {}

    assert told == {}


def test_no_page_breaks_a_rule_without_its_scripts(page, site_url, types):
    page.route("**/*.js", lambda route: route.abort())
    told = {}
    for name, address in types.items():
        page.goto(site_url + address)
        told |= {name: said} if (said := found(page, [View(360, is_large=True), View(1280, "dark")])) else {}

    assert told == {}
