"""What machines are told of a page: since when it says what it says, by whom, with which picture."""

from datetime import date

import pytest

from ledger.analysis.findings import analyse
from ledger.content.loader import load_ledger
from ledger.pages.book import Book
from ledger.pages.catalogue import all_pages
from ledger.pages.chart_words import ChartWords
from ledger.pages.metadata import page_metadata
from tests.sites.small_site import write_small_site

AS_OF = date(2024, 6, 30)
# The documents of alpha carry no day of publication; that of beta was put online again on this one.
REPOSTED = date(2024, 1, 24)
SOURCES = """\
- id: beta-2023-report
  title: 工作总结与计划
  kind: both
  publisher: 乙市卫生健康局
  published: {published}
  year: 2023
  year_basis: stated
  year_reason: 标题写明2023年。
  period: 2023-H1
  plan_period: 2023-H2
  completeness: whole
  legibility: clean
"""
CORRECTIONS = """\
- record: beta-2023-immunization-m1
  date: 2024-03-01
  what: 接种率抄错了。
  why: 看错了一行。
  source: beta-2023-report
"""


def book_of(folder, **replaced):
    """The small site's book; `published` replaces beta's document, `corrections` adds some."""
    texts = {
        "published": ("regions/beta/sources.yml", SOURCES),
        "corrections": ("regions/beta/corrections.yml", "{corrections}"),
    }
    files = {texts[name][0]: texts[name][1].format(**{name: value}) for name, value in replaced.items()}
    ledger, problems = load_ledger(write_small_site(folder, replaced=files))
    assert [str(problem) for problem in problems] == []
    return Book(ledger, analyse(ledger), ChartWords(ledger))


def metadata_of(book, pictures=None):
    return page_metadata(book, list(all_pages(book)), pictures or {})


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("beta/2023/immunization/", REPOSTED),
        ("beta/2023/", REPOSTED),
        ("beta/", REPOSTED),
        ("sources/beta-2023-report/", REPOSTED),
        ("beta/commitments/beta-2023-immunization-c2/", REPOSTED),
        # Nobody knows when these documents came: the account was drawn up later than all of them.
        ("alpha/2023/immunization/", AS_OF),
        ("sources/alpha-2023-plan/", AS_OF),
        # One document of known day and others.
        ("topics/immunization/", AS_OF),
        # Pages about the whole ledger, and about the site.
        ("", AS_OF),
        ("tracker/", AS_OF),
        ("audit/", AS_OF),
        ("editing/problems/", AS_OF),
    ],
)
def test_a_page_changed_when_its_newest_document_came(tmp_path, address, day):
    assert metadata_of(book_of(tmp_path))[address].modified == day


def test_a_page_changed_when_a_record_on_it_was_corrected(tmp_path):
    found = metadata_of(book_of(tmp_path, corrections=CORRECTIONS))
    corrected = date(2024, 3, 1)

    assert found["beta/2023/immunization/"].modified == corrected
    assert found["beta/"].modified == corrected
    assert found["sources/beta-2023-report/"].modified == corrected
    # The figure answers the first promise, not the second.
    assert found["beta/commitments/beta-2023-immunization-c1/"].modified == corrected
    assert found["beta/commitments/beta-2023-immunization-c2/"].modified == REPOSTED


def test_a_verdict_changes_on_the_day_after_its_due_day(tmp_path):
    """The document came in July; its promises were due by the end of the year."""
    found = metadata_of(book_of(tmp_path, published="2023-07-20"))

    assert found["beta/2023/immunization/"].modified == date(2024, 1, 1)
    assert found["beta/commitments/beta-2023-immunization-c1/"].modified == date(2024, 1, 1)
    # The page of the document judges nothing.
    assert found["sources/beta-2023-report/"].modified == date(2023, 7, 20)


def test_only_the_page_of_a_document_has_its_day_of_publication(tmp_path):
    found = metadata_of(book_of(tmp_path, published="2023-07-20"))
    told = {address: item.published for address, item in found.items() if item.published}

    assert told == {"sources/beta-2023-report/": date(2023, 7, 20)}


def test_the_day_of_a_repost_is_no_day_of_publication(tmp_path):
    assert metadata_of(book_of(tmp_path))["sources/beta-2023-report/"].published is None


def test_bodies_are_named_where_the_documents_of_a_page_name_them(tmp_path):
    found = metadata_of(book_of(tmp_path))

    assert found["sources/alpha-2023-plan/"].publishers == ("甲县卫生健康局",)
    # Its summary does not say who published it.
    assert found["sources/alpha-2023-summary/"].publishers == ()
    assert found["beta/2023/immunization/"].publishers == ()
    assert found["alpha/"].publishers == ()
    assert found["tracker/"].publishers == ()


def test_without_pictures_none_is_named(tmp_path):
    assert {item.picture for item in metadata_of(book_of(tmp_path)).values()} == {""}
