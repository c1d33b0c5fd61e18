"""Pages fit a window of 320 pixels (1280 at 400 %), with letters and targets of a good size."""

import pytest

from tests.browser.probe import probe
from tests.browser.views import View

NARROWEST = 320
NARROW = [View(width, is_large=is_large) for width in (NARROWEST, 360, 390) for is_large in (False, True)]
NARROW_AND_WIDE = [
    View(width, is_large=is_large) for width in (NARROWEST, 1280) for is_large in (False, True)
]
# CSS pixels, in type of the usual size and in large type.
LEAST_LETTERS = {False: 16, True: 20}
LEAST_TARGETS = {False: 44, True: 60}
ALL_OPEN = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"


@pytest.fixture
def told(page, site_url, types):
    """A function that asks every type of page in some views, and tells what was found where."""

    def tell(name, views, least=None):
        found = {}
        for kind, address in types.items():
            page.goto(site_url + address)
            page.evaluate(ALL_OPEN)
            for view in views:
                view.show(page)
                said = page.evaluate(probe(name), least and least[view.is_large])
                found |= {f"{kind} {view}": said} if said else {}
        return found

    return tell


def test_nothing_scrolls_sideways_in_a_narrow_window(told):
    assert told("sideways", NARROW) == {}


def test_what_scrolls_by_itself_is_reached_and_named(told):
    assert told("unlabelled", NARROW_AND_WIDE) == {}


def test_letters_are_large_enough_and_lines_far_enough_apart(told):
    assert told("letters", NARROW_AND_WIDE, LEAST_LETTERS) == {}


def test_targets_are_large_enough(told):
    assert told("small_targets", NARROW_AND_WIDE, LEAST_TARGETS) == {}
