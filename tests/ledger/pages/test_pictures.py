"""Which pages have a picture of their own, and whose the others show."""

import pytest

from ledger.analysis.findings import analyse
from ledger.content.loader import load_ledger
from ledger.pages.book import Book
from ledger.pages.catalogue import all_pages
from ledger.pages.chart_words import ChartWords
from ledger.pages.pictures import nearest, pictured
from tests.sites.small_site import write_small_site

LOW = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 90"></svg>'
HIGH = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 900"></svg>'


class Drawings(dict):
    """Low charts everywhere but at the given addresses."""

    def __missing__(self, address):
        return LOW


@pytest.fixture
def book(tmp_path):
    ledger, problems = load_ledger(write_small_site(tmp_path))
    assert problems == []
    return Book(ledger, analyse(ledger), ChartWords(ledger))


def names(book, drawings):
    found = pictured(list(all_pages(book)), drawings)
    return {address: figure.name if figure else "" for address, figure in found.items()}


def test_pages_show_their_first_chart_and_documents_leave_theirs_to_the_year(book):
    found = names(book, Drawings())

    assert found[""] == "verdict_shares"
    assert found["alpha/2023/immunization/"] == "target_actual"
    assert not [address for address in found if address.startswith("sources/")]
    assert not [address for address in found if "/commitments/" in address]


def test_a_chart_that_is_too_high_leaves_the_place_to_the_next(book):
    high = Drawings({"verdict_shares": HIGH, "alpha/2023/immunization/target_actual": HIGH})
    found = names(book, high)

    assert found[""] == "disclosure"
    assert found.get("alpha/2023/immunization/") != "target_actual"


def test_the_home_page_has_a_picture_even_without_a_chart(book):
    assert names(book, Drawings({"verdict_shares": HIGH, "disclosure": HIGH}))[""] == ""


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("alpha/2023/immunization/", "alpha/2023/immunization/"),
        ("alpha/commitments/alpha-2023-immunization-c1/", "alpha/2023/immunization/"),
        # The year of this topic has no picture, so that of the place stands in.
        ("alpha/commitments/alpha-2024-immunization-c1/", "alpha/"),
        ("alpha/2023/elderly-health/", "alpha/"),
        ("sources/alpha-2023-plan/", "alpha/"),
        ("sources/beta-2023-report/", ""),
        ("topics/immunization/", ""),
        ("", ""),
    ],
)
def test_a_page_without_a_picture_shows_that_of_what_stands_above_it(book, address, shown):
    own = dict.fromkeys(["", "alpha/", "alpha/2023/immunization/"])
    assert nearest(book, list(all_pages(book)), own)[address] == shown
