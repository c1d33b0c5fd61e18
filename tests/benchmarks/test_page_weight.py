"""No page grows without limit: weighed over many places, without the drawings, which are counted instead."""

import gzip
import re

import pytest

from ledger.pages import audit, chart_files, search
from ledger.pages.count_charts import MOST_ROWS
from ledger.pages.figure_charts import MOST_TRENDS
from ledger.site import build_site
from tests.corpus.make_corpus import YEARS, make_corpus

KB = 1000
PLACES = 50
# 15 KB of a first view are left for the frame, its style sheet and its scripts.
MOST = 50 * KB
LINK = re.compile(r'<a [^>]*href="([^"#?]*)')

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """One topic in each of four years of fifty places, which have two documents a year."""
    content = tmp_path_factory.mktemp("many") / "content"
    make_corpus(content, PLACES * len(YEARS), topics=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chart_files, "draw", lambda charts, *_: ["<svg></svg>"] * len(charts))
        patch.setattr(chart_files, "vega_bundle", lambda *_: b"")
        patch.setattr(search, "MOST_FILES", PLACES)
        yield build_site(content)


def text_of(site, address):
    return next(page.markdown for page in site.pages if page.uri == f"{address}index.md")


def drawn(site, address):
    return [name for name in site.assets if re.fullmatch(rf"{address}[^/]+\.svg", name)]


def test_no_page_is_too_heavy(site):
    sizes = {page.uri: len(gzip.compress(page.markdown.encode())) for page in site.pages}
    assert {address: size for address, size in sizes.items() if size > MOST} == {}


def test_checks_are_divided_and_each_stands_on_the_page_of_its_region(site):
    pages = {page.uri: page.markdown for page in site.pages if page.uri.startswith("audit/regions/")}
    rows = re.compile(r'^<tr id="([^"]+)"', re.MULTILINE)

    # A rate and a stated change of every file.
    assert audit.MOST_ROWS == 400 <= 2 * len(YEARS) * PLACES
    assert sorted(pages) == [f"audit/regions/sample-{place:02}/index.md" for place in range(1, PLACES + 1)]
    assert rows.findall(text_of(site, "audit/")) == []
    for address, text in pages.items():
        region = address.split("/")[2]
        found = rows.findall(text)
        assert all(region in row for row in found)
        assert len([row for row in found if row in site.findings.recomputations]) == len(YEARS)
    assert text_of(site, "audit/").count('href="../audit/regions/sample-') == PLACES


def test_steps_to_checks_lead_to_the_page_that_holds_them(site):
    steps = re.findall(
        r'class="checked" href="\.\./\.\./(audit/[^"#]*)#', text_of(site, "sources/sample-07-2022-summary/")
    )
    assert set(steps) == {"audit/regions/sample-07/"}


def test_charts_of_many_documents_become_charts_of_fewer_places_or_years(site):
    """400 documents and 50 places are too many for a chart, four years are not."""
    assert len(site.ledger.sources) == 2 * len(YEARS) * PLACES
    assert MOST_ROWS < PLACES
    table = site.assets["audit/disclosure/disclosure.csv"].decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in table[1:]] == [str(year) for year in YEARS]
    assert drawn(site, "") == ["verdict_shares.svg"]


def test_only_the_first_places_of_an_indicator_are_drawn(site):
    (address,) = (f"indicators/{id_}/" for id_ in site.findings.series)
    assert len(drawn(site, address)) == MOST_TRENDS
    assert text_of(site, address).count('<tr role="row"><th scope="row"') == len(YEARS) * PLACES


def test_the_index_of_pages_leads_on_where_it_cannot_name_them_all(site):
    text = text_of(site, "search/")
    links = set(LINK.findall(text))

    assert {f"../sample-{place:02}/{year}/" for place in range(1, PLACES + 1) for year in YEARS} <= links
    assert "../sources/" in links
    assert not [link for link in links if re.match(r"\.\./sample-\d+/\d+/.+", link) or "-plan" in link]
