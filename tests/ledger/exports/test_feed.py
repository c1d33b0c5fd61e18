"""The Atom feed: what RFC 4287 asks, the same bytes each time, no text of the content taken as markup."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from ledger.exports.feed import Feed, FeedItem, atom_bytes

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = '<script>alert(1)</script> & ]]> "x" <b>'
PAGE = "https://example.org/ledger/changes/"


def feed(*items, name="小账", since=date(2024, 6, 30)):
    return Feed("小账：更正记录", "测试编辑部", name, since, items)


def item(anchor="2024-06-01-a-m1", day=date(2024, 6, 1), title="甲县：接种率（数值）", summary="误抄"):
    return FeedItem(anchor, day, title, summary)


def parse(content):
    return ET.fromstring(content)  # noqa: S314 -- made one line before


def texts(element, name):
    return [child.text for child in element.findall(f"{ATOM}{name}")]


def hrefs(element):
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


@pytest.mark.parametrize("items", [(), (item(), item("2023-01-01-a-m1", date(2023, 1, 1)))])
def test_a_feed_has_what_atom_requires(items):
    root = parse(atom_bytes(feed(*items)))
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(texts(element, name)) == 1, name
    ids = [id_ for element in root.iter(f"{ATOM}entry") for id_ in texts(element, "id")] + texts(root, "id")
    assert all(id_.startswith("urn:uuid:") for id_ in ids)
    assert len(set(ids)) == len(items) + 1
    assert root.find(f"{ATOM}author/{ATOM}name").text == "测试编辑部"


def test_days_are_midnights_in_china_and_never_those_of_the_clock():
    assert texts(parse(atom_bytes(feed())), "updated") == ["2024-06-30T00:00:00+08:00"]
    root = parse(atom_bytes(feed(item(), item("b", date(2024, 5, 1)))))
    assert texts(root, "updated") == ["2024-06-01T00:00:00+08:00"]
    entries = root.findall(f"{ATOM}entry")
    assert [texts(entry, "updated") for entry in entries] == [
        ["2024-06-01T00:00:00+08:00"],
        ["2024-05-01T00:00:00+08:00"],
    ]


def test_ids_are_the_same_wherever_the_site_stands_and_whatever_an_entry_says():
    def ids(content):
        return [element.text for element in parse(content).iter(f"{ATOM}id")]

    assert ids(atom_bytes(feed(item()), PAGE)) == ids(atom_bytes(feed(item(summary="改了说法"))))
    assert ids(atom_bytes(feed(item()))) != ids(atom_bytes(feed(item(), name="大账")))


def test_links_are_full_where_the_address_is_known_and_relative_elsewhere():
    known = parse(atom_bytes(feed(item()), PAGE))
    assert hrefs(known) == {"alternate": PAGE, "self": f"{PAGE}feed.xml"}
    assert hrefs(known.find(f"{ATOM}entry")) == {"alternate": f"{PAGE}#2024-06-01-a-m1"}
    unknown = parse(atom_bytes(feed(item())))
    assert hrefs(unknown) == {"alternate": "./"}
    assert hrefs(unknown.find(f"{ATOM}entry")) == {"alternate": "./#2024-06-01-a-m1"}


def test_texts_are_shown_as_they_are():
    content = atom_bytes(feed(item(title=HOSTILE, summary=HOSTILE)))
    entry = parse(content).find(f"{ATOM}entry")
    assert texts(entry, "title") == [HOSTILE]
    # The summary is declared to be HTML, so it must hold none.
    summary = entry.find(f"{ATOM}summary")
    assert summary.get("type") == "html"
    assert summary.text.startswith("&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt;")
    assert b"<script" not in content


def test_equal_feeds_have_equal_bytes():
    assert atom_bytes(feed(item())) == atom_bytes(feed(item()))


def test_what_xml_cannot_hold_is_shown_as_such_in_every_text():
    told = Feed(
        "账\x00本", "编\x1b辑部", "小账", date(2024, 6, 30), [item(title="甲\ud800县", summary="误\ufffe抄")]
    )
    root = parse(atom_bytes(told))
    assert texts(root, "title") == ["账\ufffd本"]
    assert root.find(f"{ATOM}author/{ATOM}name").text == "编\ufffd辑部"
    (entry,) = root.findall(f"{ATOM}entry")
    assert (texts(entry, "title"), texts(entry, "summary")) == (["甲\ufffd县"], ["误\ufffd抄"])
