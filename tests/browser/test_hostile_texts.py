"""A browser reads pages made from a hostile ledger: nothing runs, is refused, or is asked for elsewhere."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from charts.chart import DATUM
from tests.security.hostile_site import (
    PAYLOADS,
    POSITIONS,
    build_behind_the_checks,
    hostile,
    marked_ledger,
    one_line,
)
from tests.sites.kinds import longest_pages

# Told of by the page itself: the console shows a violation only in words.
WATCH_POLICY = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
});
"""


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory, serve_folder):
    """The address of a site in which every text is many payloads, and the folder it is served from."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        content, ledger, marks = marked_ledger(folder)
        turns = {mark: number for number, mark in enumerate(marks)}
        # Every fifth payload, so that names stay short enough for a page; the turns bring the others.
        ledger = hostile(ledger, lambda mark: mark + one_line(" ".join(PAYLOADS[turns[mark] % 5 :: 5])))
        story = "\n\n".join(form.format(PAYLOADS[number]) for number, form in enumerate(POSITIONS.values()))
        files = tuple(replace(file, narrative=story) for file in ledger.files)
        build_behind_the_checks(patch, content, replace(ledger, files=files), folder / "site")
    # Below the path of the site's own address: there its page for lost readers looks for the sheet.
    return serve_folder(folder / "site", "/b/"), folder / "site"


@pytest.fixture
def dialogs(context):
    """Everything that a page wanted to say in a dialog."""
    said = []
    context.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    context.add_init_script(WATCH_POLICY)
    return said


def test_pages_of_every_kind_stay_quiet(page, page_log, dialogs, hostile_url):
    address, folder = hostile_url
    for kind in longest_pages(folder).values():
        page.goto(address + kind, wait_until="networkidle")
        for link in page.locator("summary").all():
            link.click()
        # Events that a payload waits for.
        page.mouse.move(200, 300)
        page.keyboard.press("Tab")
    assert dialogs == []
    assert page_log.everything() == []


def test_interactive_charts_stay_quiet(page, page_log, dialogs, hostile_url):
    address, folder = hostile_url
    charts = folder.rglob("target_actual*.svg")
    names = sorted({path.parent.relative_to(folder).as_posix() for path in charts})
    said = set()
    for name in ["", *(f"{name}/" for name in names[:2])]:
        page.goto(address + name, wait_until="networkidle")
        for figure in page.get_by_role("figure").all():
            figure.get_by_role("button").click()
            expect(figure.locator(".chart-live svg")).to_be_visible()
            said |= said_of_marks(figure)
    # Every value is told as text, whatever is in it.
    assert any(re.search("<script|onerror=", words) for words in said)
    assert dialogs == []
    assert page_log.everything() == []


def test_the_list_of_promises_is_drawn_as_text(page, page_log, dialogs, hostile_url):
    address, _ = hostile_url
    page.goto(f"{address}tracker/")
    page.get_by_role("combobox", name="谁承诺的").select_option("own")
    rows = page.locator(".tracker-found .tracker > li")
    expect(rows.first).to_be_visible()
    # Nothing but what our own script makes of a row, whatever is in it.
    made = rows.locator("*").evaluate_all("all => [...new Set(all.map(one => one.localName))].sort()")

    assert set(made) <= {"a", "small", "div", "span"}
    assert any(re.search("<script|onerror=", text) for text in rows.all_text_contents())
    assert dialogs == []
    assert page_log.everything() == []


def test_what_a_search_finds_is_drawn_as_text(page, page_log, dialogs, hostile_url):
    address, _ = hostile_url
    page.goto(f"{address}search/")
    field = page.get_by_role("searchbox")
    for query in ("字段", "script alert", '<img src=x onerror="alert(1)">'):
        field.fill(query)
        field.press("Enter")
        expect(page.get_by_role("status")).to_have_text(re.compile("条"))
        results = page.locator(".search-results li")
        made = results.locator("*").evaluate_all("all => [...new Set(all.map(one => one.localName))]")
        # Nothing but what our own script makes of an entry, whatever is in it.
        assert set(made) <= {"a", "span", "mark"}
        assert any(re.search("<script|onerror=", text) for text in results.all_text_contents())
    assert dialogs == []
    assert page_log.everything() == []


def said_of_marks(figure):
    """What the line below an interactive chart says, as the pointer passes over some of its marks."""
    said = set()
    line = figure.get_by_role("status")
    for mark in figure.locator(f'.chart-live g[class*="{DATUM}"] > path').all()[:6]:
        mark.scroll_into_view_if_needed()
        # A mark may lie below another; then what is said of that one is as good.
        mark.hover(force=True)
        assert line.locator("*").count() == 0
        said.add(line.text_content())
    return said
