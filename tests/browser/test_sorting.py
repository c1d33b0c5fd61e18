"""Tables that can be sorted: complete without the script, sorted by button and by keyboard with it."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def table(page, site_url):
    """The table of documents on the page of how much is open."""
    page.goto(f"{site_url}audit/disclosure/")
    return page.locator("table.sortable").first


def column(table, place):
    return table.locator("tbody tr").evaluate_all(
        "(rows, place) => rows.map((row) => row.cells[place].textContent.trim())", place
    )


def test_counts_are_sorted_from_the_top_and_then_from_the_bottom(table, page_log):
    before = column(table, 2)
    numbers = sorted((int(text) for text in before), reverse=True)
    assert len(set(numbers)) > 2
    head = table.get_by_role("columnheader", name="隐去").first
    head.get_by_role("button").click()
    assert [int(text) for text in column(table, 2)] == numbers
    expect(head).to_have_attribute("aria-sort", "descending")
    head.get_by_role("button").press("Enter")
    assert [int(text) for text in column(table, 2)] == numbers[::-1]
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert page_log.everything() == []


def test_only_the_column_that_sorts_says_so(table):
    buttons = table.get_by_role("columnheader").get_by_role("button")
    buttons.nth(1).click()
    buttons.nth(3).click()
    expect(table.locator("[aria-sort]")).to_have_count(1)
    shares = [float(text.rstrip("%")) for text in column(table, 3)]
    assert shares == sorted(shares, reverse=True)


def test_only_pages_with_such_a_table_load_the_script(page, site_url, table):
    scripts = "[...document.scripts].map((script) => script.src.split('/').pop())"
    assert "sortable.js" in page.evaluate(scripts)
    page.goto(f"{site_url}audit/")
    assert "sortable.js" not in page.evaluate(scripts)
