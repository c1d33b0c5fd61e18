"""Every text stands out from what is behind it, in every scheme and size, in drawings too."""

from tests.browser.probe import probe
from tests.browser.views import SCHEMES, View


def test_texts_stand_out_from_what_is_behind_them(page, site_url, types):
    pale = {}
    for name, address in types.items():
        page.goto(site_url + address)
        for view in (View(1280, scheme, is_large) for scheme in SCHEMES for is_large in (False, True)):
            view.show(page)
            pale |= {f"{name} {view}": found} if (found := page.evaluate(probe("pale_texts"))) else {}

    assert pale == {}


def test_the_dark_scheme_is_dark(page, site_url):
    paper = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.goto(site_url)
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        paper[scheme] = sum(map(float, colour.partition("(")[2].rstrip(")").split(",")[:3])) / 3

    assert paper["light"] > 200
    assert paper["dark"] < 60
