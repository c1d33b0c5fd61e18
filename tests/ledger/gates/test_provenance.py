import re

import pytest

from ledger.gates.provenance import AUTHORED
from tests.ledger.gates.conftest import PAGE

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", [PAGE, "index.html", "tracker/index.html", "about/index.html", "404.html"])
def test_a_page_without_a_date_is_found(site, name):
    site.write(re.sub(r"<time [^>]*>", "<time>", site.read(name)), name)
    assert site.problems() == [("MZ119", name, "")]


@pytest.mark.parametrize("wrong", ["2024-02-30", "2024年6月30日", ""])
def test_what_is_no_date_is_none(site, wrong):
    site.write(re.sub(r'datetime="[^"]*"', f'datetime="{wrong}"', site.read()))
    assert ("MZ119", PAGE, "") in site.problems()


def test_a_generated_page_that_leads_to_no_document_is_found(site):
    text = site.read()
    head, article = text[: text.index("<article")], text[text.index("<article") :]
    # The links of the frame around it do not count.
    site.write(head + re.sub(r'<a [^>]*href="[^"]*sources/[^"]*"', "<a", article, count=1000))
    assert site.problems() == [("MZ118", PAGE, "")]


def test_written_pages_are_the_only_ones_without_documents(site):
    pages = {path.relative_to(site.root).as_posix() for path in site.root.rglob("*.html")}
    assert pages >= AUTHORED
    made = {name for name in pages if 'class="page-foot"' in site.read(name)}
    assert pages - made == AUTHORED
