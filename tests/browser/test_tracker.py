"""The list of promises: its filter, the filter in the address, and the list without scripts."""

import csv
import re
from collections import Counter
from itertools import product
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

ROWS = ".tracker > li"
STEP = 50
# In the order of the form.
LABELS = {
    "region": "地方",
    "year": "年份",
    "topic": "主题",
    "verdict": "结论",
    "evidence": "依据",
    "owner": "谁承诺的",
}


@pytest.fixture(scope="module")
def promises(built_site):
    """Every promise as the open data tell it, and whether the list calls it the region's own."""
    with (built_site / "data" / "commitments.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{**row, "owner": "quoted" if row["owner"] else "own"} for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def common(promises):
    """A verdict that several regions have, and the region that has it most often."""
    counted = Counter((row["verdict"], row["region"]) for row in promises)
    regions = Counter(verdict for verdict, _ in counted)
    shared = {pair: number for pair, number in counted.items() if regions[pair[0]] > 1}
    verdict, region = max(shared, key=shared.get)
    return {"verdict": verdict, "region": region}


@pytest.fixture
def tracker(page, site_url):
    """The list, opened without a filter."""
    page.goto(f"{site_url}tracker/")
    return page


def choose(page, name, value):
    page.get_by_role("combobox", name=LABELS[name]).select_option(value)


def shown_ids(page):
    """The promises of the rows that are to be seen: the first link of a row leads to its promise."""
    links = page.locator(f"{ROWS}:visible > a").evaluate_all("all => all.map(one => one.href)")
    return [
        unquote(urlsplit(link).path).removesuffix("index.html").rstrip("/").split("/")[-1] for link in links
    ]


def expect_shown(page, promises, **wanted):
    """Expect the first promises of a filter, the filter in the address, in its fields and in the count."""
    matching = [row["id"] for row in promises if wanted.items() <= row.items()]
    number = len(matching)
    expect(page.get_by_role("status")).to_have_text(f"符合条件的有 {number} 项")
    expect(page.locator(f"{ROWS}:visible")).to_have_count(min(number, STEP) if wanted else number)
    assert shown_ids(page) == matching[: STEP if wanted else None]
    for name, label in LABELS.items():
        field = page.get_by_role("combobox", name=label)
        expect(field).to_have_value(wanted.get(name, ""))
        # A field without any choice would be empty too, but say nothing.
        assert field.evaluate("field => field.selectedIndex") >= 0
    expected = dict(sorted(wanted.items()))
    address = page.evaluate("Object.fromEntries([...new URLSearchParams(location.search)].sort())")
    assert address == expected
    return number


def test_the_list_holds_every_promise(tracker, promises, page_log):
    ids = tracker.locator(ROWS).evaluate_all("rows => rows.map(row => row.id)")

    assert ids == [row["id"] for row in promises]
    assert expect_shown(tracker, promises) == len(promises)
    assert page_log.everything() == []


def test_filters_narrow_the_list_and_stand_in_the_address(tracker, promises, common):
    choose(tracker, "verdict", common["verdict"])
    some = expect_shown(tracker, promises, verdict=common["verdict"])
    choose(tracker, "region", common["region"])
    fewer = expect_shown(tracker, promises, **common)

    assert len(promises) > some > fewer > 0


@pytest.mark.parametrize("name", LABELS)
def test_every_choice_of_a_filter_finds_what_it_says(tracker, promises, name):
    """The number beside a choice is what it finds; the choices of a filter share all promises among them."""
    counted = Counter(row[name] for row in promises)
    choices = tracker.locator(f"select[name={name}] option").evaluate_all("all => all.map(one => one.value)")
    texts = tracker.locator(f"select[name={name}] option").all_text_contents()
    told = {value: int(re.search(r"（(\d+)）$", text)[1]) for value, text in zip(choices, texts, strict=True)}

    assert told == {"": len(promises), **counted}
    value = counted.most_common()[-1][0]
    choose(tracker, name, value)
    assert expect_shown(tracker, promises, **{name: value}) == told[value]


def test_year_and_topic_filter_too(tracker, promises):
    row = promises[-1]
    choose(tracker, "year", row["year"])
    choose(tracker, "topic", row["topic"])

    expect_shown(tracker, promises, year=row["year"], topic=row["topic"])


def test_promises_of_others_can_be_set_apart(tracker, promises):
    choose(tracker, "owner", "quoted")
    quoted = expect_shown(tracker, promises, owner="quoted")
    choose(tracker, "owner", "own")
    own = expect_shown(tracker, promises, owner="own")

    assert quoted > 0
    assert quoted + own == len(promises)


def test_an_address_can_be_reloaded_and_passed_on(tracker, context, promises, common):
    for name, value in common.items():
        choose(tracker, name, value)
    tracker.reload()
    expect_shown(tracker, promises, **common)

    other = context.new_page()
    other.goto(tracker.url)
    expect_shown(other, promises, **common)


def test_the_back_button_undoes_one_choice_at_a_time(tracker, promises, common):
    choose(tracker, "verdict", common["verdict"])
    choose(tracker, "region", common["region"])
    tracker.go_back()
    expect_shown(tracker, promises, verdict=common["verdict"])
    tracker.go_back()
    expect_shown(tracker, promises)
    tracker.go_forward()
    expect_shown(tracker, promises, verdict=common["verdict"])


def test_coming_back_from_a_promise_finds_the_same_list(tracker, promises, common):
    choose(tracker, "verdict", common["verdict"])
    number = expect_shown(tracker, promises, verdict=common["verdict"])
    tracker.locator(f"{ROWS}:visible").first.get_by_role("link").first.click()
    expect(tracker).to_have_url(re.compile("/commitments/"))
    tracker.go_back()

    assert expect_shown(tracker, promises, verdict=common["verdict"]) == number


@pytest.mark.parametrize(
    "query", ["verdict=nonsense", "region=unreported&year=1066", "colour=red", "verdict=%3Cb%3E&topic=", "%"]
)
def test_an_address_that_asks_for_the_unknown_shows_everything(page, page_log, site_url, promises, query):
    page.goto(f"{site_url}tracker/?{query}")

    expect_shown(page, promises)
    assert page_log.everything() == []


def test_known_choices_beside_unknown_ones_count(page, site_url, promises, common):
    page.goto(f"{site_url}tracker/?region=nowhere&verdict={common['verdict']}")

    expect_shown(page, promises, verdict=common["verdict"])


def test_nothing_found_is_said_in_words(tracker, site_url, promises):
    there = {(row["region"], row["verdict"]) for row in promises}
    regions, verdicts = ({row[name] for row in promises} for name in ("region", "verdict"))
    region, verdict = min(set(product(regions, verdicts)) - there)
    choose(tracker, "region", region)
    # By its fields nobody gets here: what would find nothing cannot be chosen.
    barren = tracker.get_by_role("option", name=re.compile("（0）$"))
    expect(barren.first).to_be_disabled()
    tracker.goto(f"{site_url}tracker/?region={region}&verdict={verdict}")

    assert expect_shown(tracker, promises, region=region, verdict=verdict) == 0
    expect(tracker.get_by_text("没有符合条件的承诺")).to_be_visible()
    tracker.get_by_role("button", name="清除").click()
    expect_shown(tracker, promises)
    expect(tracker.get_by_text("没有符合条件的承诺")).to_be_hidden()


def test_the_filter_works_with_the_keyboard_alone(tracker, promises):
    choices = tracker.locator("select[name=region] option").evaluate_all("all => all.map(one => one.value)")
    focused = "document.activeElement.name || document.activeElement.type || ''"
    for _ in range(60):
        tracker.keyboard.press("Tab")
        if tracker.evaluate(focused) == "region":
            break
    tracker.keyboard.press("ArrowDown")
    expect_shown(tracker, promises, region=choices[1])

    order = []
    for _ in LABELS:
        tracker.keyboard.press("Tab")
        order.append(tracker.evaluate(focused))
    assert order == ["year", "topic", "verdict", "evidence", "owner", "reset"]
    tracker.keyboard.press("Enter")
    expect_shown(tracker, promises)


def test_without_scripts_the_whole_list_is_there(browser, site_url, promises, context_options):
    context = browser.new_context(**context_options, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}tracker/?verdict={promises[0]['verdict']}")

    assert shown_ids(page) == [row["id"] for row in promises]
    expect(page.locator("form")).to_be_hidden()
    for row in (promises[0], promises[-1]):
        shown = page.locator(f"li[id='{row['id']}']")
        shown.scroll_into_view_if_needed()
        expect(shown.get_by_role("link", name=row["text"])).to_be_visible()
    context.close()


def test_a_row_that_is_drawn_says_what_the_row_of_the_list_says(tracker, promises):
    """Two hands write the same row: the template, and the script."""
    said = """rows => rows.map((row) => [
      row.textContent.replace(/\\s/g, ''), ...[...row.querySelectorAll('a')].map((link) => link.href),
    ].join())"""
    whole = dict(zip(shown_ids(tracker), tracker.locator(f"{ROWS}:visible").evaluate_all(said), strict=True))
    for value in sorted({row["evidence"] for row in promises}):
        choose(tracker, "evidence", value)
        expect_shown(tracker, promises, evidence=value)
        drawn = tracker.locator(f"{ROWS}:visible").evaluate_all(said)
        assert drawn == [whole[id_] for id_ in shown_ids(tracker)]


def test_the_rest_is_shown_in_steps_and_found_again(tracker, promises):
    verdict, number = Counter(row["verdict"] for row in promises).most_common(1)[0]
    assert number > 2 * STEP
    choose(tracker, "verdict", verdict)
    more = tracker.get_by_role("button", name="再显示 50 项")
    more.focus()
    tracker.keyboard.press("Enter")
    rows = tracker.locator(f"{ROWS}:visible")
    expect(rows).to_have_count(2 * STEP)
    # Whoever goes on by keyboard goes on at the first of the new rows.
    expect(rows.nth(STEP).get_by_role("link").first).to_be_focused()

    rows.nth(STEP).get_by_role("link").first.click()
    expect(tracker).to_have_url(re.compile("/commitments/"))
    tracker.go_back()
    expect(rows).to_have_count(2 * STEP)
    while more.is_visible():
        more.click()
    expect(rows).to_have_count(number)


def test_what_is_printed_is_all_that_was_found_and_says_by_which_filter(tracker, promises):
    verdict, number = Counter(row["verdict"] for row in promises).most_common(1)[0]
    choose(tracker, "verdict", verdict)
    choose(tracker, "owner", "own")
    number = sum(row["verdict"] == verdict and row["owner"] == "own" for row in promises)
    expect(tracker.locator(f"{ROWS}:visible")).to_have_count(STEP)
    names = [
        tracker.get_by_role("combobox", name=LABELS[name]).evaluate(
            "field => field.selectedOptions[0].textContent.replace(/（.*/, '')"
        )
        for name in ("verdict", "owner")
    ]
    tracker.evaluate("dispatchEvent(new Event('beforeprint'))")
    tracker.emulate_media(media="print")

    expect(tracker.locator(f"{ROWS}:visible")).to_have_count(number)
    expect(tracker.locator(".tracker-asked")).to_have_text(f"结论 {names[0]} · 谁承诺的 {names[1]}")
    expect(tracker.locator(".tracker-asked")).to_be_visible()
    expect(tracker.get_by_role("button", name="再显示")).to_be_hidden()


def test_a_phone_has_promises_in_sight_and_unfolds_the_other_filters(page, site_url):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_url}tracker/?verdict=redacted&owner=own")
    topic = page.get_by_role("combobox", name=LABELS["topic"])
    unfold = page.get_by_role("button", name="更多筛选", expanded=False)
    expect(page.locator(f"{ROWS}:visible").first).to_be_in_viewport()
    expect(page.get_by_role("combobox", name=LABELS["verdict"])).to_be_visible()
    # What a folded filter asks for is said above what it found.
    expect(page.locator(".tracker-asked")).to_contain_text(LABELS["owner"])
    expect(topic).to_be_hidden()

    unfold.focus()
    page.keyboard.press("Enter")
    expect(topic).to_be_visible()
    expect(page.get_by_role("button", name="更多筛选", expanded=True)).to_be_focused()


def test_links_of_rows_are_high_enough_to_touch(browser, site_url):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site_url}tracker/?evidence=figure")
    links = page.locator(f"{ROWS}:visible a")
    expect(links.first).to_be_visible()
    heights = links.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    context.close()

    assert min(heights) >= 44


@pytest.mark.parametrize("query", ["", "?verdict=unreported&owner=own", "?evidence=figure"])
def test_nothing_jumps_when_the_script_takes_over(page, site_url, query):
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => { moved += entry.value; }))
          .observe({type: 'layout-shift', buffered: true});"""
    )
    page.goto(f"{site_url}tracker/{query}", wait_until="networkidle")
    expect(page.locator(f"{ROWS}:visible").first).to_be_visible()

    assert page.evaluate("moved") <= 0.02


def test_a_file_of_rows_that_does_not_come_leaves_the_whole_list(page, site_url, promises):
    page.route("**/tracker/rows.js", lambda route: route.abort())
    page.goto(f"{site_url}tracker/?verdict={promises[0]['verdict']}")

    expect(page.get_by_role("status")).to_contain_text("没有载入")
    assert shown_ids(page) == [row["id"] for row in promises]
