"""The page of the search of the small site: its filters, and its index for readers without scripts."""

import re

import pytest

from ledger.site import build_site
from tests.sites.small_site import write_small_site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = build_site(write_small_site(tmp_path_factory.mktemp("small")))
    assert site.problems == ()
    return site


@pytest.fixture(scope="module")
def text(site):
    return next(page.markdown for page in site.pages if page.uri == "search/index.md")


def test_the_index_leads_to_every_page_but_those_of_promises(site, text):
    linked = set(re.findall(r'href="\.\./([^"#?]*)"', text))
    pages = {page.uri.removesuffix("index.md") for page in site.pages}
    reached = {address for address in pages if "/commitments/" not in address} - {"search/"}
    assert reached - linked - {""} == set()


def test_filters_offer_what_occurs_with_its_number(text):
    assert re.findall(r'<option value="problem"[^>]*>([^<]+)<', text) == ["问题（2）"]
    assert re.findall(r'<option value="commitment"[^>]*>([^<]+)<', text) == ["承诺（15）"]
    years = re.search(r'<select name="year">(.*?)</select>', text)[1]
    assert re.findall(r'value="(\d*)"', years) == ["", "2024", "2023"]


def test_the_page_names_the_state_of_its_index(site, text):
    changed = {name: data for name, data in site.assets.items() if name.startswith("search/")}
    assert changed
    assert re.search(r'data-version="[0-9a-f]{8}"', text)


def test_nothing_but_the_search_page_asks_for_the_index(site):
    asking = [page.uri for page in site.pages if 'class="search-form"' in page.markdown]
    assert asking == ["search/index.md"]
