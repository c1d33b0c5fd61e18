"""What can be found of the small site, and by which words."""

import pytest

from ledger.analysis.findings import analyse
from ledger.content.loader import load_ledger
from ledger.pages.book import Book
from ledger.pages.chart_words import ChartWords
from ledger.pages.page import Page
from ledger.pages.search_entries import authored_pages, ledger_entries, other_pages, search_names
from ledger.search.entry import Kind
from tests.sites.small_site import write_small_site


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    ledger, problems = load_ledger(write_small_site(tmp_path_factory.mktemp("small")))
    assert problems == []
    return Book(ledger, analyse(ledger), ChartWords(ledger))


@pytest.fixture(scope="module")
def entries(book):
    return list(ledger_entries(book))


@pytest.fixture(scope="module")
def by_address(entries):
    return {entry.address: entry for entry in entries}


def test_everything_of_the_ledger_can_be_found(entries):
    counts = {kind: sum(entry.kind is kind for entry in entries) for kind in Kind}
    # 2 regions with 3 years; 4 files on 2 topics; see tests/sites/small_site.py.
    assert counts[Kind.PLACE] == 2 + 3
    assert counts[Kind.TOPIC] == 2
    assert counts[Kind.TOPIC_YEAR] == 4
    assert counts[Kind.COMMITMENT] == 15
    assert counts[Kind.MEASURE] == 7 + 4 + 1
    assert counts[Kind.PROBLEM] == 2


def test_every_entry_has_an_address_of_its_own(entries):
    assert len({entry.address for entry in entries}) == len(entries)


def test_a_figure_is_found_where_it_stands(by_address):
    entry = by_address["alpha/2023/immunization/#m3"]
    assert (entry.region, entry.year, entry.topic, entry.figure) == ("alpha", 2023, "immunization", "95.50%")


def test_a_masked_figure_stays_masked(by_address):
    assert by_address["alpha/2023/immunization/#m4"].figure == "▇▇ 原文隐去"


def test_a_repaired_figure_is_found_by_what_the_page_shows(by_address):
    assert "l2" not in repr(by_address["alpha/2023/immunization/#m5"])


def test_a_promise_brings_its_verdict_its_figure_and_its_target(by_address):
    entry = by_address["alpha/commitments/alpha-2023-immunization-c1/"]
    assert (entry.verdict, entry.figure, entry.text) == ("exceeded", "95.50%", "90%")


def test_what_was_done_is_found_at_the_promise_that_it_answers(by_address):
    assert "冷链已经建成" in by_address["alpha/commitments/alpha-2023-immunization-c3/"].text
    file = by_address["alpha/2023/immunization/"].text
    assert "培训了接种人员" in file
    assert "接种由乡镇卫生院承担" in file
    assert "冷链已经建成" not in file


def test_an_indicator_is_found_by_its_everyday_name(book, by_address):
    everyday = book.ledger.dictionary.indicators["vaccination-rate"].everyday
    assert everyday in by_address["indicators/vaccination-rate/"].aliases


def test_a_topic_without_content_has_no_page_to_be_found(book, by_address):
    silent = set(book.ledger.dictionary.topics) - set(book.by_topic)
    assert not silent & set(search_names(book).topics)
    assert not {f"topics/{id_}/" for id_ in silent} & set(by_address)


def test_other_pages_are_found_by_title_and_answer():
    text = '---\ntitle: "承诺追踪"\ndescription: "全部 3 项承诺：\\"按期\\""\n---\n\n# 承诺追踪\n'
    pages = [Page("tracker/index.md", text), Page("alpha/index.md", text)]
    (entry,) = other_pages(pages, {"alpha/"})
    found = (entry.kind, entry.address, entry.title, entry.text)
    assert found == (Kind.PAGE, "tracker/", "承诺追踪", '全部 3 项承诺："按期"')


def test_authored_pages_are_found_by_their_headings(tmp_path):
    (tmp_path / "about.md").write_text(
        "---\ntitle: x\n---\n\n# 关于\n\n一本账。\n\n## 为什么\n\n好查。\n", "utf-8"
    )
    (tmp_path / "developers").mkdir()
    (tmp_path / "developers" / "notes.md").write_text("# 内部\n", "utf-8")
    (entry,) = authored_pages(tmp_path)
    assert (entry.address, entry.title, entry.aliases) == ("about/", "关于", ("为什么",))
    assert "一本账" in entry.text
