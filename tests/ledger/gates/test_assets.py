import pytest

from tests.ledger.gates.conftest import PAGE

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ('<img src="nowhere.png" alt="甲">', "nowhere.png"),
        ('<img src="/assets/images/favicon.png" alt="甲">', "/assets/images/favicon.png"),
        ('<img src="" alt="甲">', ""),
    ],
)
def test_a_picture_that_is_not_there_is_found(site, html, url):
    site.add(html)
    assert site.problems() == [("MZ104", PAGE, url)]


def test_a_missing_file_is_missed_by_every_page_that_loads_it(site):
    (site.root / "assets/stylesheets/ledger.css").unlink()
    assert {code for code, _, _ in site.problems()} == {"MZ104"}
    assert len(site.problems()) == len(list(site.root.rglob("*.html")))


def test_each_size_of_a_picture_must_be_there(site):
    site.add('<img srcset="../../../assets/images/mark.svg 1x, nowhere.png 2x" alt="甲">')
    assert ("MZ104", PAGE, "nowhere.png") in site.problems()


@pytest.mark.parametrize(
    "rule", ["@import 'nowhere.css';", "p {background: url(nowhere.png)}", 'p {background: url("/a.png")}']
)
def test_what_a_style_sheet_loads_must_be_there(site, rule):
    name = "assets/stylesheets/ledger.css"
    site.write(site.read(name) + rule, name)
    assert [(code, path) for code, path, _ in site.problems()] == [("MZ104", name)]


def test_good_addresses_of_a_style_sheet_pass(site):
    name = "assets/stylesheets/ledger.css"
    site.write(
        site.read(name) + "p {background: url('../images/mark.svg'), url(data:image/png;base64,AA), url(#a)}",
        name,
    )
    assert site.problems() == []
