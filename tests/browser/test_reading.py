"""Every kind of page can be read: without scripts, on narrow screens, in the dark, anywhere it is put."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.sites.kinds import KINDS, longest_pages

AUTHORED = {"methodology", "editing", "about"}
POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'"
# Texts that have too little contrast with what is behind them: WCAG 2 wants 4.5, and 3 for large type.
PALE_TEXTS = """() => {
  const parse = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    return {rgb: [red, green, blue], alpha};
  };
  const luminance = ({rgb}) => {
    const [red, green, blue] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let place = element; place; place = place.parentElement) {
      const colour = parse(getComputedStyle(place).backgroundColor);
      if (colour.alpha > 0) return colour;
    }
    return parse('rgb(255, 255, 255)');
  };
  const pale = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const words = texts.currentNode.textContent.trim();
    if (!words || element.closest('script, style, svg') || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    const [one, other] = [luminance(parse(style.color)), luminance(behind(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    // A mask is a block in one colour: its sign is not to be read.
    const isBlock = element.closest('[aria-hidden=true]') && ratio === 1;
    if (ratio < (isLarge ? 3 : 4.5) && !isBlock) pale.push(`${ratio.toFixed(2)} ${words.slice(0, 30)}`);
  }
  return [...new Set(pale)];
}"""
SIDEWAYS = """() => {
  const root = document.documentElement;
  return root.scrollWidth <= root.clientWidth ? '' : `${root.scrollWidth} > ${root.clientWidth}`;
}"""


@pytest.fixture(scope="module")
def addresses(built_site):
    """The longest page of every kind."""
    return longest_pages(built_site)


@pytest.mark.parametrize("kind", KINDS)
def test_pages_are_whole_without_scripts(browser, context_options, site_url, addresses, kind):
    context = browser.new_context(**context_options, java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + addresses[kind])
    main = page.get_by_role("main")

    expect(main.get_by_role("heading", level=1)).to_be_visible()
    if kind not in AUTHORED:
        expect(main.locator(".answer")).to_be_visible()
        expect(main.locator(".answer")).to_be_in_viewport()
    hidden = main.locator("table").evaluate_all(
        """all => all.filter((one) => !one.closest('details') && !one.checkVisibility())
                     .map((one) => one.textContent)"""
    )
    controls = page.locator(
        "button:visible, select:visible, input:visible:not(#large-type)"
    ).all_inner_texts()
    context.close()

    assert hidden == []
    # Nothing is offered that needs a script.
    assert controls == []


@pytest.mark.parametrize("kind", KINDS)
def test_pages_do_not_scroll_sideways(page, page_log, site_url, addresses, kind):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site_url + addresses[kind])
    found = {390: page.evaluate(SIDEWAYS)}
    page.set_viewport_size({"width": 320, "height": 640})
    found[320] = page.evaluate(SIDEWAYS)
    page.locator("label[for=large-type]").click()
    found["320 in large type"] = page.evaluate(SIDEWAYS)

    assert {width: said for width, said in found.items() if said} == {}
    assert page_log.everything() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_stand_out_from_what_is_behind_them(browser, site_url, addresses, scheme):
    context = browser.new_context(locale="zh-CN", color_scheme=scheme)
    page = context.new_page()
    pale = {}
    for kind, address in addresses.items():
        page.goto(site_url + address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        if found := page.evaluate(PALE_TEXTS):
            pale[kind] = found
    context.close()

    assert pale == {}


def test_the_dark_scheme_is_dark(browser, site_url):
    paper = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(site_url)
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        paper[scheme] = sum(map(float, colour.partition("(")[2].rstrip(")").split(",")[:3])) / 3
        context.close()

    assert paper["light"] > 200
    assert paper["dark"] < 60


def test_a_choice_of_colours_and_size_is_kept(page, site_url):
    page.goto(site_url)
    size = "parseFloat(getComputedStyle(document.querySelector('.answer')).fontSize)"
    before = page.evaluate(size)
    page.locator("label[for=large-type]").click()
    page.get_by_role("button", name="深色").click()
    page.goto(f"{site_url}tracker/")

    expect(page.get_by_role("checkbox", name="大字版")).to_be_checked()
    expect(page.get_by_role("button", name="深色")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(size) > before


def test_the_first_key_leads_past_the_navigation(page, site_url, addresses):
    page.goto(site_url + addresses["topic of a year"])
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text("跳到正文")
    expect(focused).to_be_in_viewport()
    page.keyboard.press("Enter")

    target = page.locator(f"[id='{unquote(urlsplit(page.url).fragment)}']")
    expect(target).to_be_in_viewport()
    assert target.evaluate("one => Boolean(one.closest('main'))")


def test_a_site_works_under_a_sub_path(page, page_log, built_site, serve_folder, addresses):
    root = serve_folder(built_site, "/gov/wsjk/ledger/")
    page.goto(root)
    page.get_by_role("main").get_by_role("link", name="承诺追踪").first.click()
    expect(page).to_have_url(f"{root}tracker/")
    page.wait_for_load_state()
    page.get_by_role("combobox", name="结论").select_option(index=1)
    expect(page.get_by_role("status")).not_to_be_empty()
    # The page for lost addresses is left out: it needs to be told the public address.
    for kind in ("year", "promise", "document"):
        page.goto(root + addresses[kind])
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--ink')")

    assert page_log.everything() == []


@pytest.mark.parametrize("kind", ["home", "region", "topic of a year", "tracker", "document", "methodology"])
def test_links_of_pages_opened_from_disk_lead_to_files(page, page_log, built_site, addresses, kind):
    file = built_site / addresses[kind] / "index.html"
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    links = page.locator("a[href]").evaluate_all("all => all.map(one => one.href)")
    inside = {Path(unquote(urlsplit(url).path)) for url in links if url.startswith("file:")}

    assert len(inside) > 5
    assert [path for path in inside if not path.is_file() or not path.is_relative_to(built_site)] == []
    assert page_log.everything() == []


def test_a_site_opened_from_disk_can_be_walked_and_filtered(page, page_log, built_site):
    page.goto((built_site / "index.html").as_uri())
    page.get_by_role("main").get_by_role("link", name="承诺追踪").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("承诺追踪")
    page.wait_for_load_state()
    rows = page.locator(".tracker > li:visible")
    before = rows.count()
    page.get_by_role("combobox", name="结论").select_option(index=1)
    expect(rows).not_to_have_count(before)
    rows.first.get_by_role("link").first.click()
    expect(page.locator(".answer")).to_be_visible()
    # A page from disk may not read other files: nothing is offered that would fail.
    assert page.get_by_role("button", name="互动").count() == 0
    assert page_log.everything() == []


def test_pages_keep_a_strict_policy(page, context, page_log, site_url, addresses):
    """A portal may forbid inline scripts, code made out of text, and other hosts."""

    def forbid(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

    context.route(lambda url: url.endswith("/"), forbid)
    for address in addresses.values():
        if not address.endswith(".html"):
            page.goto(site_url + address)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{site_url}tracker/")
    page.get_by_role("combobox", name="结论").select_option(index=1)
    page.goto(site_url)
    page.get_by_role("figure").first.get_by_role("button", name="互动").click()
    expect(page.get_by_role("figure").first.locator("canvas, svg .mark-group").first).to_be_visible()

    assert page_log.everything() == []
