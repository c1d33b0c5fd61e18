"""On paper every page is whole: tables within the sheet, address and day of the ledger; no controls."""

import pytest

from tests.browser.probe import probe

# A4 less the margins of @page, in CSS pixels: 178 mm of 96/25.4 pixels each.
PRINTED_WIDTH = 672


@pytest.fixture
def paper(page):
    """A page that is shown as it would be printed."""
    page.set_viewport_size({"width": PRINTED_WIDTH, "height": 970})
    page.emulate_media(media="print")
    return page


def test_sheets_hold_everything_and_say_where_it_came_from(paper, site_url, types):
    found = {}
    for name, address in types.items():
        paper.goto(site_url + address)
        printed = paper.locator("body").inner_text()
        faults = {
            "clipped": paper.evaluate(probe("cut_off")),
            "controls": paper.evaluate(probe("controls")),
            "not said": [words for words in (paper.url, "账面截止日") if words not in printed],
        }
        found |= {name: told} if (told := {kind: said for kind, said in faults.items() if said}) else {}

    assert found == {}


def test_a_dark_screen_prints_on_white_paper(paper, site_url):
    paper.emulate_media(media="print", color_scheme="dark")
    paper.goto(site_url)
    colour = paper.evaluate("getComputedStyle(document.querySelector('h1')).color")

    assert sum(map(float, colour.partition("(")[2].rstrip(")").split(",")[:3])) / 3 < 80
