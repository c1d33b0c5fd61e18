"""The corrections as an Atom feed; equal content gives equal bytes, wherever and whenever it is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from html import escape
from urllib.parse import urljoin
from uuid import UUID, uuid5

import feedgenerator  # type: ignore[import-untyped] # It has no types.

from ledger.exports.xml_text import xml_text

# Never to be changed: feed readers know an entry by the id that is made from this.
_NAMESPACE = UUID("6f0d3c86-3f0e-5b52-9a83-8f4f0f5d7b1e")
_CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True)
class FeedItem:
    """One entry of the feed.

    Args:
        anchor: its id on the page of all entries; made into its id everywhere.
        day: the day it tells of.
        title: plain text.
        summary: plain text.
    """

    anchor: str
    day: date
    title: str
    summary: str


@dataclass(frozen=True)
class Feed:
    """A feed that stands beside its page.

    Args:
        title: plain text.
        author: who publishes it.
        name: what tells this installation from others.
        since: the day that an empty feed bears.
        items: entries, newest first.
    """

    title: str
    author: str
    name: str
    since: date
    items: Sequence[FeedItem]


class _Atom(feedgenerator.Atom1Feed):  # type: ignore[misc] # Its base has no types.
    def latest_post_date(self) -> datetime:
        """Take the newest entry's day or the one given, where the library would ask the clock."""
        days: list[datetime] = [item["updateddate"] for item in self.items]
        return max(days, default=self.feed["since"])


def atom_bytes(feed: Feed, page: str = "") -> bytes:
    """Write a feed as Atom.

    Args:
        feed: the feed.
        page: full address of the page it stands beside; links are relative when it is not known.
    """
    atom = _Atom(
        xml_text(feed.title),
        page or "./",
        None,
        language="zh-CN",
        author_name=xml_text(feed.author),
        feed_url=urljoin(page, "feed.xml") if page else None,
        feed_guid=_urn(feed.name),
        since=_midnight(feed.since),
    )
    for item in feed.items:
        atom.add_item(
            xml_text(item.title),
            f"{page or './'}#{item.anchor}",
            # The library declares every summary to be HTML.
            escape(xml_text(item.summary)),
            unique_id=_urn(f"{feed.name}#{item.anchor}"),
            pubdate=_midnight(item.day),
            updateddate=_midnight(item.day),
        )
    return str(atom.writeString("utf-8")).encode()


def _urn(name: str) -> str:
    return uuid5(_NAMESPACE, name).urn


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), _CHINA)
