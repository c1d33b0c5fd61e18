import pytest

from tests.ledger.gates.conftest import PAGE

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "html",
    [
        '<img src="{}" alt="甲">',
        '<script src="{}"></script>',
        '<link rel="stylesheet" href="{}">',
        '<iframe src="{}"></iframe>',
        '<object data="{}"></object>',
        '<video poster="{}"></video>',
        '<svg><image href="{}"/></svg>',
    ],
)
@pytest.mark.parametrize("url", ["https://example.org/a", "//example.org/a", "http://[bad/a"])
def test_what_is_loaded_from_another_host_is_found(site, html, url):
    site.add(html.format(url))
    assert ("MZ105", PAGE, url) in site.problems()


@pytest.mark.parametrize(
    "rule",
    [
        "@import 'https://example.org/a.css';",
        "@IMPORT/**/'https://example.org/a.css';",
        "p {background: url(//example.org/a.png)}",
        "p {background: URL( 'https://example.org/a.png' )}",
        "p {background: u\\72l(https://example.org/a.png)}",
        "p {background: \\75 r\\l(https\\3a //example.org/a.png)}",
        "p {background: image-set('https://example.org/a.png' 1x)}",
    ],
)
def test_style_sheets_load_from_no_other_host(site, rule):
    name = "assets/stylesheets/ledger.css"
    site.write(site.read(name) + rule, name)
    assert [(code, path) for code, path, _ in site.problems()] == [("MZ105", name)]


def test_texts_in_style_sheets_are_no_addresses(site):
    name = "assets/stylesheets/ledger.css"
    site.write(site.read(name) + r"""p::before {content: "\e900"} q::after {content: "甲：/乙"}""", name)
    assert site.problems() == []


def test_links_that_readers_follow_are_no_foreign_content(site):
    site.add('<a href="https://example.org/a">好</a>')
    assert site.problems() == []
