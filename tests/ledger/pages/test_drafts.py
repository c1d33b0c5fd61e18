"""Where a preview draws drafts, each of them says that nobody has confirmed it; elsewhere nothing says so."""

import re

import pytest

from ledger.content.loader import load_ledger
from ledger.edition import Edition
from tests.sites.small_site import IMMUNIZATION, SMALL, write_small_site

MARK = '<span class="draft">草稿，未确认</span>'
DRAFTS = {
    "measures": "  - {id: dm, name: 草稿的数, value: 98765, unit: 人, at: 一, draft: true}\n",
    "commitments": "  - {id: dc, text: 草稿的承诺, at: 一, draft: true}\n",
    "outcomes": "  - {id: do, text: 草稿的成效, claim: done, at: 一, draft: true}\n",
    "problems": "  - {id: dp, text: 草稿的问题, at: 一, draft: true}\n",
}


def pages_of(content):
    ledger, problems = load_ledger(content, drafts=True)
    assert problems == []
    edition = Edition(ledger, content)
    return {page.uri: page.markdown for page in map(edition.page, edition.specs)}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Pages of the small site with a draft of every kind, by address."""
    text = (SMALL / IMMUNIZATION).read_text(encoding="utf-8")
    for name, draft in DRAFTS.items():
        if f"\n{name}:\n" in text:
            text = text.replace(f"\n{name}:\n", f"\n{name}:\n{draft}", 1)
        else:
            text = text.replace("\n---\n", f"\n{name}:\n{draft}---\n", 1)
    sources = (SMALL / "regions/alpha/sources.yml").read_text(encoding="utf-8")
    replaced = {
        IMMUNIZATION: text,
        "regions/alpha/sources.yml": sources.replace("clean\n", "clean\n  draft: true\n", 1),
    }
    return pages_of(write_small_site(tmp_path_factory.mktemp("site"), replaced=replaced))


@pytest.mark.parametrize("words", ["草稿的数", "草稿的承诺", "草稿的成效", "草稿的问题"])
def test_a_draft_is_marked_on_the_page_of_its_topic(pages, words):
    page = next(text for uri, text in pages.items() if "alpha/2023/immunization/index" in uri)
    places = [found.start() for found in re.finditer(words, page)]
    assert any(MARK in page[place : place + 500] for place in places)


def test_a_draft_document_is_marked_on_its_page(pages):
    told = [uri for uri, text in pages.items() if uri.startswith("sources/alpha") and MARK in text]
    assert told


def test_drafts_are_marked_in_the_list_of_promises(pages):
    tracker = "".join(text for uri, text in pages.items() if uri.startswith("tracker/"))
    row = tracker[tracker.index("草稿的承诺") :][:300]
    assert MARK in row


def test_nothing_is_marked_without_drafts(tmp_path):
    assert [uri for uri, text in pages_of(write_small_site(tmp_path)).items() if "未确认" in text] == []
