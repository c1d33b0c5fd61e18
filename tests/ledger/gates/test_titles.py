import re

import pytest

from tests.ledger.gates.conftest import PAGE

pytestmark = pytest.mark.slow


def test_a_page_without_a_title_is_found(site):
    site.write(re.sub(r"<title>[^<]*</title>", "<title> </title>", site.read()))
    assert site.problems() == [("MZ120", PAGE, "")]


def test_a_title_that_stands_on_two_pages_is_found_once(site):
    title = re.search(r"<title>[^<]*</title>", site.read("about/index.html")).group()
    site.write(re.sub(r"<title>[^<]*</title>", title, site.read("editing/index.html")), "editing/index.html")
    ((code, path, text),) = site.problems()
    assert (code, path) == ("MZ124", "editing/index.html")
    assert f"<title>{text}</title>" == title


@pytest.mark.parametrize("lang", ["en", "zh", ""])
def test_another_language_is_found(site, lang):
    site.plant('lang="zh-CN"', f'lang="{lang}"')
    assert site.problems() == [("MZ121", PAGE, lang)]


def test_two_first_headings_are_found(site):
    site.add("<h1>又一个</h1><p>文字</p>")
    assert [code for code, _, _ in site.problems()] == ["MZ122"]


def test_no_two_pages_of_the_site_have_the_same_title(site):
    titles = [re.search(r"<title>([^<]*)", site.read(path)).group(1) for path in site.root.rglob("*.html")]
    assert len(titles) == len(set(titles))
