"""Charts: a drawing that needs nothing, and an interactive form on request."""

import json
import re

import pytest
from playwright.sync_api import expect

CHINESE = re.compile(r"[\u4e00-\u9fff]{4}")
# Vega's own marks; the drawing in the page has none of its classes.
LIVE = "canvas, svg .mark-group"
# What the reader is told stands on what holds all charts of a page.
WORDS = "[data-failed]"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "locale": "zh-CN"}


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


def words_of(page, name):
    return page.locator(WORDS).first.get_attribute(f"data-{name}")


def place_of(figure):
    return figure.locator(".chart-drawing")


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
    assert loaded(asked) == []


def loaded(asked):
    """What of the interactive chart was asked for."""
    return [url for url in asked if "vega" in url or url.endswith(".json")]


def test_a_mouse_that_rests_on_a_drawing_asks_and_one_that_crosses_it_does_not(page, figure, asked):
    page.clock.install()
    page.reload()
    place_of(figure).hover()
    page.clock.run_for(300)
    page.mouse.move(0, 0)
    page.clock.run_for(2000)
    assert loaded(asked) == []

    place_of(figure).hover()
    page.clock.run_for(500)
    expect(figure.locator(LIVE).first).to_be_visible()


def test_the_focus_asks_where_it_stays(page, figure):
    place_of(figure).focus()
    expect(figure.locator(LIVE).first).to_be_visible()
    # It has not been taken elsewhere.
    expect(place_of(figure)).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_on_a_drawing_asks_at_once(page, figure, key):
    page.clock.install()
    page.reload()
    place_of(figure).press(key)
    expect(figure.locator(LIVE).first).to_be_visible()


def test_readers_who_save_data_are_served_only_when_they_ask_by_hand(page, context, figure, asked):
    context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page.clock.install()
    page.reload()
    place_of(figure).hover()
    page.clock.run_for(2000)
    place_of(figure).focus()
    page.clock.run_for(2000)
    assert loaded(asked) == []

    place_of(figure).click()
    expect(figure.locator(LIVE).first).to_be_visible()


def test_a_tap_on_a_phone_asks_and_then_says_the_number_next_to_it(browser, site_url, charts):
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.goto(site_url + charts["target_actual"])
    figure = page.get_by_role("figure").first
    place_of(figure).tap()
    expect(figure.locator(LIVE).first).to_be_visible()
    place_of(figure).tap()

    table = figure.get_by_role("table").text_content()
    words = figure.get_by_role("status")
    expect(words).not_to_have_text(words_of(page, "reading"))
    name, value, *_ = words.text_content().split("，")
    assert name in table
    assert value in table
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize(("root", "least"), [("", 16), ("27.5px", 20)])
def test_words_of_charts_are_as_large_as_all_others(page, site_url, charts, width, root, least):
    """Measured, not read from the style sheet; 27.5px is the size of the root in large type."""
    page.set_viewport_size({"width": width, "height": 800})
    for form, address in charts.items():
        page.goto(site_url + address)
        page.evaluate("size => { document.documentElement.style.fontSize = size }", root)
        drawing = page.locator(f"figure[data-spec='{form}.json'] svg")
        scale = drawing.evaluate("svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width")
        sizes = drawing.evaluate(
            "svg => Array.from(svg.querySelectorAll('text'), t => +getComputedStyle(t).fontSize.slice(0, -2))"
        )
        assert min(sizes) * scale >= least - 0.01, form
        # In large type the drawing is wider than a phone and scrolls in its own place.
        assert drawing.evaluate("svg => svg.closest('figure').getBoundingClientRect().right") <= width, form


def test_a_live_chart_follows_the_scheme_of_the_page(page, figure):
    place_of(figure).press("Enter")
    mark = figure.locator(".chart-live [fill^='var(--chart-accent']").first
    before = mark.evaluate("mark => getComputedStyle(mark).fill")
    page.evaluate("document.documentElement.style.setProperty('--chart-accent', '#123456')")
    page.evaluate("document.body.style.setProperty('--chart-accent', '#123456')")

    assert before != mark.evaluate("mark => getComputedStyle(mark).fill") == "rgb(18, 52, 86)"


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

    expect(figure.get_by_text(words_of(page, "failed"))).to_be_visible()
    expect(figure.get_by_role("img")).to_be_visible()
    expect(figure.locator(LIVE)).to_have_count(0)
    # The reader may try again.
    context.unroute(blocked)
    button_of(figure).click()
    expect(figure.locator(LIVE).first).to_be_visible()
    expect(figure.get_by_text(words_of(page, "failed"))).to_have_count(0)


def test_a_bundle_that_does_not_run_is_a_failure_like_any_other(page, context, figure):
    context.route("**/vega.js", lambda route: route.fulfill(content_type="text/javascript", body="// old"))
    button_of(figure).click()

    expect(figure.get_by_text(words_of(page, "failed"))).to_be_visible()
    expect(figure.get_by_role("img")).to_be_visible()


def test_without_scripts_a_chart_is_whole(browser, context_options, site_url, charts):
    context = browser.new_context(**context_options, java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + charts["target_actual"])
    figure = page.get_by_role("figure").first

    expect(figure.get_by_role("img")).to_be_visible()
    expect(figure.locator("figcaption")).to_be_visible()
    expect(figure.locator("button")).to_be_hidden()
    expect(figure.get_by_role("table")).to_be_visible()
    context.close()
