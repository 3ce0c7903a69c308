"""RSS 2.0 by feedgen: `description` the plain summary, `content:encoded` the article, `dc:creator` the authors.

In: a channel and its items. Out: the file. Method: what feedgen gets wrong by default is set: it puts entries first,
dates the feed now, takes the last link for the channel's own, drops authors without a mail address, and of the links
to a feed's companions writes only the one to itself, so the hub (WebSub) comes by an extension of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC
from html import escape

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from feedgen.util import xml_elem
from lxml.etree import _Element

from newsdigest.feeds.channel import UNTITLED, Channel, FeedItem, address, distinct, fitted, one_line, plain
from newsdigest.text import without_unsafe_characters

LINK = "{http://www.w3.org/2005/Atom}link"


class Hub(BaseExtension):  # type: ignore[misc]  # feedgen carries no types
    """The address where readers may ask to be told of new items."""

    address = ""

    def extend_rss(self, feed: _Element) -> _Element:
        """Add the link to the channel."""
        xml_elem(LINK, feed[0], href=self.address, rel="hub")
        return feed


def rss(channel: Channel, items: Iterable[FeedItem]) -> bytes:
    """Write an RSS 2.0 file. Raises ValueError without items."""
    return fitted(channel, items, lambda kept: _render(channel, kept))


def _render(channel: Channel, items: Sequence[FeedItem]) -> bytes:
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.title(plain(channel.title) or UNTITLED)
    feed.description(plain(channel.description) or plain(channel.title) or UNTITLED)
    feed.link(href=address(channel.feed_url), rel="self", type="application/rss+xml")
    if channel.hub:
        feed.register_extension("hub", Hub, BaseEntryExtension, atom=False)
        feed.hub.address = address(channel.hub)
    feed.link(href=address(channel.link), rel="alternate")  # the last link given becomes the channel's own
    feed.language(channel.lang)
    feed.generator("Newsdigest")
    feed.lastBuildDate(items[0].published.astimezone(UTC))
    for item in items:
        _fill(feed.add_entry(order="append"), item)
    data: bytes = feed.rss_str(pretty=True)
    return data


def _fill(entry: FeedEntry, item: FeedItem) -> None:
    entry.title(plain(item.title) or UNTITLED)
    entry.link(href=address(item.link))
    entry.guid(item.guid, permalink=False)
    entry.published(item.published.astimezone(UTC))
    entry.description(escape(one_line(item.summary), quote=False) or plain(item.title) or UNTITLED)
    if item.content:
        entry.content(without_unsafe_characters(item.content), type="CDATA")
    for author in distinct(item.authors):
        entry.dc.dc_creator(author)
    for category in distinct(item.categories):
        entry.category(term=category)
