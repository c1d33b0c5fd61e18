import pytest

from tests.ledger.gates.conftest import PAGE

pytestmark = pytest.mark.slow


def test_places_that_do_not_exist_are_found(site):
    urls = ["#nowhere", "../../../sources/#nowhere", "../../../about/#不在"]
    site.add("".join(f'<a href="{url}">断</a>' for url in urls))
    found = site.problems()
    assert [code for code, _, _ in found] == ["MZ103"] * 3
    assert {text for _, _, text in found} == set(urls)


def test_a_place_that_is_removed_is_missed_by_every_page_that_links_to_it(site):
    site.plant(' id="m1"', "", PAGE)
    assert {(code, text.partition("#")[2]) for code, _, text in site.problems()} == {("MZ103", "m1")}


def test_good_places_pass(site):
    site.add('<h2 id="一 二">甲</h2><p>乙</p><a href="#一 二">好</a><a href="#top">好</a>')
    site.add('<a href="#%E4%B8%80%20%E4%BA%8C">好</a>')
    assert site.problems() == []
