"""The list of promises and the file that its filter reads, over a few promises and over thousands."""

import gzip
import json
import re
from dataclasses import replace

import pytest

from ledger.analysis.findings import analyse
from ledger.content.loader import load_ledger
from ledger.pages import tracker
from ledger.pages.book import Book
from ledger.pages.chart_words import ChartWords
from ledger.pages.rendering import environment, render
from ledger.pages.tracker import MOST_ROWS, tracker_filters, tracker_pages, tracker_rows
from tests.corpus.make_corpus import make_corpus
from tests.sites.small_site import write_small_site

KB = 1000
ROW = re.compile(r'^<li id="([^"]+)">', re.MULTILINE)


def book_of(content):
    ledger, problems = load_ledger(content)
    assert problems == []
    return Book(ledger, analyse(ledger), ChartWords(ledger))


def pages_of(book):
    """The text of every page of the list by its address."""
    env = environment(book.ledger, {})
    return {spec.address: render(spec, env).markdown for spec in tracker_pages(book)}


def rows_of(book):
    """What the file of rows says."""
    text = render(tracker_rows(book), environment(book.ledger, {})).markdown
    return text, json.loads(text.strip().removeprefix("ledgerTracker(").removesuffix(");"))


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return book_of(write_small_site(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """Five promises in each of a thousand files."""
    content = tmp_path_factory.mktemp("large") / "content"
    make_corpus(content, 1000)
    return book_of(content)


def test_a_short_list_stands_on_one_page(book):
    pages = pages_of(book)

    assert list(pages) == ["tracker/"]
    assert ROW.findall(pages["tracker/"]) == list(book.ledger.commitments)


@pytest.mark.parametrize(
    ("most", "addresses"),
    {
        15: ["tracker/"],
        14: ["tracker/", "tracker/alpha/", "tracker/beta/"],
        11: ["tracker/", "tracker/alpha/2023/", "tracker/alpha/2024/", "tracker/beta/"],
        # The elderly have 3 promises, immunization 4; one file is never divided.
        6: [
            "tracker/",
            "tracker/alpha/2023/immunization/",
            "tracker/alpha/2023/elderly-health/",
            "tracker/alpha/2024/",
            "tracker/beta/",
        ],
    }.items(),
)
def test_a_longer_list_is_divided_only_as_far_as_it_must(book, monkeypatch, most, addresses):
    monkeypatch.setattr(tracker, "MOST_ROWS", most)
    pages = pages_of(book)

    assert sorted(pages) == sorted(addresses)
    assert sorted(id_ for text in pages.values() for id_ in ROW.findall(text)) == sorted(
        book.ledger.commitments
    )
    for address in addresses[1:]:
        assert f'href="../{address}"' in pages["tracker/"]


def test_a_filter_offers_what_there_is_in_the_order_of_its_dictionary(book):
    filters = {item.name: item for item in tracker_filters(book)}

    assert list(filters) == ["region", "year", "topic", "verdict", "evidence", "owner"]
    assert [(choice.id, choice.count) for choice in filters["evidence"].choices] == [
        ("figure", 3),
        ("claim", 1),
        ("redacted", 2),
        ("none", 9),
    ]
    # alpha's 12 promises, then beta's 3.
    assert filters["region"].column == (0,) * 12 + (1,) * 3


def test_the_file_of_rows_says_every_promise_once(book):
    _, rows = rows_of(book)
    place = list(book.ledger.commitments).index("alpha-2023-immunization-c1")

    assert {len(rows[name]) for name in ("text", "about", "outcome", "origin", "margin", "flags")} == {15}
    assert rows["address"][place] == "alpha/commitments/alpha-2023-immunization-c1/"
    assert rows["text"][place] == "疫苗接种率不低于90%"
    assert rows["about"][place] == "目标不低于 90%"
    assert rows["outcome"][place] == "95.50%"
    assert rows["origin"][place] == "sources/alpha-2023-summary/#alpha-2023-immunization-m3"
    assert rows["margin"][place] == "比目标高 5.5 个百分点"
    figure = rows["filters"]["evidence"]
    assert figure["ids"][figure["column"][place]] == "figure"


def test_a_masked_figure_keeps_its_block_alone(book):
    """The script says “原文隐去” beside the block: twice would be too much."""
    _, rows = rows_of(book)
    place = list(book.ledger.commitments).index("alpha-2023-elderly-health-c1")

    assert rows["outcome"][place] == "▇▇%"
    assert rows["words"]["masked"] == "原文隐去"


@pytest.mark.parametrize("text", ['</script><img src=x onerror="x()">', 'a"b\\c', "甲<b>乙", "&lt;b&gt;"])
def test_a_text_stays_a_text_in_the_file_of_rows(tmp_path, text):
    content = write_small_site(tmp_path, regions=["alpha"])
    book = book_of(content)
    item = book.ledger.commitments["alpha-2023-immunization-c4"]
    object.__setattr__(item, "text", text)
    said, rows = rows_of(book)

    assert text in rows["text"]
    assert "<" not in said


@pytest.mark.slow
def test_no_page_of_thousands_of_promises_is_too_large(large):
    """A page may weigh 200 KB, a first view 65 KB; 15 KB of each are left for the frame and its files."""
    pages = pages_of(large)
    sizes = {address: len(gzip.compress(text.encode())) for address, text in pages.items()}

    assert len(large.ledger.commitments) == 5000
    assert sizes["tracker/"] <= 50 * KB
    assert max(sizes.values()) <= 185 * KB
    assert max(len(ROW.findall(text)) for text in pages.values()) <= MOST_ROWS
    assert sorted(id_ for text in pages.values() for id_ in ROW.findall(text)) == sorted(
        large.ledger.commitments
    )


def test_only_the_rows_of_a_preview_say_which_promises_are_drafts(book):
    assert "draft" not in rows_of(book)[1]
    first = next(iter(book.ledger.commitments))
    files = []
    for file in book.ledger.files:
        marked = [replace(item.origin, draft=item.id == first) for item in file.commitments]
        items = zip(file.commitments, marked, strict=True)
        files.append(replace(file, commitments=tuple(replace(item, origin=mark) for item, mark in items)))
    ledger = replace(book.ledger, files=tuple(files))
    marks = rows_of(Book(ledger, analyse(ledger), ChartWords(ledger)))[1]["draft"]
    assert [mark.strip() for mark in marks] == ["草稿，未确认"] + [""] * (len(marks) - 1)
