"""Every page can be used by keyboard alone: all is reached, in order, in sight, and left again."""

import re
from urllib.parse import unquote, urlsplit

from playwright.sync_api import expect

from tests.browser.probe import probe


def faults(page):
    """What goes wrong when the open page is walked through with the key Tab, by kind of fault."""
    page.evaluate(probe("to_the_top"))
    number = page.evaluate(probe("watch_focus"))
    for _ in range(number):
        page.keyboard.press("Tab")
    # One more leaves the page: a trap would hold the focus or send it back.
    page.keyboard.press("Tab")
    page.evaluate("() => new Promise(requestAnimationFrame)")
    return {kind: said for kind, said in page.evaluate(probe("tell_focus"), number).items() if said}


def test_everything_is_reached_in_order_and_seen(page, site_url, types):
    found = {}
    for name, address in types.items():
        page.goto(site_url + address)
        found |= {name: said} if (said := faults(page)) else {}

    assert found == {}


def fault_of_the_way_past(page):
    """What is wrong with the link of the open page that leads past the navigation; nothing if it is right."""
    link = page.locator("a", has_text=re.compile("^\\s*跳到正文\\s*$"))
    if link.count() != 1:
        return "no such link"
    # The search gives its field the focus; before the link stands at most the choice of large type.
    page.evaluate(probe("to_the_top"))
    for _ in range(2):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    else:
        return "not the first link"
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    target = page.locator(f"[id='{unquote(urlsplit(page.url).fragment)}']")
    if not target.count() or not target.evaluate("one => Boolean(one.closest('main'))"):
        return "does not lead to the text"
    expect(target).to_be_in_viewport()
    # The next key goes on from there, not from the top of the page.
    page.keyboard.press("Tab")
    goes_on = page.evaluate("Boolean(document.activeElement.closest('main, main ~ *'))")
    return "" if goes_on else "the next key goes back"


def test_the_first_key_leads_past_the_navigation(page, site_url, types):
    found = {}
    for name, address in types.items():
        page.goto(site_url + address)
        found |= {name: fault} if (fault := fault_of_the_way_past(page)) else {}

    assert found == {}


def test_every_page_says_that_it_is_chinese(built_site):
    files = list(built_site.rglob("*.html"))
    assert files
    assert [str(file) for file in files if '<html lang="zh-CN"' not in file.read_text(encoding="utf-8")] == []
