import pytest

from tests.ledger.gates.conftest import PAGE

pytestmark = pytest.mark.slow


def test_five_broken_links_are_all_found(site):
    broken = {
        PAGE: "../../../nowhere/",
        "index.html": "sources/nowhere/#m1",
        "sources/index.html": "../Alpha/",
        "alpha/2023/index.html": "../../../index.html",
        "404.html": "/nowhere/",
    }
    for name, url in broken.items():
        site.add(f'<a href="{url}">断</a>', name)
    assert set(site.problems()) == {("MZ101", name, url) for name, url in broken.items()}


@pytest.mark.parametrize(
    "url", ["/sources/", "//example.org/", "http:", "https://[::1", " ../../../sources/", "mailto:"]
)
def test_an_address_that_is_neither_relative_nor_whole_is_found(site, url):
    site.add(f'<a href="{url}">断</a>')
    assert site.problems() == [("MZ102", PAGE, url)]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.nhc.gov.cn/a?b=c#d",
        "mailto:a@example.org",
        "tel:12320",
        "../../..",
        "../../../sources/",
        "../../../sources",
        "../../../tracker/?verdict=met&amp;owner=own",
        "../../2023/immunization/",
        "%74arget_actual.csv",
        "?a=b",
        "#",
    ],
)
def test_good_links_pass(site, url):
    site.add(f'<a href="{url}">好</a>')
    assert site.problems() == []


def test_the_page_for_lost_readers_may_name_the_folder_of_the_public_address(site):
    canonical = '<link rel="canonical" href="https://example.org/a/b/">'
    site.plant("</head>", canonical + "</head>", "index.html")
    text = site.read("404.html")
    site.write(text.replace('="/', '="/a/b/'), "404.html")
    assert site.problems() == []

    site.add('<a href="/sources/">断</a>', "404.html")
    assert site.problems() == [("MZ101", "404.html", "/sources/")]


def test_a_form_that_sends_to_a_lost_page_is_found(site):
    site.add('<form action="nowhere/"></form>')
    assert ("MZ101", PAGE, "nowhere/") in site.problems()
