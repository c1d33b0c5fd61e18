"""A special word is explained where it stands: without scripts, by tap and by keyboard, the place kept."""

import pytest

WORD = ".result details.term summary"


@pytest.fixture
def context_options():
    """A phone whose reader lets no script run."""
    return {
        "locale": "zh-CN",
        "viewport": {"width": 360, "height": 740},
        "has_touch": True,
        "java_script_enabled": False,
    }


@pytest.fixture
def page(context, site_url):
    """The page of a promise whose figures use special words."""
    page = context.new_page()
    page.goto(f"{site_url}huaibei-xx-district/commitments/huaibei-xx-district-2023-chronic-disease-c1/")
    return page


def note_of(word):
    return word.locator("xpath=../span")


def test_a_tap_explains_a_word_where_it_stands_and_a_second_one_closes_it(page):
    word = page.locator(WORD).first
    word.scroll_into_view_if_needed()
    before = word.bounding_box()
    assert not note_of(word).is_visible()

    word.tap()
    assert note_of(word).is_visible()
    assert word.bounding_box() == before
    below = note_of(word).bounding_box()
    assert below["y"] >= before["y"]
    assert below["x"] + below["width"] <= 360

    word.tap()
    assert not note_of(word).is_visible()


def test_the_keyboard_opens_and_closes_it_and_it_stays_while_the_focus_moves_on(page):
    word = page.locator(WORD).first
    word.focus()
    assert not note_of(word).is_visible()

    page.keyboard.press("Enter")
    assert note_of(word).is_visible()
    # From the word the next step leads into its explanation.
    page.keyboard.press("Tab")
    assert note_of(word).is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#*")


def test_nothing_is_open_before_it_is_asked_for(page):
    assert page.locator("details.term").count() >= 3
    assert page.locator("details.term[open]").count() == 0


def test_a_word_is_announced_as_what_opens_and_closes(page):
    snapshot = page.locator(".result details.term").first.aria_snapshot()
    assert "规范管理" in snapshot
