"""Charts: a drawing that needs nothing, and an interactive form on request."""

import json
import re

import pytest
from playwright.sync_api import expect

CHINESE = re.compile(r"[\u4e00-\u9fff]{4}")
# Vega's own marks; the drawing in the page has none of its classes.
LIVE = "canvas, svg .mark-group"


@pytest.fixture(scope="module")
def charts(built_site):
    """The page of one chart of every form, by the form's name."""
    found = {}
    for spec in sorted(set(built_site.rglob("*.json")) - set(built_site.glob("assets/**/*.json"))):
        page = spec.parent.relative_to(built_site).as_posix().removeprefix(".")
        if "$schema" in json.loads(spec.read_text(encoding="utf-8")):
            found.setdefault(re.sub(r"-\d+$", "", spec.stem), f"{page}/" if page else "")
    return found


@pytest.fixture
def asked(context):
    """Addresses asked for so far."""
    urls = []
    context.on("request", lambda request: urls.append(request.url))
    return urls


@pytest.fixture
def figure(page, site_url, charts):
    """The first chart of a page."""
    page.goto(site_url + charts["target_actual"])
    return page.get_by_role("figure").first


def button_of(figure):
    return figure.get_by_role("button", name=re.compile("互动"))


def test_every_chart_is_an_image_with_words_and_a_table(page, site_url, charts):
    assert len(charts) >= 4
    for address in dict.fromkeys(charts.values()):
        page.goto(site_url + address)
        figures = page.get_by_role("figure").all()
        assert figures
        for figure in figures:
            drawing = figure.locator("svg")
            expect(drawing).to_have_count(1)
            expect(drawing).to_be_visible()
            # Not every program takes a drawing for an image unasked.
            expect(drawing).to_have_attribute("role", "img")
            expect(drawing).to_have_accessible_name(CHINESE)
            expect(figure.locator("figcaption")).to_have_text(CHINESE)
            figure.locator("summary").click()
            expect(figure.get_by_role("table")).to_be_visible()
            assert figure.get_by_role("row").count() >= 2


def test_downloads_are_there(page, site_url, figure):
    for link in figure.get_by_role("link").all():
        answer = page.request.get(link.evaluate("link => link.href"))
        assert answer.ok
        assert answer.body()


def test_nothing_of_vega_is_loaded_until_it_is_asked_for(page, figure, asked):
    page.reload(wait_until="networkidle")

    expect(button_of(figure)).to_be_visible()
    assert [url for url in asked if "vega" in url or url.endswith(".json")] == []


@pytest.mark.parametrize("key", [None, "Enter", "Space"])
def test_an_interactive_chart_comes_from_our_own_host(page, page_log, site_url, figure, asked, key):
    label = figure.get_by_role("img").get_attribute("aria-label")
    if key:
        button_of(figure).press(key)
    else:
        button_of(figure).click()
    expect(figure.locator(LIVE).first).to_be_visible()
    spec = figure.get_attribute("data-spec")

    assert [url for url in asked if url.endswith("/vega.js")] == [f"{site_url}assets/javascripts/vega.js"]
    assert [url for url in asked if url.endswith(f"/{spec}")]
    assert [url for url in asked if not url.startswith(site_url)] == []
    # It is still the same image to those who cannot see it, and the only one.
    expect(figure.get_by_role("img")).to_have_count(1)
    expect(figure.get_by_role("img")).to_have_accessible_name(label)
    assert page_log.everything() == []


def test_charts_of_every_form_become_interactive(page, page_log, site_url, charts):
    for form, address in charts.items():
        page.goto(site_url + address)
        figure = page.locator(f"figure[data-spec='{form}.json']")
        button_of(figure).click()
        expect(figure.locator(LIVE).first, form).to_be_visible()
        # It says what the drawing said.
        words = figure.locator("th[scope=row]").first.text_content()
        expect(figure.get_by_role("img").first).to_contain_text(words[:4])

    assert page_log.everything() == []


def test_the_bundle_is_loaded_once_for_all_charts_of_a_page(page, site_url, charts, asked):
    page.goto(site_url + charts["verdict_shares"])
    figures = page.get_by_role("figure").all()
    for figure in figures:
        button_of(figure).click()
        expect(figure.locator(LIVE).first).to_be_visible()

    assert len(figures) >= 2
    assert len([url for url in asked if url.endswith("/vega.js")]) == 1


@pytest.mark.parametrize("blocked", ["**/vega.js", "**/target_actual*.json"])
def test_a_drawing_stays_when_the_interactive_form_cannot_come(page, context, figure, blocked):
    context.route(blocked, lambda route: route.abort())
    button_of(figure).click()

    expect(figure.get_by_text(figure.get_attribute("data-failed"))).to_be_visible()
    expect(figure.get_by_role("img")).to_be_visible()
    expect(figure.locator(LIVE)).to_have_count(0)
    # The reader may try again.
    context.unroute(blocked)
    button_of(figure).click()
    expect(figure.locator(LIVE).first).to_be_visible()
    expect(figure.get_by_text(figure.get_attribute("data-failed"))).to_have_count(0)


def test_a_bundle_that_does_not_run_is_a_failure_like_any_other(page, context, figure):
    context.route("**/vega.js", lambda route: route.fulfill(content_type="text/javascript", body="// old"))
    button_of(figure).click()

    expect(figure.get_by_text(figure.get_attribute("data-failed"))).to_be_visible()
    expect(figure.get_by_role("img")).to_be_visible()


def test_without_scripts_a_chart_is_whole(browser, context_options, site_url, charts):
    context = browser.new_context(**context_options, java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + charts["target_actual"])
    figure = page.get_by_role("figure").first

    expect(figure.get_by_role("img")).to_be_visible()
    expect(figure.locator("figcaption")).to_be_visible()
    expect(figure.locator("button")).to_be_hidden()
    figure.locator("summary").click()
    expect(figure.get_by_role("table")).to_be_visible()
    context.close()
